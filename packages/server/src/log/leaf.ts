import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** What an event row carries for a public log to come: the salt stays with us, the hash goes into the tree. */
export interface Leaf {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/**
 * The leaf of an event: SHA-256(0x00 || salt || canonical JSON), as RFC 6962 section 2.1 hashes a leaf. Salted with 32 random bytes, so
 * that the log shows no person and destroying the salt unlinks the leaf.
 */
export function leafOf(event: Readonly<Record<string, unknown>>, salt: Buffer = randomBytes(32)): Leaf {
  const hash = createHash('sha256').update(Buffer.of(0)).update(salt).update(canonicalJson(event)).digest();
  return { salt, hash };
}
