import type { JsonObject } from '../json.ts';
import { canonicalise } from './canonicalise.ts';
import { CredentialError } from '../errors/codes.ts';
import { decodeMultikey } from './multikey.ts';

/** SHA-256 of UTF-8 text or of bytes, by WebCrypto. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data));
}

/**
 * What is signed (vc-di-eddsa 1.0, 3.2.3 and 3.2.4): the hash of the canonical proof options, then the hash of the canonical document.
 * Ed25519Signature2020 does the same with options of its own. Throws as `canonicalise` does.
 */
export async function signedData(unsecured: JsonObject, proofOptions: JsonObject): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(64);
  data.set(await sha256(await canonicalise(proofOptions)), 0);
  data.set(await sha256(await canonicalise(unsecured)), 32);
  return data;
}

/** Whether an Ed25519 signature fits, by WebCrypto. Throws `invalid-key` if the Multikey is none. */
export async function fits(
  publicKeyMultibase: string,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = decodeMultikey(publicKeyMultibase);
  if (signature.length !== 64) return false;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    throw new CredentialError('invalid-key', 'the key is not a point of Ed25519', { cause: error });
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, data);
}
