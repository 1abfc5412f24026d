import { countingDate } from '../award/context.ts';
import type { LocalDate, RecognitionRecord } from '../record/portable-record.ts';
import type { AwardDecision } from './decide/answer.ts';
import type { Definition } from './definition.ts';
import type { AwardClaim, ComposedAward, RecognitionFramework, Spoken, Translated } from './schema.ts';

/** An award that the repository issues to who claims it. */
export interface ClaimedAward {
  readonly award: ComposedAward;
  readonly claim: AwardClaim;
}

/** How an award of the framework is claimed here; null where its file does not say that it is, or there is no such award. */
export function claimedAward({ awards }: RecognitionFramework, awardId: string): ClaimedAward | null {
  const award = awards.find(({ id }) => id === awardId);
  return award?.rule !== 'compose' || award.claim === null ? null : { award, claim: award.claim };
}

/** What an award that was claimed is called in a language: the name of its kind, with the title of its definition. */
export function claimedName({ name }: AwardClaim, { title }: Pick<Definition, 'title'>, language: Spoken): string {
  return inLanguage(name, language).replaceAll('{title}', () => title);
}

/** What everybody who sees it is told, in a language. */
export const claimedNote = ({ note }: AwardClaim, language: Spoken): string => inLanguage(note, language);

const inLanguage = (words: Translated, language: Spoken): string => words[language] ?? words.en;

/**
 * A definition with those below it over every step, and nothing else: all that a decision on it reads, so that it can be kept and the
 * decision made again.
 */
export function withBelow(definition: Definition, definitions: readonly Definition[]): readonly Definition[] {
  const known = new Map(definitions.map((one) => [one.id, one]));
  const found = new Set([definition]);
  for (const { parts } of found)
    for (const { ref } of parts) {
      const below = known.get(ref);
      if (below !== undefined) found.add(below);
    }
  return [...found];
}

/**
 * A record as a framework reads it for a claim: what the framework itself has among its units and definitions is accredited there. In a
 * record of New Zealand's `accredited` says whether NZQA accredits an outcome, which no unit of another country is.
 */
export function asAccredited(record: RecognitionRecord, lineages: readonly string[]): RecognitionRecord {
  if (lineages.length === 0) return record;
  const own = new Set(lineages);
  return {
    ...record,
    outcomes: record.outcomes.map((one) => (!one.accredited && own.has(one.lineage) ? { ...one, accredited: true } : one)),
  };
}

/** Parts that are missing by the nearest way: of electives only as many as are still needed, the first of them. Empty when all are held. */
export function missingParts({ gates, parts }: Pick<AwardDecision, 'gates' | 'parts'>): readonly string[] {
  return gates.flatMap((gate) => {
    if (gate.gate !== 'parts' || gate.met) return [];
    const roles = gate.role.split('+');
    const open = parts.filter(({ role, held }) => held === null && roles.includes(role));
    return open.slice(0, gate.need - gate.have).map(({ ref }) => ref);
  });
}

/** Achievements that hold a missing part and cannot count, because another award has used them up. */
export function usedParts(decision: AwardDecision, record: RecognitionRecord): readonly string[] {
  const missing = new Set(decision.parts.flatMap(({ ref, held }) => (held === null ? [ref] : [])));
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const of = new Map(record.achievements.map(({ id, outcome }) => [id, outcomes.get(outcome)]));
  return decision.excluded.flatMap(({ achievement, reason }) => {
    const outcome = of.get(achievement);
    const holds = outcome !== undefined && (missing.has(outcome.lineage) || missing.has(outcome.group?.lineage ?? ''));
    return reason === 'already-used' && holds ? [achievement] : [];
  });
}

/** The first and the last day on which what is counted was achieved, a transfer when it first was; null where nothing is counted. */
export function spanOfMade(
  { counted }: Pick<AwardDecision, 'counted'>,
  { achievements }: RecognitionRecord,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const chosen = new Set(counted);
  const days = achievements
    .filter(({ id }) => chosen.has(id))
    .map(countingDate)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Whether a definition still makes an award of what was achieved by a day: one that was taken out of use does where all of it was by then. */
export const inUseOn = ({ withdrawn }: Pick<Definition, 'withdrawn'>, day: LocalDate): boolean =>
  withdrawn === null || day <= withdrawn;

/**
 * How large an award is, in whole minutes: as its definition says, else the sum of the parts that make it, those held and those still
 * missing, and no elective beside. Null where one of them has no size, as an assessment has none: it is not called nothing.
 */
export function sizeOfMade(
  definition: Definition,
  { gates, parts }: Pick<AwardDecision, 'gates' | 'parts'>,
  definitions: readonly Definition[],
): number | null {
  if (definition.minutes !== null) return definition.minutes;
  const missing = new Set(missingParts({ gates, parts }));
  const own = new Map(definition.parts.map(({ ref, minutes }) => [ref, minutes]));
  const below = new Map(definitions.map(({ id, minutes }) => [id, minutes]));
  let sum = 0;
  for (const { ref, held } of parts) {
    if (held === null && !missing.has(ref)) continue;
    const minutes = own.get(ref) ?? below.get(ref) ?? null;
    if (minutes === null) return null;
    sum += minutes;
  }
  return sum === 0 ? null : sum;
}
