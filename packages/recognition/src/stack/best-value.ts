import { freeSums } from './free.ts';
import type { Model } from './model.ts';
import { reaches, reachesAlone } from './reach.ts';

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

/** The bounds of a model before any field is asked about. */
export function totalBounds({ count, weight }: Model): Bounds {
  const total = new Int32Array(count + 1);
  for (let p = 0; p < count; p += 1) total[p + 1] = total[p]! + weight[p]!;
  return { total, own: new Int32Array(count + 1) };
}

/** The bounds with those of a field, which are written over those of the field before. */
export function boundsOf({ count, weight, weightField }: Model, goal: number, { total, own }: Bounds): Bounds {
  for (let p = 0; p < count; p += 1) own[p + 1] = own[p]! + (weightField[p] === goal ? weight[p]! : 0);
  return { total, own };
}

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
  const { end, least, cap, width } = model;
  const ownNeeded = goal < 0 ? 0 : leastForMajor(model, least);
  const ownOf = (lo: number): number => bounds.own[end[lo]! + 1]! - bounds.own[lo]!;
  const open: number[] = [];
  // The window with most of the field comes first: in most records its value is the best that any could have.
  let widest = 0;
  for (const lo of starts) {
    if (bounds.total[end[lo]! + 1]! - bounds.total[lo]! < least || ownOf(lo) < ownNeeded) continue;
    if (open.length > 0 && ownOf(lo) > ownOf(open[widest]!)) widest = open.length;
    open.push(lo);
  }
  const free = { a: new Uint32Array(width), b: new Uint32Array(width), at: 0 };
  let best: Value | null = null;
  for (let at = -1; at < open.length && open.length > 0; at += 1) {
    if (at === widest) continue;
    const lo = open[at < 0 ? widest : at]!;
    // Nothing is better than the least total with the most of the field.
    const most: number = goal < 0 ? 0 : Math.min(least, ownOf(lo));
    if (best !== null && best.total === least && best.own >= most) continue;
    const hi = end[lo]!;
    freeSums(model, goal, lo, hi, free.a, free.b);
    // When the free nodes reach that, no component is asked.
    if (reachesAlone(free, most, least - most)) best = { total: least, own: most, single: false };
    else {
      const span = { goal, lo, hi, decided: null };
      model.joined.holds = 'nothing';
      best = improve(model, goal, ownOf(lo), best, (own, other) => reaches(model, span, free, own, other));
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
