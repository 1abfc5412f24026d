import type { MissingCredits } from '../award/decision.ts';
import { dateOfDay } from '../record/local-date.ts';
import type { LocalDate } from '../record/portable-record.ts';
import { hasBit, shiftOr, type Sums } from './bits.ts';
import type { Model } from './model.ts';
import { boundSums, freeTables } from './reach.ts';
import { type WalkSpace, walkWindow } from './walk.ts';

/** The first position that an outcome of the day could still stack with. */
function firstJoinable(model: Model, asOfDay: number): number {
  let p = 0;
  while (p < model.count && model.until[p]! < asOfDay) p += 1;
  return p;
}

/** Everything reachable from position `lo` to the last, in rows of the goal's credits. The free tables must be filled. */
function allSums(model: Model, goal: number, lo: number, { a, b }: WalkSpace): Sums {
  const { width, cap } = model;
  const at = lo * width;
  const bound = boundSums(model, goal, lo, model.count - 1, null);
  const rows = new Uint32Array((cap + 1) * width);
  if (bound === null) return { rows: 0, words: rows };
  const beside = new Uint32Array(width);
  for (let row = 0; row < bound.rows; row += 1) {
    beside.fill(0);
    for (let sum = 0; sum <= cap; sum += 1) if (hasBit(bound.words, row * width, sum)) shiftOr(beside, 0, b, at, sum, width);
    for (let own = 0; own + row <= cap; own += 1) if (hasBit(a, at, own)) shiftOr(rows, (row + own) * width, beside, 0, 0, width);
  }
  return { rows: cap + 1, words: rows };
}

/** The most credits under the least, the latest start among those, then the walk (contracts 3, `missing`). */
export function missingCredits(model: Model, asOfDay: number, space: WalkSpace): MissingCredits {
  const first = firstJoinable(model, asOfDay);
  const hi = model.count - 1;
  const nothing = { credits: model.least, from: null, by: null, counted: [] };
  if (first > hi) return nothing;
  freeTables(model, -1, first, hi, new Uint8Array(model.nodes.length), space.a, space.b);
  const most = (lo: number): number => {
    const sums = allSums(model, -1, lo, space);
    for (let total = model.least - 1; total > 0; total -= 1) if (hasBit(sums.words, 0, total)) return total;
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
  const ideal = fewestFor(model, Math.min(own[hi + 1]! - own[first]!, model.cap));
  const alone = fewest(
    model,
    (count) => hasBit(space.a, first * model.width, count),
    space.b,
    () => first * model.width,
  );
  const missing = alone <= ideal ? alone : fewestOf(model, allSums(model, goal, first, space));
  if (missing >= model.least) return { missing: model.least, by: null };
  const reached = (lo: number): boolean => {
    const at = lo * model.width;
    if (
      fewest(
        model,
        (count) => hasBit(space.a, at, count),
        space.b,
        () => at,
      ) <= missing
    )
      return true;
    return model.components.length > 0 && fewestOf(model, allSums(model, goal, lo, space)) <= missing;
  };
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

const fewestOf = (model: Model, sums: Sums): number =>
  fewest(
    model,
    (own) => own < sums.rows,
    sums.words,
    (own) => own * model.width,
  );

/**
 * The least that is needed over the reachable credits. For so many of the field, more of all else first helps to the total and then
 * hurts the share, so only the nearest reachable sums on both sides of the turning point matter.
 */
function fewest(model: Model, has: (own: number) => boolean, others: Uint32Array, at: (own: number) => number): number {
  const { least, percent, cap } = model;
  let best = least;
  for (let own = 0; own <= cap; own += 1) {
    if (!has(own)) continue;
    const row = at(own);
    const turn = Math.min(cap - own, Math.max(0, Math.floor(((100 - percent) * least) / 100)));
    for (let other = turn; other >= 0; other -= 1) {
      if (!hasBit(others, row, other)) continue;
      best = Math.min(best, needed(model, own, own + other));
      break;
    }
    for (let other = turn + 1; own + other <= cap; other += 1) {
      if (!hasBit(others, row, other)) continue;
      best = Math.min(best, needed(model, own, own + other));
      break;
    }
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
