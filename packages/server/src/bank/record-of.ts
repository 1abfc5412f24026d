import type { Achievement, Organisation, Outcome, RecognitionRecord } from '@recognition/recognition';
import { sizeInWords } from '@recognition/recognition/frameworks';
import type { Bank } from './banks.ts';
import type { InstitutionRow } from './institution-queries.ts';
import type { CreditRow } from './queries.ts';

/**
 * What a learner holds in a bank as a portable record (contracts 2), for `decide`. A credit is given by its depositor, wherever it stands:
 * shares of other institutions are of what they taught. An institution is accredited while it takes part in the bank. What was redeemed
 * is in an award. One code of one institution is one learning, whichever day it was deposited; the ids are of this record only.
 */
export function recordOf(
  { framework }: Bank,
  credits: readonly CreditRow[],
  institutions: readonly InstitutionRow[],
): RecognitionRecord {
  const known = new Map(institutions.map((one) => [one.organisationId, one]));
  const lineages = new Map<string, string>();
  const lineageOf = ({ depositorId, code }: CreditRow): string => {
    const key = `${depositorId} ${code}`;
    const found = lineages.get(key) ?? `l-${lineages.size + 1}`;
    lineages.set(key, found);
    return found;
  };
  const givers = new Set(credits.map(({ depositorId }) => depositorId));
  return {
    type: 'RecognitionRecord',
    version: 1,
    framework: framework.id,
    organisations: [...givers].map((id): Organisation => {
      const one = known.get(id);
      if (one === undefined) throw new RangeError(`no institution ${id} in the bank`);
      return {
        id: one.id,
        name: one.name,
        kind: 'provider',
        accreditations: [{ from: one.from, to: one.to, scope: [{ kind: 'all' }] }],
      };
    }),
    outcomes: credits.map(
      (credit): Outcome => ({
        id: `c-${credit.creditId}`,
        code: credit.code,
        version: null,
        name: credit.title,
        credits: 0,
        level: null,
        field: null,
        subfield: null,
        domain: null,
        lineage: lineageOf(credit),
        accredited: true,
        excludes: [],
        group: null,
        lastAssessment: null,
        size: {
          minutes: credit.minutes,
          amount: sizeInWords(credit.minutes, framework.unit, 'en').split(' ')[0] ?? '',
          unit: framework.unit.name,
        },
        kind: credit.kind,
        creditBearing: true,
        levelLabel: credit.level,
      }),
    ),
    achievements: credits.map(
      (credit): Achievement => ({
        id: String(credit.creditId),
        outcome: `c-${credit.creditId}`,
        provider: known.get(credit.depositorId)?.id ?? '',
        date: credit.earnedOn,
        result: 'achieved',
        mode: credit.mode,
        originalDate: null,
        source: null,
        status: 'confirmed',
        usedIn: credit.award === null ? [] : [credit.award],
        alsoCountedIn: [],
      }),
    ),
  };
}

/** The credits that can be used on a day: not redeemed, and not past their shelf life, which an institution may set shorter than the bank's. */
export const usableOn = (credits: readonly CreditRow[], on: string): readonly CreditRow[] =>
  credits.filter(({ at, untilOn }) => at !== null && on <= untilOn);
