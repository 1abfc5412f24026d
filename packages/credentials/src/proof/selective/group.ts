import rdfCanonize, { type Quad } from 'rdf-canonize';
import type { JsonObject } from '../../json.ts';
import { canonicalQuads } from '../canonicalise.ts';
import { select } from './pointers.ts';
import { blankQuads, mapTerms, skolemise } from './skolemise.ts';

/** How blank nodes are to be named: from the label that each had to its new one, given the canonical labels. */
export type Labels = (canonical: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;

export interface Group {
  /** Places, among all statements, of those that the group's pointers name, and of the others. */
  readonly matching: readonly number[];
  readonly others: readonly number[];
  /** The group's own statements, blank nodes labelled as they were before. */
  readonly quads: readonly Quad[];
}

export interface Signable {
  /** Every statement as N-Quads, sorted. */
  readonly nquads: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  /** The statements that these JSON pointers name. Throws `invalid-pointer`. */
  readonly group: (pointers: readonly string[]) => Promise<Group>;
}

/** Sorted N-Quads of statements under these labels, each once. */
export function relabelled(quads: readonly Quad[], labels: ReadonlyMap<string, string>): readonly string[] {
  const lines = quads.map((quad) =>
    rdfCanonize.NQuads.serializeQuad(
      mapTerms(quad, (term) => (term.termType === 'BlankNode' ? { ...term, value: labels.get(term.value) ?? term.value } : term)),
    ),
  );
  return [...new Set(lines)].sort();
}

/**
 * All statements of a document, and a way to find those that pointers name (vc-di-ecdsa 1.0, 3.4.18). Throws as canonicalising does.
 */
export async function canonicaliseToGroup(document: JsonObject, makeLabels: Labels): Promise<Signable> {
  const named = await skolemise(document);
  const quads = await blankQuads(named.expanded);
  const labels = makeLabels((await canonicalQuads(quads)).labels);
  const nquads = relabelled(quads, labels);
  const place = new Map(nquads.map((line, at) => [line, at]));
  const group = async (pointers: readonly string[]): Promise<Group> => {
    const selection = select(named.compact, pointers);
    const own = selection === null ? [] : await blankQuads(selection);
    const matching = relabelled(own, labels)
      .flatMap((line) => place.get(line) ?? [])
      .sort((one, other) => one - other);
    const inside = new Set(matching);
    return { matching, others: nquads.flatMap((_, at) => (inside.has(at) ? [] : [at])), quads: own };
  };
  return { nquads, labels, group };
}
