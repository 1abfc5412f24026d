import { asString, type JsonObject } from '../json.ts';
import { fromBase64Url } from '../proof/base64url.ts';
import { encodeMultikey } from '../proof/multikey.ts';

/** A public JSON Web Key of Ed25519, P-256 or P-384 (RFC 7517, RFC 8037) as a Multikey; null for any other. */
export function multikeyOfJwk(jwk: JsonObject): string | null {
  const { kty, crv } = jwk;
  if (kty === 'OKP' && crv === 'Ed25519') {
    const x = coordinate(jwk['x'], 32);
    return x === null ? null : encodeMultikey(x);
  }
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384')) return null;
  const length = crv === 'P-256' ? 32 : 48;
  const [x, y] = [coordinate(jwk['x'], length), coordinate(jwk['y'], length)];
  if (x === null || y === null) return null;
  // A compressed point says only whether the second coordinate is odd (SEC 1, 2.3.3).
  return encodeMultikey(Uint8Array.from([2 + (y[length - 1]! & 1), ...x]), crv);
}

function coordinate(value: unknown, length: number): Uint8Array | null {
  const text = asString(value);
  if (text === null || !/^[A-Za-z0-9_-]+$/u.test(text) || text.length !== Math.ceil((length * 4) / 3)) return null;
  return fromBase64Url(text);
}
