import type { Quad, Term } from 'rdf-canonize';
import { CredentialError } from '../../errors/codes.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { compact, expand, toQuads } from '../canonicalise.ts';

const SKOLEM = 'urn:bnid:';

/** A document in which every node has a name: expanded, and in its own compact form. */
export interface Skolemised {
  readonly expanded: readonly unknown[];
  readonly compact: JsonObject;
}

/**
 * Names every node that has none, so that a part of the document still says which node it speaks of (vc-di-ecdsa 1.0, 3.4.8).
 * Throws as canonicalising does, and `invalid-document` where the document uses such names itself.
 */
export async function skolemise(document: JsonObject): Promise<Skolemised> {
  if (JSON.stringify(document).includes(SKOLEM))
    throw new CredentialError('invalid-document', `${SKOLEM} names are made while signing and may not be in a document`);
  const count = { next: 0 };
  const expanded = (await expand(document)).map((one) => nameNodes(one, count));
  return { expanded, compact: await compact(expanded, document['@context']) };
}

function nameNodes(value: unknown, count: { next: number }): unknown {
  if (Array.isArray(value)) return value.map((one) => nameNodes(one, count));
  if (!isObject(value) || '@value' in value) return value;
  const named = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nameNodes(one, count)]));
  // A list is not a node: with a name it would not be JSON-LD any more.
  if ('@list' in value || '@set' in value) return named;
  const id = value['@id'];
  if (id === undefined) {
    count.next += 1;
    return { ...named, '@id': `${SKOLEM}b${count.next - 1}` };
  }
  return typeof id === 'string' && id.startsWith('_:') ? { ...named, '@id': `${SKOLEM}${id.slice(2)}` } : named;
}

/** The statements of a named document, its made-up names blank again. */
export async function blankQuads(document: JsonObject | readonly unknown[]): Promise<readonly Quad[]> {
  return (await toQuads(document)).map((quad) => mapTerms(quad, blank));
}

function blank(term: Term): Term {
  return term.termType === 'NamedNode' && term.value.startsWith(SKOLEM)
    ? { termType: 'BlankNode', value: term.value.slice(SKOLEM.length) }
    : term;
}

export function mapTerms({ subject, predicate, object, graph }: Quad, change: (term: Term) => Term): Quad {
  return { subject: change(subject), predicate, object: change(object), graph: change(graph) };
}
