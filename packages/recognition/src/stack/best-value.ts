import { boundSums, freeSums, reaches } from './reach.ts';
import { hasBit } from './bits.ts';
import type { Model } from './model.ts';

/** The best that a goal allows: total credits, and credits of the goal's field (0 when no field is asked about). */
export interface Value {
  readonly total: number;
  readonly own: number;
  /** Set when one unit larger than any sum that matters is the whole selection. */
  readonly single: boolean;
}

/** Upper bounds of what positions can bring, as running totals: repeats and conflicts are not taken off. */
export interface Bounds {
  readonly total: Int32Array;
  readonly own: Int32Array;
}

/** The credits that a position stands for in a bound: a group's credit stands on its first slot. */
function weigh(model: Model, p: number, goal: number, own: boolean): number {
  const free = model.free[p]!;
  const node = free >= 0 ? free : model.slot[p] === 0 ? (model.at[p]![0] ?? -1) : -1;
  if (node < 0 || model.credits[node]! > model.cap || (own && model.field[node] !== goal)) return 0;
  return model.credits[node]!;
}

function runningTotal(model: Model, goal: number, own: boolean): Int32Array {
  const sums = new Int32Array(model.count + 1);
  for (let p = 0; p < model.count; p += 1) sums[p + 1] = sums[p]! + weigh(model, p, goal, own);
  return sums;
}

export const totalBound = (model: Model): Int32Array => runningTotal(model, -1, false);

export const ownBound = (model: Model, goal: number): Int32Array => runningTotal(model, goal, true);

/** The fewest credits of the field that make a major of the total: `100 * field >= percent * total` in whole numbers (domain A10). */
export const leastForMajor = (model: Model, total: number): number => Math.ceil((model.percent * total) / 100);

/** Windows that are not part of an earlier one, as first positions. */
export function windows(model: Model): readonly number[] {
  const found: number[] = [];
  let last = -1;
  for (let p = 0; p < model.count; p += 1) {
    if (model.end[p]! > last) {
      found.push(p);
      last = model.end[p]!;
    }
  }
  return found;
}

/** The fewest total credits and then the most of the field, over all windows and selections; null when there is none. */
export function bestValue(model: Model, goal: number, starts: readonly number[], bounds: Bounds): Value | null {
  const { end, least, cap } = model;
  const ownNeeded = goal < 0 ? 0 : leastForMajor(model, least);
  const ownOf = (lo: number): number => bounds.own[end[lo]! + 1]! - bounds.own[lo]!;
  let best: Value | null = null;
  const open: number[] = [];
  let widest = -1;
  for (const lo of starts) {
    if (bounds.total[end[lo]! + 1]! - bounds.total[lo]! < least || ownOf(lo) < ownNeeded) continue;
    open.push(lo);
    if (widest < 0 || ownOf(lo) > ownOf(widest)) widest = lo;
  }
  const a = new Uint32Array(model.width);
  const b = new Uint32Array(model.width);
  let order: readonly number[] = goal < 0 || widest < 0 ? open : [widest];
  for (let at = 0; at < order.length; at += 1) {
    const lo = order[at]!;
    if (best !== null && best.total === least && (goal < 0 || best.own >= Math.min(least, ownOf(lo)))) break;
    const hi = end[lo]!;
    freeSums(model, goal, lo, hi, a, b);
    const most: number = goal < 0 ? 0 : Math.min(least, ownOf(lo));
    // Nothing is better than the least total with the most of the field; when the free nodes reach it, no component is asked.
    if (hasBit(a, 0, most) && hasBit(b, 0, least - most)) best = { total: least, own: most, single: false };
    else {
      const sums = boundSums(model, goal, lo, hi, null);
      if (sums !== null)
        best = improve(model, goal, ownOf(lo), best, (own, other) => reaches(sums, a, 0, b, 0, own, other, model.width));
    }
    if (order.length === 1 && open.length > 1) {
      if (best !== null && best.total === least && best.own >= Math.min(least, ownOf(lo))) break;
      order = [widest, ...open.filter((other) => other !== widest).sort((x, y) => ownOf(y) - ownOf(x) || x - y)];
    }
  }
  return best ?? single(model, goal, cap);
}

function improve(
  model: Model,
  goal: number,
  ownMost: number,
  best: Value | null,
  can: (own: number, other: number) => boolean,
): Value | null {
  const lastTotal = best === null ? model.cap : best.total;
  for (let total = model.least; total <= lastTotal; total += 1) {
    if (goal < 0) {
      if ((best === null || total < best.total) && can(0, total)) return { total, own: 0, single: false };
      continue;
    }
    const fewest = best !== null && total === best.total ? best.own + 1 : leastForMajor(model, total);
    for (let own = Math.min(total, ownMost); own >= fewest; own -= 1)
      if (can(own, total - own)) return { total, own, single: false };
  }
  return best;
}

/** A unit of more credits than any sum that matters is a selection on its own; the smallest such unit, if there is one. */
function single(model: Model, goal: number, cap: number): Value | null {
  let total = Number.POSITIVE_INFINITY;
  for (const [n, credits] of model.credits.entries()) {
    if (credits > cap && credits < total && (goal < 0 || model.field[n] === goal) && fitsWindow(model, n)) total = credits;
  }
  return total === Number.POSITIVE_INFINITY ? null : { total, own: goal < 0 ? 0 : total, single: true };
}

function fitsWindow(model: Model, n: number): boolean {
  const { slots } = model.nodes[n]!;
  return slots.some((positions) =>
    positions.some((lo) => slots.every((other) => other.some((p) => p >= lo && p <= model.end[lo]!))),
  );
}
