import { isDeepStrictEqual } from 'node:util';
import { decide, decideSelection, nz, parseRecord } from '../src/index.ts';
import { plainly } from './brute-force.ts';
import { generate, SMALL } from './generator.ts';

/** Compares the engine with brute force on the record of one seed; answers what differs, or null. */
export function differenceFromBruteForce(seed: number): string | null {
  const record = generate(seed, SMALL);
  const parsed = parseRecord(JSON.parse(JSON.stringify(record)));
  if (!parsed.ok) return `seed ${seed} makes an unusable record: ${JSON.stringify(parsed.problems[0])}`;
  const options = seed % 3 === 0 ? {} : seed % 3 === 1 ? { asOf: `202${seed % 10}-06-30` } : { supersedes: 'aw-1' };
  const plain = plainly(record, options);
  const found = decide(nz, 'alq', parsed.record, options);
  for (const part of ['asOf', 'excluded', 'eligible', 'options', 'missing', 'majors', 'expiring'] as const) {
    if (!isDeepStrictEqual(plain[part], found[part])) {
      return `seed ${seed}, ${part}: plainly ${JSON.stringify(plain[part])}, found ${JSON.stringify(found[part])}`;
    }
  }
  for (const { major, counted, credits } of found.options) {
    const { selection } = decideSelection(nz, 'alq', parsed.record, { ...options, select: counted });
    if (!selection.valid || selection.credits !== credits || (major !== null && !selection.majors.includes(major))) {
      return `seed ${seed}: the option ${major} is not a valid selection: ${JSON.stringify(selection)}`;
    }
  }
  return null;
}
