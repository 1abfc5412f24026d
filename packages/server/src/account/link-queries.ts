import type { Tx } from '../database/connection.ts';

const HASH = `sha256(convert_to($1, 'UTF8'))`;

export async function codeOf(tx: Tx, code: string): Promise<number | null> {
  const { rows } = await tx.query<{ learner_id: number }>({
    text: `select learner_id from account.link_code where code_hash = ${HASH} and used_at is null and expires_at > now()`,
    values: [code],
  });
  return rows[0]?.learner_id ?? null;
}

export async function takeCode(tx: Tx, code: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update account.link_code set used_at = now() where code_hash = ${HASH} and used_at is null and expires_at > now()`,
    values: [code],
  });
  return rowCount === 1;
}

export async function insertCode(
  tx: Tx,
  code: string,
  learnerId: number,
  organisationId: number,
  madeBy: number | null,
  days: number,
): Promise<Date> {
  const { rows } = await tx.query<{ expires_at: Date }>({
    text: `insert into account.link_code (code_hash, learner_id, organisation_id, made_by, expires_at) values (${HASH}, $2, $3, $4, now() + make_interval(days => $5)) returning expires_at`,
    values: [code, learnerId, organisationId, madeBy, days],
  });
  const [row] = rows;
  if (row === undefined) throw new RangeError('no code was written');
  return row.expires_at;
}

export async function noteAttempt(tx: Tx, accountId: number, succeeded: boolean): Promise<void> {
  await tx.query({
    text: 'insert into account.link_attempt (account_id, succeeded) values ($1, $2)',
    values: [accountId, succeeded],
  });
}

/** Settles a review once; answers the accounts whose sessions it ends. */
export async function settle(
  tx: Tx,
  reviewId: number,
  by: number,
  agreed: boolean,
): Promise<{ readonly accounts: readonly number[] } | null> {
  const { rows } = await tx.query<{ account_id: number; learner_id: number }>({
    text: `update account.link_review set settled_by = $2, settled_at = now(), agreed = $3
            where review_id = $1 and settled_at is null and account_id <> $2 returning account_id, learner_id`,
    values: [reviewId, by, agreed],
  });
  const [review] = rows;
  if (review === undefined) return null;
  if (!agreed) return { accounts: [] };
  const before = await tx.query<{ account_id: number }>({
    text: 'update account.learner_link set ended_at = now() where (learner_id = $1 or account_id = $2) and ended_at is null returning account_id',
    values: [review.learner_id, review.account_id],
  });
  await tx.query({
    text: `insert into account.learner_link (account_id, learner_id, method) values ($1, $2, 'recovery')`,
    values: [review.account_id, review.learner_id],
  });
  return { accounts: [review.account_id, ...before.rows.map((row) => row.account_id)] };
}
