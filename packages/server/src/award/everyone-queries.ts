import type { Query } from '../database/connection.ts';
import { OUTCOME_SHIFT, TRANSFERRED } from './everyone-messages.ts';

/** Learners of one share, each with all that counts in one array: binary COPY of (bigint, bigint[]). */
export function copyShare(share: number, shares: number, asOf: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf)) throw new RangeError(`${asOf} is not a date`);
  return `copy (
    select learner_id, array_agg(outcome_id * ${2 ** OUTCOME_SHIFT}::bigint + (counting_on - date '0001-01-01')
             + case when source_id is null then 0 else ${TRANSFERRED} end)
      from record.achievement_state
     where countable and counting_on <= date '${asOf}' and learner_id % ${shares} = ${share}
     group by learner_id) to stdout (format binary)`;
}

/**
 * A share is read and grouped by one process, since every core has one, and in memory: a sort costs twice as much, and what other
 * processes hand on costs more than it gains. The planner counts 8 kB for a learner's array, twenty times what it is: hence the room.
 */
export const groupInMemory: Query = {
  text: `select set_config('max_parallel_workers_per_gather', '0', true), set_config('effective_io_concurrency', '0', true),
      set_config('enable_sort', 'off', true), set_config('work_mem', '1GB', true)`,
};

/** How many achievements there are, about: what the shares are made by. */
export const achievementsAbout: Query = {
  text: `select greatest(reltuples, 0)::bigint as many from pg_class where oid = 'record.achievement_state'::regclass`,
};

/** Learners with learning that an award has spent. */
export const spentLearners: Query = { text: 'select distinct learner_id from award.spent' };
