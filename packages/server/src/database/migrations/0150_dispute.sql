-- What a learner says is wrong with a line of their record or with a decision on an award, and what became of it (Privacy Act 2020,
-- sections 63 and 64). Events are append-only; state holds one row each and is written by the same statement as the event.

create schema dispute;

create sequence dispute.dispute_sequence;
create sequence dispute.event_sequence;

create table dispute.dispute_event (
  learner_id      bigint not null,
  event_id        bigint not null,
  dispute_id      bigint not null,
  kind            text not null check (kind in ('opened', 'corrected', 'declined', 'escalated', 'returned', 'upheld', 'dismissed',
                    'taken-back', 'stated', 'statement-removed')),
  at              timestamptz not null default now(),
  actor           text not null,               -- 'account:7', 'client:abc'
  words           text,                        -- what was said: the learner's text, the answer's reason, the statement
  detail          jsonb not null default '{}',
  leaf_salt       bytea not null,
  leaf_hash       bytea not null,
  primary key (learner_id, event_id)
);
create index dispute_event_by_dispute on dispute.dispute_event (learner_id, dispute_id);

create table dispute.dispute_state (
  learner_id      bigint not null,
  dispute_id      bigint not null,             -- sequence * 1024 + the learner's bucket
  subject         text not null check (subject in ('achievement', 'award')),
  achievement_id  bigint,
  line_event      bigint,                      -- the last event of the line when it was disputed: a later one is a correction since
  award_id        bigint,
  reason          text not null,
  words           text not null,
  provider_id     integer,                     -- who reported the line; null for an award
  answerer_id     integer,                     -- who has to answer: the provider or its successor; null: the stewards
  status          text not null check (status in ('open', 'corrected', 'declined', 'escalated', 'upheld', 'dismissed', 'taken-back')),
  opened_at       timestamptz not null,
  answer_by       date not null,               -- of whoever it waits for now
  answer          text,                        -- the reason given with the last answer
  answered_at     timestamptz,
  escalated_why   text check (escalated_why in ('asked', 'late', 'nobody')),
  decided_by      bigint,                      -- the steward who settled it
  statement       text,                        -- the learner's statement of correction, which stays beside the line
  stated_at       timestamptz,
  changed_at      timestamptz not null,
  primary key (learner_id, dispute_id),
  check ((subject = 'achievement') = (achievement_id is not null) and (subject = 'award') = (award_id is not null))
);
create index dispute_by_id on dispute.dispute_state (dispute_id);
-- A line or an award is disputed once at a time.
create unique index dispute_open_line on dispute.dispute_state (learner_id, achievement_id) where status in ('open', 'escalated') and achievement_id is not null;
create unique index dispute_open_award on dispute.dispute_state (learner_id, award_id) where status in ('open', 'escalated') and award_id is not null;
create index dispute_waiting_for_provider on dispute.dispute_state (answerer_id, status, dispute_id);
create index dispute_waiting_for_steward on dispute.dispute_state (status, dispute_id);
create index dispute_statement on dispute.dispute_state (learner_id, achievement_id) where statement is not null;

alter table dispute.dispute_event enable row level security;
alter table dispute.dispute_state enable row level security;

grant usage on schema dispute to nzrr_learner, nzrr_provider, nzrr_steward, nzrr_batch;
grant usage on all sequences in schema dispute to nzrr_learner, nzrr_provider, nzrr_steward, nzrr_batch;
grant select, insert on dispute.dispute_event to nzrr_learner, nzrr_provider, nzrr_steward, nzrr_batch;
grant select, insert, update on dispute.dispute_state to nzrr_batch;
grant select, insert on dispute.dispute_state to nzrr_learner;
grant select on dispute.dispute_state to nzrr_provider, nzrr_steward;
-- Whoever answers changes where it stands, never what the learner said.
grant update (status, answer_by, escalated_why, statement, stated_at, changed_at) on dispute.dispute_state to nzrr_learner;
grant update (status, answer, answered_at, changed_at) on dispute.dispute_state to nzrr_provider;
grant update (status, answerer_id, answer_by, answer, answered_at, escalated_why, decided_by, changed_at) on dispute.dispute_state to nzrr_steward;

create policy batch on dispute.dispute_event to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy batch on dispute.dispute_state to nzrr_batch using ((select access.is_kind('batch'))) with check ((select access.is_kind('batch')));
create policy learner on dispute.dispute_event to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))
  with check (learner_id = any ((select access.own_learners())::bigint[]));
create policy learner on dispute.dispute_state to nzrr_learner using (learner_id = any ((select access.own_learners())::bigint[]))
  with check (learner_id = any ((select access.own_learners())::bigint[]));
create policy steward on dispute.dispute_event to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
create policy steward on dispute.dispute_state to nzrr_steward using ((select access.is_kind('steward'))) with check ((select access.is_kind('steward')));
-- A provider sees what it has to answer, or has answered; one that is with the stewards it may read, not change.
create policy provider on dispute.dispute_state to nzrr_provider
  using (answerer_id = any ((select access.own_organisations('provider'))::integer[]))
  with check (answerer_id = any ((select access.own_organisations('provider'))::integer[]));
create policy provider on dispute.dispute_event to nzrr_provider
  using (exists (select from dispute.dispute_state s where s.learner_id = dispute_event.learner_id and s.dispute_id = dispute_event.dispute_id
    and s.answerer_id = any ((select access.own_organisations('provider'))::integer[])))
  with check (exists (select from dispute.dispute_state s where s.learner_id = dispute_event.learner_id and s.dispute_id = dispute_event.dispute_id
    and s.answerer_id = any ((select access.own_organisations('provider'))::integer[])));
