import type { Query, Tx } from '../database/connection.ts';

/** An import as far as its withdrawal needs it. */
export interface ImportBatch {
  readonly batchId: number;
  readonly publicId: string;
  /** Whose import; null: an operator's file of several providers. */
  readonly providerId: number | null;
  readonly ended: boolean;
  readonly dryRun: boolean;
}

export async function findBatch(tx: Tx, publicId: string): Promise<ImportBatch | null> {
  const { rows } = await tx.query<ImportBatch & Record<string, unknown>>({
    text: `select batch_id as "batchId", public_id as "publicId", provider_id as "providerId", ended_at is not null as ended,
                  dry_run as "dryRun"
             from record.import_batch where public_id = $1`,
    values: [publicId],
  });
  return rows[0] ?? null;
}

export interface BatchReach {
  readonly results: number;
  readonly learners: number;
  readonly awards: number;
}

/** What stands now as this import reported it, and the live awards that count any of it. Reads whole tables: it is asked rarely. */
export async function reachOf(tx: Tx, batchId: number): Promise<BatchReach> {
  const { rows } = await tx.query<BatchReach & Record<string, unknown>>({
    text: `with touched as materialized (
        select learner_id, achievement_id from record.achievement_state where batch_id = $1 and status <> 'withdrawn'
      )
      select (select count(*)::integer from touched) as results,
             (select count(distinct learner_id)::integer from touched) as learners,
             (select count(distinct a.award_id)::integer
                from award.award_state a cross join unnest(a.selection) as counted (achievement)
                join touched t on t.achievement_id = counted.achievement::bigint
               where a.status = 'live') as awards`,
    values: [batchId],
  });
  return rows[0]!;
}

/** The references of what stands now as this import reported it, those of one learner beside each other. */
export const referencesOfBatch = (batchId: number): Query => ({
  text: `select distinct learner_id as "learnerId", provider_id as "providerId", reference from record.achievement_state
          where batch_id = $1 and status <> 'withdrawn' order by 1, 2, 3`,
  values: [batchId],
});

/** Which of these achievements still stand as this import reported them; read once their references are locked. */
export const stillOfBatch = (batchId: number, learnerIds: readonly number[], achievementIds: readonly number[]): Query => ({
  text: `select achievement_id as "achievementId" from record.achievement_state
          where (learner_id, achievement_id) in (select * from unnest($2::bigint[], $3::bigint[]))
            and batch_id = $1 and status <> 'withdrawn'`,
  values: [batchId, learnerIds, achievementIds],
});
