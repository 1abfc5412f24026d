import type { Tx } from '../database/connection.ts';

/** Whether the demonstration has been loaded whole. */
export async function demonstrationIsThere(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query({ text: `select from operations.setting where name = 'demonstration'` });
  return rowCount > 0;
}

export async function noteDemonstration(tx: Tx): Promise<void> {
  await tx.query({
    text: `insert into operations.setting (name, value) values ('demonstration', 'loaded') on conflict (name) do nothing`,
  });
}

/** The number of an organisation; null when there is none with this id. */
export async function organisationNumber(tx: Tx, publicId: string): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: 'select organisation_id as id from catalogue.organisation where public_id = $1',
    values: [publicId],
  });
  return rows[0]?.id ?? null;
}

/** A learner's result of an outcome: what a transfer stands on. */
export async function firstResultOf(
  tx: Tx,
  learnerId: number,
  code: string,
): Promise<{ readonly achievementId: number; readonly countingOn: string } | null> {
  const { rows } = await tx.query<{ achievementId: number; countingOn: string }>({
    text: `select s.achievement_id as "achievementId", s.counting_on as "countingOn" from record.achievement_state s join catalogue.outcome o using (outcome_id)
      where s.learner_id = $1 and o.code = $2 order by s.achievement_id limit 1`,
    values: [learnerId, code],
  });
  return rows[0] ?? null;
}
