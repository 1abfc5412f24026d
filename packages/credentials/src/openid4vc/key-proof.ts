import type { JWK } from 'jose';
import { resolveController } from '../did/resolve.ts';
import { mediaType, readShallow } from '../jose/compact.ts';
import { listedKeys, publicJwk } from '../jose/keys.ts';
import { verifyCompact } from '../jose/verify.ts';
import { asList, asString } from '../json.ts';
import { toBase64Url } from '../proof/base64url.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';

/** A key that a wallet has shown to hold, and the nonce on which it did. */
export interface HolderKey {
  readonly jwk: JWK;
  /** The key as a DID: the one that the wallet named, else its `did:jwk`. */
  readonly did: string;
  readonly nonce: string;
}

export type KeyProof = { readonly ok: true; readonly key: HolderKey } | { readonly ok: false; readonly detail: string };

/**
 * Reads a wallet's proof of possession (OpenID4VCI 1.0, appendix F.1): a JWT under a key that it names as `jwk`, or as a `kid` of `did:key`
 * or `did:jwk`, made for this issuer within five minutes of `now` (RFC 3339). Whether the nonce is one of ours the caller says: nothing is
 * looked up here.
 */
export async function readKeyProof(
  text: string,
  { issuer, now }: { readonly issuer: string; readonly now: string },
): Promise<KeyProof> {
  const jwt = readShallow(text);
  if (jwt === null) return refused('it is not a JWT');
  const { header, claims } = jwt;
  if (mediaType(header['typ']) !== 'openid4vci-proof+jwt') return refused('its type is not openid4vci-proof+jwt');
  const named = await namedKey(header['jwk'], header['kid']);
  if (named === null) return refused('it names no key as jwk, did:key or did:jwk, or more than one');
  const code = await verifyCompact(text, header['alg'], named.jwk);
  if (code !== 'signature-fits') return refused(code.replaceAll('-', ' '));
  if (!asList(claims['aud']).includes(issuer)) return refused('it was made for another issuer');
  const [made, at] = [typeof claims['iat'] === 'number' ? claims['iat'] * 1000 : Number.NaN, instant(now) ?? Number.NaN];
  if (!(Math.abs(made - at) <= CLOCK_SKEW)) return refused('it was not made just now');
  const nonce = asString(claims['nonce']);
  return nonce === null ? refused('it has no nonce') : { ok: true, key: { ...named, nonce } };
}

async function namedKey(jwk: unknown, kid: unknown): Promise<{ readonly jwk: JWK; readonly did: string } | null> {
  if (jwk !== undefined) {
    const key = kid === undefined ? publicJwk(jwk) : null;
    return key === null ? null : { jwk: key, did: `did:jwk:${toBase64Url(new TextEncoder().encode(JSON.stringify(key)))}` };
  }
  if (typeof kid !== 'string' || !/^did:(key|jwk):/u.test(kid)) return null;
  const [did = ''] = kid.split('#');
  const found = await resolveController(did, async () => ({ status: 'unreachable', detail: 'never asked' }));
  if (found.status !== 'found') return null;
  const keys = ['authentication', 'assertionMethod'].flatMap((purpose) => listedKeys(found.document, purpose));
  const key = keys.find(({ methodId }) => methodId === kid || kid === did) ?? null;
  return key === null ? null : { jwk: key.jwk, did };
}

function refused(detail: string): KeyProof {
  return { ok: false, detail };
}
