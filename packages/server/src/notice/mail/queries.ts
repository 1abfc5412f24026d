import type { Tx } from '../../database/connection.ts';

const HASH = (place: number) => `sha256(convert_to($${place}, 'UTF8'))`;

/** How many notices one call turns into mail at most. */
export const QUEUED_AT_ONCE = 5000;

/**
 * Makes one mail for each learner with new notices who wants mail and has shown that an address is theirs, and marks the notices in
 * the same statement. What is older than two days is not mailed any more. Answers how many notices were looked at.
 */
export async function queueNotices(tx: Tx, now: Date): Promise<number> {
  const { rows } = await tx.query<{ looked: number }>({
    text: `with due as (
             select learner_id, notice_id, at from notice.notice where not mailed order by learner_id, notice_id limit ${QUEUED_AT_ONCE} for update skip locked),
           marked as (
             update notice.notice n set mailed = true from due d where n.learner_id = d.learner_id and n.notice_id = d.notice_id returning n.learner_id, n.at),
           made as (
             insert into notice.mail (kind, account_id, address, language, count, next_at)
             select 'notices', a.account_id, a.mail_address, a.language, count(*), $1::timestamptz
               from marked m
               join account.learner_link l on l.learner_id = m.learner_id and l.ended_at is null
               join account.account a on a.account_id = l.account_id
              where a.mail_verified_at is not null and a.mail_wanted and m.at > $1::timestamptz - interval '2 days'
              group by a.account_id)
           select count(*)::integer as looked from marked`,
    values: [now],
  });
  return rows[0]?.looked ?? 0;
}

export interface DueMail {
  readonly id: number;
  readonly kind: 'notices' | 'address';
  readonly account_id: number;
  readonly address: string;
  readonly language: 'en' | 'mi';
  readonly count: number;
  readonly tries: number;
}

/** Claims one mail that is due, for this process alone; null when none is. */
export async function claimMail(tx: Tx, now: Date): Promise<DueMail | null> {
  const { rows } = await tx.query<DueMail & Record<string, unknown>>({
    text: `update notice.mail set state = 'sending', tries = tries + 1, changed_at = $1
            where mail_id = (select mail_id from notice.mail where state = 'waiting' and next_at <= $1 order by next_at limit 1 for update skip locked)
            returning mail_id as id, kind, account_id, address, language, count, tries`,
    values: [now],
  });
  return rows[0] ?? null;
}

export async function settleMail(
  tx: Tx,
  id: number,
  outcome: {
    readonly state: 'sent' | 'waiting' | 'failed';
    readonly nextAt: Date;
    readonly problem: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `update notice.mail set state = $2, next_at = $3, problem = $4, changed_at = $5 where mail_id = $1 and state = 'sending'`,
    values: [id, outcome.state, outcome.nextAt, outcome.problem, outcome.at],
  });
}

/** Mail that a process claimed and did not settle within ten minutes: it may have gone, so it is not sent again. */
export async function settleUnsure(tx: Tx, now: Date): Promise<void> {
  await tx.query({
    text: `update notice.mail set state = 'unsure', changed_at = $1 where state = 'sending' and changed_at < $1::timestamptz - interval '10 minutes'`,
    values: [now],
  });
}

/** Sets the address, not shown to be theirs yet, and queues the mail that lets them show it. */
export async function setAddress(tx: Tx, accountId: number, address: string, now: Date): Promise<void> {
  await tx.query({
    text: 'update account.account set mail_address = $2, mail_verified_at = null where account_id = $1',
    values: [accountId, address],
  });
  await tx.query({
    text: `insert into notice.mail (kind, account_id, address, language, next_at)
           select 'address', account_id, $2, language, $3 from account.account where account_id = $1
           on conflict (account_id) where kind = 'address' and state = 'waiting' do update set address = excluded.address, next_at = excluded.next_at`,
    values: [accountId, address, now],
  });
}

export async function clearAddress(tx: Tx, accountId: number): Promise<void> {
  await tx.query({
    text: `with gone as (delete from account.mail_check where account_id = $1),
                stopped as (update notice.mail set state = 'failed', problem = 'address-removed' where account_id = $1 and state = 'waiting')
           update account.account set mail_address = null, mail_verified_at = null where account_id = $1`,
    values: [accountId],
  });
}

export async function keepCheck(tx: Tx, token: string, accountId: number, address: string, now: Date): Promise<void> {
  await tx.query({
    text: `insert into account.mail_check (token_hash, account_id, address, expires_at) values (${HASH(1)}, $2, $3, $4::timestamptz + interval '2 days')`,
    values: [token, accountId, address, now],
  });
}

/** Takes the token once; the address must still be the account's. Answers whether it is confirmed now. */
export async function confirmAddress(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `with taken as (delete from account.mail_check where token_hash = ${HASH(1)} or expires_at < $2 returning account_id, address, token_hash = ${HASH(1)} and expires_at >= $2 as fresh)
           update account.account a set mail_verified_at = $2 from taken t
            where t.fresh and a.account_id = t.account_id and a.mail_address = t.address`,
    values: [token, now],
  });
  return rowCount > 0;
}

export interface KeptMail {
  readonly id: number;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly at: Date;
}

export async function keepInMailbox(
  tx: Tx,
  mail: {
    readonly id: number;
    readonly address: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: 'insert into notice.mailbox (mail_id, address, subject, body, html, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    values: [mail.id, mail.address, mail.subject, mail.text, mail.html, mail.at],
  });
}

export async function mailbox(tx: Tx): Promise<readonly KeptMail[]> {
  const { rows } = await tx.query<KeptMail & Record<string, unknown>>({
    text: 'select mail_id as id, address, subject, body, at from notice.mailbox order by mail_id desc limit 100',
  });
  return rows;
}
