import { CredentialError } from '../errors/codes.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';

/** The curves of the keys that we read. */
export type Curve = 'Ed25519' | 'P-256' | 'P-384';

/** Two bytes that say the kind, and how many bytes of key follow (Controlled Identifiers 1.0, section 2.2.2); points of P-256 and P-384 are compressed. */
const KINDS: Readonly<Record<Curve, { readonly header: readonly [number, number]; readonly length: number }>> = {
  Ed25519: { header: [0xed, 0x01], length: 32 },
  'P-256': { header: [0x80, 0x24], length: 33 },
  'P-384': { header: [0x81, 0x24], length: 49 },
};

export interface PublicKey {
  readonly curve: Curve;
  /** 32 bytes of Ed25519; 33 or 49 bytes of a compressed point of P-256 or P-384. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A public key as a Multikey: `z6Mk…` (Ed25519), `zDna…` (P-256), `z82L…` (P-384). Throws `invalid-key` for a wrong length. */
export function encodeMultikey(publicKey: Uint8Array, curve: Curve = 'Ed25519'): string {
  const { header, length } = KINDS[curve];
  if (publicKey.length !== length) throw new CredentialError('invalid-key', `a ${curve} public key has ${length} bytes`);
  return `z${encodeBase58(Uint8Array.from([...header, ...publicKey]))}`;
}

/** The key of a Multikey. Throws `invalid-key` for other kinds and other bases. */
export function decodeMultikey(multikey: string): PublicKey {
  return readMultikey(multikeyBytes(multikey));
}

/** The bytes of a Multikey, the two that say its kind included. */
export function multikeyBytes(multikey: string): Uint8Array<ArrayBuffer> {
  if (!multikey.startsWith('z')) throw new CredentialError('invalid-key', 'a Multikey is base58btc');
  return decodeBase58(multikey.slice(1));
}

/** The key that these bytes stand for, kind first. Throws `invalid-key`. */
export function readMultikey(bytes: Uint8Array<ArrayBuffer>): PublicKey {
  for (const curve of ['Ed25519', 'P-256', 'P-384'] as const) {
    const { header, length } = KINDS[curve];
    if (bytes[0] === header[0] && bytes[1] === header[1] && bytes.length === length + 2) return { curve, bytes: bytes.slice(2) };
  }
  throw new CredentialError('invalid-key', 'not an Ed25519, P-256 or P-384 key');
}
