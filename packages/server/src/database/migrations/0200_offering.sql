-- What providers offer, where and when and for how much; baskets that are shared by a link; and what visitors send to a provider.
-- Nothing here knows who a learner is.

create schema offering;

-- Moves with every change of an offering. The row is locked by who changes one until that is done, so that `moved` of an offering grows in
-- the order in which changes are seen: a copy in memory reads what is newer than it, and misses nothing.
create table offering.stamp (
  single boolean primary key default true check (single),
  value  bigint not null
);
insert into offering.stamp (value) values (0);

create table offering.offering (
  offering_id  bigint generated always as identity primary key,
  provider_id  integer not null references catalogue.organisation,
  reference    text not null check (length(reference) between 1 and 100),   -- the provider's own id: the same one is published once
  title        text,                         -- of a programme: what several outcomes are called together
  programme    text,                         -- the definition that it is made for, such as a micro-credential
  lineages     text[] not null check (cardinality(lineages) between 1 and 50),
  delivery     text not null check (delivery in ('on-site', 'online', 'blended', 'workplace')),
  town         text,                         -- a slug of packages/recognition/src/place
  venue        text not null default '',
  begins_on    date,                         -- null: any day
  ends_on      date check (ends_on >= begins_on),
  apply_by     date,
  schedule     text not null default '',
  prices       jsonb not null,               -- {"adult": 22000}: cents of New Zealand dollars with GST, by audience
  places       integer check (places between 1 and 100000),
  places_left  integer check (places_left between 0 and places),
  link         text,
  revision     integer not null default 1,
  published_at timestamptz not null,
  changed_at   timestamptz not null,
  withdrawn_at timestamptz,
  moved        bigint not null,
  unique (provider_id, reference),
  check ((places is null) = (places_left is null)),
  check ((delivery = 'online') <= (town is null)),
  check ((delivery in ('on-site', 'blended')) <= (town is not null))
);
create index offering_by_provider on offering.offering (provider_id, offering_id);
create index offering_by_lineage on offering.offering using gin (lineages);
create index offering_by_move on offering.offering (moved);

-- What was done with an offering, and by whom. Nobody changes a line.
create table offering.offering_event (
  event_id    bigint generated always as identity primary key,
  offering_id bigint not null references offering.offering,
  kind        text not null check (kind in ('published', 'changed', 'places', 'withdrawn', 'published-again')),
  what        jsonb,
  actor       text not null,
  at          timestamptz not null
);
create index offering_event_by_offering on offering.offering_event (offering_id, event_id);

-- A basket that somebody shared: opened by its link until its day has passed. What is kept of the link is a hash.
create table offering.basket (
  token_hash bytea primary key,
  title      text not null default '',
  items      jsonb not null,                 -- [{"outcome": public id, "offering": id | null}]
  made_at    timestamptz not null,
  expires_on date not null
);
create index basket_by_day on offering.basket (expires_on);

-- A basket that a visitor sent to a provider, with how to reach them: as they typed it, and no more of them than that.
create table offering.basket_request (
  request_id  uuid primary key,
  provider_id integer not null references catalogue.organisation,
  items       jsonb not null,
  name        text not null,
  contact     text not null,
  words       text not null default '',
  status      text not null default 'open' check (status in ('open', 'answered', 'closed')),
  note        text not null default '',
  asked_at    timestamptz not null,
  changed_at  timestamptz not null
);
create index basket_request_by_provider on offering.basket_request (provider_id, asked_at desc);
create index basket_request_by_day on offering.basket_request (asked_at);

do $$
declare
  t text;
begin
  foreach t in array array['stamp', 'offering', 'offering_event', 'basket', 'basket_request'] loop
    execute format('alter table offering.%I enable row level security', t);
    execute format('create policy batch on offering.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
end
$$;
grant usage on schema offering to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant select, insert, update, delete on all tables in schema offering to nzrr_batch;
revoke update, delete on offering.offering_event from nzrr_batch;
grant select on offering.offering to nzrr_provider;
grant insert on offering.offering to nzrr_provider;
grant update (title, programme, lineages, delivery, town, venue, begins_on, ends_on, apply_by, schedule, prices, places, places_left, link, revision,
  changed_at, withdrawn_at, moved) on offering.offering to nzrr_provider;
grant select, insert on offering.offering_event to nzrr_provider;
grant select, update (value) on offering.stamp to nzrr_provider;
grant select, update (status, note, changed_at) on offering.basket_request to nzrr_provider;

create policy provider on offering.offering to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on offering.offering_event to nzrr_provider
  using (exists (select from offering.offering o where o.offering_id = offering_event.offering_id))
  with check (exists (select from offering.offering o where o.offering_id = offering_event.offering_id));
create policy provider on offering.stamp to nzrr_provider using ((select access.is_kind('provider'))) with check ((select access.is_kind('provider')));
create policy provider on offering.basket_request to nzrr_provider
  using (provider_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (provider_id = any ((select access.own_organisations('provider'))::integer[]));

-- Awards that are made of named outcomes, such as a micro-credential or a national certificate, as packages/recognition reads them.
create table catalogue.definition (
  definition_id text primary key check (definition_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  framework     text not null,
  body          jsonb not null,
  parts         text[] not null,             -- what its parts name: lineages, or definitions below
  added_at      timestamptz not null
);
create index definition_by_part on catalogue.definition using gin (parts);
alter table catalogue.definition enable row level security;
create policy everybody on catalogue.definition for select using (true);
create policy batch on catalogue.definition to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy steward on catalogue.definition to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
grant select on catalogue.definition to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select, insert, update, delete on catalogue.definition to nzrr_batch;
grant insert, update on catalogue.definition to nzrr_steward;
create trigger definition_moves_stamp after insert or update or delete on catalogue.definition for each statement execute function catalogue.move_stamp();

-- Units of other countries' registers never become definitions of ours: they stay as they were read, and everybody may read them.
create policy listed_elsewhere on catalogue.outcome for select
  using (not accredited and developer_id is null and kind in ('national-occupational-standard', 'competency', 'technical-skill',
    'critical-core-skill', 'unidad-de-competencia', 'bloc-de-competences', 'unit-of-competency'));
