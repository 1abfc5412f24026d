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

export interface Grouped<Name extends string> {
  /** Every statement as N-Quads, sorted. */
  readonly nquads: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly groups: Readonly<Record<Name, Group>>;
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
 * All statements of a document, and which of them each group of pointers names (vc-di-ecdsa 1.0, 3.4.18).
 * Throws as canonicalising does, and `invalid-pointer`.
 */
export async function canonicaliseAndGroup<Name extends string>(
  document: JsonObject,
  makeLabels: Labels,
  pointers: Readonly<Record<Name, readonly string[]>>,
): Promise<Grouped<Name>> {
  const named = await skolemise(document);
  const quads = await blankQuads(named.expanded);
  const labels = makeLabels((await canonicalQuads(quads)).labels);
  const nquads = relabelled(quads, labels);
  const place = new Map(nquads.map((line, at) => [line, at]));
  const groupOf = async (list: readonly string[]): Promise<Group> => {
    const selection = select(named.compact, list);
    const own = selection === null ? [] : await blankQuads(selection);
    const matching = relabelled(own, labels)
      .flatMap((line) => place.get(line) ?? [])
      .sort((one, other) => one - other);
    const inside = new Set(matching);
    return { matching, others: nquads.flatMap((_, at) => (inside.has(at) ? [] : [at])), quads: own };
  };
  const groups = await mapValues(pointers, groupOf);
  return { nquads, labels, groups };
}

async function mapValues<Name extends string, Value, Result>(
  record: Readonly<Record<Name, Value>>,
  change: (value: Value) => Promise<Result>,
): Promise<Readonly<Record<Name, Result>>> {
  const out: Partial<Record<Name, Result>> = {};
  for (const name in record) out[name] = await change(record[name]);
  return out as Record<Name, Result>;
}
