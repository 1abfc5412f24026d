import { asList, isObject, type JsonObject } from '../json.ts';

/**
 * The proofs that this one stands on (Data Integrity 1.0, section 4.5): each id in `previousProof` names exactly one proof of the document.
 * Null when one is missing or named twice, or when `previousProof` is neither a text nor a list of texts.
 */
export function previousProofs(document: JsonObject, proof: JsonObject): readonly JsonObject[] | null {
  const named = proof['previousProof'];
  if (named === undefined) return [];
  const ids = asList(named);
  if (ids.length === 0 || !ids.every((id) => typeof id === 'string')) return null;
  const all = asList(document['proof']).filter(isObject);
  const found: JsonObject[] = [];
  for (const id of ids) {
    const matches = all.filter((one) => one['id'] === id && one !== proof);
    if (matches.length !== 1) return null;
    found.push(matches[0]!);
  }
  return found;
}

/** What a proof is about: the document without its proofs, but with those that this proof stands on. */
export function unsecuredFor(document: JsonObject, previous: readonly JsonObject[]): JsonObject {
  const { proof: _, ...unsecured } = document;
  return previous.length === 0 ? unsecured : { ...unsecured, proof: previous };
}
