import type { Query } from '../database/connection.ts';

/** The record of these learners in the form of the portable record, in one row. */
export const recordForDecision = (learnerIds: readonly number[]): Query => ({
  name: 'award-read-record',
  text: `with achievement as materialized (
      select s.*, o.public_id as outcome, p.public_id as provider
        from record.achievement_state s
        join catalogue.outcome o using (outcome_id)
        join catalogue.organisation p on p.organisation_id = s.provider_id
       where s.learner_id = any($1)
    ),
    used as (
      select t.achievement_id, array_agg(distinct a.public_id order by a.public_id) as awards
        from award.spent t join award.award_state a using (learner_id, award_id)
       where t.learner_id = any($1) group by t.achievement_id
    ),
    achievements as (
      select jsonb_agg(jsonb_build_object('id', a.achievement_id::text, 'outcome', a.outcome, 'provider', a.provider, 'date', a.achieved_on,
               'result', a.result, 'mode', a.mode, 'originalDate', a.original_on,
               'source', (select b.achievement_id::text from achievement b where b.achievement_id = a.source_id), 'status', a.status,
               'usedIn', coalesce(to_jsonb(u.awards), '[]'), 'alsoCountedIn', to_jsonb(a.also_counted_in))
               order by a.counting_on, a.achievement_id) as list
        from achievement a left join used u using (achievement_id)
    ),
    outcomes as (
      select jsonb_agg(jsonb_build_object('id', o.public_id, 'code', o.code, 'version', o.version, 'name', o.name,
               'credits', coalesce(o.credits, 0), 'level', o.level, 'field', o.field, 'subfield', o.subfield, 'domain', o.domain,
               'lineage', o.lineage, 'accredited', o.accredited,
               'excludes', coalesce((select jsonb_agg(distinct x.other order by x.other) from (
                   select e.excludes as other from catalogue.outcome_exclusion e where e.lineage in (o.lineage, g.lineage)
                   union select e.lineage from catalogue.outcome_exclusion e where e.excludes in (o.lineage, g.lineage)) x
                 where x.other not in (o.lineage, coalesce(g.lineage, o.lineage))), '[]'),
               'group', case when g.group_id is not null
                 then jsonb_build_object('id', g.group_id, 'lineage', g.lineage, 'credits', g.credits, 'members', g.members) end,
               'lastAssessment', o.last_assessment) || jsonb_strip_nulls(jsonb_build_object(
                 'size', case when o.size_minutes is not null
                   then jsonb_build_object('minutes', o.size_minutes, 'amount', coalesce(o.size_amount, ''), 'unit', coalesce(o.size_unit, '')) end,
                 'kind', o.kind, 'levelLabel', o.level_label, 'creditBearing', case when not o.credit_bearing then false end))
               order by o.public_id) as list
        from catalogue.outcome o left join catalogue.outcome_group g using (group_id)
       where o.outcome_id in (select outcome_id from achievement)
    ),
    organisations as (
      select jsonb_agg(jsonb_build_object('id', p.public_id, 'kind', p.kind,
               'name', coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = p.organisation_id
                                  order by n.to_on desc nulls first, n.from_on desc limit 1), p.public_id),
               'accreditations', coalesce((select jsonb_agg(jsonb_build_object('from', c.from_on, 'to', c.to_on, 'scope', jsonb_build_array(
                   case c.scope_kind when 'all' then jsonb_build_object('kind', 'all')
                     when 'outcome' then jsonb_build_object('kind', 'outcome', 'lineage', c.scope_ref)
                     else jsonb_strip_nulls(jsonb_build_object('kind', c.scope_kind, c.scope_kind, c.scope_ref, 'maxLevel', c.max_level)) end))
                   order by c.from_on, c.accreditation_id) from catalogue.accreditation c where c.organisation_id = p.organisation_id), '[]'))
               order by p.public_id) as list
        from catalogue.organisation p where p.organisation_id in (select provider_id from achievement)
    )
    select coalesce((select list from organisations), '[]') as organisations, coalesce((select list from outcomes), '[]') as outcomes,
      coalesce((select list from achievements), '[]') as achievements`,
  values: [learnerIds],
});
