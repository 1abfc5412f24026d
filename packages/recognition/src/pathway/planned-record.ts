import { dateOfDay } from '../record/local-date.ts';
import type { Achievement, RecognitionRecord } from '../record/portable-record.ts';
import type { Candidate, Problem } from './problem.ts';

/** The record as it will be when these have been done: each outcome achieved on the last day of its course. */
export interface PlannedRecord {
  readonly record: RecognitionRecord;
  /** The achievements of each candidate, in the order of the candidates: their places in `record.achievements`. */
  readonly places: readonly (readonly number[])[];
}

/** Adds what is planned to what is held, with the outcomes and providers that it stands on. */
export function plannedRecord({ record, outcomes, organisations }: Problem, planned: readonly Candidate[]): PlannedRecord {
  const known = new Set(record.outcomes.map(({ id }) => id));
  const used = new Set(planned.flatMap(({ offer }) => offer.outcomes));
  const providers = new Set(planned.map(({ offer }) => offer.provider));
  const achievements: Achievement[] = [...record.achievements];
  const places = planned.map(({ offer, ends }) =>
    offer.outcomes.map((outcome): number => {
      const at = achievements.length;
      achievements.push({
        id: `planned.${at}`,
        outcome,
        provider: offer.provider,
        date: dateOfDay(ends),
        result: 'achieved',
        mode: 'assessed',
        originalDate: null,
        source: null,
        status: 'confirmed',
        usedIn: [],
        alsoCountedIn: [],
      });
      return at;
    }),
  );
  const own = new Set(record.organisations.map(({ id }) => id));
  return {
    record: {
      ...record,
      // What a provider may assess is what it may assess now; of one that the record names the catalogue's word is newer.
      organisations: [
        ...record.organisations.map((one) => organisations.find(({ id }) => id === one.id) ?? one),
        ...organisations.filter(({ id }) => providers.has(id) && !own.has(id)),
      ],
      outcomes: [...record.outcomes, ...outcomes.filter(({ id }) => used.has(id) && !known.has(id))],
      achievements,
    },
    places,
  };
}
