import type { Query, Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';
import type { Title } from './title.ts';
import type { AwardEventKind, AwardStatus } from './queries.ts';

export async function nextIds(tx: Tx, learnerId: number): Promise<{ awardId: number; eventId: number }> {
  const { rows } = await tx.query<{ awardId: number; eventId: number }>({
    name: 'award-next-ids',
    text: `select nextval('award.award_sequence') * 1024 + $1::bigint % 1024 as "awardId", nextval('award.event_sequence') as "eventId"`,
    values: [learnerId],
  });
  return rows[0]!;
}

export async function nextEventId(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'award-next-event',
    text: `select nextval('award.event_sequence') as id`,
  });
  return rows[0]!.id;
}

export interface NewEvent {
  readonly learnerId: number;
  readonly eventId: number;
  readonly awardId: number;
  readonly kind: AwardEventKind;
  readonly at: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly leaf: Leaf;
}

const INSERT_EVENT = `insert into award.award_event (learner_id, event_id, award_id, kind, at, actor, reason, detail, leaf_salt, leaf_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

function eventValues(event: NewEvent): unknown[] {
  const { learnerId, eventId, awardId, kind, at, actor, reason, detail, leaf } = event;
  return [learnerId, eventId, awardId, kind, at, actor, reason, JSON.stringify(detail), leaf.salt, leaf.hash];
}

/** An event that leaves the state as it is. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.query({ name: 'award-event', text: INSERT_EVENT, values: eventValues(event) });
}

/** The state's change and its event in one statement. False when the award was no longer in one of the states it may leave. */
export async function changeState(
  tx: Tx,
  event: NewEvent,
  change: { from: readonly AwardStatus[]; to: AwardStatus; reason: string | null; answerBy: string | null; release: boolean },
): Promise<boolean> {
  const { rows } = await tx.query<{ changed: number }>({
    name: 'award-change',
    text: `with state as (
        update award.award_state set status = $11, reason = $12, answer_by = $13, changed_at = $5
         where learner_id = $1 and award_id = $3 and status = any($14::text[]) returning award_id
      ), released as (
        delete from award.spent where $15::boolean and learner_id = $1 and award_id in (select award_id from state)
      ), event as (
        insert into award.award_event (learner_id, event_id, award_id, kind, at, actor, reason, detail, leaf_salt, leaf_hash)
        select $1, $2, award_id, $4, $5, $6, $7, $8::jsonb, $9, $10 from state
      )
      select count(*)::integer as changed from state`,
    values: [...eventValues(event), change.to, change.reason, change.answerBy, change.from, change.release],
  });
  return rows[0]?.changed === 1;
}

export interface NewAward {
  readonly publicId: string;
  readonly award: string;
  readonly version: number;
  readonly supersedesId: number | null;
  readonly major: string | null;
  readonly credits: number;
  readonly from: string;
  readonly to: string;
  readonly issuedOn: string;
  readonly nameOnAward: string | null;
  readonly policy: { readonly id: string; readonly version: string };
  readonly input: unknown;
  readonly trace: unknown;
  readonly selection: readonly string[];
  readonly credentialId: string;
  readonly credential: unknown;
  /** An award of a framework that is made of named parts says by which definition. */
  readonly made?: {
    readonly framework: string;
    readonly definition: string;
    readonly definitionKey: string;
    readonly title: Title;
    readonly minutes: number | null;
    readonly validUntil: string | null;
  };
}

export interface Spending {
  readonly lineage: string;
  readonly achievement: string;
}

/**
 * The event, the state, the public id and what is spent, in one statement. Throws PostgreSQL's 23505 on `spent_pkey` when another award
 * of the learner has spent one of the lineages, and on `award_held_once` when they hold one of the same definition.
 */
export async function insertAward(tx: Tx, event: NewEvent, award: NewAward, spending: readonly Spending[]): Promise<void> {
  const query: Query = {
    name: 'award-insert',
    text: `with event as (${INSERT_EVENT} returning award_id),
      state as (
        insert into award.award_state (learner_id, award_id, public_id, award, version, supersedes_id, major, credits, from_on, to_on, issued_on,
          status, name_on_award, policy_id, policy_version, decision_input, decision_trace, selection, credential_id, credential, changed_at,
          framework, definition, definition_key, title, minutes, valid_until)
        values ($1, $3, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'live', $20, $21, $22, $23, $24, $25, $26, $27, $5,
          $30, $31, $32, $33, $34, $35) returning award_id
      ),
      located as (insert into award.locator (public_id, learner_id, award_id) values ($11, $1, $3))
      insert into award.spent (learner_id, lineage, award_id, achievement_id)
      select $1, lineage, $3, achievement from unnest($28::text[], $29::bigint[]) as s (lineage, achievement)`,
    values: [
      ...eventValues(event),
      award.publicId,
      award.award,
      award.version,
      award.supersedesId,
      award.major,
      award.credits,
      award.from,
      award.to,
      award.issuedOn,
      award.nameOnAward,
      award.policy.id,
      award.policy.version,
      JSON.stringify(award.input),
      JSON.stringify(award.trace),
      award.selection,
      award.credentialId,
      JSON.stringify(award.credential),
      spending.map(({ lineage }) => lineage),
      spending.map(({ achievement }) => achievement),
      award.made?.framework ?? 'nz',
      award.made?.definition ?? null,
      award.made?.definitionKey ?? null,
      award.made === undefined ? null : JSON.stringify(award.made.title),
      award.made?.minutes ?? null,
      award.made?.validUntil ?? null,
    ],
  };
  await tx.query(query);
}

/** Replaces what a live award has spent, after a correction changed the lineages it stands on. */
export async function respend(tx: Tx, learnerId: number, awardId: number, spending: readonly Spending[]): Promise<void> {
  await tx.query({
    name: 'award-unspend',
    text: `delete from award.spent where learner_id = $1 and award_id = $2`,
    values: [learnerId, awardId],
  });
  await tx.query({
    name: 'award-respend',
    text: `insert into award.spent (learner_id, lineage, award_id, achievement_id)
           select $1, lineage, $2, achievement from unnest($3::text[], $4::bigint[]) as s (lineage, achievement)`,
    values: [learnerId, awardId, spending.map(({ lineage }) => lineage), spending.map(({ achievement }) => achievement)],
  });
}
