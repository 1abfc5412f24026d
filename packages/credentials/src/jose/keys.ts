import { calculateJwkThumbprint, type JWK } from 'jose';
import { codeOf } from '../errors/codes.ts';
import { asList, asString, idOf, isObject, type JsonObject } from '../json.ts';
import { toBase64Url } from '../proof/base64url.ts';
import { decodeMultikey } from '../proof/multikey.ts';
import { uncompressed } from '../proof/signature.ts';

/** A public key with the id under which it was found. */
export interface FoundJwk {
  readonly jwk: JWK;
  readonly methodId: string;
  /** When its owner withdrew it, RFC 3339. */
  readonly revoked: string | null;
}

/** The public keys that a controller document lists for a purpose; those of kinds that we cannot read are left out. */
export function listedKeys(document: JsonObject, purpose: string): readonly FoundJwk[] {
  const controller = asString(document['id']) ?? '';
  const absolute = (id: string): string => (id.startsWith('#') ? controller + id : id);
  return asList(document[purpose]).flatMap((entry) => {
    const methodId = absolute(idOf(entry) ?? '');
    const method = isObject(entry)
      ? entry
      : asList(document['verificationMethod']).find((one) => absolute(idOf(one) ?? '') === methodId);
    if (!isObject(method) || method['controller'] !== controller) return [];
    const jwk = jwkOf(method);
    return jwk === null ? [] : [{ jwk, methodId, revoked: asString(method['revoked']) }];
  });
}

function jwkOf(method: JsonObject): JWK | null {
  const multikey = asString(method['publicKeyMultibase']);
  return multikey === null ? publicJwk(method['publicKeyJwk']) : multikeyAsJwk(multikey);
}

/** A Multikey of Ed25519, P-256 or P-384 as a JWK; null for other kinds, and for what is no point of its curve. */
function multikeyAsJwk(multikey: string): JWK | null {
  try {
    const { curve, bytes } = decodeMultikey(multikey);
    if (curve === 'Ed25519') return { kty: 'OKP', crv: curve, x: toBase64Url(bytes) };
    const point = uncompressed({ curve, bytes });
    const middle = (point.length + 1) / 2;
    return { kty: 'EC', crv: curve, x: toBase64Url(point.subarray(1, middle)), y: toBase64Url(point.subarray(middle)) };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

const MEMBERS = { OKP: ['crv', 'x'], EC: ['crv', 'x', 'y'], RSA: ['n', 'e'] } as const;

/** The public part of an asymmetric JWK, member by member; null for a secret, a private key or another kind. A key that shows its secret is no one's. */
export function publicJwk(value: unknown): JWK | null {
  if (!isObject(value) || 'd' in value || 'k' in value) return null;
  const { kty, kid } = value;
  if (kty !== 'OKP' && kty !== 'EC' && kty !== 'RSA') return null;
  const jwk: Record<string, string> = { kty };
  for (const member of MEMBERS[kty]) {
    const text = value[member];
    if (typeof text !== 'string' || text === '' || text.length > 2048) return null;
    jwk[member] = text;
  }
  return typeof kid === 'string' ? { ...jwk, kty, kid } : { ...jwk, kty };
}

/** Which algorithm a key may be used with. A key of one kind never verifies with the algorithm of another (RFC 8725, section 3.1). */
export function algorithmsOf({ kty, crv }: JWK): readonly string[] {
  if (kty === 'RSA') return ['RS256', 'PS256'];
  if (kty === 'OKP') return crv === 'Ed25519' ? ['EdDSA', 'Ed25519'] : [];
  return { 'P-256': ['ES256'], 'P-384': ['ES384'], 'P-521': ['ES512'] }[crv ?? ''] ?? [];
}

/** Whether two keys are the same one (RFC 7638). */
export async function sameKey(one: JWK, other: JWK): Promise<boolean> {
  return (await calculateJwkThumbprint(one)) === (await calculateJwkThumbprint(other));
}
