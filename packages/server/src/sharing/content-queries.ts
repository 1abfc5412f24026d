import type { Tx } from '../database/connection.ts';

export interface SkillRow {
  readonly outcome: string;
  readonly uri: string;
  readonly scheme: string;
  readonly label: string;
  readonly relation: string;
}

/** The skills of these outcomes, by public id. */
export async function skillsOfOutcomes(tx: Tx, outcomes: readonly string[]): Promise<readonly SkillRow[]> {
  const { rows } = await tx.query<SkillRow & Record<string, unknown>>({
    name: 'sharing-skills',
    text: `select o.public_id as outcome, k.uri, k.scheme, k.label, k.relation
             from catalogue.outcome o join catalogue.outcome_skill k using (outcome_id)
            where o.public_id = any($1::text[]) order by k.label, k.uri`,
    values: [outcomes],
  });
  return rows;
}
