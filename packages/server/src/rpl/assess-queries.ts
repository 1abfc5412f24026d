import type { Judged } from '@recognition/recognition/prior-learning';
import type { Tx } from '../database/connection.ts';
import type { ApplicationRow } from './queries.ts';

export interface AssessedOutcome {
  readonly outcomeId: number;
  readonly rubric: readonly Judged[];
  readonly decision: 'granted' | 'declined';
  readonly result: 'achieved' | 'merit' | 'excellence' | null;
  readonly reason: string;
}

/** What an assessor judged; whoever confirmed or reviewed an earlier judgement confirmed that, and not this. */
export async function writeAssessed(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  assessed: readonly AssessedOutcome[],
  by: number,
  at: Date,
): Promise<number> {
  const { rowCount } = await tx.query({
    text: `update rpl.application_outcome o set rubric = x.rubric, decision = x.decision, result = x.result, reason = x.reason, assessed_by = $4,
        assessed_at = $5, confirmed_by = null
      from jsonb_to_recordset($3) as x ("outcomeId" integer, rubric jsonb, decision text, result text, reason text)
      where o.learner_id = $1 and o.application_id = $2 and o.outcome_id = x."outcomeId"`,
    values: [learnerId, applicationId, JSON.stringify(assessed), by, at],
  });
  return rowCount;
}

export async function writeConfirmed(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  by: number,
): Promise<void> {
  await tx.query({
    text: 'update rpl.application_outcome set confirmed_by = $3 where learner_id = $1 and application_id = $2',
    values: [learnerId, applicationId, by],
  });
}

/** What a second look found: the rubric and decision that stand now. The first ones stay in the events. */
export async function writeReviewed(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  { outcomeId, rubric, decision, result, reason }: AssessedOutcome,
  by: number,
): Promise<void> {
  await tx.query({
    text: `update rpl.application_outcome set rubric = $4::jsonb, decision = $5, result = $6, reason = $7, reviewed_by = $8
      where learner_id = $1 and application_id = $2 and outcome_id = $3`,
    values: [learnerId, applicationId, outcomeId, JSON.stringify(rubric), decision, result, reason, by],
  });
}

export async function writeRecorded(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  outcomeIds: readonly number[],
  on: string,
): Promise<void> {
  await tx.query({
    text: `update rpl.application_outcome set recorded_on = $4 where learner_id = $1 and application_id = $2 and outcome_id = any($3)`,
    values: [learnerId, applicationId, outcomeIds, on],
  });
}

/** Names the dispute that an appeal opened. */
export async function writeAppealed(
  tx: Tx,
  { learnerId, applicationId }: Pick<ApplicationRow, 'learnerId' | 'applicationId'>,
  outcomeId: number,
  disputeId: number,
): Promise<void> {
  await tx.query({
    text: 'update rpl.application_outcome set dispute_id = $4 where learner_id = $1 and application_id = $2 and outcome_id = $3',
    values: [learnerId, applicationId, outcomeId, disputeId],
  });
}
