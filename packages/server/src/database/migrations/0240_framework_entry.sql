-- What a country's framework is filled with, beside its rules: units, awards made of them (definitions), job roles and programmes. Public
-- reference data without a learner in it. A document has the form of packages/server/src/framework/content.

create table catalogue.framework_entry (
  framework  text not null check (framework ~ '^[a-z]{2,8}$'),
  kind       text not null check (kind in ('unit', 'definition', 'job-role', 'programme')),
  entry_id   text not null check (entry_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  title      text not null,
  sector     text,
  place      text,                             -- a track, a category or a kind of award: what a list is narrowed by within a sector
  document   jsonb not null,
  origin     text not null,                    -- where it comes from, as the page says it
  invented   boolean not null default false,
  changed_at timestamptz not null,
  primary key (framework, kind, entry_id)
);
create index framework_entry_by_sector on catalogue.framework_entry (framework, kind, sector, title, entry_id);

alter table catalogue.framework_entry enable row level security;
grant select on catalogue.framework_entry to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant insert, update on catalogue.framework_entry to nzrr_steward;
grant select, insert, update, delete on catalogue.framework_entry to nzrr_batch;
create policy everybody on catalogue.framework_entry for select using (true);
create policy steward on catalogue.framework_entry to nzrr_steward
  using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy batch on catalogue.framework_entry to nzrr_batch
  using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
