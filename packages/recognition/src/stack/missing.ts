import type { MissingCredits } from '../award/decision.ts';
import { dateOfDay } from '../record/local-date.ts';
import type { LocalDate } from '../record/portable-record.ts';
import { freeTables } from './free.ts';
import type { Model } from './model.ts';
import { reaches, reachesAlone } from './reach.ts';
import { type WalkSpace, walkWindow } from './walk.ts';

/** The first position that an outcome of the day could still stack with. */
function firstJoinable(model: Model, asOfDay: number): number {
  let p = 0;
  while (p < model.count && model.until[p]! < asOfDay) p += 1;
  return p;
}

/** Asks whether so many credits of the field and of all else can be reached from a position to the last. */
type Question = (own: number, other: number) => boolean;

/** The question about the positions from `lo` on; the free tables must be filled, and the question before is over. */
function questionFrom(model: Model, goal: number, lo: number, { a, b }: WalkSpace): Question {
  const span = { goal, lo, hi: model.count - 1, decided: null };
  const free = { a, b, at: lo * model.width };
  model.joined.holds = 'nothing';
  return (own, other) => reachesAlone(free, own, other) || reaches(model, span, free, own, other);
}

/** The most credits under the least, the latest start among those, then the walk (contracts 3, `missing`). */
export function missingCredits(model: Model, asOfDay: number, space: WalkSpace): MissingCredits {
  const first = firstJoinable(model, asOfDay);
  const hi = model.count - 1;
  const nothing = { credits: model.least, from: null, by: null, counted: [] };
  if (first > hi) return nothing;
  freeTables(model, -1, first, hi, new Uint8Array(model.nodes.length), space.a, space.b);
  const most = (lo: number): number => {
    const can = questionFrom(model, -1, lo, space);
    for (let total = model.least - 1; total > 0; total -= 1) if (can(0, total)) return total;
    return 0;
  };
  const best = most(first);
  if (best === 0) return nothing;
  const lo = sameDay(
    model,
    latest(first, hi, (from) => most(from) === best),
  );
  const positions = walkWindow(model, -1, { own: 0, other: best, lo, hi, first: false }, space) ?? [];
  return {
    credits: model.least - best,
    from: model.entries[lo]!.countingDate,
    by: dateOfDay(model.until[lo]!),
    counted: positions.map((p) => model.entries[p]!.achievement.id),
  };
}

/** The smallest x such that one more outcome of x credits in the field, dated as of the day, gives the major; and until when. */
export function missingForMajor(
  model: Model,
  goal: number,
  asOfDay: number,
  space: WalkSpace,
  own: Int32Array,
): { readonly missing: number; readonly by: LocalDate | null } {
  const first = firstJoinable(model, asOfDay);
  const hi = model.count - 1;
  if (first > hi) return { missing: model.least, by: null };
  freeTables(model, goal, first, hi, new Uint8Array(model.nodes.length), space.a, space.b);
  // No selection holds more of the field than this, so none needs less than the ideal.
  const mostFrom = (lo: number): number => Math.min(own[hi + 1]! - own[lo]!, model.cap);
  const ideal = fewestFor(model, mostFrom(first));
  const missing = fewest(model, mostFrom(first), ideal, questionFrom(model, goal, first, space));
  if (missing >= model.least) return { missing: model.least, by: null };
  const reached = (lo: number): boolean => fewest(model, mostFrom(lo), missing, questionFrom(model, goal, lo, space)) <= missing;
  const lo = latest(first, hi, reached);
  return { missing, by: dateOfDay(model.until[lo]!) };
}

/** `max(0, 40 - T, ceil((51 T - 100 f) / 49))`, with the policy's numbers. */
const needed = ({ least, percent }: Model, own: number, total: number): number =>
  Math.max(0, least - total, Math.ceil((percent * total - 100 * own) / (100 - percent)));

/** The least that is needed beside so many credits of the field, whatever else there is. */
function fewestFor(model: Model, own: number): number {
  let best = model.least;
  for (let total = own; total <= model.cap; total += 1) best = Math.min(best, needed(model, own, total));
  return best;
}

/**
 * The least that is needed over the reachable credits, with at most so many of the field; the search ends at `enough`, which the
 * caller knows to be the best. For so many of the field, more of all else first helps to the total and then hurts the share, so only
 * the nearest reachable sums on both sides of the turning point matter.
 */
function fewest(model: Model, mostOwn: number, enough: number, can: Question): number {
  const { least, percent, cap } = model;
  let best = least;
  for (let own = mostOwn; own >= 0 && best > enough; own -= 1) {
    const better = (other: number): boolean => needed(model, own, own + other) < best;
    const turn = Math.min(cap - own, Math.floor(((100 - percent) * least) / 100));
    let below = turn;
    while (below >= 0 && better(below) && !can(own, below)) below -= 1;
    if (below >= 0 && better(below)) best = needed(model, own, own + below);
    let above = turn + 1;
    while (own + above <= cap && better(above) && !can(own, above)) above += 1;
    if (own + above <= cap && better(above)) best = needed(model, own, own + above);
  }
  return best;
}

/** The last position of a range for which the test holds; it holds for the first, and for all before one for which it holds. */
function latest(first: number, last: number, holds: (position: number) => boolean): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first position of the same date. */
function sameDay(model: Model, position: number): number {
  let p = position;
  while (p > 0 && model.day[p - 1] === model.day[position]) p -= 1;
  return p;
}
