import type { Tx } from '../database/connection.ts';

export type RequestKind = 'withdraw-batch' | 'revoke-award' | 'restore-award';

export interface OpenRequest {
  readonly requestId: number;
  readonly askedBy: number;
  readonly reason: string;
}

/** Asks for a second person. False when the same is already asked and not settled. */
export async function ask(tx: Tx, kind: RequestKind, subject: string, reason: string, accountId: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into award.second_person (kind, subject, reason, asked_by) values ($1, $2, $3, $4) on conflict do nothing`,
    values: [kind, subject, reason, accountId],
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
