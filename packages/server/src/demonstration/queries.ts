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

/** Whether anybody may be found already. */
export async function anybodyFound(tx: Tx): Promise<boolean> {
  return (await tx.query({ text: 'select from found.profile limit 1' })).rowCount > 0;
}

/** Invented learners whose confirmed results show a few skills of a scheme; the same ones each time. */
export async function peopleForFinding(tx: Tx, scheme: string, many: number, but: readonly number[]): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select s.learner_id as id from record.achievement_state s join catalogue.outcome_skill k using (outcome_id)
      where k.scheme = $1 and s.status = 'confirmed' and s.result <> 'not-achieved' and s.learner_id <> all ($3) and s.reference not like 'demo-%'
      group by s.learner_id having count(distinct k.uri) >= 12 order by md5(s.learner_id::text) limit $2`,
    values: [scheme, many, but],
  });
  return rows.map(({ id }) => id);
}

/** Lets each of these be found in the region beside them by the skills of a scheme that their record shows. */
export async function letFound(
  tx: Tx,
  scheme: string,
  learners: readonly number[],
  regions: readonly string[],
  at: Date,
  until: string,
): Promise<void> {
  await tx.query({
    text: `insert into found.profile (learner_id, region, skills, since, changed_at, until_on)
      select l.id, r.region, (select (array_agg(distinct k.uri))[1:60] from record.achievement_state s join catalogue.outcome_skill k using (outcome_id)
          where s.learner_id = l.id and k.scheme = $1 and s.status = 'confirmed' and s.result <> 'not-achieved'), $4, $4, $5
        from unnest($2::bigint[]) with ordinality l (id, place) join unnest($3::text[]) with ordinality r (region, place) using (place)`,
    values: [scheme, learners, regions, at, until],
  });
}
