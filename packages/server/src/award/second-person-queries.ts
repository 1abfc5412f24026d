import type { Tx } from '../database/connection.ts';

export type RequestKind = 'withdraw-batch' | 'revoke-award' | 'restore-award' | 'revoke-many';

export interface OpenRequest {
  readonly requestId: number;
  readonly askedBy: number;
  readonly reason: string;
}

/** Asks for a second person. False when the same is already asked and not settled. */
export async function ask(
  tx: Tx,
  kind: RequestKind,
  subject: string,
  reason: string,
  accountId: number,
  organisationId: number | null = null,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into award.second_person (kind, subject, reason, asked_by, organisation_id) values ($1, $2, $3, $4, $5)
           on conflict do nothing`,
    values: [kind, subject, reason, accountId, organisationId],
  });
  return rowCount === 1;
}

export async function openRequest(tx: Tx, kind: RequestKind, subject: string): Promise<OpenRequest | null> {
  const { rows } = await tx.query<OpenRequest & Record<string, unknown>>({
    text: `select request_id as "requestId", asked_by as "askedBy", reason from award.second_person
            where kind = $1 and subject = $2 and settled_at is null for update`,
    values: [kind, subject],
  });
  return rows[0] ?? null;
}

export async function settle(tx: Tx, requestId: number, accountId: number, agreed: boolean): Promise<void> {
  await tx.query({
    text: `update award.second_person set settled_by = $2, settled_at = now(), agreed = $3 where request_id = $1`,
    values: [requestId, accountId, agreed],
  });
}

export interface WaitingRequest {
  readonly reason: string;
  readonly askedBy: number;
  readonly askedAt: Date;
}

/** What waits for a second person, to be shown: nothing is locked. */
export async function waiting(tx: Tx, kind: RequestKind, subject: string): Promise<WaitingRequest | null> {
  const { rows } = await tx.query<WaitingRequest & Record<string, unknown>>({
    text: `select reason, asked_by as "askedBy", asked_at as "askedAt" from award.second_person
            where kind = $1 and subject = $2 and settled_at is null`,
    values: [kind, subject],
  });
  return rows[0] ?? null;
}

/** Whether what was settled last for this subject was agreed to. */
export async function lastAgreed(tx: Tx, kind: RequestKind, subject: string): Promise<boolean> {
  const { rows } = await tx.query<{ agreed: boolean }>({
    text: `select agreed from award.second_person where kind = $1 and subject = $2 and settled_at is not null
            order by request_id desc limit 1`,
    values: [kind, subject],
  });
  return rows[0]?.agreed === true;
}
