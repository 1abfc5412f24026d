import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import type { SignedIn } from '../../http/route.ts';
import { requireAge } from '../../delegation/authority.ts';
import { isChallenge } from '../../oauth/pkce.ts';
import { goesTo } from '../../oauth/return-address.ts';
import { inMinutes, newSecret } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import { logOf, writeLog } from '../../sharing/log-queries.ts';
import { logLines, whoMade } from '../../sharing/view.ts';
import { endConsent, findClient, findConsent, consentsOf, insertCode, insertConsent, nextId } from './queries.ts';
import { type Permission, permissionsOf, readScopes } from './standards.ts';

type Learner = SignedIn & { readonly learnerId: number };

/** How long, in minutes, a code is good (RFC 6749, section 4.1.2, allows ten). */
const CODE = 5;

const short = z.string().max(2000);
export const authorizationQuery = z.looseObject({
  response_type: short.optional(),
  client_id: short.optional(),
  redirect_uri: short.optional(),
  scope: short.optional(),
  state: short.optional(),
  resource: short.optional(),
  code_challenge: short.optional(),
  code_challenge_method: short.optional(),
});
export type AuthorizationQuery = z.infer<typeof authorizationQuery>;

/** What an application asks of a learner, in the words that she reads. */
export interface Asked {
  readonly clientId: string;
  readonly name: string;
  readonly goesTo: string;
  readonly policy: string | null;
  readonly permissions: readonly Permission[];
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scopes: readonly string[];
  readonly codeChallenge: string;
}

/**
 * What an authorization request asks (RFC 6749, section 4.1.1); an address to go back to where it is wrong and the application is known;
 * null where nobody known asks, or the answer would go where they did not register.
 */
export async function readAuthorization(
  services: Services,
  query: AuthorizationQuery,
): Promise<{ readonly asked: Asked } | { readonly back: string; readonly goesTo: string } | null> {
  const { client_id: clientId = '', redirect_uri: redirectUri, state = null, code_challenge: codeChallenge } = query;
  const client = await services.db.asBatch((tx) => findClient(tx, clientId));
  const to = redirectUri ?? (client?.redirectUris.length === 1 ? client.redirectUris[0] : undefined);
  if (client === null || to === undefined || !client.redirectUris.includes(to)) return null;
  const wrong = (error: string, description: string) => ({
    back: backTo(services, to, state, { error, error_description: description }),
    goesTo: goesTo(to),
  });
  if (query.response_type !== 'code') return wrong('unsupported_response_type', 'there is code');
  if (!isChallenge(codeChallenge, query.code_challenge_method))
    return wrong('invalid_request', 'code_challenge with S256 is needed');
  if (!isOurs(services, query.resource)) return wrong('invalid_target', 'the resource is none of ours');
  const { known, unknown } = readScopes(query.scope);
  const scopes = known.filter((one) => client.scopes.includes(one));
  const permissions = permissionsOf(scopes);
  if (unknown.length > 0 || scopes.length < known.length || permissions.every((one) => one === 'offline'))
    return wrong('invalid_scope', 'the scope names what there is not, or what was not registered');
  const { name, policy } = client;
  return {
    asked: { clientId, name, policy, goesTo: goesTo(to), permissions, redirectUri: to, state, scopes, codeChallenge },
  };
}

/**
 * The learner's answer: the address of the application to go back to, with a code or with `access_denied` (RFC 6749, section 4.1.2;
 * RFC 9207). Who agrees again takes the consent before back. Throws `guardian-needed` (403).
 */
export async function answerAuthorization(services: Services, learner: Learner, asked: Asked, agreed: boolean): Promise<string> {
  if (!agreed) return backTo(services, asked.redirectUri, asked.state, { error: 'access_denied' });
  await requireAge(services, learner, 'share');
  const code = newSecret(services, 'badge-code');
  await grant(services, learner, asked, async (tx, consentId) =>
    insertCode(tx, {
      code: code.kept,
      learnerId: learner.learnerId,
      consentId,
      clientId: asked.clientId,
      redirectUri: asked.redirectUri,
      codeChallenge: asked.codeChallenge,
      until: inMinutes(services, CODE),
    }),
  );
  return backTo(services, asked.redirectUri, asked.state, { code: code.secret, scope: asked.scopes.join(' ') });
}

async function grant(
  services: Services,
  { learnerId, actor, acting }: Learner,
  { clientId, name, goesTo: to, scopes }: Asked,
  within: (tx: Parameters<typeof insertCode>[0], consentId: number) => Promise<void>,
): Promise<void> {
  const at = services.clock.now();
  await services.db.as(acting, async (tx) => {
    const line = { learnerId, about: 'application', at, actor } as const;
    for (const before of await consentsOf(tx)) {
      if (before.clientId !== clientId || before.withdrawnAt !== null) continue;
      await endConsent(tx, before, at);
      await writeLog(tx, { ...line, aboutId: before.consentId, kind: 'withdrawn' });
    }
    const consentId = await nextId(tx, learnerId);
    await insertConsent(tx, {
      learnerId,
      consentId,
      clientId,
      clientName: name,
      goesTo: to,
      scopes,
      grantedAt: at,
      grantedBy: actor,
    });
    await writeLog(tx, { ...line, aboutId: consentId, kind: 'granted' });
    await within(tx, consentId);
  });
}

function backTo(
  { settings }: Services,
  redirectUri: string,
  state: string | null,
  answer: Readonly<Record<string, string>>,
): string {
  const back = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  if (state !== null) back.searchParams.set('state', state);
  back.searchParams.set('iss', issuerOf(settings));
  return back.href;
}

/** Whether a resource indicator names this service (RFC 8707, section 2): what a token opens there is held by its scopes. */
export function isOurs({ settings }: Pick<Services, 'settings'>, resource: string | undefined): boolean {
  return resource === undefined || resource === settings.url || resource.startsWith(`${settings.url}/`);
}

/** Who answers authorization requests, as RFC 8414 and RFC 9207 name it. */
export function issuerOf({ url }: Pick<Services['settings'], 'url'>): string {
  return `${url}/badges`;
}

/** Every application that the learner let in, the newest first, with what it did. */
export async function listApplications(services: Services, learner: Learner) {
  const { rows, log } = await services.db.as(learner.acting, async (tx) => {
    const all = await consentsOf(tx);
    const about = all.map(({ consentId }) => consentId);
    return { rows: all, log: await logOf(tx, 'application', about) };
  });
  const lines = await logLines(services, log);
  return {
    items: rows.map((row) => ({
      id: String(row.consentId),
      name: row.clientName,
      goesTo: row.goesTo,
      permissions: [...permissionsOf(row.scopes)],
      state: row.withdrawnAt === null ? ('open' as const) : ('withdrawn' as const),
      grantedAt: row.grantedAt.toISOString(),
      grantedBy: whoMade(row.grantedBy),
      endedAt: row.withdrawnAt?.toISOString() ?? null,
      log: lines
        .filter((_, index) => log[index]?.aboutId === row.consentId)
        .map((line) => (line.who.kind === 'application' ? { ...line, who: { ...line.who, name: row.clientName } } : line)),
    })),
  };
}

/** Ends what an application may, at once: its tokens open nothing from now on. Doing it again changes nothing. Throws `application-not-found` (404). */
export async function withdrawApplication(services: Services, learner: Learner, id: string): Promise<string> {
  const at = services.clock.now();
  await services.db.as(learner.acting, async (tx) => {
    const row = await findConsent(tx, id);
    if (row === null) throw problem('application-not-found', 404, 'You let no such application in.');
    if (row.withdrawnAt !== null) return;
    const { learnerId, consentId } = row;
    await endConsent(tx, row, at);
    await writeLog(tx, { learnerId, about: 'application', aboutId: consentId, kind: 'withdrawn', at, actor: learner.actor });
  });
  return id;
}
