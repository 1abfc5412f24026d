import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { hashesOf, isSecret } from '../sharing/secret.ts';
import { OAuthError } from '../oauth/error.ts';
import { challengeOf } from '../oauth/pkce.ts';
import { insertToken, type Item, missPin, offerOfCode, takeRequest, useOffer } from './queries.ts';
import { provenKey, type Shown } from './bound-key.ts';
import { hashesFor, inMinutes, newSecret, PIN } from '../oauth/secrets.ts';

/** How long a wallet may fetch with its token, in minutes. */
const MINUTES = 10;
const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

const short = z.string().max(2000);
export const tokenBody = z.looseObject({
  grant_type: short.optional(),
  'pre-authorized_code': short.optional(),
  tx_code: short.optional(),
  code: short.optional(),
  redirect_uri: short.optional(),
  client_id: short.optional(),
  code_verifier: short.optional(),
});
type TokenBody = z.infer<typeof tokenBody>;

/**
 * Gives a wallet a token for one item: against the code of an offer with the learner's six digits (OpenID4VCI 1.0, section 6.1), or against
 * the code of an authorization with its PKCE verifier (RFC 7636). A code is good once; five wrong sets of digits end an offer. A
 * wallet that proves a key with its request (DPoP) gets a token that is bound to it. Throws
 * OAuthError.
 */
export async function giveToken(services: Services, body: TokenBody, shown: Omit<Shown, 'authorization'>): Promise<object> {
  const thumbprint = await provenKey(services, shown);
  switch (body.grant_type) {
    case PRE_AUTHORIZED:
      return fromOffer(services, body, thumbprint);
    case 'authorization_code':
      return fromAuthorization(services, body, thumbprint);
    case undefined:
      throw new OAuthError('invalid_request', 'grant_type is missing');
    default:
      throw new OAuthError('unsupported_grant_type', 'there are authorization_code and pre-authorized_code');
  }
}

async function fromOffer(services: Services, body: TokenBody, thumbprint: string | null): Promise<object> {
  const { 'pre-authorized_code': code, tx_code: pin } = body;
  if (code === undefined) throw new OAuthError('invalid_request', 'pre-authorized_code is missing');
  if (pin === undefined) throw new OAuthError('invalid_request', 'tx_code is missing');
  const at = services.clock.now();
  // A miss is counted, and so is no reason to roll back.
  const answer = await services.db.asBatch(async (tx) => {
    const offer = await offerOfCode(tx, hashesOf(services.keys, 'wallet-code', code));
    if (offer === null || offer.usedAt !== null || offer.pinLeft <= 0 || offer.expiresAt <= at)
      return 'the code is unknown, used or past its time';
    if (!isSecret(services.keys, PIN, pin, { hash: offer.pinHash, keyId: offer.pinKey })) {
      await missPin(tx, offer.handle);
      return 'the tx_code is wrong';
    }
    await useOffer(tx, offer.handle, at);
    return tokenFor(services, tx, offer, thumbprint);
  });
  if (typeof answer === 'string') throw new OAuthError('invalid_grant', answer);
  return answer;
}

async function fromAuthorization(services: Services, body: TokenBody, thumbprint: string | null): Promise<object> {
  const { code, redirect_uri: redirectUri, client_id: clientId, code_verifier: verifier } = body;
  if (code === undefined || verifier === undefined) throw new OAuthError('invalid_request', 'code or code_verifier is missing');
  const answer = await services.db.asBatch(async (tx) => {
    // Taken whatever follows: a code that was shown with a wrong verifier is in wrong hands (RFC 9700, section 2.1.1).
    const request = await takeRequest(tx, hashesFor(services, 'code', code), services.clock.now());
    if (request === null) return 'the code is unknown, used or past its time';
    if (challengeOf(verifier) !== request.codeChallenge) return 'the code_verifier does not fit';
    if (redirectUri !== request.redirectUri || (clientId !== undefined && clientId !== request.clientId))
      return 'the code was given to another client or address';
    if (request.thumbprint !== null && request.thumbprint !== thumbprint) return 'the code is bound to another key';
    const token = await tokenFor(services, tx, request, thumbprint);
    if (!request.detailed) return token;
    const details = request.configurations.map((id) => ({
      type: 'openid_credential',
      credential_configuration_id: id,
      credential_identifiers: [id],
    }));
    return { ...token, authorization_details: details };
  });
  if (typeof answer === 'string') throw new OAuthError('invalid_grant', answer);
  return answer;
}

async function tokenFor(services: Services, tx: Tx, { learnerId, what, item }: Item, thumbprint: string | null): Promise<object> {
  const { secret, kept } = newSecret(services, 'token');
  await insertToken(tx, kept, { learnerId, what, item }, thumbprint, inMinutes(services, MINUTES));
  return { access_token: secret, token_type: thumbprint === null ? 'Bearer' : 'DPoP', expires_in: MINUTES * 60 };
}
