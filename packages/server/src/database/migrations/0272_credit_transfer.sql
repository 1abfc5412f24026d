-- Credit transfer: what was achieved in one place is recognised for an outcome in another, and keeps its first date. Agreements say in
-- advance which learning a provider recognises; they are data that everybody reads.

create schema transfer;
create sequence transfer.request_sequence;
create sequence transfer.event_sequence;

create table transfer.agreement (
  reference       text primary key check (reference ~ '^[A-Za-z0-9._:-]{1,64}$'),
  from_lineage    text,                        -- an outcome of this catalogue, in any version
  from_award      text,                        -- or the award of another place, by its name
  from_issuer     text,                        -- whose: a provider's public id, or the issuer of an award as it names itself; null: any provider
  to_lineage      text not null,
  to_provider_id  integer not null references catalogue.organisation,
  from_on         date not null,
  to_on           date,
  note            text not null default '',
  loaded_at       timestamptz not null,
  loaded_by       text not null,
  check ((from_lineage is null) <> (from_award is null) and (from_award is null or from_issuer is not null)),
  check (to_on is null or to_on >= from_on)
);
create index agreement_by_target on transfer.agreement (to_lineage, to_provider_id);

create table transfer.request_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  request_id      bigint not null,
  kind            text not null check (kind in ('asked', 'accepted', 'declined', 'withdrawn')),
  at              timestamptz not null,
  actor           text not null,
  words           text,
  detail          jsonb not null default '{}',
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);
create index request_event_by_request on transfer.request_event (learner_id, request_id);

create table transfer.request_state (
  learner_id      bigint not null,
  request_id      bigint not null,
  source_id       bigint,                      -- a result on the learner's record
  item_id         bigint,                      -- or evidence of an award of another place
  award           text,
  issuer          text,
  first_on        date not null,               -- when it was first achieved: the date that the transfer keeps
  outcome_id      integer not null,
  provider_id     integer not null,
  agreement       text,                        -- the agreement that covers it; null: the registrar compares
  words           text not null,
  status          text not null check (status in ('asked', 'accepted', 'declined', 'withdrawn')),
  asked_at        timestamptz not null,
  answer          text,
  decided_by      bigint,
  decided_on      date,
  changed_at      timestamptz not null,
  primary key (learner_id, request_id),
  check ((source_id is null) <> (award is null) and (award is null) = (issuer is null))
);
create index request_by_id on transfer.request_state (request_id);
create index request_by_provider on transfer.request_state (provider_id, status, request_id);
create unique index request_once on transfer.request_state (learner_id, outcome_id, provider_id) where status = 'asked';

do $$
declare
  t text;
begin
  foreach t in array array['request_event', 'request_state'] loop
    execute format('alter table transfer.%I enable row level security', t);
    execute format('create policy batch on transfer.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format(
      'create policy learner on transfer.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy claims_add on transfer.%I as restrictive for insert to nzrr_learner with check ((select access.may_act(''claim'')))', t);
    execute format('create policy claims_change on transfer.%I as restrictive for update to nzrr_learner using ((select access.may_act(''claim'')))', t);
  end loop;
end
$$;
create policy provider on transfer.request_state for select to nzrr_provider
  using (status <> 'withdrawn' and provider_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on transfer.request_event for select to nzrr_provider
  using (exists (select from transfer.request_state s where s.learner_id = request_event.learner_id and s.request_id = request_event.request_id
    and s.status <> 'withdrawn' and s.provider_id = any ((select access.own_organisations('provider'))::integer[])));

alter table transfer.agreement enable row level security;
create policy everybody on transfer.agreement for select using (true);
create policy batch on transfer.agreement to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));

grant usage on schema transfer to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant select on transfer.agreement to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward;
grant select, insert, update on transfer.agreement to nzrr_batch;
grant usage on all sequences in schema transfer to nzrr_learner, nzrr_batch;
grant select, insert on transfer.request_event to nzrr_learner, nzrr_batch;
grant select on transfer.request_event, transfer.request_state to nzrr_provider;
grant select, insert on transfer.request_state to nzrr_learner;
grant update (status, changed_at) on transfer.request_state to nzrr_learner;
grant select, insert, update on transfer.request_state to nzrr_batch;
