import type { RecognitionRecord } from '../record/portable-record.ts';
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

/**
 * How large an award is, in whole minutes: as its definition says, else the sum of the parts that make it. Null where one of them has no
 * size, as an assessment has none: it is not called nothing.
 */
export function sizeOfMade(
  definition: Definition,
  parts: AwardDecision['parts'],
  definitions: readonly Definition[],
): number | null {
  if (definition.minutes !== null) return definition.minutes;
  const own = new Map(definition.parts.map(({ ref, minutes }) => [ref, minutes]));
  const below = new Map(definitions.map(({ id, minutes }) => [id, minutes]));
  let sum = 0;
  for (const { ref } of parts) {
    const minutes = own.get(ref) ?? below.get(ref) ?? null;
    if (minutes === null) return null;
    sum += minutes;
  }
  return sum === 0 ? null : sum;
}
