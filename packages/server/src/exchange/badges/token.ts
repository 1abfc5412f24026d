import { z } from 'zod';
import type { Tx } from '../../database/connection.ts';
import { OAuthError } from '../../oauth/error.ts';
import { challengeOf } from '../../oauth/pkce.ts';
import { hashesFor, inMinutes, newSecret } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import { isOurs } from './consent.ts';
import { type ClientRow, endToken, endTokensOf, insertToken, knownClient, refreshOf, takeCode, type TokenOf } from './queries.ts';
import { OFFLINE, readScopes } from './standards.ts';

/** How long an access token opens, and how long a refresh token may be turned into the next, in minutes. */
const ACCESS = 60;
const REFRESH = 90 * 24 * 60;

const short = z.string().max(2000);
export const tokenBody = z.looseObject({
  grant_type: short.optional(),
  code: short.optional(),
  redirect_uri: short.optional(),
  code_verifier: short.optional(),
  refresh_token: short.optional(),
  scope: short.optional(),
  resource: short.optional(),
  client_id: short.optional(),
  client_secret: short.optional(),
});
export const revocationBody = z.looseObject({
  token: short.optional(),
  client_id: short.optional(),
  client_secret: short.optional(),
});
type TokenBody = z.infer<typeof tokenBody>;

/**
 * Turns a code with its PKCE verifier, or a refresh token, into an access token for an hour (RFC 6749, sections 4.1.3 and 6; Open Badges 3.0,
 * sections 7.1.2.3 and 7.2). A refresh token is good once and brings the next. A code or a refresh token that is shown twice ends all that
 * came of it. Throws OAuthError.
 */
export async function giveToken(services: Services, authorization: string | undefined, body: TokenBody): Promise<object> {
  // Neither a failure nor a misuse is a reason to roll back what it ends.
  const answer = await services.db.asBatch(async (tx) => {
    const client = await clientOf(services, tx, authorization, body);
    if (client === null) return new OAuthError('invalid_client', 'the client is unknown, or its secret is wrong');
    if (!isOurs(services, body.resource)) return new OAuthError('invalid_target', 'the resource is none of ours');
    switch (body.grant_type) {
      case 'authorization_code':
        return fromCode(services, tx, client, body);
      case 'refresh_token':
        return fromRefresh(services, tx, client, body);
      case undefined:
        return new OAuthError('invalid_request', 'grant_type is missing');
      default:
        return new OAuthError('unsupported_grant_type', 'there are authorization_code and refresh_token');
    }
  });
  if (answer instanceof OAuthError) throw answer;
  return answer;
}

async function fromCode(services: Services, tx: Tx, client: ClientRow, body: TokenBody): Promise<object> {
  const { code, code_verifier: verifier, redirect_uri: redirectUri } = body;
  if (code === undefined || verifier === undefined) return new OAuthError('invalid_request', 'code or code_verifier is missing');
  const at = services.clock.now();
  const found = await takeCode(tx, hashesFor(services, 'badge-code', code), at);
  if (found?.used === true) await endTokensOf(tx, found, at);
  if (found === null || found.used || found.past)
    return new OAuthError('invalid_grant', 'the code is unknown, used or past its time');
  if (found.clientId !== client.clientId || found.redirectUri !== (redirectUri ?? found.redirectUri))
    return new OAuthError('invalid_grant', 'the code was given to another client or address');
  if (challengeOf(verifier) !== found.codeChallenge) return new OAuthError('invalid_grant', 'the code_verifier does not fit');
  return tokens(services, tx, found);
}

async function fromRefresh(services: Services, tx: Tx, client: ClientRow, body: TokenBody): Promise<object> {
  if (body.refresh_token === undefined) return new OAuthError('invalid_request', 'refresh_token is missing');
  const hashes = hashesFor(services, 'badge-token', body.refresh_token);
  const at = services.clock.now();
  const found = await refreshOf(tx, hashes, at);
  if (found === null || found.clientId !== client.clientId || found.past)
    return new OAuthError('invalid_grant', 'the refresh token is unknown or past its time');
  if (found.ended) {
    await endTokensOf(tx, found, at);
    return new OAuthError('invalid_grant', 'the refresh token was used before; begin anew');
  }
  const wanted = body.scope === undefined ? found.scopes : readScopes(body.scope).known;
  if (wanted.length === 0 || wanted.some((one) => !found.scopes.includes(one)))
    return new OAuthError('invalid_scope', 'the scope is wider than what was agreed to');
  await endToken(tx, hashes, client.clientId, at);
  return tokens(services, tx, found, wanted);
}

async function tokens(services: Services, tx: Tx, of: TokenOf, wanted: readonly string[] = of.scopes): Promise<object> {
  const access = newSecret(services, 'badge-token');
  await insertToken(tx, access.kept, 'access', { ...of, scopes: wanted }, inMinutes(services, ACCESS));
  const answer = { access_token: access.secret, token_type: 'Bearer', expires_in: ACCESS * 60, scope: wanted.join(' ') };
  if (!of.scopes.includes(OFFLINE)) return answer;
  const refresh = newSecret(services, 'badge-token');
  await insertToken(tx, refresh.kept, 'refresh', of, inMinutes(services, REFRESH));
  return { ...answer, refresh_token: refresh.secret };
}

/** Ends a token of the client that asks (RFC 7009). One that is unknown is ended already. Throws OAuthError. */
export async function revokeToken(
  services: Services,
  authorization: string | undefined,
  body: z.infer<typeof revocationBody>,
): Promise<void> {
  const known = await services.db.asBatch(async (tx) => {
    const client = await clientOf(services, tx, authorization, body);
    if (client !== null)
      await endToken(tx, hashesFor(services, 'badge-token', body.token ?? ''), client.clientId, services.clock.now());
    return client !== null;
  });
  if (!known) throw new OAuthError('invalid_client', 'the client is unknown, or its secret is wrong');
}

/** The client by its name and secret: in the header, each percent-encoded (RFC 6749, section 2.3.1), or in the form. */
async function clientOf(
  services: Services,
  tx: Tx,
  authorization: string | undefined,
  body: Pick<TokenBody, 'client_id' | 'client_secret'>,
): Promise<ClientRow | null> {
  const { id, secret } = basic(authorization) ?? { id: body.client_id ?? '', secret: body.client_secret ?? '' };
  return knownClient(tx, id, hashesFor(services, 'badge-client', secret));
}

function basic(header: string | undefined): { readonly id: string; readonly secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/iu.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
  } catch {
    return { id, secret };
  }
}
