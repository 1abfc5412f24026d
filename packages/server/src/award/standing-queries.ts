import type { Query } from '../database/connection.ts';

/**
 * Tells every learner whose credits leave the seven-year window within 90 days, once for each calendar month in which some leave: one
 * statement over all learners. What an award has spent, and what does not count, is not told of. `$1` is today.
 */
export const tellOfLeaving = (today: string, at: Date): Query => ({
  text: `with leaving as (
      select s.learner_id, o.credits, (s.counting_on + interval '7 years')::date as leaves
        from record.achievement_state s join catalogue.outcome o using (outcome_id)
       where s.countable and s.status = 'confirmed' and o.credits > 0
         and s.counting_on >= $1::date - interval '7 years'
         and s.counting_on < date_trunc('month', $1::date + interval '90 days') + interval '1 month' - interval '7 years'
         and not exists (select from award.spent x where x.learner_id = s.learner_id and x.achievement_id = s.achievement_id)),
    months as (
      select learner_id, date_trunc('month', leaves) as month, sum(credits)::integer as count, max(leaves) as until
        from leaving group by 1, 2 having min(leaves) <= $1::date + 90)
    insert into notice.notice (learner_id, notice_id, code, data, once, at)
    select learner_id, nextval('notice.notice_sequence'), 'credits-leaving',
           jsonb_build_object('count', count, 'date', to_char(until, 'YYYY-MM-DD')), to_char(month, 'YYYY-MM'), $2
      from months on conflict (learner_id, code, once) where once is not null do nothing`,
  values: [today, at],
});

/** Tells these learners that they can claim; once, and once more after each award that they have had. */
export const tellOfClaim = (learnerIds: readonly number[], at: Date): Query => ({
  name: 'tell-of-claim',
  text: `insert into notice.notice (learner_id, notice_id, code, data, once, at)
    select l.id, nextval('notice.notice_sequence'), 'can-claim', '{}',
           'alq ' || (select count(*) from award.award_state a where a.learner_id = l.id and a.award = 'alq'), $2
      from unnest($1::bigint[]) as l (id) on conflict (learner_id, code, once) where once is not null do nothing`,
  values: [learnerIds, at],
});
