import type { AwardPolicy, Outcome } from '@recognition/recognition';

/** What a worker is started with: the catalogue by outcome id, the rule, and who is not decided from columns. */
export interface WorkerStart {
  readonly outcomeIds: Int32Array;
  readonly outcomes: readonly Outcome[];
  readonly policy: AwardPolicy;
  /** Learners with spent or merged learning, in order. */
  readonly apart: Float64Array;
}

/** A piece of the COPY stream of a share; null at the end of the share. */
export type ToWorker = Uint8Array<ArrayBuffer> | null;

/** What came of one piece: the answer of the decider beside each learner id, and whom the exact rule has to decide. */
export interface FromWorker {
  readonly learners: Float64Array<ArrayBuffer>;
  readonly answers: Uint32Array<ArrayBuffer>;
  readonly exactly: Float64Array<ArrayBuffer>;
  readonly achievements: number;
}

/** A row in 64 bits: the counting date as days since 0001-01-01, whether it was transferred, and the outcome id. */
export const DAY_BITS = 22;
export const TRANSFERRED = 1 << DAY_BITS;
export const OUTCOME_SHIFT = DAY_BITS + 1;
/** From 0001-01-01 to 1970-01-01, where day numbers begin. */
export const DAYS_BEFORE_1970 = 719_162;
