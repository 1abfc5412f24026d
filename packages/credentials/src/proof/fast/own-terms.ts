import { isObject, type JsonObject } from '../../json.ts';
import type { Term, TypeTerm, Vocabulary } from './vocabulary.ts';

/** A context that adds terms of its own after the bundled ones is small; a larger one goes the long way. */
const MAX_TERMS = 64;
const NAME = /^[A-Za-z][\w-]*$/u;
const WEB_IRI = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/u;
const DATES = ['http://www.w3.org/2001/XMLSchema#date', 'http://www.w3.org/2001/XMLSchema#dateTime'];
/** Names that the addresses of a document begin with: a term of this name would change what they mean. */
const SCHEMES = ['http', 'https', 'urn', 'did'];

/**
 * The vocabulary with the terms that a document defines for itself, or null where one of them could touch what is there already: a name that any
 * bundled context uses anywhere, as a term, a word or a prefix; a keyword; anything but an IRI that is written out, with or without a type.
 */
export function withOwnTerms(vocabulary: Vocabulary, contexts: readonly JsonObject[]): Vocabulary | null {
  const own = contexts.flatMap((context) => Object.entries(context));
  const names = new Set(own.map(([name]) => name));
  if (own.length > MAX_TERMS || names.size < own.length) return null;
  const terms = new Map<string, Term>();
  const types = new Map<string, TypeTerm>();
  for (const [name, definition] of own) {
    if (!NAME.test(name) || SCHEMES.includes(name) || vocabulary.names.has(name)) return null;
    const read = ownTerm(definition);
    if (read === null) return null;
    terms.set(name, read);
    if (typeof definition === 'string') types.set(name, { iri: read.predicate, terms: new Map() });
  }
  return {
    terms: overlay(vocabulary.terms, terms),
    types: overlay(vocabulary.types, types),
    names: vocabulary.names,
  };
}

function ownTerm(definition: unknown): Term | null {
  if (typeof definition === 'string')
    return WEB_IRI.test(definition) ? { kind: 'literal', predicate: definition, datatype: null } : null;
  if (!isObject(definition) || Object.keys(definition).some((key) => key !== '@id' && key !== '@type')) return null;
  const { '@id': predicate, '@type': type } = definition;
  if (typeof predicate !== 'string' || !WEB_IRI.test(predicate)) return null;
  if (type === undefined) return { kind: 'literal', predicate, datatype: null };
  if (type === '@id') return { kind: 'id', predicate };
  return typeof type === 'string' && DATES.includes(type) ? { kind: 'literal', predicate, datatype: type } : null;
}

/** The bundled terms are many: they are looked up where they are, not copied for each document. */
function overlay<Of>(
  below: Pick<ReadonlyMap<string, Of>, 'get'>,
  above: ReadonlyMap<string, Of>,
): Pick<ReadonlyMap<string, Of>, 'get'> {
  return above.size === 0 ? below : { get: (name) => above.get(name) ?? below.get(name) };
}
