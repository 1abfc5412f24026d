-- Micro-credentials as documents (rule 6, Listing Rules 2022; domain 2.2): drafts, versions that stand, and what was said of them.

-- One row per version. What its developer writes is one document; its parts name outcomes and standards by lineage.
create table catalogue.micro_credential (
  micro_credential_id integer generated always as identity primary key,
  public_id       text not null unique check (public_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  code            text not null check (code ~ '^[A-Za-z0-9._:-]{1,56}$'),
  version         integer not null check (version >= 1),
  developer_id    integer not null references catalogue.organisation,
  status          text not null default 'draft' check (status in ('draft', 'in-review', 'published', 'discontinued')),
  content         jsonb not null check (jsonb_typeof(content) = 'object'),
  revision        integer not null default 1,  -- moves with every change of what is written
  submitted_at    timestamptz,                 -- since when it waits for a steward
  listed_on       date,
  discontinued_on date,
  created_at      timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  folded          text generated always as (catalogue.fold(code || ' ' || coalesce(content ->> 'title', ''))) stored,
  unique (code, version),
  check ((status in ('published', 'discontinued')) = (listed_on is not null)),
  check ((status = 'discontinued') = (discontinued_on is not null))
);
create index micro_credential_by_part on catalogue.micro_credential using gin ((content -> 'parts') jsonb_path_ops);
create index micro_credential_by_developer on catalogue.micro_credential (developer_id);
create index micro_credential_that_waits on catalogue.micro_credential (submitted_at) where submitted_at is not null;
-- One version of a code is listed at a time.
create unique index micro_credential_listed on catalogue.micro_credential (code) where status = 'published';

-- What happened to it and was said of it: created, changed, submitted, returned, comment, published, discontinued.
create table catalogue.micro_credential_event (
  event_id            bigint generated always as identity primary key,
  micro_credential_id integer not null references catalogue.micro_credential,
  kind                text not null,
  at                  timestamptz not null default now(),
  account_id          bigint,
  by_kind             text check (by_kind in ('developer', 'steward', 'operator')),
  path                text,
  note                text
);
create index micro_credential_event_by_document on catalogue.micro_credential_event (micro_credential_id);

-- A published version stands as it is; only its way out of use may still be written.
create function catalogue.keep_micro_credential() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  may_move constant text[] := array['status', 'discontinued_on', 'changed_at', 'folded'];
begin
  if tg_op = 'DELETE' then
    raise exception 'the micro-credential % stays', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'micro_credential_stays';
  end if;
  if old.status in ('published', 'discontinued') then
    if to_jsonb(old) - may_move is distinct from to_jsonb(new) - may_move then
      raise exception 'the micro-credential % is published and does not change', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
    if new.status in ('draft', 'in-review') or (old.status = 'discontinued' and new.status <> 'discontinued') then
      raise exception 'the micro-credential % is published and does not go back', old.public_id using errcode = 'integrity_constraint_violation', constraint = 'published_stays';
    end if;
  end if;
  return new;
end
$$;
create trigger micro_credential_stays before update or delete on catalogue.micro_credential
  for each row execute function catalogue.keep_micro_credential();

-- Everybody reads what is listed. A board writes its own; so does a provider, by those of its people who are developers; stewards all.
alter table catalogue.micro_credential enable row level security;
alter table catalogue.micro_credential_event enable row level security;
grant select on catalogue.micro_credential to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant insert, update on catalogue.micro_credential to nzrr_developer, nzrr_provider, nzrr_steward;
grant select, insert on catalogue.micro_credential_event to nzrr_developer, nzrr_provider, nzrr_steward;
grant select, insert, update on catalogue.micro_credential to nzrr_batch;
grant select, insert on catalogue.micro_credential_event to nzrr_batch;

create policy everybody on catalogue.micro_credential for select using (status not in ('draft', 'in-review'));
create policy batch on catalogue.micro_credential to nzrr_batch
  using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy steward on catalogue.micro_credential to nzrr_steward
  using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy developer on catalogue.micro_credential to nzrr_developer
  using (developer_id = any ((select access.own_organisations('developer'))::integer[]))
  with check (developer_id = any ((select access.own_organisations('developer'))::integer[]));
create policy provider on catalogue.micro_credential to nzrr_provider
  using (developer_id = any ((select access.own_organisations('provider'))::integer[]) and (select access.has_role('developer')))
  with check (developer_id = any ((select access.own_organisations('provider'))::integer[]) and (select access.has_role('developer')));

create policy batch on catalogue.micro_credential_event to nzrr_batch
  using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy steward on catalogue.micro_credential_event to nzrr_steward
  using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy developer on catalogue.micro_credential_event to nzrr_developer
  using (exists (select from catalogue.micro_credential m where m.micro_credential_id = micro_credential_event.micro_credential_id
    and m.developer_id = any ((select access.own_organisations('developer'))::integer[])))
  with check (exists (select from catalogue.micro_credential m where m.micro_credential_id = micro_credential_event.micro_credential_id
    and m.developer_id = any ((select access.own_organisations('developer'))::integer[])));
create policy provider on catalogue.micro_credential_event to nzrr_provider
  using ((select access.has_role('developer')) and exists (select from catalogue.micro_credential m
    where m.micro_credential_id = micro_credential_event.micro_credential_id and m.developer_id = any ((select access.own_organisations('provider'))::integer[])))
  with check ((select access.has_role('developer')) and exists (select from catalogue.micro_credential m
    where m.micro_credential_id = micro_credential_event.micro_credential_id and m.developer_id = any ((select access.own_organisations('provider'))::integer[])));
