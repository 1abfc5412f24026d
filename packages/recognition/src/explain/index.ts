import type { DecisionErrorCode } from '../award/decision-error.ts';
import { type Decision, EXCLUSION_REASONS, type ExclusionReason, type Undated } from '../award/decision.ts';
import { countingDate } from '../award/context.ts';
import type { Achievement, Field, LocalDate, Outcome, RecognitionRecord } from '../record/portable-record.ts';
import { en } from './en.ts';
import { mi } from './mi.ts';
import type { Language, Line, ReasonData, Words } from './words.ts';

export type { Language, Line, ReasonData } from './words.ts';

/** A line of an explanation: its code and data, and the plain sentence in the language asked for. */
export type Sentence = Line & { readonly text: string };

const WORDS: Readonly<Record<Language, Words>> = { en, mi };

/** A date for people: "17 Feb 2020", "17 o Huitanguru 2020"; `short` for columns: "17 Feb 2020", "17 Hui 2020". */
export function formatDate(date: LocalDate, language: Language, form: 'sentence' | 'short' = 'sentence'): string {
  const words = WORDS[language];
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))];
  const short = words.shortMonths[month] ?? '';
  return form === 'short' || language === 'en' ? `${day} ${short} ${year}` : words.date(day, words.months[month] ?? '', year);
}

/** The name of a field; null is "Unclassified". */
export function fieldName(field: Field | 'unclassified' | null, language: Language): string {
  const words = WORDS[language];
  return field === null || field === 'unclassified' ? words.unclassified : (words.fields[field] ?? field);
}

/** "because ..." for one reason, without the capital and the full stop. Dates in `data` are YYYY-MM-DD. */
export function explainReason(reason: ExclusionReason, data: ReasonData, language: Language): string {
  const said = (date: string | null): string | null => (date === null ? null : formatDate(date, language));
  return WORDS[language].reason(reason, {
    provider: data.provider,
    date: formatDate(data.date, language),
    asOf: said(data.asOf),
    lastAssessment: said(data.lastAssessment),
  });
}

/** A plain sentence for an error that kept a decision from being made. */
export const explainError = (code: DecisionErrorCode, language: Language): string => WORDS[language].error[code];

/** A plain sentence for a problem of an edited selection. */
export function explainSelectionProblem(code: string, language: Language): string {
  const words = WORDS[language];
  const known = words.selection[code];
  if (known !== undefined) return known;
  const reason = EXCLUSION_REASONS.find((one) => one === code);
  const blank: ReasonData = {
    provider: language === 'en' ? 'the provider' : 'te kaiwhakarato',
    date: language === 'en' ? 'its day' : 'tōna rā',
    asOf: null,
    lastAssessment: null,
  };
  if (reason === undefined) return code;
  return language === 'en'
    ? `Does not count, because ${words.reason(reason, blank)}.`
    : `Kāore e tatauria, nā te mea ${words.reason(reason, blank)}.`;
}

/** A share in whole percent, rounded down: 50.98% is 50%, never 51% (domain A10). */
export const percentOf = (part: number, total: number): number => (total === 0 ? 0 : Math.floor((100 * part) / total));

/**
 * A decision line by line: what can be claimed, what counts, what does not and why, what is missing. Reads only the decision and
 * the record that it was made from.
 */
export function explain(decision: Undated<Decision>, record: RecognitionRecord, language: Language): readonly Sentence[] {
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const achievements = new Map(record.achievements.map((achievement) => [achievement.id, achievement]));
  const providers = new Map(record.organisations.map((organisation) => [organisation.id, organisation.name]));
  const find = (id: string): { achievement: Achievement; outcome: Outcome } => {
    const achievement = achievements.get(id);
    const outcome = achievement === undefined ? undefined : outcomes.get(achievement.outcome);
    if (achievement === undefined || outcome === undefined) throw new TypeError(`${id} is not in the record`);
    return { achievement, outcome };
  };
  const said = (date: string): string => formatDate(date, language);
  const sentences: Sentence[] = [];
  const say = (line: Line, why = ''): void => void sentences.push({ ...line, text: WORDS[language].line(line, why) });

  const first = decision.options[0];
  if (first === undefined) {
    const { missing } = decision;
    const credits = missing?.credits ?? 0;
    const held = missing?.counted.length === 0 ? 0 : heldCredits(missing?.counted ?? [], find);
    say({ code: 'not-eligible', data: { credits, held, by: missing?.by == null ? null : said(missing.by) } });
  } else {
    const named = decision.options.flatMap(({ major }) => (major === null ? [] : [fieldName(major, language)]));
    say({ code: 'eligible', data: { majors: named } });
    say({
      code: 'stack',
      data: { credits: first.credits, outcomes: first.counted.length, from: said(first.from), to: said(first.to) },
    });
  }
  for (const { major, credits, fieldCredits } of decision.options) {
    if (major === null) continue;
    const own = fieldCredits[major] ?? 0;
    say({
      code: 'major',
      data: { field: fieldName(major, language), credits: own, total: credits, percent: percentOf(own, credits), needed: 51 },
    });
  }
  const counted = first?.counted ?? decision.missing?.counted ?? [];
  const inUse = new Set(counted);
  for (const id of counted) {
    const { achievement, outcome } = find(id);
    const data = { achievement: id, name: outcome.name, date: said(countingDate(achievement)) };
    if (outcome.group === null) say({ code: 'counts', data: { ...data, credits: outcome.credits } });
    else say({ code: 'counts-in-group', data: { ...data, credits: outcome.group.credits } });
  }
  for (const { achievement: id } of decision.expiring) {
    if (inUse.has(id)) continue;
    const { achievement, outcome } = find(id);
    say({
      code: 'spare',
      data: { achievement: id, name: outcome.name, credits: outcome.credits, date: said(countingDate(achievement)) },
    });
  }
  for (const { achievement: id, reason } of decision.excluded) {
    const { achievement, outcome } = find(id);
    const date = reason === 'after-as-of' ? countingDate(achievement) : achievement.date;
    const data = {
      provider: providers.get(achievement.provider) ?? achievement.provider,
      date,
      asOf: decision.asOf,
      lastAssessment: outcome.lastAssessment,
    };
    say(
      { code: 'does-not-count', data: { ...data, achievement: id, name: outcome.name, reason } },
      explainReason(reason, data, language),
    );
  }
  for (const { field, missing, by } of decision.majors) {
    if (missing > 0)
      say({
        code: 'major-missing',
        data: { field: fieldName(field, language), credits: missing, by: by === null ? null : said(by) },
      });
  }
  const soonest = decision.expiring.find(({ achievement }) => inUse.has(achievement));
  if (soonest !== undefined) {
    const { outcome } = find(soonest.achievement);
    say({ code: 'expires', data: { achievement: soonest.achievement, name: outcome.name, on: said(soonest.on) } });
  }
  return sentences;
}

function heldCredits(ids: readonly string[], find: (id: string) => { readonly outcome: Outcome }): number {
  const groups = new Map<string, number>();
  let credits = 0;
  for (const id of ids) {
    const { outcome } = find(id);
    if (outcome.group === null) credits += outcome.credits;
    else groups.set(outcome.group.id, outcome.group.credits);
  }
  for (const own of groups.values()) credits += own;
  return credits;
}
