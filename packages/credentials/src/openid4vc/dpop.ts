import { calculateJwkThumbprint } from 'jose';
import { mediaType, readShallow } from '../jose/compact.ts';
import { publicJwk } from '../jose/keys.ts';
import { verifyCompact } from '../jose/verify.ts';
import { asString } from '../json.ts';
import { toBase64Url } from '../proof/base64url.ts';
import { sha256 } from '../proof/signature.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';

/** The key that a request was made with, by its thumbprint (RFC 7638), and the proof's own id, which counts once. */
export type DpopProof =
  | { readonly ok: true; readonly thumbprint: string; readonly id: string }
  | { readonly ok: false; readonly detail: string };

const MAX_ID = 200;

/**
 * Reads a proof of possession for one request (DPoP, RFC 9449, section 4.3): a JWT under the key in its header, made for this method and
 * address within five minutes of `now` (RFC 3339), and with a token for that token. Whether its id came before the caller says.
 */
export async function readDpop(
  text: string,
  {
    method,
    url,
    now,
    accessToken,
  }: { readonly method: string; readonly url: string; readonly now: string; readonly accessToken?: string },
): Promise<DpopProof> {
  const jwt = readShallow(text);
  if (jwt === null) return refused('it is not a JWT');
  const { header, claims } = jwt;
  if (mediaType(header['typ']) !== 'dpop+jwt') return refused('its type is not dpop+jwt');
  const jwk = publicJwk(header['jwk']);
  if (jwk === null) return refused('it shows no public key as jwk');
  const code = await verifyCompact(text, header['alg'], jwk);
  if (code !== 'signature-fits') return refused(code.replaceAll('-', ' '));
  if (claims['htm'] !== method) return refused('it was made for another method');
  if (bare(asString(claims['htu'])) !== bare(url)) return refused('it was made for another address');
  const [made, at] = [typeof claims['iat'] === 'number' ? claims['iat'] * 1000 : Number.NaN, instant(now) ?? Number.NaN];
  if (!(Math.abs(made - at) <= CLOCK_SKEW)) return refused('it was not made just now');
  if (accessToken !== undefined && claims['ath'] !== toBase64Url(await sha256(accessToken)))
    return refused('it was made for another token');
  const id = asString(claims['jti']) ?? '';
  if (id === '' || id.length > MAX_ID) return refused('it has no jti');
  return { ok: true, thumbprint: await calculateJwkThumbprint(jwk), id };
}

/** An address without its query and fragment, as such proofs name it; null if it is none. */
function bare(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function refused(detail: string): DpopProof {
  return { ok: false, detail };
}
