-- Awards by the version of their policy, counted from the index alone.
create index award_state_by_policy on award.award_state (policy_id, policy_version);
