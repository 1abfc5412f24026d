import { DecisionError } from '../../award/decision-error.ts';
import type { Countable } from './read.ts';
import type { Choice, Knot } from './groups.ts';
import { type Steps, take } from './steps.ts';
import { type Sums, sumsOf } from './sums.ts';

/** Knots whose ways fall under different caps are tried in every combination, at most so many. */
const MOST_WAYS = 500;

/** Under no cap, the first, the second, both. */
export type Mask = 0 | 1 | 2 | 3;

export interface Capped {
  /** Bit 0 and bit 1: whether it falls under the first and the second cap. */
  readonly maskOf: (one: Countable) => Mask;
  /** Minutes that may come from under each cap; two, the second without a limit where there is one cap. */
  readonly limits: readonly [number, number];
}

interface Option {
  readonly choice: Choice;
  /** Minutes under each mask. */
  readonly by: readonly [number, number, number, number];
}

interface Found {
  readonly minutes: number;
  readonly members: readonly Countable[];
}

/**
 * The selection that fills `need` minutes within the caps with the fewest minutes above it; where none fills it, the one with the most.
 * Exact: subset sums of each class of learning (under no cap, under one, under both) are worked out and joined. Of selections with
 * as many minutes, the one with less from under the caps, and in each class the earliest. Throws DecisionError `too-entangled`.
 */
export function fill(knots: readonly Knot[], need: number, caps: Capped, steps: Steps): readonly Countable[] {
  const classes: [Option[][], Option[][], Option[][], Option[][]] = [[], [], [], []];
  const mixed: (readonly Option[])[] = [];
  for (const { choices } of knots) {
    const options = choices.map((choice) => ({ choice, by: weigh(choice, caps) }));
    const masks = new Set(options.flatMap(({ by }) => [0, 1, 2, 3].filter((mask) => by[mask]! > 0)));
    const [only = 0] = masks;
    if (masks.size < 2) classes[only]!.push(options);
    else mixed.push(options);
  }
  if (mixed.reduce((ways, { length }) => ways * (length + 1), 1) > MOST_WAYS)
    throw new DecisionError('too-entangled', 'This record can be counted in too many ways.');
  const sums = classes.map((options) =>
    sumsOf(
      options.map((one) => one.map(({ by, choice }) => ({ minutes: by[0] + by[1] + by[2] + by[3], choice }))),
      need,
      steps,
    ),
  );
  let best: Found | null = null;
  const walk = (at: number, members: readonly Countable[], by: readonly number[]): void => {
    const options = mixed[at];
    if (options === undefined) {
      const found = join(sums, need, caps.limits, by, steps);
      const minutes = found === null ? -1 : found.minutes;
      if (found !== null && (best === null || better(minutes, best.minutes, need)))
        best = { minutes, members: [...members, ...found.members] };
      return;
    }
    for (const option of options)
      walk(
        at + 1,
        [...members, ...option.choice.members],
        by.map((value, mask) => value + option.by[mask]!),
      );
    walk(at + 1, members, by);
  };
  walk(0, [], [0, 0, 0, 0]);
  return best === null ? [] : (best as Found).members;
}

const better = (minutes: number, than: number, need: number): boolean =>
  than >= need ? minutes >= need && minutes < than : minutes > than;

function weigh({ members }: Choice, { maskOf }: Capped): Option['by'] {
  const by: [number, number, number, number] = [0, 0, 0, 0];
  for (const one of members) {
    by[maskOf(one)] += one.minutes;
  }
  return by;
}

/** Joins the classes: under both caps, under each, under none. `held` is what mixed knots have taken. Null when they alone break a cap. */
function join(
  sums: readonly Sums[],
  need: number,
  [first, second]: readonly [number, number],
  held: readonly number[],
  steps: Steps,
): Found | null {
  const [free, one, two, both] = [sums[0]!, sums[1]!, sums[2]!, sums[3]!];
  const [roomOne, roomTwo] = [first - held[1]! - held[3]!, second - held[2]! - held[3]!];
  if (roomOne < 0 || roomTwo < 0) return null;
  const base = held.reduce((total, minutes) => total + minutes, 0);
  let best = { minutes: -1, parts: [0, 0, 0, 0] };
  const offer = (b: number, x: number, y: number, rest: number): void => {
    const minutes = base + b + x + y + rest;
    if (best.minutes < 0 || better(minutes, best.minutes, need)) best = { minutes, parts: [rest, x, y, b] };
  };
  search: for (const b of both.upTo(Math.min(roomOne, roomTwo))) {
    const [mostOne, mostTwo] = [one.largest(roomOne - b), two.largest(roomTwo - b)];
    // With so much from under both caps the rest cannot fill the award: the most of it is all there is to say.
    if (base + b + mostOne + mostTwo + free.most < need) {
      offer(b, mostOne, mostTwo, free.most);
      continue;
    }
    for (const x of one.upTo(roomOne - b)) {
      if (base + b + x + mostTwo + free.most < need) continue;
      const ys = two.upTo(roomTwo - b);
      take(steps, ys.length);
      for (const y of ys) {
        const so = base + b + x + y;
        const rest = free.atLeast(need - so);
        if (rest === null) continue;
        offer(b, x, y, rest);
        if (so + rest === need) break search;
      }
    }
  }
  return { minutes: best.minutes, members: best.parts.flatMap((minutes, mask) => sums[mask]!.membersOf(minutes)) };
}
