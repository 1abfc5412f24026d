import type { ActorKind, Database, Tx } from '../database/connection.ts';
import type { Act } from '../http/route.ts';
import type { NewSession } from './new-session.ts';

const HASH = (place: number) => `sha256(convert_to($${place}, 'UTF8'))`;

export interface SessionRow {
  readonly kind: ActorKind;
  readonly account_id: number | null;
  readonly client_id: string | null;
  readonly learner_id: number | null;
  readonly organisation_id: number | null;
  readonly roles: string[];
  readonly scopes: string[];
  readonly name: string | null;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly delegation_id: number | null;
  readonly authority: string | null;
  readonly acts: Act[] | null;
  readonly acts_until: string | null;
}

export async function readSession(db: Database, token: string, idle: string): Promise<SessionRow | null> {
  const rows = await db.ask<SessionRow>({
    name: 'authenticate',
    text: 'select * from access.authenticate($1, $2::interval)',
    values: [token, idle],
  });
  return rows[0] ?? null;
}

export async function insertSession(tx: Tx, token: string, session: NewSession, seconds: number): Promise<void> {
  await tx.query({
    text: `insert into access.session (token_hash, kind, account_id, client_id, learner_id, organisation_id, roles, scopes, device, method, expires_at, delegation_id)
           values (${HASH(1)}, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => $11), $12)`,
    values: [
      token,
      session.kind,
      session.accountId,
      session.clientId,
      session.learnerId,
      session.organisationId,
      session.roles,
      session.scopes,
      session.device,
      session.method,
      seconds,
      session.delegationId ?? null,
    ],
  });
}

/** How the session of this token was opened. */
export async function methodOf(tx: Tx, token: string): Promise<NewSession['method']> {
  const { rows } = await tx.query<{ method: NewSession['method'] }>({
    text: `select method from access.session where token_hash = ${HASH(1)}`,
    values: [token],
  });
  return rows[0]?.method ?? 'issuer';
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.query({
    text: `update access.session set ended_at = now() where token_hash = ${HASH(1)} and ended_at is null`,
    values: [token],
  });
}

/** Ends every session that acts under an authority. */
export async function endSessionsOfDelegation(tx: Tx, delegationId: number): Promise<void> {
  await tx.query({
    text: 'update access.session set ended_at = now() where delegation_id = $1 and ended_at is null',
    values: [delegationId],
  });
}

export async function endSessionsOfAccount(tx: Tx, accountId: number, organisationId: number | null = null): Promise<void> {
  await tx.query({
    text: 'update access.session set ended_at = now() where account_id = $1 and ended_at is null and ($2::integer is null or organisation_id = $2)',
    values: [accountId, organisationId],
  });
}

export async function beginSignIn(
  db: Database,
  attempt: { state: string; nonce: string; verifier: string; returnTo: string },
): Promise<void> {
  await db.ask({
    text: `insert into account.sign_in (state_hash, nonce, verifier, return_to, expires_at) values (${HASH(1)}, $2, $3, $4, now() + interval '10 minutes')`,
    values: [attempt.state, attempt.nonce, attempt.verifier, attempt.returnTo],
  });
}

/** Takes the attempt, once. */
export async function takeSignIn(
  db: Database,
  state: string,
): Promise<{ nonce: string; verifier: string; return_to: string } | null> {
  const rows = await db.ask<{ nonce: string; verifier: string; return_to: string; fresh: boolean }>({
    text: `delete from account.sign_in where state_hash = ${HASH(1)} or expires_at < now() returning nonce, verifier, return_to, expires_at > now() as fresh`,
    values: [state],
  });
  return rows.find((row) => row.fresh) ?? null;
}

export async function upsertAccount(
  tx: Tx,
  who: { issuer: string; subject: string; name: string; email: string | null; language: 'en' | 'mi' },
): Promise<number> {
  const { rows } = await tx.query<{ account_id: number }>({
    text: `insert into account.account (issuer, subject, name, email, language) values ($1, $2, $3, $4, $5)
           on conflict (issuer, subject) do update set name = excluded.name, email = excluded.email returning account_id`,
    values: [who.issuer, who.subject, who.name, who.email, who.language],
  });
  const [row] = rows;
  if (row === undefined) throw new RangeError('no account was written');
  return row.account_id;
}

export interface MembershipRow {
  readonly organisation_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly kind: string;
  readonly roles: string[];
}

export async function membershipsOf(tx: Tx, accountId: number): Promise<readonly MembershipRow[]> {
  const { rows } = await tx.query<MembershipRow>({
    text: `select o.organisation_id, o.public_id, o.kind, array_agg(m.role order by m.role) as roles,
                  coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = o.organisation_id order by n.from_on desc limit 1), o.public_id) as name
             from account.membership m join catalogue.organisation o using (organisation_id)
            where m.account_id = $1 and m.ended_at is null
            group by o.organisation_id order by o.organisation_id`,
    values: [accountId],
  });
  return rows;
}

export async function linkedLearner(tx: Tx, accountId: number): Promise<number | null> {
  const { rows } = await tx.query<{ learner_id: number }>({
    text: 'select learner_id from account.learner_link where account_id = $1 and ended_at is null',
    values: [accountId],
  });
  return rows[0]?.learner_id ?? null;
}

/** Links the sign-in unless either side is linked already; answers whether it did. */
export async function linkLearner(tx: Tx, accountId: number, learnerId: number, method: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into account.learner_link (account_id, learner_id, method) values ($1, $2, $3) on conflict do nothing',
    values: [accountId, learnerId, method],
  });
  return rowCount === 1;
}

export async function askReview(tx: Tx, accountId: number, learnerId: number, why: string): Promise<void> {
  await tx.query({
    text: `insert into account.link_review (account_id, learner_id, why)
           select $1, $2, $3 where not exists (select from account.link_review where account_id = $1 and learner_id = $2 and settled_at is null)`,
    values: [accountId, learnerId, why],
  });
}

/** Makes the membership when it is not there: the demonstration's staff. */
export async function ensureMembership(tx: Tx, accountId: number, organisation: string, role: string): Promise<void> {
  await tx.query({
    text: `insert into account.membership (account_id, organisation_id, role)
           select $1, organisation_id, $3 from catalogue.organisation where public_id = $2 on conflict do nothing`,
    values: [accountId, organisation, role],
  });
}
