import type { Framework } from '../framework/framework.ts';
import { dateOfDay, dayNumber } from '../record/local-date.ts';
import type { LocalDate, RecognitionRecord } from '../record/portable-record.ts';
import { buildModel, type Model } from '../stack/model.ts';
import { stack } from '../stack/options.ts';
import { type Entry, readContext } from './context.ts';
import type { Decision, ExclusionReason, Undated } from './decision.ts';
import { DecisionError } from './decision-error.ts';
import { reasonAgainst } from './index.ts';
import { choosePolicy } from './policy.ts';

/** More achievements than this are refused (contracts 3). */
export const MOST_ACHIEVEMENTS = 2000;

export interface DecideOptions {
  /** The day of the decision; the latest counting date in the record when it is left out. */
  readonly asOf?: LocalDate;
  /** Such as `nz-alq@2025.1`; the latest version when it is left out. */
  readonly policy?: string;
  /** A live award whose spent learning is treated as free, to make a new version of it. */
  readonly supersedes?: string;
}

const byId = (a: Entry, b: Entry): number => (a.achievement.id < b.achievement.id ? -1 : 1);

/**
 * Decides what award a record allows: every option, what cannot count and why, and what is missing. Credits are whole New Zealand
 * credits. Exact: if a selection exists it is found. Throws DecisionError `too-entangled`, `unknown-policy` or `unknown-award`.
 * Source: contracts 3; domain section 9.
 */
export function decide(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options: DecideOptions & { readonly asOf: LocalDate },
): Decision;
export function decide(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options?: DecideOptions,
): Undated<Decision>;
export function decide(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options: DecideOptions = {},
): Undated<Decision> {
  const { award: chosen, policy } = choosePolicy(framework, award, options.policy);
  if (record.achievements.length > MOST_ACHIEVEMENTS) {
    throw new DecisionError('too-entangled', `A record of more than ${MOST_ACHIEVEMENTS} achievements is not decided.`);
  }
  const context = readContext(record, options);
  const excluded: { readonly entry: Entry; readonly reason: ExclusionReason }[] = [];
  const countable: Entry[] = [];
  for (const entry of context.entries) {
    const reason = reasonAgainst(entry, context);
    if (reason === null) countable.push(entry);
    else excluded.push({ entry, reason });
  }
  excluded.sort((a, b) => byId(a.entry, b.entry));
  const model = buildModel(countable, context.chain, policy);
  const { options: found, missing, majors } = stack(model, context.asOf === null ? 0 : dayNumber(context.asOf));
  return {
    award: chosen.id,
    policy: { id: chosen.policy, version: policy.version },
    asOf: context.asOf,
    eligible: found.length > 0,
    options: found,
    excluded: excluded.map(({ entry, reason }) => ({ achievement: entry.achievement.id, reason })),
    missing,
    majors,
    expiring: expiring(model),
  };
}

/** The first day on which nothing new can stack with each achievement; the order by "on" and id is that of the model's dates but for a leap day. */
function expiring({ entries, day, until }: Model): Decision['expiring'] {
  const found: { readonly achievement: string; readonly on: LocalDate }[] = [];
  let sorted = true;
  let on: LocalDate = '';
  for (let p = 0; p < entries.length; p += 1) {
    if (p === 0 || until[p] !== until[p - 1]) on = dateOfDay(until[p]! + 1);
    else if (day[p] !== day[p - 1]) sorted = false;
    found.push({ achievement: entries[p]!.achievement.id, on });
  }
  if (!sorted) found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.achievement < b.achievement ? -1 : 1));
  return found;
}
