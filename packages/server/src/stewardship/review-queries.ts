import type { Tx } from '../database/connection.ts';

export interface OpenReview {
  readonly requestId: number;
  readonly kind: 'revoke-award' | 'restore-award';
  readonly award: string;
  readonly reason: string;
  readonly askedBy: number;
  readonly askedAt: Date;
}

/** A page of what was asked about awards and waits for a second person, the oldest first. */
export async function openReviews(tx: Tx, after: number | null, limit: number): Promise<readonly OpenReview[]> {
  const { rows } = await tx.query<{ [Key in keyof OpenReview]: OpenReview[Key] }>({
    text: `select request_id as "requestId", kind, subject as award, reason, asked_by as "askedBy", asked_at as "askedAt"
        from award.second_person where kind in ('revoke-award', 'restore-award') and settled_at is null
         and ($1::bigint is null or request_id > $1) order by request_id limit $2`,
    values: [after, limit],
  });
  return rows;
}
