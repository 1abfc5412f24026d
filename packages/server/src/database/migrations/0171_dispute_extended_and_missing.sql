-- A longer time for an answer, with its reason (Privacy Act 2020, section 65); and a result that is not on the record at all.

alter table dispute.dispute_event drop constraint dispute_event_kind_check;
alter table dispute.dispute_event add constraint dispute_event_kind_check check (kind in ('opened', 'corrected', 'declined', 'escalated', 'returned',
  'upheld', 'dismissed', 'taken-back', 'stated', 'statement-removed', 'extended'));
grant update (answer_by) on dispute.dispute_state to nzrr_provider;

alter table dispute.dispute_state drop constraint dispute_state_subject_check;
alter table dispute.dispute_state add constraint dispute_state_subject_check check (subject in ('achievement', 'award', 'missing'));
alter table dispute.dispute_state
  add column missing_outcome_id integer,            -- what should be on the record
  add column missing_on date,                       -- about when it was assessed, as the learner remembers; null: not said
  add constraint dispute_state_missing_check check ((subject = 'missing') = (missing_outcome_id is not null) and (subject <> 'missing' or provider_id is not null));
create unique index dispute_open_missing on dispute.dispute_state (learner_id, missing_outcome_id, provider_id)
  where status in ('open', 'escalated') and missing_outcome_id is not null;
