import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import type { DisputeRow } from './queries.ts';

export type DisputeNotice =
  | 'dispute-corrected'
  | 'dispute-declined'
  | 'dispute-escalated'
  | 'dispute-returned'
  | 'dispute-upheld'
  | 'dispute-dismissed';

/** Tells the learner what became of what they said, in the transaction of the step. */
export async function tellLearner(_services: Services, _tx: Tx, _dispute: DisputeRow, _code: DisputeNotice): Promise<void> {
  // Notices of the site come with the notice folder.
}
