import { p256, p384 } from '@noble/curves/nist.js';
import { type Curve, encodeMultikey, type Signer } from '../src/index.ts';
import { decodeBase58 } from '../src/proof/base58.ts';

/** A published secret key of a vector, as bytes without the two that say its kind. */
export function secretOf(secretKeyMultibase: unknown, length: number): Uint8Array<ArrayBuffer> {
  return decodeBase58(String(secretKeyMultibase).slice(1)).slice(2, 2 + length);
}

/** Signs with a secret Ed25519 seed, by WebCrypto. */
export async function seedSigner(seed: Uint8Array, verificationMethod: string): Promise<Signer> {
  const head = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);
  const pkcs8 = Uint8Array.from([...head, ...seed]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);
  return {
    verificationMethod,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, Uint8Array.from(data))),
  };
}

/** Signs with a secret P-256 or P-384 key, always the same signature for the same data (RFC 6979), as the vectors were made. */
export function curveSigner(curve: 'P-256' | 'P-384', secret: Uint8Array, verificationMethod: string): Signer {
  const library = curve === 'P-256' ? p256 : p384;
  return { verificationMethod, curve, sign: async (data) => library.sign(data, secret, { lowS: false }) };
}

/** A signer with a fresh key, whose verification method is the `did:key` of that key. */
export async function freshSigner(curve: Curve): Promise<Signer & { readonly multikey: string; readonly did: string }> {
  if (curve === 'Ed25519') {
    const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
    if (!('privateKey' in pair)) throw new Error('no key pair');
    const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    const sign: Signer['sign'] = async (data) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, Uint8Array.from(data)));
    return { ...named(multikey), sign };
  }
  const library = curve === 'P-256' ? p256 : p384;
  const secret = library.utils.randomSecretKey();
  const { did, multikey, verificationMethod } = named(encodeMultikey(library.getPublicKey(secret, true), curve));
  return { did, multikey, ...curveSigner(curve, secret, verificationMethod) };
}

function named(multikey: string) {
  const did = `did:key:${multikey}`;
  return { multikey, did, verificationMethod: `${did}#${multikey}` };
}
