import { p256, p384 } from '@noble/curves/nist.js';
import { CredentialError } from '../errors/codes.ts';
import { type HashName, concatenate, digest as ownDigest, type Digest } from './digest.ts';
import { type Curve, decodeMultikey, type PublicKey } from './multikey.ts';

/** SHA-256 of UTF-8 text or of bytes, by WebCrypto. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data));
}

/** The hash that goes with a curve (vc-di-eddsa 1.0, 3.1; vc-di-ecdsa 1.0, 3.1): SHA-384 with P-384, else SHA-256. */
export function hashOf(curve: Curve): HashName {
  return curve === 'P-384' ? 'SHA-384' : 'SHA-256';
}

/** What is signed (vc-di-eddsa 1.0, 3.2.4): the hash of the canonical proof options, then the hash of the canonical document. */
export function hashData(
  canonical: { readonly options: string; readonly document: string },
  curve: Curve,
  digest: Digest = ownDigest,
): Uint8Array<ArrayBuffer> {
  const hash = hashOf(curve);
  return concatenate(digest(hash, canonical.options), digest(hash, canonical.document));
}

/** How many bytes a signature has. */
export function signatureLength(curve: Curve): number {
  return curve === 'P-384' ? 96 : 64;
}

/**
 * Whether a signature fits, by WebCrypto: Ed25519, or ECDSA with the two numbers one after another and the hash of the curve.
 * Throws `invalid-key` if the Multikey is none.
 */
export async function fits(
  publicKey: string | PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = typeof publicKey === 'string' ? decodeMultikey(publicKey) : publicKey;
  if (signature.length !== signatureLength(key.curve)) return false;
  const imported = await importKey(key);
  return crypto.subtle.verify(
    key.curve === 'Ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', hash: hashOf(key.curve) },
    imported,
    signature,
    data,
  );
}

/** Keys of the last few hundred issuers, ready to use: most of a batch is signed by one. */
const ready = new Map<string, Promise<CryptoKey>>();
const MAX_READY = 256;

function importKey(key: PublicKey): Promise<CryptoKey> {
  const name = `${key.curve}:${key.bytes.join()}`;
  const before = ready.get(name);
  if (before !== undefined) return before;
  const imported = readKey(key);
  if (ready.size >= MAX_READY) ready.delete(ready.keys().next().value ?? '');
  ready.set(name, imported);
  return imported;
}

async function readKey(key: PublicKey): Promise<CryptoKey> {
  const { curve, bytes } = key;
  // Browsers read no compressed points.
  const raw = curve === 'Ed25519' ? bytes : uncompressed(key);
  const algorithm = curve === 'Ed25519' ? { name: curve } : { name: 'ECDSA', namedCurve: curve };
  try {
    return await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  } catch (error) {
    throw notOnCurve(curve, error);
  }
}

/** The point of a P-256 or P-384 key with both its coordinates (SEC 1, 2.3.3): 4, then x, then y. Throws `invalid-key` if it is none of the curve. */
export function uncompressed({ curve, bytes }: PublicKey): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from((curve === 'P-256' ? p256 : p384).Point.fromBytes(bytes).toBytes(false));
  } catch (error) {
    throw notOnCurve(curve, error);
  }
}

function notOnCurve(curve: Curve, cause: unknown): CredentialError {
  return new CredentialError('invalid-key', `the key is not a point of ${curve}`, { cause });
}
