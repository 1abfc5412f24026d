import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Tx } from '../database/connection.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import type { NewSession } from './new-session.ts';
import { insertSession, readSession, type SessionRow } from './queries.ts';

/** How long a session may rest. */
export const IDLE = '2 hours';
/** The longest that one sign-in lasts, in seconds: a working day. */
export const SESSION_SECONDS = 12 * 3600;

/** 256 random bits; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export async function openSession(tx: Tx, session: NewSession, seconds: number): Promise<string> {
  const token = newToken();
  await insertSession(tx, token, session, seconds);
  return token;
}

export interface Authenticated {
  readonly signedIn: SignedIn;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
}

/** Whose token this is; null when it is unknown, ended, idle or past its time. */
export async function authenticate(services: Services, token: string): Promise<Authenticated | null> {
  const row = await readSession(services.db, token, IDLE);
  if (row === null) return null;
  return {
    name: row.name,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    signedIn: {
      acting: { kind: row.kind, token },
      kind: row.kind,
      actor: actorOf(row),
      accountId: row.account_id,
      clientId: row.client_id,
      learnerId: row.learner_id,
      organisationId: row.organisation_id,
      roles: row.roles,
      scopes: row.scopes,
      ...(row.delegation_id === null
        ? {}
        : {
            delegation: {
              id: row.delegation_id,
              authority: row.authority ?? '',
              acts: row.acts ?? [],
              until: row.acts_until,
            },
          }),
    },
  };
}

/** Who did it, as events have it. A delegate is named by the authority, which names the person and for whom they act. */
function actorOf(row: SessionRow): string {
  if (row.delegation_id !== null) return `delegate:${row.delegation_id}`;
  return row.client_id === null ? `account:${row.account_id ?? 0}` : `client:${row.client_id}`;
}

/** `__Host-` binds the cookie to this host over HTTPS; plain HTTP, which is loopback only, cannot carry that prefix. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-session' : 'session';
}

export function giveSession(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(sessionCookie(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: SESSION_SECONDS,
  });
}

/** Bound to the session: it follows from the token, which a page's script and another site cannot read. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf ${sessionToken}`).digest('base64url');
}

export function isCsrfToken(given: unknown, sessionToken: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(csrfToken(sessionToken))];
  return a.length === b.length && timingSafeEqual(a, b);
}
