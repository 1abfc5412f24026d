import { DecisionError } from '../../award/decision-error.ts';
import type { Countable } from './read.ts';
import type { Choice, Knot } from './groups.ts';

/** Ways to combine knots that pull apart, at most; above it there is no answer rather than an approximate one. */
const MOST_WAYS = 20_000;

interface Weighed {
  readonly choice: Choice;
  /** Minutes in all, then minutes at or above each level that is asked for. */
  readonly weight: readonly number[];
}

/**
 * Counts all that can be counted, where learning is kept and nothing is capped: of each knot the way that gives most. Where one way
 * gives more in all and another more at a level, every combination is tried, so that a way that meets all gates is found if there is
 * one. `ranks` and `needs` are the gates; the first is the whole. Throws DecisionError `too-entangled`.
 */
export function takeAll(knots: readonly Knot[], ranks: readonly number[], needs: readonly number[]): readonly Countable[] {
  const sure: Countable[] = [];
  const total = needs.map(() => 0);
  const open: (readonly Weighed[])[] = [];
  for (const { members, choices } of knots) {
    const [only] = members;
    if (members.length === 1 && only !== undefined) {
      sure.push(only);
      add(total, only, ranks);
      continue;
    }
    const best = undominated(choices.map((choice) => ({ choice, weight: weigh(choice.members, ranks) })));
    if (best.length === 1) {
      sure.push(...best[0]!.choice.members);
      for (const one of best[0]!.choice.members) add(total, one, ranks);
    } else open.push(best);
  }
  return open.length === 0 ? sure : [...sure, ...searched(open, total, needs)];
}

function add(total: number[], { minutes, rank }: Countable, ranks: readonly number[]): void {
  total[0] = total[0]! + minutes;
  for (let at = 0; at < ranks.length; at += 1) if (rank >= ranks[at]!) total[at + 1] = total[at + 1]! + minutes;
}

function weigh(members: readonly Countable[], ranks: readonly number[]): number[] {
  const weight = [0, ...ranks.map(() => 0)];
  for (const one of members) add(weight, one, ranks);
  return weight;
}

const covers = (a: readonly number[], b: readonly number[]): boolean => a.every((value, at) => value >= b[at]!);

/** Weights of one knot that are compared with one another, at most. */
const MOST_WEIGHTS = 3000;

/** Those that no other gives at least as much as everywhere; of equals the first, which is the earliest. */
function undominated(all: readonly Weighed[]): readonly Weighed[] {
  const distinct = new Map<string, Weighed>();
  for (const one of all) {
    const name = one.weight.join();
    if (!distinct.has(name)) distinct.set(name, one);
  }
  const each = [...distinct.values()];
  if (each.length > MOST_WEIGHTS) throw new DecisionError('too-entangled', 'This record can be counted in too many ways.');
  return each.filter((one) => !each.some((other) => other !== one && covers(other.weight, one.weight)));
}

function searched(
  open: readonly (readonly Weighed[])[],
  sure: readonly number[],
  needs: readonly number[],
): readonly Countable[] {
  if (open.reduce((ways, { length }) => ways * length, 1) > MOST_WAYS)
    throw new DecisionError('too-entangled', 'This record can be counted in too many ways.');
  let best: { readonly members: readonly Countable[]; readonly met: number; readonly minutes: number } | null = null;
  const walk = (at: number, members: readonly Countable[], total: readonly number[]): void => {
    const knot = open[at];
    if (knot === undefined) {
      const met = total.filter((value, gate) => value >= needs[gate]!).length;
      if (best === null || met > best.met || (met === best.met && total[0]! > best.minutes))
        best = { members, met, minutes: total[0]! };
      return;
    }
    for (const { choice, weight } of knot)
      walk(
        at + 1,
        [...members, ...choice.members],
        total.map((value, gate) => value + weight[gate]!),
      );
  };
  walk(0, [], sure);
  return best === null ? [] : (best as { readonly members: readonly Countable[] }).members;
}
