import { CredentialError } from '../errors/codes.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';

const ED25519_PUBLIC = [0xed, 0x01] as const;

/** An Ed25519 public key of 32 bytes as a Multikey, `z6Mk…` (Controlled Identifiers 1.0, section 2.2.2). */
export function encodeMultikey(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new CredentialError('invalid-key', 'an Ed25519 public key has 32 bytes');
  return `z${encodeBase58(Uint8Array.from([...ED25519_PUBLIC, ...publicKey]))}`;
}

/** The 32 bytes of an Ed25519 Multikey. Throws `invalid-key` for other keys and other bases. */
export function decodeMultikey(multikey: string): Uint8Array<ArrayBuffer> {
  if (!multikey.startsWith('z')) throw new CredentialError('invalid-key', 'a Multikey is base58btc');
  const bytes = decodeBase58(multikey.slice(1));
  if (bytes.length !== 34 || bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1])
    throw new CredentialError('invalid-key', 'not an Ed25519 key');
  return bytes.slice(2);
}
