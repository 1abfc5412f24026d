import type { Query } from '../database/connection.ts';
import { leafHashSql } from './leaf.ts';

/** Where the rows of one batch land before they are written; one line for each achievement. */
export const createStaging: Query = {
  text: `create temporary table staged_result (
    n integer, member smallint, members smallint, learner_id bigint, outcome_id integer, provider_id integer, achieved_on date,
    counting_on date, result text, mode text, original_on date, original_provider_id integer, status text, countable boolean,
    reference text, content_hash bytea, source_id bigint) on commit drop`,
};

export const emptyStaging: Query = { text: 'truncate pg_temp.staged_result' };

export const COPY_TO_STAGING = 'copy pg_temp.staged_result from stdin';

// A batch of 10,000 against tables of hundreds of millions: always by index, and in memory.
export const planForBatches: Query = {
  text: `select set_config('work_mem', '64MB', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)`,
};

// Drawing 32 random bytes for each row costs more than writing it. One secret of 244 random bits lives for one statement and is kept
// nowhere; each row's salt is a hash of it, and tells nothing of the salt beside it.
const SECRET = 'select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())';

const CONTEXT = { actor: '$1::text', at: '$2::text', batch: '$3::text', kind: `'recorded'` };

/**
 * Writes what is staged: reference, event and state in one statement, for the references that are free. Answers the rows whose
 * reference was taken. References are claimed in their order, so that two imports that meet wait for each other and never in a ring.
 */
export const recordStaged = (context: { readonly actor: string; readonly at: string; readonly batchId: number }): Query => ({
  text: `with fresh as materialized (
    select s.*, nextval('record.achievement_sequence') * 1024 + s.learner_id % 1024 as achievement_id,
           nextval('record.event_sequence') as event_id, sha256((${SECRET}) || int4send(s.n) || int2send(s.member)) as leaf_salt
      from pg_temp.staged_result s
  ), claimed as (
    insert into record.result_reference (provider_id, reference, learner_id, achievement_ids, content_hash)
    select * from (
      select provider_id, reference, learner_id, array[achievement_id], content_hash from fresh where members = 1
      union all
      select provider_id, reference, learner_id, array_agg(achievement_id order by member), content_hash from fresh
       where members > 1 group by provider_id, reference, learner_id, content_hash
    ) whole
    order by 1, 2
    on conflict do nothing
    returning provider_id, reference
  ), kept as materialized (
    select fresh.* from fresh join claimed using (provider_id, reference) order by learner_id, event_id
  ), events as (
    insert into record.achievement_event (learner_id, event_id, achievement_id, kind, at, actor, batch_id, outcome_id, provider_id,
      achieved_on, result, mode, original_on, original_provider_id, source_id, status, reference, leaf_salt, leaf_hash)
    select learner_id, event_id, achievement_id, 'recorded', $5::timestamptz, $4, $6::bigint, outcome_id, provider_id,
      achieved_on, result, mode, original_on, original_provider_id, source_id, status, reference, leaf_salt, ${leafHashSql('kept', CONTEXT)}
      from kept
  ), states as (
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode,
      original_on, original_provider_id, source_id, status, countable, reference, batch_id, recorded_at, changed_at)
    select learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode,
      original_on, original_provider_id, source_id, status, countable, reference, $6::bigint, $5::timestamptz, $5::timestamptz
      from kept
  )
  select fresh.n from fresh left join claimed using (provider_id, reference) where claimed.reference is null and fresh.member = 0`,
  values: [
    JSON.stringify(context.actor),
    JSON.stringify(context.at),
    String(context.batchId),
    context.actor,
    context.at,
    context.batchId,
  ],
});

export interface ReferenceRow {
  readonly provider_id: number;
  readonly reference: string;
  readonly learner_id: number;
  readonly achievement_ids: readonly (number | string)[];
  readonly content_hash: string;
  readonly withdrawn: boolean;
}

/** What these references stand for, locked until the transaction ends. */
export const referencesFor = (providerIds: readonly number[], references: readonly string[]): Query => ({
  text: `select r.provider_id, r.reference, r.learner_id, r.achievement_ids, encode(r.content_hash, 'hex') as content_hash, r.withdrawn
    from record.result_reference r
   where (r.provider_id, r.reference) in (select * from unnest($1::integer[], $2::text[]))
   order by 1, 2 for update`,
  values: [providerIds, references],
});

export interface StateRow {
  readonly learner_id: number;
  readonly achievement_id: number;
  readonly outcome_id: number;
  readonly provider_id: number;
  readonly achieved_on: string;
  readonly counting_on: string;
  readonly result: string;
  readonly mode: string;
  readonly original_on: string | null;
  readonly original_provider_id: number | null;
  readonly source_id: number | null;
  readonly status: string;
  readonly countable: boolean;
  readonly reference: string;
  readonly also_counted_in: readonly string[];
}

export const STATE_COLUMNS = `learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, original_on,
  original_provider_id, source_id, status, countable, reference, also_counted_in`;

export const statesOf = (learnerIds: readonly number[], achievementIds: readonly number[]): Query => ({
  text: `select ${STATE_COLUMNS} from record.achievement_state
   where (learner_id, achievement_id) in (select * from unnest($1::bigint[], $2::bigint[])) for update`,
  values: [learnerIds, achievementIds],
});

/** One achievement as a correction or a withdrawal leaves it. */
export interface ChangedRow extends Omit<StateRow, 'also_counted_in'> {
  readonly kind: 'corrected' | 'withdrawn';
  readonly content_hash: string;
}

/** Appends the events of corrections and withdrawals, and brings state and reference to them, in one statement. */
export const changeResults = (
  rows: readonly ChangedRow[],
  context: { readonly actor: string; readonly at: string; readonly batchId: number },
): Query => ({
  text: `with changed as materialized (
    select c.*, nextval('record.event_sequence') as event_id, sha256((${SECRET}) || int8send(c.achievement_id)) as leaf_salt
      from jsonb_to_recordset($7::jsonb) as c (kind text, learner_id bigint, achievement_id bigint, outcome_id integer, provider_id integer,
        achieved_on date, counting_on date, result text, mode text, original_on date, original_provider_id integer, source_id bigint,
        status text, countable boolean, reference text, content_hash text)
  ), events as (
    insert into record.achievement_event (learner_id, event_id, achievement_id, kind, at, actor, batch_id, outcome_id, provider_id,
      achieved_on, result, mode, original_on, original_provider_id, source_id, status, reference, leaf_salt, leaf_hash)
    select learner_id, event_id, achievement_id, kind, $5::timestamptz, $4, $6::bigint, outcome_id, provider_id, achieved_on, result, mode,
      original_on, original_provider_id, source_id, status, reference, leaf_salt, ${leafHashSql('changed', { ...CONTEXT, kind: 'changed.kind' })}
      from changed
  ), states as (
    update record.achievement_state s set outcome_id = c.outcome_id, achieved_on = c.achieved_on, counting_on = c.counting_on,
      result = c.result, mode = c.mode, original_on = c.original_on, original_provider_id = c.original_provider_id, status = c.status,
      countable = c.countable, batch_id = $6::bigint, changed_at = $5::timestamptz
      from changed c where s.learner_id = c.learner_id and s.achievement_id = c.achievement_id
  )
  update record.result_reference r set content_hash = decode(c.content_hash, 'hex'), withdrawn = c.kind = 'withdrawn'
    from (select distinct provider_id, reference, content_hash, kind from changed) c
   where r.provider_id = c.provider_id and r.reference = c.reference`,
  values: [
    JSON.stringify(context.actor),
    JSON.stringify(context.at),
    String(context.batchId),
    context.actor,
    context.at,
    context.batchId,
    JSON.stringify(rows),
  ],
});
