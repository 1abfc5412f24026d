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

export interface ReviewRow {
  readonly id: number;
  readonly learner_id: number;
  readonly why: string;
  readonly asked_at: Date;
  readonly asks: { readonly name: string; readonly email: string | null; readonly issuer: string; readonly since: string };
  readonly holds: {
    readonly name: string;
    readonly email: string | null;
    readonly issuer: string;
    readonly since: string;
  } | null;
  readonly code_from: string | null;
  readonly settled_at: Date | null;
  readonly agreed: boolean | null;
}

/** A page of reviews, the oldest first while they are open, else the newest first: who asks, who holds the record now, whose code it was. */
export async function reviewsPage(tx: Tx, settled: boolean, after: number | null, limit: number): Promise<readonly ReviewRow[]> {
  const { rows } = await tx.query<ReviewRow & Record<string, unknown>>({
    text: `select r.review_id as id, r.learner_id, r.why, r.asked_at, r.settled_at, r.agreed,
              (select jsonb_build_object('name', a.name, 'email', a.email, 'issuer', a.issuer, 'since', to_char(a.created_at, 'YYYY-MM-DD'))
                 from account.account a where a.account_id = r.account_id) as asks,
              (select jsonb_build_object('name', a.name, 'email', a.email, 'issuer', a.issuer, 'since', to_char(l.linked_at, 'YYYY-MM-DD'))
                 from account.learner_link l join account.account a using (account_id)
                where l.learner_id = r.learner_id and l.ended_at is null) as holds,
              (select coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = o.organisation_id order by n.from_on desc limit 1), o.public_id)
                 from account.link_code c join catalogue.organisation o using (organisation_id)
                where c.learner_id = r.learner_id and c.used_at <= r.asked_at order by c.used_at desc limit 1) as code_from
             from account.link_review r
            where (r.settled_at is not null) = $1
              and ($2::bigint is null or case when $1 then r.review_id < $2 else r.review_id > $2 end)
            order by case when $1 then -r.review_id else r.review_id end limit $3`,
    values: [settled, after, limit],
  });
  return rows;
}

/** Whether a review of this account's waits. */
export async function openReviewOf(tx: Tx, accountId: number): Promise<Date | null> {
  const { rows } = await tx.query<{ asked_at: Date }>({
    text: 'select asked_at from account.link_review where account_id = $1 and settled_at is null order by asked_at desc limit 1',
    values: [accountId],
  });
  return rows[0]?.asked_at ?? null;
}

/** Settles a review once; answers the accounts whose sessions it ends. */
export async function settle(
  tx: Tx,
  reviewId: number,
  by: number,
  agreed: boolean,
): Promise<{ readonly accounts: readonly number[]; readonly learnerId: number } | null> {
  const { rows } = await tx.query<{ account_id: number; learner_id: number }>({
    text: `update account.link_review set settled_by = $2, settled_at = now(), agreed = $3
            where review_id = $1 and settled_at is null and account_id <> $2 returning account_id, learner_id`,
    values: [reviewId, by, agreed],
  });
  const [review] = rows;
  if (review === undefined) return null;
  if (!agreed) return { accounts: [], learnerId: review.learner_id };
  const before = await tx.query<{ account_id: number }>({
    text: 'update account.learner_link set ended_at = now() where (learner_id = $1 or account_id = $2) and ended_at is null returning account_id',
    values: [review.learner_id, review.account_id],
  });
  await tx.query({
    text: `insert into account.learner_link (account_id, learner_id, method) values ($1, $2, 'recovery')`,
    values: [review.account_id, review.learner_id],
  });
  return { accounts: [review.account_id, ...before.rows.map((row) => row.account_id)], learnerId: review.learner_id };
}
