/** Why a provider may read a record: a closed list, which the learner sees in their own language. */
export const REASONS = ['enrolment', 'credit-transfer', 'recognition', 'support', 'check-reported', 'other'] as const;
export type Reason = (typeof REASONS)[number];
