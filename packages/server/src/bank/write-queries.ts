import type { Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';
import type { BankKind } from './queries.ts';

export interface NewEntry {
  readonly learnerId: number;
  readonly eventId: number;
  readonly framework: string;
  readonly bank: string;
  readonly kind: BankKind;
  readonly onDay: string;
  readonly at: string;
  readonly actor: string;
  readonly institutionId: number;
  readonly award: string | null;
  readonly decision: unknown;
  readonly leaf: Leaf;
}

export interface NewCredit {
  readonly creditId: number;
  readonly reference: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly level: string | null;
  readonly minutes: number;
  readonly earnedOn: string;
  readonly validYears: number;
  readonly untilOn: string;
  readonly mode: 'assessed' | 'rpl';
  readonly evidence: readonly string[];
  readonly content: Buffer;
}

/** A movement of a credit: the step that it makes, from where it stands to where it goes; null: nowhere. */
export interface NewPosting {
  readonly creditId: number;
  readonly step: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly untilOn: string;
}

export async function nextEventId(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({ text: `select nextval('bank.id_sequence') as id` });
  return rows[0]!.id;
}

/** An id of a credit carries the learner's bucket in its low ten bits. */
export async function nextCreditId(tx: Tx, learnerId: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select nextval('bank.id_sequence') * 1024 + $1::bigint % 1024 as id`,
    values: [learnerId],
  });
  return rows[0]!.id;
}

export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.query({
    text: `insert into bank.bank_event (learner_id, event_id, framework, bank, kind, on_day, at, actor, institution_id, award, decision, leaf_salt, leaf_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13)`,
    values: [
      entry.learnerId,
      entry.eventId,
      entry.framework,
      entry.bank,
      entry.kind,
      entry.onDay,
      entry.at,
      entry.actor,
      entry.institutionId,
      entry.award,
      entry.decision === null ? null : JSON.stringify(entry.decision),
      entry.leaf.salt,
      entry.leaf.hash,
    ],
  });
}

export async function insertCredit(
  tx: Tx,
  { learnerId, framework, bank, institutionId }: NewEntry,
  credit: NewCredit,
): Promise<void> {
  await tx.query({
    text: `insert into bank.credit (learner_id, credit_id, framework, bank, depositor_id, reference, code, title, kind, level, minutes, earned_on,
        valid_years, until_on, mode, evidence, content_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: [
      learnerId,
      credit.creditId,
      framework,
      bank,
      institutionId,
      credit.reference,
      credit.code,
      credit.title,
      credit.kind,
      credit.level,
      credit.minutes,
      credit.earnedOn,
      credit.validYears,
      credit.untilOn,
      credit.mode,
      credit.evidence,
      credit.content,
    ],
  });
}

/**
 * Writes the movements of an entry, always in the order of their credits, so that two entries never wait for one another. Throws
 * PostgreSQL's 23505 when another entry moved one of them meanwhile, 23503 when it does not stand where it is said to leave from.
 */
export async function insertPostings(
  tx: Tx,
  { learnerId, eventId, onDay, kind }: Pick<NewEntry, 'learnerId' | 'eventId' | 'onDay' | 'kind'>,
  postings: readonly NewPosting[],
): Promise<void> {
  const sorted = [...postings].sort((a, b) => a.creditId - b.creditId);
  await tx.query({
    text: `insert into bank.posting (learner_id, credit_id, step, previous_step, from_institution, to_institution, event_id, on_day, kind, until_on)
      select $1, x.credit_id, x.step, nullif(x.step, 1) - 1, x.from_institution, x.to_institution, $2, $3, $4, x.until_on
        from unnest($5::bigint[], $6::smallint[], $7::integer[], $8::integer[], $9::date[])
          as x (credit_id, step, from_institution, to_institution, until_on) order by x.credit_id`,
    values: [
      learnerId,
      eventId,
      onDay,
      kind,
      sorted.map(({ creditId }) => creditId),
      sorted.map(({ step }) => step),
      sorted.map(({ from }) => from),
      sorted.map(({ to }) => to),
      sorted.map(({ untilOn }) => untilOn),
    ],
  });
}
