import type { Accreditation, AccreditationScope, LocalDate, Outcome } from './portable-record.ts';

/** What consent to assess may depend on. */
export type CoveredOutcome = Pick<Outcome, 'field' | 'subfield' | 'domain' | 'level' | 'lineage' | 'group'>;

/** Whether a provider with these accreditations was accredited and consented for the outcome on the date, both ends inclusive (domain 2.4, A22). */
export function isCovered(accreditations: readonly Accreditation[], outcome: CoveredOutcome, date: LocalDate): boolean {
  for (const { from, to, scope } of accreditations) {
    if (from <= date && (to === null || date <= to) && scope.some((one) => covers(one, outcome))) return true;
  }
  return false;
}

function covers(scope: AccreditationScope, outcome: CoveredOutcome): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'field':
      return scope.field === outcome.field && levelFits(scope.maxLevel, outcome.level);
    case 'subfield':
      return scope.subfield === outcome.subfield && levelFits(scope.maxLevel, outcome.level);
    case 'domain':
      return scope.domain === outcome.domain && levelFits(scope.maxLevel, outcome.level);
    case 'outcome':
      return scope.lineage === outcome.lineage || scope.lineage === outcome.group?.lineage;
  }
}

/** An outcome without a level is covered by `all` and `outcome` only (contracts 2). */
const levelFits = (maxLevel: number | undefined, level: number | null): boolean =>
  level !== null && (maxLevel === undefined || level <= maxLevel);
