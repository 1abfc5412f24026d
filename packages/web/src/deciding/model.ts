import type { Achievement, AwardOption, Decision, ExclusionReason, Outcome, RecognitionRecord } from '@recognition/recognition';
import { byDate } from '../parts/stack/measures.ts';
import { dateOf, dayOf, yearsOn } from '../parts/stack/time.ts';
import type { StackItem, Standing } from '../parts/stack/types.ts';

/** One line of a record: an achievement with everything that a row, a block or a sentence says about it. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly outcome: Outcome;
  readonly field: string | null;
  /** The credits that this line brings; 0 for all but the last member of a group. */
  readonly credits: number;
  readonly level: number | null;
  readonly date: string;
  readonly provider: string;
  readonly result: Achievement['result'];
  readonly mode: Achievement['mode'];
  readonly status: Achievement['status'];
  /** Why it can never count on its own account; null when it may. */
  readonly reason: ExclusionReason | null;
  /** The last day on which something new can stack with it. */
  readonly lastDay: string;
}

/** The credits that the ALQ needs, the share of a major in percent and the window in years (nz-alq 2025.1). */
export const RULE = { credits: 40, share: 51, years: 7 } as const;

/** The date that counts for the window: the original one of a credit transfer, else the achievement's own. */
export function countingDate(achievement: Achievement): string {
  return achievement.mode === 'crt' && achievement.originalDate !== null ? achievement.originalDate : achievement.date;
}

/** The lines of a record, oldest first. The credits of a group stand on the last of its members that may count. */
export function linesOf(record: RecognitionRecord, decision: Decision | null): readonly Line[] {
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const providers = new Map(record.organisations.map((organisation) => [organisation.id, organisation.name]));
  const reasons = new Map((decision?.excluded ?? []).map((excluded) => [excluded.achievement, excluded.reason]));
  const lastOfGroup = new Map<string, { date: string; id: string }>();
  for (const achievement of record.achievements) {
    const group = outcomes.get(achievement.outcome)?.group;
    if (group === undefined || group === null || reasons.has(achievement.id)) continue;
    const here = { date: countingDate(achievement), id: achievement.id };
    const last = lastOfGroup.get(group.id);
    if (last === undefined || byDate(last, here) < 0) lastOfGroup.set(group.id, here);
  }
  return record.achievements
    .flatMap((achievement): Line[] => {
      const outcome = outcomes.get(achievement.outcome);
      if (outcome === undefined) return [];
      const date = countingDate(achievement);
      const credits =
        outcome.group === null
          ? outcome.credits
          : lastOfGroup.get(outcome.group.id)?.id === achievement.id
            ? outcome.group.credits
            : 0;
      return [
        {
          id: achievement.id,
          name: outcome.name,
          code: outcome.code,
          outcome,
          field: outcome.field,
          credits,
          level: outcome.level,
          date,
          provider: providers.get(achievement.provider) ?? achievement.provider,
          result: achievement.result,
          mode: achievement.mode,
          status: achievement.status,
          reason: reasons.get(achievement.id) ?? null,
          lastDay: yearsOn(date, RULE.years),
        },
      ];
    })
    .sort(byDate);
}

export interface Frame {
  readonly from: string;
  readonly to: string;
}

/** Seven calendar years from a date, both ends in it. */
export function frameFrom(from: string): Frame {
  return { from, to: yearsOn(from, RULE.years) };
}

/** The option that the picture opens on: the best with a major if there is one, else the best. */
export function bestOption(decision: Decision): AwardOption | null {
  return decision.options.find((option) => option.major !== null) ?? decision.options[0] ?? null;
}

/** The frame that the picture rests on: that of the best option, or of the nearest to one, or the seven years to today. */
export function bestFrame(decision: Decision, today: string): Frame {
  return frameFrom(bestOption(decision)?.from ?? decision.missing?.from ?? yearsOn(today, -RULE.years));
}

export function standingOf(line: Line, counted: ReadonlySet<string>, frame: Frame): Standing {
  if (counted.has(line.id)) return 'counted';
  if (line.reason === 'not-confirmed') return 'waiting';
  if (line.reason !== null) return 'excluded';
  return line.date < frame.from || line.date > frame.to ? 'outside' : 'spare';
}

/** The blocks of the picture. A block leaves soon when its last day is within a year of today. */
export function itemsOf(lines: readonly Line[], counted: ReadonlySet<string>, frame: Frame, today: string): StackItem[] {
  const soon = yearsOn(today, 1);
  return lines
    .filter((line) => line.credits > 0)
    .map((line) => {
      const leaves = dateOf(dayOf(line.lastDay) + 1);
      return {
        id: line.id,
        name: line.name,
        field: line.field,
        credits: line.credits,
        date: line.date,
        standing: standingOf(line, counted, frame),
        leaves: counted.has(line.id) && leaves > today && leaves <= soon ? leaves : null,
      };
    });
}

/** Credits of the counted lines by field, and the field with most: `percent` is rounded down (50.98 is 50). */
export function sumsOf(
  lines: readonly Line[],
  counted: ReadonlySet<string>,
): {
  total: number;
  largest: { field: string; credits: number; percent: number } | null;
  fields: ReadonlyMap<string | null, number>;
} {
  const fields = new Map<string | null, number>();
  let total = 0;
  for (const line of lines) {
    if (!counted.has(line.id) || line.credits === 0) continue;
    total += line.credits;
    fields.set(line.field, (fields.get(line.field) ?? 0) + line.credits);
  }
  let largest: { field: string; credits: number; percent: number } | null = null;
  for (const [field, credits] of fields) {
    if (field !== null && (largest === null || credits > largest.credits))
      largest = { field, credits, percent: Math.floor((100 * credits) / total) };
  }
  return { total, largest, fields };
}
