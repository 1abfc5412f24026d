import type { Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';
import type { DisputeEventKind, DisputeReason, DisputeStatus, DisputeSubject, EscalatedWhy } from './reasons.ts';

/** A dispute as it stands. Ids are bigint within safe integers; dates `YYYY-MM-DD`. */
export interface DisputeRow {
  readonly learnerId: number;
  readonly disputeId: number;
  readonly subject: DisputeSubject;
  readonly achievementId: number | null;
  readonly awardId: number | null;
  readonly lineEvent: number | null;
  readonly missingOutcomeId: number | null;
  readonly missingOn: string | null;
  readonly reason: DisputeReason;
  readonly words: string;
  readonly providerId: number | null;
  readonly answererId: number | null;
  readonly status: DisputeStatus;
  readonly openedAt: Date;
  readonly answerBy: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly escalatedWhy: EscalatedWhy | null;
  readonly statement: string | null;
  readonly statedAt: Date | null;
  readonly changedAt: Date;
}

const COLUMNS = `s.learner_id as "learnerId", s.dispute_id as "disputeId", s.subject, s.achievement_id as "achievementId", s.award_id as "awardId",
  s.line_event as "lineEvent", s.missing_outcome_id as "missingOutcomeId", s.missing_on as "missingOn", s.reason, s.words, s.provider_id as "providerId", s.answerer_id as "answererId", s.status,
  s.opened_at as "openedAt", s.answer_by as "answerBy", s.answer, s.answered_at as "answeredAt", s.escalated_why as "escalatedWhy",
  s.statement, s.stated_at as "statedAt", s.changed_at as "changedAt"`;

type Row<T> = { [Key in keyof T]: T[Key] };

export interface NewDisputeEvent {
  readonly learnerId: number;
  readonly eventId: number;
  readonly disputeId: number;
  readonly kind: DisputeEventKind;
  readonly at: string;
  readonly actor: string;
  readonly words: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly leaf: Leaf;
}

const EVENT_COLUMNS = 'learner_id, event_id, dispute_id, kind, at, actor, words, detail, leaf_salt, leaf_hash';

function eventValues({ learnerId, eventId, disputeId, kind, at, actor, words, detail, leaf }: NewDisputeEvent): unknown[] {
  return [learnerId, eventId, disputeId, kind, at, actor, words, JSON.stringify(detail), leaf.salt, leaf.hash];
}

export async function nextIds(tx: Tx, learnerId: number): Promise<{ disputeId: number; eventId: number }> {
  const { rows } = await tx.query<{ disputeId: number; eventId: number }>({
    text: `select nextval('dispute.dispute_sequence') * 1024 + $1::bigint % 1024 as "disputeId", nextval('dispute.event_sequence') as "eventId"`,
    values: [learnerId],
  });
  return rows[0]!;
}

export async function nextEventId(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({ text: `select nextval('dispute.event_sequence') as id` });
  return rows[0]!.id;
}

export interface NewDispute {
  readonly subject: DisputeSubject;
  readonly achievementId: number | null;
  readonly lineEvent: number | null;
  readonly awardId: number | null;
  readonly missingOutcomeId?: number;
  readonly missingOn?: string | null;
  readonly reason: DisputeReason;
  readonly words: string;
  readonly providerId: number | null;
  readonly answererId: number | null;
  readonly status: DisputeStatus;
  readonly answerBy: string;
  readonly escalatedWhy: EscalatedWhy | null;
}

/** The dispute and its first event in one statement. False when this line or award is disputed already and not settled. */
export async function insertDispute(tx: Tx, event: NewDisputeEvent, dispute: NewDispute): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `with state as (
        insert into dispute.dispute_state (learner_id, dispute_id, subject, achievement_id, line_event, award_id, reason, words, provider_id,
          answerer_id, status, opened_at, answer_by, escalated_why, changed_at, missing_outcome_id, missing_on)
        values ($1, $3, $11, $12, $13, $14, $15, $16, $17, $18, $19, $5, $20, $21, $5, $22, $23) on conflict do nothing returning dispute_id
      )
      insert into dispute.dispute_event (${EVENT_COLUMNS})
      select $1, $2, dispute_id, $4, $5, $6, $7, $8::jsonb, $9, $10 from state`,
    values: [
      ...eventValues(event),
      dispute.subject,
      dispute.achievementId,
      dispute.lineEvent,
      dispute.awardId,
      dispute.reason,
      dispute.words,
      dispute.providerId,
      dispute.answererId,
      dispute.status,
      dispute.answerBy,
      dispute.escalatedWhy,
      dispute.missingOutcomeId ?? null,
      dispute.missingOn ?? null,
    ],
  });
  return rowCount === 1;
}

/** What an event may change; each role is granted only some of these columns. */
export interface DisputeChange {
  readonly status?: DisputeStatus;
  readonly answererId?: number | null;
  readonly answerBy?: string;
  readonly answer?: string | null;
  readonly answeredAt?: string;
  readonly escalatedWhy?: EscalatedWhy;
  readonly decidedBy?: number;
  readonly statement?: string | null;
  readonly statedAt?: string | null;
}

const CHANGED_COLUMNS = {
  status: 'status',
  answererId: 'answerer_id',
  answerBy: 'answer_by',
  answer: 'answer',
  answeredAt: 'answered_at',
  escalatedWhy: 'escalated_why',
  decidedBy: 'decided_by',
  statement: 'statement',
  statedAt: 'stated_at',
} as const satisfies Record<keyof DisputeChange, string>;

/** The change and its event in one statement. False when the dispute was no longer in one of the statuses that it may leave. */
export async function changeDispute(
  tx: Tx,
  event: NewDisputeEvent,
  from: readonly DisputeStatus[],
  change: DisputeChange,
): Promise<boolean> {
  const values: unknown[] = [...eventValues(event), from];
  const sets = Object.entries(CHANGED_COLUMNS).flatMap(([key, column]) => {
    const value: unknown = Reflect.get(change, key);
    return value === undefined ? [] : [`${column} = $${values.push(value)}`];
  });
  const { rowCount } = await tx.query({
    text: `with state as (
        update dispute.dispute_state set ${[...sets, 'changed_at = $5'].join(', ')}
         where learner_id = $1 and dispute_id = $3 and status = any($11::text[]) returning dispute_id
      )
      insert into dispute.dispute_event (${EVENT_COLUMNS})
      select $1, $2, dispute_id, $4, $5, $6, $7, $8::jsonb, $9, $10 from state`,
    values,
  });
  return rowCount === 1;
}

/** The dispute with this id, as far as the actor may see it. */
export async function findDispute(tx: Tx, disputeId: number): Promise<DisputeRow | null> {
  const { rows } = await tx.query<Row<DisputeRow>>({
    text: `select ${COLUMNS} from dispute.dispute_state s where s.dispute_id = $1`,
    values: [disputeId],
  });
  return rows[0] ?? null;
}

export type ListState = 'waiting' | 'settled' | 'all';

/**
 * A page of the disputes that the actor may see. Those that wait come by the day on which they are due, all others the newest first.
 * `after` is the place of the last row of the page before.
 */
export async function disputesPage(
  tx: Tx,
  state: ListState,
  subject: DisputeSubject | null,
  after: readonly [string, number] | null,
  limit: number,
): Promise<readonly DisputeRow[]> {
  const values: unknown[] = [subject, limit];
  const where = ['($1::text is null or s.subject = $1)'];
  if (state === 'waiting') where.push(`s.status in ('open', 'escalated')`);
  if (state === 'settled') where.push(`s.status not in ('open', 'escalated')`);
  if (after !== null && state === 'waiting')
    where.push(`(s.answer_by, s.dispute_id) > ($${values.push(after[0])}::date, $${values.push(after[1])}::bigint)`);
  if (after !== null && state !== 'waiting') where.push(`s.dispute_id < $${values.push(after[1])}::bigint`);
  const { rows } = await tx.query<Row<DisputeRow>>({
    text: `select ${COLUMNS} from dispute.dispute_state s where ${where.join(' and ')}
      order by ${state === 'waiting' ? 's.answer_by, s.dispute_id' : 's.dispute_id desc'} limit $2`,
    values,
  });
  return rows;
}

/** Disputes past the day on which an answer was due. */
export async function lateDisputes(tx: Tx, today: string, limit: number): Promise<readonly DisputeRow[]> {
  const { rows } = await tx.query<Row<DisputeRow>>({
    text: `select ${COLUMNS} from dispute.dispute_state s where s.status = 'open' and s.answer_by < $1::date
      order by s.dispute_id limit $2 for update skip locked`,
    values: [today, limit],
  });
  return rows;
}

export interface DisputeEventRow {
  readonly kind: DisputeEventKind;
  readonly at: Date;
  readonly actor: string;
  readonly words: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function disputeEvents(tx: Tx, learnerId: number, disputeId: number): Promise<readonly DisputeEventRow[]> {
  const { rows } = await tx.query<Row<DisputeEventRow>>({
    text: `select kind, at, actor, words, detail from dispute.dispute_event where learner_id = $1 and dispute_id = $2 order by event_id`,
    values: [learnerId, disputeId],
  });
  return rows;
}
