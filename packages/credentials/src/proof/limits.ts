import { CredentialError } from '../errors/codes.ts';

/** 10 MB of JSON, as contracts 4 has it. */
export const MAX_BYTES = 10 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_VALUES = 250_000;
/** Statements that a document may make once it is expanded: a badge makes about 80, an ALQ of forty outcomes about 1,500. */
export const MAX_QUADS = 50_000;
/** Steps of RDFC-1.0's search among blank nodes that look alike, counted, so that the limit is the same on every machine. */
export const MAX_DEEP_ITERATIONS = 5_000;

/** Walks a parsed document without recursion. Throws `too-deep` beyond 64 levels and `too-complex` beyond 250,000 values. */
export function checkShape(document: unknown): void {
  let level: unknown[] = [document];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new CredentialError('too-deep');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const child of Object.values(value)) next.push(child);
    }
    seen += next.length;
    if (seen > MAX_VALUES) throw new CredentialError('too-complex');
    level = next;
  }
}
