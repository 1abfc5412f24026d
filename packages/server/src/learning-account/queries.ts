import type { Tx } from '../database/connection.ts';
import type { Leaf } from '../log/leaf.ts';

type Row<T> = { [Key in keyof T]: T[Key] };

/** A learner's account. Money is in hundredths of the account's currency, dates `YYYY-MM-DD`. */
export interface AccountRow {
  readonly learnerId: number;
  readonly accountId: number;
  readonly framework: string;
  readonly account: string;
  readonly openedOn: string;
}

const ACCOUNT = `learner_id as "learnerId", account_id as "accountId", framework, account, opened_on as "openedOn"`;

/** The accounts of the learner, as far as the actor may see them. */
export async function accountsOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly AccountRow[]> {
  const { rows } = await tx.query<Row<AccountRow>>({
    text: `select ${ACCOUNT} from learning_account.account where learner_id = any($1::bigint[]) order by account_id`,
    values: [learnerIds],
  });
  return rows;
}

/** A page of all accounts, for the product's own work. */
export async function accountsAfter(tx: Tx, after: readonly [number, number], limit: number): Promise<readonly AccountRow[]> {
  const { rows } = await tx.query<Row<AccountRow>>({
    text: `select ${ACCOUNT} from learning_account.account where (learner_id, account_id) > ($1::bigint, $2::bigint)
      order by learner_id, account_id limit $3`,
    values: [...after, limit],
  });
  return rows;
}

export type AccountKind = 'grant' | 'reserve' | 'spend' | 'release';

/** An entry with what it moved on each grant: below zero for what is reserved, above for what is granted or released. */
export interface AccountEventRow {
  readonly eventId: number;
  readonly kind: AccountKind;
  readonly onDay: string;
  readonly grantId: string | null;
  readonly age: number | null;
  readonly programme: string | null;
  readonly cents: number | null;
  readonly reservation: number | null;
  /** In the order of expiry, what lapses first at first. `expires` is null where it never does. */
  readonly moved: readonly { readonly grant: string; readonly cents: number; readonly expires: string | null }[];
}

/** The entries of an account in the order in which they were made. */
export async function accountEvents(tx: Tx, { learnerId, accountId }: AccountRow): Promise<readonly AccountEventRow[]> {
  const { rows } = await tx.query<Row<AccountEventRow>>({
    text: `select e.event_id as "eventId", e.kind, e.on_day as "onDay", e.grant_id as "grantId", e.age, e.programme, e.cents, e.reservation,
        coalesce((select jsonb_agg(jsonb_build_object('grant', p.grant_id, 'cents', p.change_cents, 'expires', nullif(p.expires_on, 'infinity'))
          order by p.expires_on, p.grant_id collate "C") from learning_account.posting p
          where p.learner_id = e.learner_id and p.account_id = e.account_id and p.event_id = e.event_id), '[]') as moved
      from learning_account.account_event e where e.learner_id = $1 and e.account_id = $2 order by e.event_id`,
    values: [learnerId, accountId],
  });
  return rows;
}

/** Where each grant of an account stands: the step that comes after its last posting, and the balance that it left. */
export async function standings(
  tx: Tx,
  { learnerId, accountId }: AccountRow,
): Promise<ReadonlyMap<string, { readonly step: number; readonly left: number }>> {
  const { rows } = await tx.query<{ grant: string; step: number; left: number }>({
    text: `select distinct on (grant_id) grant_id as grant, step, after_cents as left from learning_account.posting
      where learner_id = $1 and account_id = $2 order by grant_id, step desc`,
    values: [learnerId, accountId],
  });
  return new Map(rows.map(({ grant, step, left }) => [grant, { step, left }]));
}

/** Entries of one account follow one another: the lock goes with the transaction. */
export async function lockAccount(tx: Tx, { accountId }: AccountRow): Promise<void> {
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended('learning-account:' || $1::bigint, 0))`,
    values: [accountId],
  });
}

export async function nextId(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({ text: `select nextval('learning_account.id_sequence') as id` });
  return rows[0]!.id;
}

/** Opens an account; answers the one that is there already where there is one. */
export async function insertAccount(
  tx: Tx,
  account: Omit<AccountRow, 'accountId'> & { readonly at: string; readonly actor: string },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `with made as (
        insert into learning_account.account (learner_id, account_id, framework, account, opened_on, opened_at, opened_by)
        values ($1, nextval('learning_account.id_sequence') * 1024 + $1::bigint % 1024, $2, $3, $4, $5, $6) on conflict do nothing returning account_id
      )
      select account_id as id from made
      union all select account_id from learning_account.account where learner_id = $1 and framework = $2 and account = $3 limit 1`,
    values: [account.learnerId, account.framework, account.account, account.openedOn, account.at, account.actor],
  });
  return rows[0]!.id;
}

export interface NewAccountEvent extends Omit<AccountEventRow, 'moved'> {
  readonly learnerId: number;
  readonly accountId: number;
  readonly at: string;
  readonly actor: string;
  readonly leaf: Leaf;
}

/** A posting on one grant: its step, the balance that it begins with, and what it adds. */
export interface NewAccountPosting {
  readonly grant: string;
  readonly step: number;
  readonly before: number;
  readonly change: number;
  readonly expires: string | null;
}

/**
 * Writes an entry with its postings. Throws PostgreSQL's 23505 when another entry took the same step meanwhile, or ended the same
 * reservation; 23514 when a balance would fall below zero, or what has lapsed would pay.
 */
export async function insertAccountEvent(tx: Tx, event: NewAccountEvent, postings: readonly NewAccountPosting[]): Promise<void> {
  await tx.query({
    text: `insert into learning_account.account_event (learner_id, event_id, account_id, kind, on_day, at, actor, grant_id, age, programme, cents,
        reservation, reservation_kind, leaf_salt, leaf_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $12::bigint is null then null else 'reserve' end, $13, $14)`,
    values: [
      event.learnerId,
      event.eventId,
      event.accountId,
      event.kind,
      event.onDay,
      event.at,
      event.actor,
      event.grantId,
      event.age,
      event.programme,
      event.cents,
      event.reservation,
      event.leaf.salt,
      event.leaf.hash,
    ],
  });
  const sorted = [...postings].sort((a, b) => (a.grant < b.grant ? -1 : 1));
  await tx.query({
    text: `insert into learning_account.posting (learner_id, account_id, grant_id, step, previous_step, event_id, on_day, expires_on,
        before_cents, change_cents, after_cents)
      select $1, $2, x.grant_id, x.step, nullif(x.step, 1) - 1, $3, $4, coalesce(x.expires, 'infinity'), x.before, x.change, x.before + x.change
        from unnest($5::text[], $6::integer[], $7::integer[], $8::integer[], $9::date[]) as x (grant_id, step, before, change, expires)`,
    values: [
      event.learnerId,
      event.accountId,
      event.eventId,
      event.onDay,
      sorted.map(({ grant }) => grant),
      sorted.map(({ step }) => step),
      sorted.map(({ before }) => before),
      sorted.map(({ change }) => change),
      sorted.map(({ expires }) => expires),
    ],
  });
}
