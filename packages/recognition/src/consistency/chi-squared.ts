import type { Counts } from './exact.ts';

/** An approximation holds where every cell is expected to hold this many (Cochran 1954). */
const FEWEST_EXPECTED = 5;

/**
 * Pearson's chi-squared test of two groups by kinds that stand in an order: neighbours are taken together until each cell is expected to
 * hold at least five. Answers the chance of a difference as large or larger where there is none; 1 where nothing is left to compare.
 */
export function chiSquaredTest(one: Counts, other: Counts): number {
  const [a, b] = [sumOf(one), sumOf(other)];
  if (a === 0 || b === 0) return 1;
  const kinds = together(
    one.map((count, at) => [count, other[at] ?? 0] as const),
    Math.min(a, b) / (a + b) || 0,
  );
  if (kinds.length < 2) return 1;
  let statistic = 0;
  for (const [mine, theirs] of kinds) {
    const share = (mine + theirs) / (a + b);
    statistic += (mine - a * share) ** 2 / (a * share) + (theirs - b * share) ** 2 / (b * share);
  }
  return survival(statistic, kinds.length - 1);
}

type Kind = readonly [number, number];

function together(kinds: readonly Kind[], share: number): readonly Kind[] {
  const kept: Kind[] = [];
  let open: Kind = [0, 0];
  for (const [mine, theirs] of kinds) {
    open = [open[0] + mine, open[1] + theirs];
    if ((open[0] + open[1]) * share < FEWEST_EXPECTED) continue;
    kept.push(open);
    open = [0, 0];
  }
  const last = kept.pop();
  if (last === undefined) return [];
  return [...kept, [last[0] + open[0], last[1] + open[1]]];
}

/**
 * The chance that a chi-squared variable with so many degrees of freedom is larger than `x`: the finite sums for whole degrees
 * (Abramowitz and Stegun 26.4.4 and 26.4.5).
 */
export function survival(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const half = x / 2;
  const even = degrees % 2 === 0;
  let term = even ? Math.exp(-half) : Math.sqrt((2 * x) / Math.PI) * Math.exp(-half);
  let chance = even ? 0 : complementaryError(Math.sqrt(half));
  for (let k = even ? 2 : 3; k <= degrees; k += 2) {
    chance += term;
    term *= x / k;
  }
  return Math.min(1, Math.max(0, chance));
}

/** The complementary error function for x >= 0: its series below 2, its continued fraction above (Abramowitz and Stegun 7.1.6, 7.1.14). */
function complementaryError(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let tail = x;
  for (let n = 60; n >= 1; n -= 1) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

const sumOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);
