-- A lifelong learning account (frameworks/*/framework.json, accounts of the rule learning-account): credit granted by rule, reserved and spent
-- on listed programmes. Append-only: each posting on a grant begins with the balance that the one before it left, which foreign keys
-- hold, so that two at once cannot both begin there; and no balance is below zero.

create schema learning_account;
create sequence learning_account.id_sequence;

create table learning_account.account (
  learner_id      bigint not null,
  account_id      bigint not null,             -- sequence * 1024 + the learner's bucket
  framework       text not null,
  account         text not null,
  opened_on       date not null,
  opened_at       timestamptz not null,
  opened_by       text not null,
  primary key (learner_id, account_id),
  unique (learner_id, framework, account)
);

create table learning_account.account_event (
  learner_id       bigint not null,
  event_id         bigint not null,
  account_id       bigint not null,
  kind             text not null check (kind in ('grant', 'reserve', 'spend', 'release')),
  on_day           date not null,
  at               timestamptz not null,
  actor            text not null,
  grant_id         text,
  age              smallint,
  programme        text,
  cents            integer check (cents > 0),   -- hundredths of the account's currency
  reservation      bigint,                      -- what is spent or released
  reservation_kind text check (reservation_kind = 'reserve'),
  leaf_salt        bytea not null,
  leaf_hash        bytea not null,
  primary key (learner_id, event_id),
  unique (learner_id, account_id, event_id, kind),
  unique (learner_id, account_id, event_id, on_day),
  foreign key (learner_id, account_id) references learning_account.account,
  foreign key (learner_id, account_id, reservation, reservation_kind)
    references learning_account.account_event (learner_id, account_id, event_id, kind),
  check ((kind = 'grant') = (grant_id is not null and age is not null)),
  check ((kind = 'reserve') = (programme is not null and cents is not null)),
  check ((kind in ('spend', 'release')) = (reservation is not null and reservation_kind is not null))
);
-- A grant is given once, and a reservation ends once.
create unique index granted_once on learning_account.account_event (learner_id, account_id, grant_id) where kind = 'grant';
create unique index ended_once on learning_account.account_event (learner_id, account_id, reservation) where kind in ('spend', 'release');

create table learning_account.posting (
  learner_id      bigint not null,
  account_id      bigint not null,
  grant_id        text not null,
  step            integer not null check (step >= 1),
  previous_step   integer check (previous_step is not distinct from nullif(step, 1) - 1),
  event_id        bigint not null,
  on_day          date not null,
  expires_on      date not null,               -- infinity: never
  before_cents    integer not null check (before_cents >= 0),
  change_cents    integer not null check (change_cents <> 0),
  after_cents     integer not null check (after_cents >= 0),
  primary key (learner_id, account_id, grant_id, step),
  unique (learner_id, account_id, grant_id, step, after_cents, expires_on),
  foreign key (learner_id, account_id, event_id, on_day) references learning_account.account_event (learner_id, account_id, event_id, on_day),
  foreign key (learner_id, account_id, grant_id, previous_step, before_cents, expires_on)
    references learning_account.posting (learner_id, account_id, grant_id, step, after_cents, expires_on),
  check (after_cents = before_cents + change_cents),
  check (step > 1 or (before_cents = 0 and change_cents > 0)),
  -- What has lapsed pays for nothing.
  check (change_cents > 0 or on_day <= expires_on)
);
create index posting_by_event on learning_account.posting (learner_id, account_id, event_id);

do $$
declare
  t text;
begin
  foreach t in array array['account', 'account_event', 'posting'] loop
    execute format('alter table learning_account.%I enable row level security', t);
    execute format('create policy batch on learning_account.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format('create policy learner on learning_account.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy steward on learning_account.%I for select to nzrr_steward using ((select access.is_kind(''steward'')))', t);
    execute format('grant select, insert on learning_account.%I to nzrr_batch', t);
    execute format('grant select on learning_account.%I to nzrr_learner, nzrr_steward', t);
  end loop;
end
$$;
grant usage on schema learning_account to nzrr_learner, nzrr_steward, nzrr_batch;
grant usage on sequence learning_account.id_sequence to nzrr_learner, nzrr_batch;
-- The learner reserves, spends and releases; what is granted is granted by rule, never by whoever asks.
grant insert on learning_account.account_event, learning_account.posting to nzrr_learner;
create policy claims on learning_account.account_event as restrictive for insert to nzrr_learner
  with check (kind <> 'grant' and (select access.may_act('claim')));
create policy claims on learning_account.posting as restrictive for insert to nzrr_learner
  with check (step > 1 and (select access.may_act('claim')));
