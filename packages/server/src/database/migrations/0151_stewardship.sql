-- What stewards read to see what happened: sums of imports (never their rows), and awards by the day on which they were issued.

grant select (batch_id, provider_id, dry_run, state, recorded, corrected, withdrawn, duplicates, rejected, tally, started_at, ended_at)
  on record.import_batch to nzrr_steward;
create policy steward on record.import_batch for select to nzrr_steward using ((select access.is_kind('steward')));
create index import_batch_by_end on record.import_batch (ended_at) where not dry_run;

create index award_state_by_issue on award.award_state (issued_on) include (major, status, policy_version);
create index award_state_by_status on award.award_state (status, award_id);
create index dispute_event_by_time on dispute.dispute_event (at);
