-- A bank of credits (frameworks/*/framework.json, accounts of the rule credit-bank): institutions deposit, credit moves between them, and is
-- redeemed once. Append-only: nobody updates or deletes a row. Each movement of a credit is a step that begins where the step before it
-- ended, which foreign keys hold: what is redeemed stands nowhere, so nothing can begin there again.

create schema bank;
create sequence bank.id_sequence;

-- Who takes part in a bank, for which awards it may redeem, from when. A steward says so.
create table bank.institution (
  framework       text not null,
  bank            text not null,
  organisation_id integer not null references catalogue.organisation,
  awards          text[] not null default '{}',
  from_on         date not null,
  to_on           date check (to_on >= from_on),
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (framework, bank, organisation_id)
);
create index institution_by_organisation on bank.institution (organisation_id);

create table bank.bank_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  framework       text not null,
  bank            text not null,
  kind            text not null check (kind in ('deposit', 'transfer', 'redeem')),
  on_day          date not null,
  at              timestamptz not null,
  actor           text not null,               -- 'account:7', 'client:abc', 'operator'
  institution_id  integer not null,            -- who deposits, who receives, who redeems
  award           text,
  decision        jsonb,                       -- of a redemption: the input, the trace and its lines
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id),
  unique (learner_id, event_id, on_day, kind),
  foreign key (framework, bank, institution_id) references bank.institution,
  check ((kind = 'redeem') = (award is not null) and (kind = 'redeem') = (decision is not null))
);
create index bank_event_by_institution on bank.bank_event (institution_id, framework, bank, event_id);

-- One credit as it was deposited. Sizes are whole minutes of the framework's unit.
create table bank.credit (
  learner_id      bigint not null,
  credit_id       bigint not null,             -- sequence * 1024 + the learner's bucket
  framework       text not null,
  bank            text not null,
  depositor_id    integer not null,
  reference       text not null,               -- the institution's own id
  code            text not null,
  title           text not null,
  kind            text not null,
  level           text,
  minutes         integer not null check (minutes > 0),
  earned_on       date not null,
  valid_years     smallint not null check (valid_years between 1 and 100),
  until_on        date not null check (until_on >= earned_on),   -- the last day on which it can be used
  mode            text not null check (mode in ('assessed', 'rpl')),
  evidence        text[] not null default '{}',
  content_hash    bytea not null,              -- of the deposit: the same again is no second one
  primary key (learner_id, credit_id),
  unique (learner_id, credit_id, until_on),
  unique (learner_id, framework, bank, depositor_id, reference),
  foreign key (framework, bank, depositor_id) references bank.institution,
  check (mode <> 'rpl' or cardinality(evidence) > 0)
);
create index credit_by_depositor on bank.credit (depositor_id, framework, bank, credit_id);
create index credit_by_reference on bank.credit (depositor_id, reference);

-- One movement of one credit: from nowhere (a deposit), between institutions, or to nowhere (a redemption).
create table bank.posting (
  learner_id       bigint not null,
  credit_id        bigint not null,
  step             smallint not null check (step >= 1),
  previous_step    smallint check (previous_step is not distinct from nullif(step, 1) - 1),
  from_institution integer,
  to_institution   integer,
  event_id         bigint not null,
  on_day           date not null,
  kind             text not null,
  until_on         date not null,
  primary key (learner_id, credit_id, step),
  unique (learner_id, credit_id, step, to_institution),
  foreign key (learner_id, credit_id, until_on) references bank.credit (learner_id, credit_id, until_on),
  foreign key (learner_id, event_id, on_day, kind) references bank.bank_event (learner_id, event_id, on_day, kind),
  -- It leaves from where it stands. A redemption leads to null, which no row can begin from.
  foreign key (learner_id, credit_id, previous_step, from_institution) references bank.posting (learner_id, credit_id, step, to_institution),
  check ((step = 1) = (from_institution is null) and (kind = 'deposit') = (step = 1) and (kind = 'redeem') = (to_institution is null)),
  check (from_institution is distinct from to_institution),
  -- A credit past its shelf life moves no more.
  check (step = 1 or on_day <= until_on)
);
create index posting_by_event on bank.posting (learner_id, event_id);
create index posting_to_institution on bank.posting (to_institution, learner_id, credit_id);

do $$
declare
  t text;
begin
  foreach t in array array['institution', 'bank_event', 'credit', 'posting'] loop
    execute format('alter table bank.%I enable row level security', t);
    execute format('create policy batch on bank.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
  end loop;
  foreach t in array array['bank_event', 'credit', 'posting'] loop
    execute format('create policy learner on bank.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy steward on bank.%I for select to nzrr_steward using ((select access.is_kind(''steward'')))', t);
    execute format('grant select, insert on bank.%I to nzrr_batch', t);
    execute format('grant select on bank.%I to nzrr_learner, nzrr_provider, nzrr_steward', t);
  end loop;
end
$$;
grant usage on schema bank to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant usage on sequence bank.id_sequence to nzrr_learner, nzrr_provider, nzrr_batch;

-- Everybody sees who takes part; a steward says who does.
grant select on bank.institution to nzrr_public, nzrr_learner, nzrr_provider, nzrr_developer, nzrr_employer, nzrr_steward, nzrr_batch;
grant insert, update on bank.institution to nzrr_steward, nzrr_batch;
create policy everybody on bank.institution for select using (true);
create policy steward_adds on bank.institution for insert to nzrr_steward with check ((select access.is_kind('steward')));
create policy steward_changes on bank.institution for update to nzrr_steward using ((select access.is_kind('steward')));

-- A learner moves and redeems what they hold, in person or through somebody whose authority covers claims; never deposits.
grant insert on bank.bank_event, bank.posting to nzrr_learner;
create policy claims on bank.bank_event as restrictive for insert to nzrr_learner with check (kind <> 'deposit' and (select access.may_act('claim')));
create policy claims on bank.posting as restrictive for insert to nzrr_learner with check (step > 1 and (select access.may_act('claim')));

-- An institution deposits in its own name, and sees what it gave and what came to it.
grant insert on bank.bank_event, bank.credit, bank.posting to nzrr_provider;
create policy provider on bank.bank_event to nzrr_provider
  using (institution_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (kind = 'deposit' and institution_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on bank.credit to nzrr_provider
  using (depositor_id = any ((select access.own_organisations('provider'))::integer[])
    or exists (select from bank.posting p where p.learner_id = credit.learner_id and p.credit_id = credit.credit_id
      and p.to_institution = any ((select access.own_organisations('provider'))::integer[])))
  with check (depositor_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on bank.posting to nzrr_provider
  using (from_institution = any ((select access.own_organisations('provider'))::integer[])
    or to_institution = any ((select access.own_organisations('provider'))::integer[]))
  with check (step = 1 and to_institution = any ((select access.own_organisations('provider'))::integer[]));
