import type { SkillStatement } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';

type Row = { [Key in keyof SkillStatement]: SkillStatement[Key] };

/** What outcomes say of skills, by the public ids of the outcomes, each skill with its kind and the broader one above it. */
export async function statementsOf(tx: Tx, outcomes: readonly string[]): Promise<readonly SkillStatement[]> {
  const { rows } = await tx.query<Row>({
    name: 'skill-statements',
    text: `select o.public_id as outcome, k.uri, k.scheme, k.label, s.label_mi as mi, s.slug, s.kind, k.relation, k.proficiency,
        case when b.uri is not null then jsonb_build_object('uri', b.uri, 'en', b.label_en, 'mi', b.label_mi) end as family
      from catalogue.outcome o join catalogue.outcome_skill k using (outcome_id)
      left join catalogue.skill s on s.uri = k.uri
      left join lateral (select u.uri, u.label_en, u.label_mi from catalogue.skill_link l join catalogue.skill u on u.uri = l.to_uri
        where l.from_uri = k.uri and l.kind = 'broader' order by u.uri limit 1) b on true
     where o.public_id = any($1::text[]) order by k.label, k.uri, o.public_id`,
    values: [outcomes],
  });
  return rows;
}
