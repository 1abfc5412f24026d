import { z } from 'zod';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { CONFIGURATIONS, configurationId, type ConfigurationId, type What } from './configurations.ts';
import { standsOf } from './issue.ts';
import { OAuthError } from '../oauth/error.ts';
import { isChallenge } from '../oauth/pkce.ts';
import { goesTo, isReturn } from '../oauth/return-address.ts';
import { provenKey, type Shown } from './bound-key.ts';
import { agreeRequest, endRequest, insertRequest, openRequest, type WalletRequest } from './queries.ts';
import { hashesFor, inMinutes, newSecret } from '../oauth/secrets.ts';

/** How long, in minutes, a learner may think about it, and how long the code that follows is good. */
const ASKS = 10;
const CODE = 2;
const URN = 'urn:ietf:params:oauth:request_uri:';

const short = z.string().max(2000);
export const parBody = z.looseObject({
  response_type: short.optional(),
  client_id: short.optional(),
  redirect_uri: short.optional(),
  state: short.optional(),
  scope: short.optional(),
  authorization_details: z.string().max(20_000).optional(),
  code_challenge: short.optional(),
  code_challenge_method: short.optional(),
  dpop_jkt: short.optional(),
});

/**
 * Takes a wallet's request before the learner's browser is sent (RFC 9126): nothing of it then stands in an address. Wallets are not
 * registered; PKCE is asked of all, and the learner sees where the answer goes. Throws OAuthError.
 */
export async function pushRequest(
  services: Services,
  body: z.infer<typeof parBody>,
  shown: Omit<Shown, 'authorization'>,
): Promise<object> {
  const {
    response_type: type,
    client_id: clientId,
    redirect_uri: redirectUri,
    state = null,
    code_challenge: codeChallenge,
  } = body;
  if (type !== 'code') throw new OAuthError('unsupported_response_type', 'there is code');
  if (clientId === undefined || clientId === '') throw new OAuthError('invalid_client', 'client_id is missing');
  if (redirectUri === undefined || !isReturn(redirectUri))
    throw new OAuthError(
      'invalid_request',
      'redirect_uri is an https address, a loopback address or one of a scheme of your own',
    );
  if (!isChallenge(codeChallenge, body.code_challenge_method))
    throw new OAuthError('invalid_request', 'code_challenge with S256 is needed');
  const detailed = body.authorization_details !== undefined;
  const request: WalletRequest = {
    clientId,
    redirectUri,
    state,
    detailed,
    codeChallenge,
    thumbprint: await boundTo(services, body.dpop_jkt, shown),
    configurations: detailed ? fromDetails(body.authorization_details ?? '') : fromScope(body.scope ?? ''),
  };
  const { secret, kept } = newSecret(services, 'request');
  await services.db.asBatch((tx) => insertRequest(tx, kept, request, services.clock.now(), inMinutes(services, ASKS)));
  return { request_uri: `${URN}${secret}`, expires_in: ASKS * 60 };
}

/** The key that the code is to be bound to: named, shown, or both (RFC 9449, section 10.1). */
async function boundTo(
  services: Services,
  named: string | undefined,
  shown: Omit<Shown, 'authorization'>,
): Promise<string | null> {
  const proven = await provenKey(services, shown);
  if (named !== undefined && proven !== null && named !== proven)
    throw new OAuthError('invalid_dpop_proof', 'dpop_jkt names another key');
  return proven ?? named ?? null;
}

function fromScope(scope: string): readonly ConfigurationId[] {
  const ids = scope.split(' ').flatMap((one) => configurationId(one) ?? []);
  if (ids.length === 0) throw new OAuthError('invalid_scope', 'name a credential by its scope, or by authorization_details');
  return oneKind(ids);
}

const details = z
  .array(z.looseObject({ type: z.string(), credential_configuration_id: z.string() }))
  .min(1)
  .max(10);

function fromDetails(text: string): readonly ConfigurationId[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const read = details.safeParse(value);
  const ids = read.success
    ? read.data.map(({ type, credential_configuration_id: id }) => (type === 'openid_credential' ? configurationId(id) : null))
    : [];
  if (ids.length === 0 || ids.includes(null))
    throw new OAuthError('invalid_request', 'authorization_details name no credential of ours');
  return oneKind(ids.flatMap((id) => id ?? []));
}

function oneKind(ids: readonly ConfigurationId[]): readonly ConfigurationId[] {
  if (new Set(ids.map((id) => CONFIGURATIONS[id].what)).size > 1)
    throw new OAuthError('invalid_scope', 'ask for awards, or for achievements, one of them at a time');
  return [...new Set(ids)];
}

export interface Asked extends WalletRequest {
  readonly what: What;
  /** What the learner is shown of where the answer goes. */
  readonly goesTo: string;
}

/** What a wallet asks, for the learner who is to answer; null when it is answered, past its time or unknown. */
export async function readRequest(services: Services, requestUri: string): Promise<Asked | null> {
  const found = await services.db.asBatch((tx) => openRequest(tx, handles(services, requestUri), services.clock.now()));
  const [first] = found?.configurations ?? [];
  if (found === null || first === undefined) return null;
  return { ...found, what: CONFIGURATIONS[first].what, goesTo: goesTo(found.redirectUri) };
}

/**
 * The learner's answer: the address of the wallet to go back to, with a code for this item, or with `access_denied` where `item` is null
 * (RFC 6749, section 4.1.2; RFC 9207). Null when nobody asks any more. Throws problems of the item.
 */
export async function answerRequest(
  services: Services,
  learner: SignedIn & { readonly learnerId: number },
  requestUri: string,
  item: string | null,
): Promise<string | null> {
  const asked = await readRequest(services, requestUri);
  if (asked === null) return null;
  const back = new URL(asked.redirectUri);
  if (asked.state !== null) back.searchParams.set('state', asked.state);
  back.searchParams.set('iss', services.settings.url);
  const at = services.clock.now();
  if (item === null) {
    await services.db.asBatch((tx) => endRequest(tx, handles(services, requestUri), at));
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }
  const own = { learnerId: learner.learnerId, what: asked.what, item };
  // Under the learner's own role: what is not theirs is not there.
  const stands = await services.db.as(learner.acting, (tx) => standsOf(services, tx, own));
  const { secret, kept } = newSecret(services, 'code');
  if (stands === 'ended') back.searchParams.set('error', 'access_denied');
  else if (
    !(await services.db.asBatch((tx) =>
      agreeRequest(tx, handles(services, requestUri), own, kept, at, inMinutes(services, CODE)),
    ))
  )
    return null;
  else back.searchParams.set('code', secret);
  return back.href;
}

function handles(services: Services, requestUri: string): readonly Uint8Array[] {
  return requestUri.startsWith(URN) ? hashesFor(services, 'request', requestUri.slice(URN.length)) : [];
}
