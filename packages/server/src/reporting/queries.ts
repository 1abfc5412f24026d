import type { Query } from '../database/connection.ts';

export type MappingRow = {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly date_order: 'dmy' | 'mdy' | null;
};

/** How this organisation's columns are read, under its policy. */
export const mappingOf = (organisationId: number): Query => ({
  text: 'select columns, date_order from record.column_mapping where organisation_id = $1',
  values: [organisationId],
});

/** Adds to what is remembered; a column's newest meaning stands. */
export const rememberMapping = (
  organisationId: number,
  columns: Readonly<Record<string, string | null>>,
  dateOrder: 'dmy' | 'mdy' | null,
  by: string,
  at: Date,
): Query => ({
  text: `insert into record.column_mapping as m (organisation_id, columns, date_order, changed_by, changed_at) values ($1, $2, $3, $4, $5)
    on conflict (organisation_id) do update
      set columns = case when (select count(*) from jsonb_object_keys(m.columns || excluded.columns)) > 1000 then excluded.columns
                         else m.columns || excluded.columns end,
          date_order = excluded.date_order, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  values: [organisationId, JSON.stringify(columns), dateOrder, by, at],
});

export type OwnResultRow = {
  readonly provider_id: number;
  readonly reference: string;
  readonly achievement_id: number;
  readonly outcome_id: number;
  readonly achieved_on: string;
  readonly result: string;
  readonly mode: string;
  readonly original_on: string | null;
  readonly original_provider_id: number | null;
  readonly status: string;
};

const RESULT = `s.provider_id, s.reference, s.achievement_id, s.outcome_id, s.achieved_on, s.result, s.mode, s.original_on,
  s.original_provider_id, s.status`;

/** What this provider reported under references that begin so, under its policy. `pattern` is one of LIKE. */
export const ownByReference = (pattern: string, limit: number): Query => ({
  text: `select ${RESULT}
    from (select learner_id, achievement_ids from record.result_reference
           where provider_id = any((select access.own_organisations('provider'))::integer[]) and reference like $1
           order by provider_id, reference limit $2) r
    cross join unnest(r.achievement_ids) as a (id)
    join record.achievement_state s on s.learner_id = r.learner_id and s.achievement_id = a.id
   order by s.provider_id, s.reference, s.achievement_id`,
  values: [pattern, limit],
});

/** What this provider reported of these learners, newest first, under its policy. */
export const ownOfLearner = (learnerIds: readonly number[], limit: number): Query => ({
  text: `select ${RESULT} from record.achievement_state s
   where s.learner_id = any($1::bigint[]) and s.provider_id = any((select access.own_organisations('provider'))::integer[])
   order by s.achieved_on desc, s.reference, s.achievement_id limit $2`,
  values: [learnerIds, limit],
});

export type OwnEventRow = Omit<OwnResultRow, 'outcome_id'> & {
  readonly outcome_id: number;
  readonly kind: 'recorded' | 'corrected' | 'withdrawn';
  readonly at: Date;
  readonly import_id: string | null;
  readonly import_name: string | null;
  readonly reason: string | null;
  readonly by_person: boolean;
};

/** All that happened to a reference of this provider's, oldest first, under its policy. */
export const historyOf = (providerId: number, reference: string): Query => ({
  text: `select ${RESULT.replaceAll('s.', 'e.')}, e.kind, e.at, b.public_id as import_id, b.name as import_name, coalesce(e.reason, b.reason) as reason,
      e.actor like 'account:%' as by_person
    from record.result_reference r
    join record.achievement_event e on e.learner_id = r.learner_id and e.achievement_id = any(r.achievement_ids)
    left join record.import_batch b on b.batch_id = e.batch_id
   where r.provider_id = $1 and r.reference = $2 and r.provider_id = any((select access.own_organisations('provider'))::integer[])
   order by e.event_id`,
  values: [providerId, reference],
});

/** A piece of all that a provider reported, by provider and reference, after this place; within these dates. */
export const ownAfter = (
  after: { readonly providerId: number; readonly reference: string },
  from: string | null,
  to: string | null,
  limit: number,
): Query => ({
  name: 'reporting-own-after',
  text: `with piece as (
      select provider_id, reference, learner_id, achievement_ids from record.result_reference
       where provider_id = any((select access.own_organisations('provider'))::integer[]) and (provider_id, reference) > ($1, $2)
       order by provider_id, reference limit $5)
    select p.provider_id as last_provider, p.reference as last_reference, ${RESULT}
      from piece p
      left join record.achievement_state s on s.learner_id = p.learner_id and s.achievement_id = any(p.achievement_ids)
        and ($3::date is null or s.achieved_on >= $3) and ($4::date is null or s.achieved_on <= $4)
     order by p.provider_id, p.reference, s.achievement_id`,
  values: [after.providerId, after.reference, from, to, limit],
});

export type ExportRow = {
  readonly last_provider: number;
  readonly last_reference: string;
} & { readonly [Name in keyof OwnResultRow]: OwnResultRow[Name] | null };
