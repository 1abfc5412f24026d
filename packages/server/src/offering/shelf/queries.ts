import type { Tx } from '../../database/connection.ts';

export interface SkillRow {
  readonly outcomeId: number;
  readonly uri: string;
  readonly en: string;
  readonly mi: string | null;
}

/** What each outcome that is listed stands for. */
export async function readOutcomeSkills(tx: Tx): Promise<readonly SkillRow[]> {
  const { rows } = await tx.query<{ [Key in keyof SkillRow]: SkillRow[Key] }>({
    text: `select distinct on (s.outcome_id, s.uri) s.outcome_id as "outcomeId", s.uri, coalesce(k.label_en, s.label) as en, k.label_mi as mi
      from catalogue.outcome_skill s left join catalogue.skill k on k.uri = s.uri order by s.outcome_id, s.uri`,
  });
  return rows;
}
