import type { AwardOption, MajorStanding, MissingCredits } from '../award/decision.ts';
import { type Field, FIELDS } from '../record/portable-record.ts';
import { bestValue, boundsOf, totalBounds, type Value, windows } from './best-value.ts';
import { missingCredits, missingForMajor } from './missing.ts';
import { UNCLASSIFIED } from './field.ts';
import type { Model } from './model.ts';
import { walkAllWindows, walkSpace } from './walk.ts';

export interface Stacked {
  readonly options: readonly AwardOption[];
  readonly missing: MissingCredits | null;
  readonly majors: readonly MajorStanding[];
}

/** Every option, what is missing, and how far each major is: exact for every record that is not refused (contracts 3). */
export function stack(model: Model, asOfDay: number): Stacked {
  const starts = windows(model);
  const space = walkSpace(model);
  const unasked = totalBounds(model);
  const plain = bestValue(model, -1, starts, unasked);
  const options: AwardOption[] = [];
  const majors: MajorStanding[] = [];
  if (plain !== null) options.push(option(model, null, plain, walkAllWindows(model, -1, plain, unasked, space)));
  for (const goal of model.fields) {
    const bounds = boundsOf(model, goal, unasked);
    const value = plain === null ? null : bestValue(model, goal, starts, bounds);
    const field = FIELDS[goal]!;
    if (value === null) majors.push({ field, ...missingForMajor(model, goal, asOfDay, space, bounds.own) });
    else {
      majors.push({ field, missing: 0, by: null });
      options.push(option(model, goal, value, walkAllWindows(model, goal, value, bounds, space)));
    }
  }
  const share = (one: AwardOption): number => (one.major === null ? 0 : (one.fieldCredits[one.major] ?? 0));
  options.sort((x, y) => {
    if (x.major === null || y.major === null) return x.major === null ? -1 : 1;
    return share(y) * x.credits - share(x) * y.credits || (x.major < y.major ? -1 : 1);
  });
  return { options, missing: plain === null ? missingCredits(model, asOfDay, space) : null, majors };
}

function option(model: Model, goal: number | null, value: Value, positions: readonly number[]): AwardOption {
  const entries = positions.map((p) => model.entries[p]!);
  return {
    major: goal === null ? null : FIELDS[goal]!,
    credits: value.total,
    counted: entries.map((entry) => entry.achievement.id),
    from: entries[0]!.countingDate,
    to: entries.at(-1)!.countingDate,
    fieldCredits: fieldCredits(model, positions),
  };
}

/** Credits by field, most first and then by slug; a group's credit stands in the group's field, once, on its first slot. */
function fieldCredits(model: Model, positions: readonly number[]): AwardOption['fieldCredits'] {
  const sums = new Int32Array(UNCLASSIFIED + 1);
  for (const p of positions) {
    if (model.slot[p]! > 0) continue;
    const node = model.free[p]! >= 0 ? model.free[p]! : model.at[p]![0]!;
    sums[model.field[node]!]! += model.nodes[node]!.credits;
  }
  const present: number[] = [];
  for (let field = 0; field <= UNCLASSIFIED; field += 1) if (sums[field]! > 0) present.push(field);
  present.sort((a, b) => sums[b]! - sums[a]! || a - b);
  const credits: Partial<Record<Field | 'unclassified', number>> = {};
  for (const field of present) credits[FIELDS[field] ?? 'unclassified'] = sums[field]!;
  return credits;
}
