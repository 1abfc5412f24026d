import type { Tx } from '../database/connection.ts';

export interface NoticeRow {
  readonly id: number;
  readonly code: string;
  readonly data: unknown;
  readonly at: Date;
  readonly seenAt: Date | null;
}

/** Writes the notice; null when the same was told before. */
export async function insertNotice(
  tx: Tx,
  notice: { readonly learnerId: number; readonly code: string; readonly data: unknown; readonly once: string | null },
): Promise<number | null> {
  const { rows } = await tx.query<{ told: number | null }>({
    name: 'notice-tell',
    text: 'select notice.tell($1, $2, $3, $4) as told',
    values: [notice.learnerId, notice.code, JSON.stringify(notice.data), notice.once],
  });
  return rows[0]?.told ?? null;
}

/** The learner's notices, the newest first; `before` is the last of the page before. */
export async function noticesOf(
  tx: Tx,
  learnerIds: readonly number[],
  page: { readonly before: number | null; readonly unseen: boolean; readonly limit: number },
): Promise<readonly NoticeRow[]> {
  const { rows } = await tx.query<NoticeRow & Record<string, unknown>>({
    name: 'notices-of-learner',
    text: `select notice_id as id, code, data, at, seen_at as "seenAt" from notice.notice
            where learner_id = any($1) and ($2::bigint is null or notice_id < $2) and (not $3 or seen_at is null)
            order by notice_id desc limit $4`,
    values: [learnerIds, page.before, page.unseen, page.limit],
  });
  return rows;
}

/** How many the learner has not seen; counts to 100 and no further. */
export async function countUnseen(tx: Tx, learnerIds: readonly number[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    name: 'notices-unseen',
    text: `select count(*)::integer as count from (select from notice.notice where learner_id = any($1) and seen_at is null limit 100) x`,
    values: [learnerIds],
  });
  return rows[0]?.count ?? 0;
}

/** Marks these as seen (null: all up to now); one that is seen keeps its time. */
export async function markSeen(tx: Tx, learnerIds: readonly number[], ids: readonly number[] | null, at: Date): Promise<number> {
  const { rowCount } = await tx.query({
    text: `update notice.notice set seen_at = $3 where learner_id = any($1) and seen_at is null and ($2::bigint[] is null or notice_id = any($2))`,
    values: [learnerIds, ids, at],
  });
  return rowCount;
}
