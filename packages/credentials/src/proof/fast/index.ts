/**
 * The short way to canonical N-Quads. jsonld.js spends nine tenths of a signature on expanding contexts; here the terms of the bundled
 * contexts are worked out once, and a document that uses nothing but them is written straight to N-Quads. Any doubt answers null, and the
 * document goes the long way. Tests compare the two on every shape that we write, on random values, and on all published credentials.
 */
import type { JsonObject } from '../../json.ts';
import { toHex } from '../digest.ts';
import { BLANK, NotKnown, rootValuesOf, type Statements, statementsOf } from './statements.ts';
import { vocabularyOf } from './terms.ts';

/** The canonical N-Quads of a document (RDFC-1.0), or null if the document is not of a shape that is known for certain. */
export function fastCanonical(document: JsonObject, hash: (text: string) => Uint8Array): string | null {
  const vocabulary = vocabularyOf(document['@context']);
  if (vocabulary === null) return null;
  try {
    return label(statementsOf(document, vocabulary), hash);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** How many values a document itself has for each predicate, or null where that is not known for certain without expanding it. */
export function rootValues(document: JsonObject): ReadonlyMap<string, number> | null {
  const vocabulary = vocabularyOf(document['@context']);
  if (vocabulary === null) return null;
  try {
    return rootValuesOf(document, vocabulary);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/**
 * Names the blank nodes and sorts the lines. No line here is about two blank nodes, so the first-degree hash of RDFC-1.0 (section 4.6) is all
 * that tells them apart: unique hashes come first, in order, and after them those that are shared, in order. Nodes that share one
 * are alike in everything, so it does not matter which of them is named first.
 */
function label({ plain, blank }: Statements, hashOf: (text: string) => Uint8Array): string {
  const lines = [...plain];
  const byHash = new Map<string, Set<string>[]>();
  for (const own of blank) {
    const said = Array.from(own, (line) => line.replaceAll(BLANK, '_:a'));
    const hash = toHex(hashOf(said.sort().join('')));
    const alike = byHash.get(hash);
    if (alike === undefined) byHash.set(hash, [own]);
    else alike.push(own);
  }
  const hashes = [...byHash.keys()].sort();
  const unique = hashes.filter((hash) => byHash.get(hash)?.length === 1);
  const shared = hashes.filter((hash) => byHash.get(hash)?.length !== 1);
  let next = 0;
  for (const own of [...unique, ...shared].flatMap((hash) => byHash.get(hash) ?? [])) {
    const name = `_:c14n${next}`;
    next += 1;
    for (const line of own) lines.push(line.replaceAll(BLANK, name));
  }
  return lines.sort().join('');
}
