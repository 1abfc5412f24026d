import type { Tx } from '../database/connection.ts';

export interface SkillAnswer {
  readonly outcome: string;
  readonly uri: string;
  readonly matcher: string;
  readonly answer: 'accepted' | 'refused';
  readonly place: number;
}

/** Keeps what a writer said to a suggestion; the last word stands. False where there is no such skill, or the outcome is not the writer's. */
export async function keepAnswer(tx: Tx, { outcome, uri, matcher, answer, place }: SkillAnswer, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into catalogue.skill_answer (outcome, uri, scheme, matcher, answer, place, organisation_id, answered_at)
      select o.public_id, s.uri, s.scheme, $3, $4, $5, o.developer_id, $6 from catalogue.outcome o cross join catalogue.skill s
       where o.public_id = $1 and s.uri = $2 and o.developer_id = any ((select access.own_organisations('developer'))::integer[])
      on conflict (outcome, uri) do update set matcher = excluded.matcher, answer = excluded.answer, place = excluded.place, answered_at = excluded.answered_at`,
    values: [outcome, uri, matcher, answer, place, at],
  });
  return rowCount > 0;
}

export interface AcceptanceRow {
  readonly scheme: string;
  readonly matcher: string;
  readonly accepted: number;
  readonly refused: number;
  /** Of those accepted, how many stood first. */
  readonly first: number;
}

/** How many suggestions were accepted and refused, by scheme and matcher. */
export async function countAnswers(tx: Tx): Promise<readonly AcceptanceRow[]> {
  const { rows } = await tx.query<{ [Key in keyof AcceptanceRow]: AcceptanceRow[Key] }>({
    text: `select scheme, matcher, count(*) filter (where answer = 'accepted')::integer as accepted, count(*) filter (where answer = 'refused')::integer as refused,
        count(*) filter (where answer = 'accepted' and place = 1)::integer as first
      from catalogue.skill_answer group by scheme, matcher order by scheme, matcher`,
  });
  return rows;
}

/** The skills that an outcome's writer has refused, so that they are not suggested for it again. */
export async function readRefused(tx: Tx, outcome: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ uri: string }>({
    text: `select uri from catalogue.skill_answer where outcome = $1 and answer = 'refused' order by uri limit 1000`,
    values: [outcome],
  });
  return rows.map(({ uri }) => uri);
}
