-- An employer's workspace: roles described by skills, links that people gave, and what is asked of providers. Nothing here knows who a
-- learner is: a kept link opens through sharing, under the terms of whoever gave it, and each opening is written there.

create schema employer;

create table employer.role (
  role_id         bigint generated always as identity primary key,
  organisation_id integer not null references catalogue.organisation,
  title           text not null,
  description     text not null default '',
  skills          jsonb not null,              -- [{"uri", "weight": "essential" | "useful"}], in the employer's order
  revision        integer not null default 1,
  made_by         text not null,
  made_at         timestamptz not null,
  changed_at      timestamptz not null,
  archived_at     timestamptz
);
create index role_by_organisation on employer.role (organisation_id, role_id);

create table employer.kept_link (
  link_id         bigint generated always as identity primary key,
  organisation_id integer not null references catalogue.organisation,
  link_hash       bytea not null,              -- the same link is kept once
  link_cipher     bytea not null,
  link_key        text not null,
  label           text not null,
  role_id         bigint references employer.role,
  kept_by         text not null,
  kept_at         timestamptz not null,
  unique (organisation_id, link_hash)
);

create table employer.package_request (
  request_id      bigint generated always as identity primary key,
  organisation_id integer not null references catalogue.organisation,
  provider_id     integer not null references catalogue.organisation,
  title           text not null,
  words           text not null,
  skills          text[] not null default '{}',
  people          integer not null check (people between 1 and 100000),
  place           text not null default '',
  begins_by       date,
  status          text not null default 'open' check (status in ('open', 'offered', 'declined', 'taken-back')),
  asked_by        text not null,
  asked_at        timestamptz not null,
  changed_at      timestamptz not null
);
create index package_request_by_employer on employer.package_request (organisation_id, request_id);
create index package_request_by_provider on employer.package_request (provider_id, request_id);

-- What was said of a request, by either side. Nobody changes a line.
create table employer.package_event (
  event_id        bigint generated always as identity primary key,
  request_id      bigint not null references employer.package_request,
  kind            text not null check (kind in ('asked', 'said', 'offered', 'declined', 'taken-back')),
  side            text not null check (side in ('employer', 'provider')),
  words           text not null,
  actor           text not null,
  at              timestamptz not null
);
create index package_event_by_request on employer.package_event (request_id, event_id);

do $$
declare
  t text;
begin
  foreach t in array array['role', 'kept_link', 'package_request', 'package_event'] loop
    execute format('alter table employer.%I enable row level security', t);
    execute format('create policy batch on employer.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
  foreach t in array array['role', 'kept_link', 'package_request'] loop
    execute format(
      'create policy employer on employer.%I to nzrr_employer using (organisation_id = any ((select access.own_organisations(''employer''))::integer[]))'
      ' with check (organisation_id = any ((select access.own_organisations(''employer''))::integer[]))', t);
  end loop;
end
$$;
grant usage on schema employer to nzrr_employer, nzrr_provider, nzrr_batch;
grant select, insert on employer.role, employer.package_request, employer.package_event to nzrr_employer;
grant select, insert, delete on employer.kept_link to nzrr_employer;
grant update (title, description, skills, revision, changed_at, archived_at) on employer.role to nzrr_employer;
grant update (label, role_id) on employer.kept_link to nzrr_employer;
grant update (status, changed_at) on employer.package_request to nzrr_employer, nzrr_provider;
grant select on employer.package_request to nzrr_provider;
grant select, insert on employer.package_event to nzrr_provider;
grant select, insert, update, delete on all tables in schema employer to nzrr_batch;
revoke update, delete on employer.package_event from nzrr_batch;

create policy provider on employer.package_request to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
-- Whoever sees the request sees what was said of it.
create policy employer on employer.package_event to nzrr_employer
  using (exists (select from employer.package_request r where r.request_id = package_event.request_id))
  with check (side = 'employer' and exists (select from employer.package_request r where r.request_id = package_event.request_id));
create policy provider on employer.package_event to nzrr_provider
  using (exists (select from employer.package_request r where r.request_id = package_event.request_id))
  with check (side = 'provider' and exists (select from employer.package_request r where r.request_id = package_event.request_id));
