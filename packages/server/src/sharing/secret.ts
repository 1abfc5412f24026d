import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { KeyStore } from '../keys/key-store.ts';

export interface KeptSecret {
  readonly hash: Uint8Array;
  readonly keyId: string;
}

/** What a link carries: 192 random bits, in letters that an address takes as they are. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether a text can be a token of ours: anything else is not looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{32}$/.test(text);
}

const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that one person reads to another: twelve letters, 60 bits, used once within days. */
export function newCode(): string {
  const letters = Array.from({ length: 12 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** A code as a person types it. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s‐-―-]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/u.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null;
}

/** What is kept of a secret: its keyed hash. `what` keeps a PIN from ever being taken for a token. */
export function keep(keys: KeyStore, what: string, secret: string): KeptSecret {
  const { hash, keyId } = keys.sharingHash(`${what}\n${secret}`);
  return { hash, keyId };
}

/** The hashes under which a secret may have been kept, by every key that there is. */
export function hashesOf(keys: KeyStore, what: string, secret: string): readonly Uint8Array[] {
  return keys.sharingKeys().map((keyId) => keys.sharingHash(`${what}\n${secret}`, keyId).hash);
}

export function isSecret(keys: KeyStore, what: string, secret: string, kept: KeptSecret): boolean {
  const { hash } = keys.sharingHash(`${what}\n${secret}`, kept.keyId);
  return hash.length === kept.hash.length && timingSafeEqual(hash, kept.hash);
}
