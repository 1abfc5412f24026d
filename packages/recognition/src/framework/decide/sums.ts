import type { Countable } from './read.ts';
import type { Choice } from './groups.ts';
import { type Steps, take } from './steps.ts';

interface Weighed {
  readonly minutes: number;
  readonly choice: Choice;
}

/** The sizes that a class of learning can make, each knot counted at most once. */
export interface Sums {
  /** The largest. */
  readonly most: number;
  /** Every size up to a limit, smallest first. */
  readonly upTo: (limit: number) => readonly number[];
  /** The largest of at most so many minutes. */
  readonly largest: (limit: number) => number;
  /** The smallest of at least so many minutes, or null. */
  readonly atLeast: (minutes: number) => number | null;
  /** Which achievements make a size. */
  readonly membersOf: (minutes: number) => readonly Countable[];
}

/**
 * Subset sums of knots of which one way each may be taken, up to what is needed and one size more: a smallest filling never exceeds
 * it. Earlier knots are used first. Throws DecisionError `too-entangled` when there are too many sizes with too small a common part.
 */
export function sumsOf(knots: readonly (readonly Weighed[])[], need: number, steps: Steps): Sums {
  let part = 0;
  let largest = 0;
  for (const options of knots)
    for (const { minutes } of options) {
      part = gcd(part, minutes);
      largest = Math.max(largest, minutes);
    }
  if (part === 0) return NOTHING;
  const all = knots.reduce((sum, options) => sum + Math.max(...options.map(({ minutes }) => minutes)), 0);
  const cells = Math.floor(Math.min(all, need + largest) / part) + 1;
  take(steps, cells * (1 + knots.reduce((ways, options) => ways + options.length, 0)));
  // The knot and the way by which a sum was first made; sums of 0 need none.
  const by = new Int32Array(cells).fill(-1);
  const way = new Int32Array(cells);
  let top = 0;
  for (let knot = 0; knot < knots.length; knot += 1) {
    const options = knots[knot]!;
    let reached = top;
    for (let nth = 0; nth < options.length; nth += 1) {
      const size = options[nth]!.minutes / part;
      if (size === 0) continue;
      for (let at = Math.min(cells - 1, top + size); at >= size; at -= 1) {
        const from = at - size;
        if (by[at] !== -1 || at === 0 || (from !== 0 && (by[from] === -1 || by[from] === knot))) continue;
        by[at] = knot;
        way[at] = nth;
        if (at > reached) reached = at;
      }
    }
    top = reached;
  }
  const sizes: number[] = [];
  for (let at = 0; at < cells; at += 1) if (at === 0 || by[at] !== -1) sizes.push(at * part);
  return {
    most: sizes.at(-1) ?? 0,
    upTo: (limit) => (limit >= (sizes.at(-1) ?? 0) ? sizes : sizes.slice(0, countUpTo(sizes, limit))),
    largest: (limit) => sizes[countUpTo(sizes, limit) - 1] ?? 0,
    atLeast: (minutes) => sizes[countUpTo(sizes, minutes - 1)] ?? null,
    membersOf: (minutes) => {
      const members: Countable[] = [];
      for (let at = minutes / part; at > 0; ) {
        const option = knots[by[at]!]![way[at]!]!;
        members.push(...option.choice.members);
        at -= option.minutes / part;
      }
      return members;
    },
  };
}

const NOTHING: Sums = {
  most: 0,
  upTo: () => [0],
  largest: () => 0,
  atLeast: (minutes) => (minutes <= 0 ? 0 : null),
  membersOf: () => [],
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** How many of the sorted sizes are at most the limit. */
function countUpTo(sizes: readonly number[], limit: number): number {
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizes[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
