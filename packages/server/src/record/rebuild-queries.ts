import type { Query } from '../database/connection.ts';

// The last event of an achievement says what it is; the first says when it was recorded.
export const rebuildStates = (from: number, to: number): Query => ({
  text: `with last as (
      select distinct on (learner_id, achievement_id) * from record.achievement_event
       where learner_id between $1 and $2 order by learner_id, achievement_id, event_id desc
    ), first as (
      select learner_id, achievement_id, min(at) as at from record.achievement_event where learner_id between $1 and $2 group by 1, 2
    )
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, original_on,
      original_provider_id, source_id, status, countable, reference, batch_id, recorded_at, changed_at)
    select e.learner_id, e.achievement_id, e.outcome_id, e.provider_id, e.achieved_on, coalesce(e.original_on, e.achieved_on), e.result, e.mode,
      e.original_on, e.original_provider_id, e.source_id, e.status, e.result <> 'not-achieved' and e.status = 'confirmed' and o.accredited, e.reference,
      e.batch_id, f.at, e.at
      from last e join first f using (learner_id, achievement_id) join catalogue.outcome o using (outcome_id)
    on conflict (learner_id, achievement_id) do update set outcome_id = excluded.outcome_id, provider_id = excluded.provider_id,
      achieved_on = excluded.achieved_on, counting_on = excluded.counting_on, result = excluded.result, mode = excluded.mode,
      original_on = excluded.original_on, original_provider_id = excluded.original_provider_id, source_id = excluded.source_id,
      status = excluded.status, countable = excluded.countable, reference = excluded.reference, batch_id = excluded.batch_id,
      recorded_at = excluded.recorded_at, changed_at = excluded.changed_at`,
  values: [from, to],
});

/** The first and the last learner with an event; nulls when there is none. */
export const learnersWithEvents: Query = {
  text: 'select min(learner_id) as first, max(learner_id) as last from record.achievement_event',
};
