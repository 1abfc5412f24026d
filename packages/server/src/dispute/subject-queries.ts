import type { Tx } from '../database/connection.ts';

type Row<T> = { [Key in keyof T]: T[Key] };

/** A line of the record as it stands. */
export interface LineRow {
  readonly learnerId: number;
  readonly achievementId: number;
  readonly outcomeId: number;
  readonly providerId: number;
  readonly date: string;
  readonly result: string;
  readonly mode: string;
  readonly status: string;
  readonly reference: string;
  /** The last event of the line; null where a line came without one. */
  readonly lastEvent: number | null;
}

const LINE = `s.learner_id as "learnerId", s.achievement_id as "achievementId", s.outcome_id as "outcomeId", s.provider_id as "providerId",
  s.achieved_on as date, s.result, s.mode, s.status, s.reference,
  (select max(e.event_id) from record.achievement_event e where e.learner_id = s.learner_id and e.achievement_id = s.achievement_id) as "lastEvent"`;

/** A line of the learner who is signed in. */
export async function ownLine(tx: Tx, achievementId: number): Promise<LineRow | null> {
  const { rows } = await tx.query<Row<LineRow>>({
    text: `select ${LINE} from record.achievement_state s
      where s.learner_id = any((select access.own_learners())::bigint[]) and s.achievement_id = $1`,
    values: [achievementId],
  });
  return rows[0] ?? null;
}

/** Lines by learner and id, as far as the actor may see them. */
export async function linesOf(
  tx: Tx,
  learnerIds: readonly number[],
  achievementIds: readonly number[],
): Promise<readonly LineRow[]> {
  const { rows } = await tx.query<Row<LineRow>>({
    text: `select ${LINE} from record.achievement_state s
      where (s.learner_id, s.achievement_id) in (select * from unnest($1::bigint[], $2::bigint[]))`,
    values: [learnerIds, achievementIds],
  });
  return rows;
}

/** What happened to a line: how it was reported, and every correction since. */
export interface LineEventRow {
  readonly eventId: number;
  readonly kind: 'recorded' | 'corrected' | 'withdrawn';
  readonly at: Date;
  readonly outcomeId: number;
  readonly date: string;
  readonly result: string;
  readonly mode: string;
  readonly status: string;
}

export async function lineEvents(tx: Tx, learnerId: number, achievementId: number): Promise<readonly LineEventRow[]> {
  const { rows } = await tx.query<Row<LineEventRow>>({
    text: `select event_id as "eventId", kind, at, outcome_id as "outcomeId", achieved_on as date, result, mode, status
      from record.achievement_event where learner_id = $1 and achievement_id = $2 order by event_id`,
    values: [learnerId, achievementId],
  });
  return rows;
}

/** The last event on the records of the learner who is signed in; 0 where there is none. */
export async function lastOwnEvent(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ last: number }>({
    text: `select coalesce(max(event_id), 0)::bigint as last from record.achievement_event where learner_id = any((select access.own_learners())::bigint[])`,
  });
  return rows[0]?.last ?? 0;
}

/** Results of an outcome, in any version of it, that were recorded for these learners after an event, as far as the actor may see them. */
export async function recordedSince(
  tx: Tx,
  learnerIds: readonly number[],
  outcomeId: number,
  after: number,
): Promise<readonly LineEventRow[]> {
  const { rows } = await tx.query<Row<LineEventRow>>({
    text: `select e.event_id as "eventId", e.kind, e.at, e.outcome_id as "outcomeId", e.achieved_on as date, e.result, e.mode, e.status
      from record.achievement_event e join catalogue.outcome o on o.outcome_id = e.outcome_id
     where e.learner_id = any($1) and e.kind = 'recorded' and e.event_id > $3
       and o.lineage = (select m.lineage from catalogue.outcome m where m.outcome_id = $2)
     order by e.event_id`,
    values: [learnerIds, outcomeId, after],
  });
  return rows;
}

/** An award as far as an appeal needs it. */
export interface AppealedAward {
  readonly learnerId: number;
  readonly awardId: number;
  readonly publicId: string;
  readonly award: string;
  readonly major: string | null;
  /** As it was called when it was issued; null where its major says it. */
  readonly title: { readonly en: string; readonly mi: string } | null;
  readonly status: string;
  readonly issuedOn: string;
}

export async function appealedAwards(
  tx: Tx,
  learnerIds: readonly number[],
  awardIds: readonly number[],
): Promise<readonly AppealedAward[]> {
  const { rows } = await tx.query<Row<AppealedAward>>({
    text: `select s.learner_id as "learnerId", s.award_id as "awardId", s.public_id as "publicId", s.award, s.major, s.title, s.status,
        s.issued_on as "issuedOn"
      from award.award_state s where (s.learner_id, s.award_id) in (select * from unnest($1::bigint[], $2::bigint[]))`,
    values: [learnerIds, awardIds],
  });
  return rows;
}

/** Who of us decided on an award: the people who asked for, settled or made a change of it, and who settled an earlier appeal. */
export async function decidersOf(tx: Tx, learnerId: number, awardId: number): Promise<readonly string[]> {
  const { rows } = await tx.query<{ actor: string }>({
    text: `select distinct actor from award.award_event where learner_id = $1 and award_id = $2
        and kind in ('review-asked', 'review-declined', 'revoked', 'restored', 'suspended')
      union select e.actor from dispute.dispute_event e join dispute.dispute_state s using (learner_id, dispute_id)
       where s.learner_id = $1 and s.award_id = $2 and e.kind in ('upheld', 'dismissed')`,
    values: [learnerId, awardId],
  });
  return rows.map(({ actor }) => actor);
}
