import { type Context, type Entry, readContext } from '../../award/context.ts';
import { afterAsOf } from '../../award/rules/after-as-of.ts';
import { alreadyUsed } from '../../award/rules/already-used.ts';
import { assessedTooLate } from '../../award/rules/assessed-too-late.ts';
import { notAchieved } from '../../award/rules/not-achieved.ts';
import { notConfirmed } from '../../award/rules/not-confirmed.ts';
import { outcomeNotAccredited } from '../../award/rules/outcome-not-accredited.ts';
import { providerNotAccredited } from '../../award/rules/provider-not-accredited.ts';
import { withdrawn } from '../../award/rules/withdrawn.ts';
import { addYears } from '../../record/local-date.ts';
import type { LocalDate, RecognitionRecord } from '../../record/portable-record.ts';
import type { RecognitionFramework, RuleVersion } from '../schema.ts';
import type { AwardReason } from './answer.ts';

/** An achievement that may count, measured by the framework that decides. */
export interface Countable {
  readonly entry: Entry;
  /** Whole minutes of the framework's unit. */
  readonly minutes: number;
  /** Place of its level in the framework's scale; -1 without one. */
  readonly rank: number;
  /** The rest of its group, where credit sits on a whole set of outcomes (contracts 2). */
  readonly beside: readonly Entry[];
}

export interface Reading {
  readonly context: Context;
  /** By counting date, then id. A whole group is one of them. */
  readonly countable: readonly Countable[];
  /** Members of groups that are not whole: they hold a part, and count for no size. */
  readonly loose: readonly Countable[];
  readonly excluded: readonly { readonly entry: Entry; readonly reason: AwardReason }[];
  /** Minutes that were rounded away because they make no whole step of the unit. */
  readonly rounded: number;
}

/** Whether the award is made by size, of anything or of a list, and not of named parts. */
export const isBySize = ({ composition: { kind } }: RuleVersion): boolean => kind === 'any' || kind === 'list';

type Rule = (entry: Entry) => boolean;

/**
 * Sorts a record's achievements into those that may count and those that never can, each with its reason; reads sizes in the
 * framework's unit. Sizes are the outcome's minutes, else its credits in the unit of the record's own framework.
 */
export function readForAward(
  framework: RecognitionFramework,
  rule: RuleVersion,
  record: RecognitionRecord,
  recordUnit: number,
  options: { readonly asOf?: LocalDate; readonly supersedes?: string },
): Reading {
  const context = readContext(record, options);
  const measure = measurer(framework, recordUnit);
  const needsSize = isBySize(rule);
  const rules = rulesFor(framework, rule, context);
  const countable: Countable[] = [];
  const excluded: { entry: Entry; reason: AwardReason }[] = [];
  const ranks = new Map(framework.levels.map(({ label }, at) => [label, at]));
  const groups = new Map<string, Countable[]>();
  let rounded = 0;
  for (const entry of context.entries) {
    let reason: AwardReason | null = null;
    for (const [name, applies] of rules) {
      if (applies(entry)) {
        reason = name;
        break;
      }
    }
    const exact = measure(entry);
    const minutes = exact - (exact % framework.unit.step);
    if (reason === null && needsSize && minutes === 0) reason = 'no-size';
    if (reason === null) {
      const one = { entry, minutes, rank: ranks.get(labelOf(entry)) ?? -1, beside: [] };
      const { group } = entry.outcome;
      if (group === null) {
        rounded += exact - minutes;
        countable.push(one);
      } else groups.set(group.id, [...(groups.get(group.id) ?? []), one]);
    } else excluded.push({ entry, reason });
  }
  const loose = [...groups.values()].flatMap((members) => {
    const { whole, rest } = gather(members.sort(byDay));
    if (whole !== null) countable.push(whole);
    return rest;
  });
  countable.sort(byDay);
  excluded.sort((a, b) => (a.entry.achievement.id < b.entry.achievement.id ? -1 : 1));
  return { context, countable, loose, excluded, rounded };
}

const byDay = (a: Countable, b: Countable): number =>
  a.entry.day - b.entry.day || (a.entry.achievement.id < b.entry.achievement.id ? -1 : 1);

/** A group counts when there is one achievement for each of its outcomes: the earliest of each, standing where the last of them stands. */
function gather(members: readonly Countable[]): { readonly whole: Countable | null; readonly rest: readonly Countable[] } {
  const first = new Map<string, Countable>();
  for (const one of members) if (!first.has(one.entry.outcome.id)) first.set(one.entry.outcome.id, one);
  const parts = [...first.values()];
  const last = parts.at(-1);
  if (last === undefined || parts.length < (last.entry.outcome.group?.members ?? 0)) return { whole: null, rest: members };
  return {
    whole: { ...last, beside: parts.slice(0, -1).map(({ entry }) => entry) },
    rest: members.filter((one) => !parts.includes(one)),
  };
}

const labelOf = ({ outcome: { levelLabel, level } }: Entry): string => levelLabel ?? (level === null ? '' : String(level));

/** Minutes of an outcome in this framework's unit: learning of a kind that is measured otherwise counts in proportion. */
function measurer({ unit }: RecognitionFramework, recordUnit: number): (entry: Entry) => number {
  return ({ outcome }) => {
    const minutes = outcome.size?.minutes ?? (outcome.group?.credits ?? outcome.credits) * recordUnit;
    const own = outcome.kind == null ? undefined : unit.kinds[outcome.kind];
    return own === undefined ? minutes : Math.floor((minutes * unit.minutes) / own);
  };
}

/** What may be counted, in the order in which a reason is given: first the record's own rules, then the framework's. */
function rulesFor(
  { levels }: RecognitionFramework,
  rule: RuleVersion,
  context: Context,
): readonly (readonly [AwardReason, Rule])[] {
  const { counts, use } = rule;
  const sized = isBySize(rule);
  const rules: (readonly [AwardReason, Rule])[] = [
    ['after-as-of', (entry) => afterAsOf(entry, context)],
    ['not-achieved', notAchieved],
    ['not-confirmed', notConfirmed],
    ['withdrawn', withdrawn],
  ];
  if (counts.accredited)
    rules.push(['outcome-not-accredited', outcomeNotAccredited], ['provider-not-accredited', providerNotAccredited]);
  rules.push(['assessed-too-late', assessedTooLate]);
  if (use !== 'keeps') rules.push(['already-used', (entry) => alreadyUsed(entry, context)]);
  if (counts.creditBearing) rules.push(['not-credit-bearing', ({ outcome }) => outcome.creditBearing === false]);
  const { kinds, modes, levels: range, shelfLifeYears } = counts;
  if (kinds !== null) rules.push(['kind-not-counted', ({ outcome }) => !kinds.includes(outcome.kind ?? '')]);
  if (modes !== null) rules.push(['mode-not-counted', ({ achievement }) => !modes.includes(achievement.mode)]);
  if (range !== null) {
    const ranks = new Map(levels.map(({ label }, at) => [label, at]));
    const [least, most] = [ranks.get(range.least) ?? 0, ranks.get(range.most ?? '') ?? levels.length];
    rules.push([
      'level-not-counted',
      (entry) => {
        const rank = ranks.get(labelOf(entry));
        // A named part is the part that it is, whether or not its source states a level.
        return rank === undefined ? sized || labelOf(entry) !== '' : rank < least || rank > most;
      },
    ]);
  }
  const { asOf } = context;
  if (shelfLifeYears !== null && asOf !== null)
    rules.push(['expired', ({ countingDate }) => addYears(countingDate, shelfLifeYears) < asOf]);
  return rules;
}
