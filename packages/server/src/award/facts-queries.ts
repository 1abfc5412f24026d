import type { Tx } from '../database/connection.ts';

/** What a credential says of an outcome beyond what a decision needs. */
export interface OutcomeFacts {
  readonly achievement: string;
  readonly publicId: string;
  readonly assessments: readonly Text[];
  readonly theory: readonly Text[];
  readonly practice: readonly Text[];
  /** The grades that the outcome knows; empty where it does not say. */
  readonly grades: readonly string[];
  readonly skills: readonly {
    readonly uri: string;
    readonly scheme: string;
    readonly label: string;
    readonly relation: 'earns' | 'competent' | 'showcases';
    readonly proficiency: string | null;
  }[];
}

export interface Text {
  readonly lang: string;
  readonly text: string;
}

/** The teaching facts of the outcomes behind these achievements. */
export async function outcomeFacts(
  tx: Tx,
  learnerIds: readonly number[],
  achievementIds: readonly string[],
): Promise<ReadonlyMap<string, OutcomeFacts>> {
  const { rows } = await tx.query<OutcomeFacts & Record<string, unknown>>({
    name: 'award-outcome-facts',
    text: `select s.achievement_id::text as achievement, o.public_id as "publicId", o.assessments, o.theory, o.practice,
             o.grades_available as grades,
             coalesce((select jsonb_agg(jsonb_build_object('uri', k.uri, 'scheme', k.scheme, 'label', k.label, 'relation', k.relation,
                         'proficiency', k.proficiency) order by k.relation, k.uri)
                         from catalogue.outcome_skill k where k.outcome_id = o.outcome_id), '[]') as skills
             from record.achievement_state s join catalogue.outcome o using (outcome_id)
            where s.learner_id = any($1) and s.achievement_id = any($2::bigint[])`,
    values: [learnerIds, achievementIds],
  });
  return new Map(rows.map((row) => [row.achievement, row]));
}
