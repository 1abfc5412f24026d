import type { RecognitionRecord } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { recordForDecision } from './reading-queries.ts';

/**
 * The learner's record as a decision reads it, from within the transaction that will act on it: without the `learner` block, with
 * `usedIn` as the awards of this moment have it. One statement, so that its parts agree with each other.
 */
export async function readForDecision(tx: Tx, learnerIds: readonly number[]): Promise<RecognitionRecord> {
  const { rows } = await tx.query<{
    organisations: RecognitionRecord['organisations'];
    outcomes: RecognitionRecord['outcomes'];
    achievements: RecognitionRecord['achievements'];
  }>(recordForDecision(learnerIds));
  const { organisations, outcomes, achievements } = rows[0]!;
  return { type: 'RecognitionRecord', version: 1, framework: 'nz', organisations, outcomes, achievements };
}
