import type { Tx } from '../database/connection.ts';
import { nextEventId } from './queries.ts';

export type NoticeCode = 'award-suspended' | 'award-restored' | 'award-revoked' | 'award-noted';

/** What the learner is told, in the same transaction as what happened. The words come from the code. */
export async function notify(
  tx: Tx,
  learnerId: number,
  awardId: number,
  code: NoticeCode,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx.query({
    name: 'award-notify',
    text: `insert into award.notice (learner_id, notice_id, award_id, code, data) values ($1, $2, $3, $4, $5)`,
    values: [learnerId, await nextEventId(tx), awardId, code, JSON.stringify(data)],
  });
}

export interface NoticeRow {
  readonly awardId: number;
  readonly code: NoticeCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly seenAt: Date | null;
}

export async function noticesOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly NoticeRow[]> {
  const { rows } = await tx.query<NoticeRow & Record<string, unknown>>({
    name: 'award-notices',
    text: `select award_id as "awardId", code, data, at, seen_at as "seenAt" from award.notice where learner_id = any($1) order by notice_id desc`,
    values: [learnerIds],
  });
  return rows;
}
