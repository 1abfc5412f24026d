/** How many of each kind: kinds in the same order throughout. */
export type Counts = readonly number[];

/** More tables than this are not walked through: the chi-squared test says the same by then. */
export const MOST_TABLES = 20_000;

/**
 * The exact test of two groups by kinds (Freeman and Halton 1951; Fisher's where there are two kinds): given the sums of both groups and
 * of every kind, the chance of a table that is no likelier than the one found. Null where there are more tables than `MOST_TABLES`.
 */
export function exactTest(one: Counts, other: Counts): number | null {
  const kinds = one.map((count, at) => [count, count + (other[at] ?? 0)] as const).filter(([, all]) => all > 0);
  const group = kinds.reduce((sum, [count]) => sum + count, 0);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (group === 0 || group === all || kinds.length < 2) return 1;
  const sums = kinds.map(([, sum]) => sum);
  if (tablesOf(group, sums) > MOST_TABLES) return null;
  const logs = logFactorials(all);
  const choose = (n: number, k: number): number => logs[n]! - logs[k]! - logs[n - k]!;
  const ways = choose(all, group);
  const found = kinds.reduce((sum, [count, of]) => sum + choose(of, count), 0) - ways;
  // Two tables of the same chance differ by the last digits of their logarithms.
  const bound = found + 1e-9;
  let chance = 0;
  const walk = (at: number, left: number, log: number): void => {
    const sum = sums[at]!;
    if (at === sums.length - 1) {
      if (left > sum) return;
      const here = log + choose(sum, left) - ways;
      if (here <= bound) chance += Math.exp(here);
      return;
    }
    for (let count = Math.min(sum, left); count >= 0; count -= 1) walk(at + 1, left - count, log + choose(sum, count));
  };
  walk(0, group, 0);
  return Math.min(1, chance);
}

/** How many ways there are to take so many out of kinds with these sums; stops counting above `MOST_TABLES`. */
function tablesOf(group: number, sums: readonly number[]): number {
  let ways = [1];
  for (const sum of sums) {
    const next: number[] = [];
    let within = 0;
    for (let taken = 0; taken <= group; taken += 1) {
      within += (ways[taken] ?? 0) - (ways[taken - sum - 1] ?? 0);
      next.push(within);
    }
    ways = next;
  }
  return ways[group] ?? 0;
}

function logFactorials(most: number): readonly number[] {
  const logs = [0];
  for (let n = 1; n <= most; n += 1) logs.push(logs[n - 1]! + Math.log(n));
  return logs;
}
