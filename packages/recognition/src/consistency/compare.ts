import { chiSquaredTest } from './chi-squared.ts';
import { exactTest } from './exact.ts';
import { adjusted } from './many.ts';

/** How learning ended, in the order of the columns: as assessed, from nothing to the best grade; recognised; transferred. */
export const ENDS = ['not-achieved', 'achieved', 'merit', 'excellence', 'recognised', 'transferred'] as const;
export type End = (typeof ENDS)[number];

/** What is compared: the spread of grades among the assessed, and how those came to it who hold it. */
export const MEASURES = ['grades', 'ways'] as const;
export type Measure = (typeof MEASURES)[number];

/** How sure one may be, after correction for every comparison of the outcome: a band, since digits would tell of withheld numbers. */
export const BANDS = ['under-0.001', 'under-0.01', 'under-0.05', 'not-clear'] as const;
export type Band = (typeof BANDS)[number];

/** How many people of one provider ended how, in the order of `ENDS`. */
export interface Taught {
  readonly provider: string;
  readonly counts: readonly number[];
}

/** One provider beside all others together. */
export interface Difference {
  readonly provider: string;
  readonly measure: Measure;
  readonly test: 'exact' | 'chi-squared';
  readonly band: Band;
  /**
   * How many of 100 people would have to have ended otherwise for both to be alike (half the sum of the differences of shares), to the
   * next five.
   */
  readonly of100: number;
  /** Both: the chance that it is none is under one in twenty, and it is ten of a hundred or more. */
  readonly differs: boolean;
}

const CLEAR = 0.05;
const NOTABLE = 10;
const STEP = 5;

export interface Compared {
  readonly differences: readonly Difference[];
  /** How many comparisons were made, and corrected for. */
  readonly comparisons: number;
}

/**
 * Compares each provider with all others together, measure by measure. A measure is compared where both sides have `smallest` people in
 * it; those left out are not in the answer. Exact where the tables can be walked through, else chi-squared; corrected over all of them. Of
 * two providers each is all others of the other: that is one comparison, and said of both.
 */
export function compareProviders(all: readonly Taught[], smallest: number): Compared {
  const taught = all.filter(({ counts }) => sumOf(counts) > 0);
  const [first, second] = taught.length === 2 ? taught : [];
  const found = (first === undefined ? taught : [first]).flatMap((one) =>
    MEASURES.flatMap((measure) => {
      const mine = kindsOf(measure, one.counts);
      const rest = kindsOf(measure, totalOf(taught.filter((other) => other !== one)));
      if (sumOf(mine) < smallest || sumOf(rest) < smallest) return [];
      const exact = exactTest(mine, rest);
      const test: Difference['test'] = exact === null ? 'chi-squared' : 'exact';
      return [{ provider: one.provider, measure, test, chance: exact ?? chiSquaredTest(mine, rest), apart: apart(mine, rest) }];
    }),
  );
  const chances = adjusted(found.map(({ chance }) => chance));
  const differences = found.map(({ provider, measure, test, apart: share }, at): Difference => {
    const chance = chances[at] ?? 1;
    const of100 = Math.round((share * 100) / STEP) * STEP;
    return { provider, measure, test, band: bandOf(chance), of100, differs: chance < CLEAR && share * 100 >= NOTABLE };
  });
  const mirrored = second === undefined ? [] : differences.map((one) => ({ ...one, provider: second.provider }));
  return { differences: [...differences, ...mirrored], comparisons: found.length };
}

/** How many people ended how, over several providers. */
export function totalOf(taught: readonly Taught[]): readonly number[] {
  return ENDS.map((_, at) => taught.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
}

function kindsOf(measure: Measure, counts: readonly number[]): readonly number[] {
  const [none = 0, achieved = 0, merit = 0, excellence = 0, recognised = 0, transferred = 0] = counts;
  return measure === 'grades' ? [none, achieved, merit, excellence] : [achieved + merit + excellence, recognised, transferred];
}

function apart(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [sumOf(one), sumOf(other)];
  return one.reduce((sum, count, at) => sum + Math.abs(count / a - (other[at] ?? 0) / b), 0) / 2;
}

function bandOf(chance: number): Band {
  if (chance < 0.001) return 'under-0.001';
  if (chance < 0.01) return 'under-0.01';
  return chance < CLEAR ? 'under-0.05' : 'not-clear';
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
