import type { Query } from '../database/connection.ts';
import type { ReferenceRow } from './queries.ts';

export type { ReferenceRow };

export type SeenRow = {
  readonly provider_id: number;
  readonly reference: string;
  readonly learner: string;
  readonly outcome_ids: readonly number[];
  /** Hexadecimal digits. */
  readonly content_hash: string;
  readonly withdrawn: boolean;
};

/** What these references stand for, without a lock: a dry run holds up nobody. */
export const referencesSeen = (providerIds: readonly number[], references: readonly string[]): Query => ({
  text: `select r.provider_id, r.reference, r.learner_id, r.achievement_ids, encode(r.content_hash, 'hex') as content_hash, r.withdrawn
    from record.result_reference r
   where (r.provider_id, r.reference) in (select * from unnest($1::integer[], $2::text[]))`,
  values: [providerIds, references],
});

export const outcomesOfAchievements = (learnerIds: readonly number[], achievementIds: readonly number[]): Query => ({
  text: `select provider_id, reference, array_agg(outcome_id) as outcome_ids from record.achievement_state
   where (learner_id, achievement_id) in (select * from unnest($1::bigint[], $2::bigint[])) group by provider_id, reference`,
  values: [learnerIds, achievementIds],
});

export const seenBefore = (batchId: number, providerIds: readonly number[], references: readonly string[]): Query => ({
  text: `select s.provider_id, s.reference, s.learner, s.outcome_ids, encode(s.content_hash, 'hex') as content_hash, s.withdrawn
    from record.import_seen s
   where s.batch_id = $1 and (s.provider_id, s.reference) in (select * from unnest($2::integer[], $3::text[]))`,
  values: [batchId, providerIds, references],
});

export const seeReferences = (batchId: number, rows: readonly SeenRow[]): Query => ({
  text: `insert into record.import_seen (batch_id, provider_id, reference, learner, outcome_ids, content_hash, withdrawn)
    select $1, s.provider_id, s.reference, s.learner, s.outcome_ids, decode(s.content_hash, 'hex'), s.withdrawn
      from jsonb_to_recordset($2::jsonb) as s (provider_id integer, reference text, learner text, outcome_ids integer[], content_hash text, withdrawn boolean)
    on conflict (batch_id, provider_id, reference) do update
       set outcome_ids = excluded.outcome_ids, content_hash = excluded.content_hash, withdrawn = excluded.withdrawn`,
  values: [batchId, JSON.stringify(rows)],
});

export const forgetSeen = (batchId: number): Query => ({
  text: 'delete from record.import_seen where batch_id = $1',
  values: [batchId],
});
