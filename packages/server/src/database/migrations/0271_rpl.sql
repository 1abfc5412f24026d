-- Recognition of prior learning: a learner tells what they can do and asks a provider to assess it. Events are append-only; state holds
-- one row each and is written by the same statement as the event. A provider only reads here, and only what was sent to it: what it
-- decides is written by the service, which checks who decides.

create schema rpl;
create sequence rpl.application_sequence;
create sequence rpl.event_sequence;

create table rpl.application_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  application_id  bigint not null,
  kind            text not null check (kind in ('drafted', 'applied', 'withdrawn', 'asked', 'answered', 'assessed', 'returned', 'decided', 'recorded',
                    'appealed', 'reviewed', 'consent-ended')),
  at              timestamptz not null,
  actor           text not null,
  words           text,
  detail          jsonb not null default '{}',
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);
create index application_event_by_application on rpl.application_event (learner_id, application_id);

create table rpl.application_state (
  learner_id      bigint not null,
  application_id  bigint not null,             -- sequence * 1024 + the learner's bucket
  story           text not null default '' check (length(story) <= 8000),
  provider_id     integer,                     -- null while none is chosen
  status          text not null check (status in ('draft', 'applied', 'asked', 'assessed', 'decided', 'recorded', 'withdrawn')),
  started_at      timestamptz not null,
  applied_at      timestamptz,
  consented_at    timestamptz,                 -- what the provider may read, it reads under this
  consent_ended_at timestamptz,
  decided_on      date,                        -- the date that the results carry
  changed_at      timestamptz not null,
  primary key (learner_id, application_id),
  check (status = 'draft' or (provider_id is not null and consented_at is not null) or status = 'withdrawn')
);
create index application_by_provider on rpl.application_state (provider_id, status, application_id) where status <> 'draft';
create index application_by_id on rpl.application_state (application_id);

-- One outcome that is asked for, with what speaks for it, the rubric as it was judged, and the decision.
create table rpl.application_outcome (
  learner_id      bigint not null,
  application_id  bigint not null,
  outcome_id      integer not null,
  words           text not null default '' check (length(words) <= 4000),
  evidence        jsonb not null default '[]', -- items with their titles and hashes: they say what was shown even when an item is removed
  rubric          jsonb not null default '[]', -- each criterion with its judgement and the reason
  decision        text check (decision in ('granted', 'declined')),
  result          text check (result in ('achieved', 'merit', 'excellence')),
  reason          text,
  assessed_by     bigint,
  assessed_at     timestamptz,
  confirmed_by    bigint check (confirmed_by <> assessed_by),
  recorded_on     date,
  dispute_id      bigint,                      -- the appeal against the decision
  reviewed_by     bigint check (reviewed_by is null or (reviewed_by <> assessed_by and reviewed_by is distinct from confirmed_by)),
  primary key (learner_id, application_id, outcome_id),
  check ((decision = 'granted') = (result is not null) or decision is null)
);

do $$
declare
  t text;
begin
  foreach t in array array['application_event', 'application_state', 'application_outcome'] loop
    execute format('alter table rpl.%I enable row level security', t);
    execute format('create policy batch on rpl.%I to nzrr_batch using ((select access.is_kind(''batch''))) with check ((select access.is_kind(''batch'')))', t);
    execute format(
      'create policy learner on rpl.%I to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))'
      ' with check (learner_id = any ((select access.own_learners())::bigint[]))', t);
    execute format('create policy claims_add on rpl.%I as restrictive for insert to nzrr_learner with check ((select access.may_act(''claim'')))', t);
    execute format('create policy claims_change on rpl.%I as restrictive for update to nzrr_learner using ((select access.may_act(''claim'')))', t);
    execute format('create policy claims_remove on rpl.%I as restrictive for delete to nzrr_learner using ((select access.may_act(''claim'')))', t);
  end loop;
  foreach t in array array['application_event', 'application_outcome'] loop
    execute format(
      'create policy provider on rpl.%I for select to nzrr_provider using (exists (select from rpl.application_state s'
      ' where s.learner_id = %I.learner_id and s.application_id = %I.application_id and s.status not in (''draft'', ''withdrawn'')'
      ' and s.provider_id = any ((select access.own_organisations(''provider''))::integer[])))', t, t, t);
  end loop;
end
$$;
create policy provider on rpl.application_state for select to nzrr_provider
  using (status not in ('draft', 'withdrawn') and provider_id = any ((select access.own_organisations('provider'))::integer[]));

-- What was asked for is changed while nobody assesses it.
create policy drafted_add on rpl.application_outcome as restrictive for insert to nzrr_learner
  with check (exists (select from rpl.application_state s where s.learner_id = application_outcome.learner_id
    and s.application_id = application_outcome.application_id and s.status = 'draft'));
create policy drafted_remove on rpl.application_outcome as restrictive for delete to nzrr_learner
  using (exists (select from rpl.application_state s where s.learner_id = application_outcome.learner_id
    and s.application_id = application_outcome.application_id and s.status = 'draft'));

grant usage on schema rpl to nzrr_learner, nzrr_provider, nzrr_batch;
grant usage on all sequences in schema rpl to nzrr_learner, nzrr_batch;
grant select, insert on rpl.application_event to nzrr_learner, nzrr_batch;
grant select on rpl.application_event, rpl.application_state, rpl.application_outcome to nzrr_provider;
grant select, insert on rpl.application_state to nzrr_learner;
grant update (story, provider_id, status, applied_at, consented_at, consent_ended_at, changed_at) on rpl.application_state to nzrr_learner;
grant select, insert, delete on rpl.application_outcome to nzrr_learner;
grant update (words, evidence, dispute_id) on rpl.application_outcome to nzrr_learner;
grant select, insert, update, delete on rpl.application_state, rpl.application_outcome to nzrr_batch;

alter table sharing.log drop constraint log_about_check;
alter table sharing.log add constraint log_about_check check (about in ('share', 'consent', 'delegation', 'application', 'rpl', 'transfer'));
