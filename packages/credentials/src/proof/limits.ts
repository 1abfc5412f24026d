import { CredentialError } from '../errors/codes.ts';
import { isObject } from '../json.ts';

/** 10 MB of JSON, as contracts 4 has it. */
export const MAX_BYTES = 10 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_VALUES = 250_000;
/** Statements that a document may make once it is expanded: a badge makes about 80, an ALQ of forty outcomes about 1,500. */
export const MAX_QUADS = 50_000;
/** Steps of RDFC-1.0's search among blank nodes that look alike, counted, so that the limit is the same on every machine. */
export const MAX_DEEP_ITERATIONS = 5_000;

/** Walks a parsed document, no deeper than it may be. Throws `too-deep` beyond 64 levels and `too-complex` beyond 250,000 values. */
export function checkShape(document: unknown): void {
  count(document, 0, { left: MAX_VALUES });
}

function count(value: unknown, depth: number, budget: { left: number }): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) {
    if (Object.keys(value).length > 0) throw new CredentialError('too-deep');
    return;
  }
  if (Array.isArray(value)) {
    spend(value.length, budget);
    for (const child of value) count(child, depth + 1, budget);
    return;
  }
  if (!isObject(value)) return;
  const keys = Object.keys(value);
  spend(keys.length, budget);
  for (const key of keys) count(value[key], depth + 1, budget);
}

function spend(values: number, budget: { left: number }): void {
  budget.left -= values;
  if (budget.left < 0) throw new CredentialError('too-complex');
}
