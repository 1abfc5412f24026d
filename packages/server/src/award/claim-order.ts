import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type BestClaim, claimBest } from './operator-claim.ts';

/** A claim to make for a learner who asked for it. */
export interface ClaimOrder extends BestClaim {
  readonly learner: number;
}

/** What became of it. None of the three is left half done: a claim is one transaction. */
export type ClaimOutcome =
  | {
      readonly kind: 'claimed';
      readonly learner: number;
      readonly id: string;
      readonly major: string | null;
      readonly credits: number;
    }
  /** The record allows no award. */
  | { readonly kind: 'none'; readonly learner: number }
  | { readonly kind: 'refused'; readonly learner: number; readonly code: string; readonly message: string };

/** Makes one claim. What is refused is an outcome; what cannot be done at the moment, such as a database that is gone, is thrown. */
export async function fulfil(services: Services, { learner, ...claim }: ClaimOrder): Promise<ClaimOutcome> {
  try {
    const claimed = await claimBest(services, learner, claim);
    return claimed === null ? { kind: 'none', learner } : { kind: 'claimed', learner, ...claimed };
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    return { kind: 'refused', learner, code: error.code, message: error.message };
  }
}
