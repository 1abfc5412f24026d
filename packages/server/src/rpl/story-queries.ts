import type { Tx } from '../database/connection.ts';

/** Every skill of each outcome that names one of these. */
export async function outcomesOfSkills(
  tx: Tx,
  uris: readonly string[],
): Promise<readonly { readonly outcomeId: number; readonly uri: string; readonly label: string }[]> {
  const { rows } = await tx.query<{ outcomeId: number; uri: string; label: string }>({
    text: `select distinct k.outcome_id as "outcomeId", k.uri, k.label from catalogue.outcome_skill k
      where k.outcome_id in (select o.outcome_id from catalogue.outcome_skill o where o.uri = any($1)) order by k.outcome_id, k.uri`,
    values: [uris],
  });
  return rows;
}
