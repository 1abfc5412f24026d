import { OUTCOME_SHIFT, TRANSFERRED } from './everyone-messages.ts';

/** Learners of one share of the buckets, each with all that counts in one value: binary COPY of (bigint, bytea). */
export function copyLearners(share: number, shares: number, asOf: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf)) throw new RangeError(`${asOf} is not a date`);
  return `copy (
    select learner_id, string_agg(int8send(outcome_id * ${2 ** OUTCOME_SHIFT}::bigint + (counting_on - date '0001-01-01')
             + case when source_id is null then 0 else ${TRANSFERRED} end), '')
      from record.achievement_state
     where countable and counting_on <= date '${asOf}' and learner_id % ${shares} = ${share}
     group by learner_id) to stdout (format binary)`;
}

/** Learners with learning that an award has spent. */
export const spentLearners = { text: 'select distinct learner_id from award.spent' };

/** The aggregate of a share is held in memory up to this, and goes to disk beyond. */
export const roomToGroup = { text: `set local work_mem = '256MB'` };
