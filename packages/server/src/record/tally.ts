import type { Tally } from './import-queries.ts';

export const EMPTY_TALLY: Tally = { codes: {}, marks: [], stride: 1, seen: 0 };

const MARKS = 400;
const EXAMPLES = 3;

/** The tally with these rejects added, in the order of their rows. */
export function tallied(before: Tally, rejects: readonly { readonly row: number; readonly code: string }[]): Tally {
  if (rejects.length === 0) return before;
  const codes: Record<string, { count: number; rows: number[] }> = {};
  for (const [code, { count, rows }] of Object.entries(before.codes)) codes[code] = { count, rows: [...rows] };
  let marks = [...before.marks];
  let { stride, seen } = before;
  for (const { row, code } of rejects) {
    const entry = (codes[code] ??= { count: 0, rows: [] });
    entry.count += 1;
    if (entry.rows.length < EXAMPLES) entry.rows.push(row);
    if (seen % stride === 0) marks.push(row);
    seen += 1;
    if (marks.length > MARKS) {
      marks = marks.filter((_, at) => at % 2 === 0);
      stride *= 2;
    }
  }
  return { codes, marks, stride, seen };
}
