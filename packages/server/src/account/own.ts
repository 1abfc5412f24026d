import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { changeAccount, endOtherSessions, endOwnSession, ownAccount, sessionsOf } from './own-queries.ts';
import { membershipsOf } from './queries.ts';
import { IDLE } from './session.ts';

export interface OwnAccount {
  readonly name: string;
  readonly language: 'en' | 'mi';
  readonly theme: 'light' | 'dark' | 'device';
  readonly mail: {
    readonly address: string | null;
    readonly verified: boolean;
    readonly wanted: boolean;
    readonly suggested: string | null;
  };
  readonly organisations: { id: string; name: string; roles: string[]; current: boolean }[];
}

/** The account of who is signed in; a system has none (403). */
export function accountOf(signedIn: SignedIn): number {
  if (signedIn.accountId === null) throw problem('not-your-door', 403, 'Only a person has an account.');
  return signedIn.accountId;
}

/** What a person sees of their own account. */
export async function readOwnAccount(services: Services, signedIn: SignedIn): Promise<OwnAccount> {
  const accountId = accountOf(signedIn);
  return services.db.asAccount(async (tx) => {
    const row = await ownAccount(tx, accountId);
    if (row === null) throw problem('not-found', 404, 'There is no such account.');
    const memberships = await membershipsOf(tx, accountId);
    return {
      name: row.name,
      language: row.language,
      theme: row.theme ?? 'device',
      mail: { address: row.mail_address, verified: row.mail_verified, wanted: row.mail_wanted, suggested: row.email },
      organisations: memberships.map(({ organisation_id: id, public_id: publicId, name, roles }) => ({
        id: publicId,
        name,
        roles: [...roles],
        current: id === signedIn.organisationId,
      })),
    };
  });
}

export async function changeOwnAccount(
  services: Services,
  signedIn: SignedIn,
  change: {
    readonly language?: 'en' | 'mi' | undefined;
    readonly theme?: 'light' | 'dark' | 'device' | undefined;
    readonly mailWanted?: boolean | undefined;
  },
): Promise<OwnAccount> {
  const accountId = accountOf(signedIn);
  await services.db.asAccount((tx) =>
    changeAccount(tx, accountId, {
      language: change.language ?? null,
      theme: change.theme ?? null,
      mailWanted: change.mailWanted ?? null,
    }),
  );
  return readOwnAccount(services, signedIn);
}

export interface SessionView {
  readonly id: string;
  /** Such as "Firefox, Linux"; empty when the device said nothing. */
  readonly device: string;
  readonly method: 'issuer' | 'passkey' | 'client';
  readonly organisation: string | null;
  readonly since: string;
  /** To the minute. */
  readonly lastUsed: string;
  readonly current: boolean;
}

/** Where this person is signed in now. */
export async function listOwnSessions(services: Services, signedIn: SignedIn): Promise<SessionView[]> {
  const accountId = accountOf(signedIn);
  const rows = await services.db.asAccount((tx) => sessionsOf(tx, accountId, signedIn.acting.token, IDLE));
  return rows.map((row) => ({
    id: String(row.id),
    device: row.device,
    method: row.method,
    organisation: row.organisation,
    since: row.created_at.toISOString(),
    lastUsed: row.seen_at.toISOString(),
    current: row.current,
  }));
}

/** Ends one of this person's sessions at once; 404 when it is not theirs or has ended. */
export async function endOneSession(services: Services, signedIn: SignedIn, id: number): Promise<void> {
  const accountId = accountOf(signedIn);
  if (!(await services.db.asAccount((tx) => endOwnSession(tx, accountId, id))))
    throw problem('not-found', 404, 'There is no such session.');
}

/** Ends every session of this person but the one that asks. */
export async function endElsewhere(services: Services, signedIn: SignedIn): Promise<{ ended: number }> {
  const accountId = accountOf(signedIn);
  return { ended: await services.db.asAccount((tx) => endOtherSessions(tx, accountId, signedIn.acting.token)) };
}
