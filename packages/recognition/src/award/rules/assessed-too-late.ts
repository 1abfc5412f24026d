import type { Entry } from '../context.ts';

/** An outcome past its last date for assessment could no longer be assessed; for a transfer the original date decides (domain A23). */
export const assessedTooLate = (entry: Entry): boolean =>
  entry.outcome.lastAssessment !== null && entry.outcome.lastAssessment < entry.countingDate;
