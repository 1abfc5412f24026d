-- How a provider's own columns are read, why an import changed results, and reading another's record by a code of theirs.

-- One row for an organisation: by the name of a column in its files (folded), the column of a results file; and how it writes dates.
create table record.column_mapping (
  organisation_id integer primary key references catalogue.organisation,
  columns         jsonb not null default '{}',
  date_order      text check (date_order in ('dmy', 'mdy')),
  changed_at      timestamptz not null default now(),
  changed_by      text not null
);

alter table record.import_batch add column reason text;     -- said by who corrected or withdrew by hand

-- A learner shows it to whoever may read their record; of the code only a keyed hash is kept, and only for minutes.
create table record.reading_code (
  code_hash       bytea primary key,
  learner_id      bigint not null,
  uses_left       smallint not null check (uses_left >= 0),
  made_at         timestamptz not null,
  expires_at      timestamptz not null
);
create index reading_code_of_learner on record.reading_code (learner_id);

alter table record.access_log add column reason text;       -- of a closed list (reading/reasons.ts); null before there was one

alter table record.column_mapping enable row level security;
alter table record.reading_code enable row level security;
grant select, insert, update on record.column_mapping to nzrr_provider, nzrr_batch;
grant select, insert, update, delete on record.reading_code to nzrr_batch;
grant select, insert, delete on record.reading_code to nzrr_learner;
create policy batch on record.column_mapping to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy batch on record.reading_code to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy provider on record.column_mapping to nzrr_provider
  using (organisation_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (organisation_id = any ((select access.own_organisations('provider'))::integer[]));
create policy learner on record.reading_code to nzrr_learner
  using (learner_id = any ((select access.own_learners())::bigint[]))
  with check (learner_id = any ((select access.own_learners())::bigint[]));
