import { DecisionError, explainError, type RecognitionRecord } from '@recognition/recognition';
import {
  type AwardDecision,
  decide,
  type Definition,
  explain,
  readDefinitions,
  said,
  type Spoken,
} from '@recognition/recognition/frameworks';
import { problem } from '../http/problem.ts';
import { type Bank, debitingAwards, portfolioAwards } from './banks.ts';
import type { InstitutionRow } from './institution-queries.ts';
import type { CreditRow } from './queries.ts';
import { recordOf, usableOn } from './record-of.ts';

export interface Decided {
  readonly decision: Omit<AwardDecision, 'stack'>;
  readonly record: RecognitionRecord;
  readonly lines: readonly { readonly code: string; readonly text: string }[];
}

/**
 * Whether what a learner can use today makes an award at an institution, line by line. Decides by `decide`, on the credits of the bank
 * and nothing else. 422 `unknown-award` for an award that debits nothing, or that the institution does not redeem for; `too-entangled`.
 */
export function decideRedemption(
  bank: Bank,
  credits: readonly CreditRow[],
  institutions: readonly InstitutionRow[],
  asked: { readonly award: string; readonly institution: InstitutionRow; readonly on: string },
  language: Spoken,
): Decided {
  const { award, institution, on } = asked;
  if (!debitingAwards(bank, on).some(({ id }) => id === award) || !institution.awards.includes(award))
    throw problem('award-not-here', 422, 'This institution does not redeem credit for this award.');
  const record = recordOf(bank, usableOn(credits, on), institutions);
  // The institution may have given nothing yet: the decision names it all the same.
  const whole = record.organisations.some(({ id }) => id === institution.id)
    ? record
    : {
        ...record,
        organisations: [
          ...record.organisations,
          { id: institution.id, name: institution.name, kind: 'provider', accreditations: [] },
        ],
      };
  return decided(bank, award, whole, { asOf: on, institution: institution.id }, language);
}

/** Whether one credit, recognised from a portfolio of evidence, is a certification by itself; one answer for each such award. */
export function decidePortfolio(
  bank: Bank,
  credit: CreditRow,
  institutions: readonly InstitutionRow[],
  on: string,
  language: Spoken,
): readonly (Decided & { readonly award: string; readonly title: string })[] {
  const record = recordOf(bank, [credit], institutions);
  const lineage = record.outcomes[0]?.lineage ?? '';
  return portfolioAwards(bank, on).map(({ award, role }) => {
    const read = readDefinitions([
      {
        id: `p-${credit.creditId}`,
        award: award.id,
        title: credit.title,
        minutes: credit.minutes,
        parts: [{ ref: lineage, role }],
      },
    ]);
    if (!read.ok) throw new TypeError(read.problems.map(({ message }) => message).join('; '));
    const made = decided(bank, award.id, record, { asOf: on, definition: `p-${credit.creditId}` }, language, read.definitions);
    return { ...made, award: award.id, title: said(award.title, language) };
  });
}

function decided(
  { framework }: Bank,
  award: string,
  record: RecognitionRecord,
  options: { readonly asOf: string; readonly institution?: string; readonly definition?: string },
  language: Spoken,
  definitions: readonly Definition[] = [],
): Decided {
  try {
    const decision = decide(framework, award, record, { ...options, definitions });
    const lines = explain(framework, decision, record, language, definitions).map(({ code, text }) => ({ code, text }));
    const { stack: _, ...plain } = decision;
    return { decision: plain, record, lines };
  } catch (error) {
    if (error instanceof DecisionError) throw problem(error.code, 422, explainError(error.code, 'en'));
    throw error;
  }
}
