import { createHash } from 'node:crypto';
import { readDpop } from '@recognition/credentials';
import { OAuthError } from '../oauth/error.ts';
import { hashesFor, inMinutes } from '../oauth/secrets.ts';
import type { Services } from '../services.ts';
import { type Item, itemOfToken, markProof } from './queries.ts';

/** What a wallet shows with a request: its token and, where that is bound to a key, a proof of the key for this request. */
export interface Shown {
  readonly authorization: string | undefined;
  readonly dpop: string | readonly string[] | undefined;
  /** Of our address, such as `/wallet/token`. */
  readonly path: string;
}

/** Longer than a proof is taken at either side of its time, in minutes. */
const REMEMBERED = 11;

/**
 * The thumbprint of the key that a wallet proves to hold with this request (DPoP, RFC 9449); null where it proves none. A proof is taken
 * once. Throws OAuthError `invalid_dpop_proof`.
 */
export async function provenKey(
  services: Services,
  { dpop, path }: Omit<Shown, 'authorization'>,
  accessToken?: string,
): Promise<string | null> {
  if (dpop === undefined) return null;
  if (typeof dpop !== 'string') throw new OAuthError('invalid_dpop_proof', 'there is more than one proof');
  const proof = await readDpop(dpop, {
    method: 'POST',
    url: `${services.settings.url}${path}`,
    now: services.clock.now().toISOString(),
    ...(accessToken === undefined ? {} : { accessToken }),
  });
  if (!proof.ok) throw new OAuthError('invalid_dpop_proof', proof.detail);
  const { thumbprint, id } = proof;
  const hash = createHash('sha256').update(`dpop\n${thumbprint}\n${id}`).digest();
  const first = await services.db.asBatch((tx) => markProof(tx, hash, inMinutes(services, REMEMBERED)));
  if (!first) throw new OAuthError('invalid_dpop_proof', 'it was shown before');
  return thumbprint;
}

/** What the token is for. One that is bound to a key is good with a proof of that key alone, and never as a bearer's. Throws OAuthError. */
export async function itemShown(services: Services, shown: Shown): Promise<Item> {
  const [, scheme = '', token = ''] = /^(Bearer|DPoP) ([\w-]+)$/u.exec(shown.authorization ?? '') ?? [];
  const hashes = hashesFor(services, 'token', token);
  const found = await services.db.asBatch((tx) => itemOfToken(tx, hashes, services.clock.now()));
  const bound = found?.thumbprint ?? null;
  if (found === null || (scheme === 'DPoP') !== (bound !== null))
    throw new OAuthError('invalid_token', 'the access token is unknown, past its time, or bound to a key');
  if (bound !== null && (await provenKey(services, shown, token)) !== bound)
    throw new OAuthError('invalid_dpop_proof', 'the token is bound to another key');
  return { learnerId: found.learnerId, what: found.what, item: found.item };
}
