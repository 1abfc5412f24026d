import type { CatalogueIndex } from './catalogue-index.ts';
import type { CheckedRow } from './check-row.ts';
import type { RejectCode } from './reject-codes.ts';

/** What becomes of a row that passed its checks. */
export type RowAnswer = 'recorded' | 'corrected' | 'withdrawn' | 'duplicate' | RejectCode;

/** What a reference stands for already. */
export interface Existing {
  readonly sameLearner: boolean;
  readonly contentHash: string;
  readonly withdrawn: boolean;
  readonly outcomeIds: readonly number[];
}

/** Decides what a row does to what its reference stands for (contracts 6). Pure. */
export function judge(row: CheckedRow, existing: Existing | undefined, catalogue: CatalogueIndex): RowAnswer {
  if (existing === undefined) return row.action === 'record' ? 'recorded' : 'reference-not-found';
  const same = existing.sameLearner && existing.contentHash === row.contentHash;
  switch (row.action) {
    case 'record':
      return same ? 'duplicate' : existing.withdrawn ? 'reference-withdrawn' : 'reference-conflict';
    case 'correct':
      if (existing.withdrawn) return 'reference-withdrawn';
      if (!existing.sameLearner) return 'correct-other-learner';
      if (same) return 'duplicate';
      return sameLearning(row, existing.outcomeIds, catalogue) ? 'corrected' : 'correct-other-outcome';
    case 'withdraw':
      if (row.learner !== null && !existing.sameLearner) return 'correct-other-learner';
      return existing.withdrawn ? 'duplicate' : 'withdrawn';
    default:
      return row.action satisfies never;
  }
}

function sameLearning(row: CheckedRow, outcomeIds: readonly number[], catalogue: CatalogueIndex): boolean {
  const before = outcomeIds.map((id) => catalogue.outcomeById(id)?.lineage ?? '').sort();
  const after = (row.result?.outcomes ?? []).map(({ lineage }) => lineage).sort();
  return before.length === after.length && before.every((lineage, at) => lineage === after[at]);
}
