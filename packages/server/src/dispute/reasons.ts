/** What may be wrong with a line of the record. */
export const LINE_REASONS = ['not-mine', 'wrong-outcome', 'wrong-result', 'wrong-date', 'withdrawn-wrongly', 'other'] as const;

/** Why a decision on an award is appealed against. */
export const AWARD_REASONS = ['revoked-wrongly', 'suspended-wrongly', 'decided-wrongly', 'wrong-details', 'other'] as const;

/** Why nothing is where a result should be: the one reason that there is. */
export const MISSING_REASON = 'missing';

/** Why a result is not there: prior learning was assessed, and the outcome declined. Answered by a review of the assessment (`rpl/`). */
export const RPL_REASON = 'rpl-declined';

export type DisputeReason =
  | (typeof LINE_REASONS)[number]
  | (typeof AWARD_REASONS)[number]
  | typeof MISSING_REASON
  | typeof RPL_REASON;
export type DisputeSubject = 'achievement' | 'award' | 'missing';
export type DisputeStatus = 'open' | 'corrected' | 'declined' | 'escalated' | 'upheld' | 'dismissed' | 'taken-back';
export type DisputeEventKind =
  | 'opened'
  | 'corrected'
  | 'declined'
  | 'escalated'
  | 'returned'
  | 'upheld'
  | 'dismissed'
  | 'taken-back'
  | 'stated'
  | 'statement-removed'
  | 'extended';
export type EscalatedWhy = 'asked' | 'late' | 'nobody';

/** Statuses in which someone has to act. */
export const WAITING: readonly DisputeStatus[] = ['open', 'escalated'];
