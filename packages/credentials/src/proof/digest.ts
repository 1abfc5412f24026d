import { sha256 as nobleSha256, sha384 as nobleSha384 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export type HashName = 'SHA-256' | 'SHA-384';

/** A hash of UTF-8 text or of bytes, at once: WebCrypto's takes a turn of the event loop for each of a thousand short texts. */
export type Digest = (hash: HashName, data: string | Uint8Array) => Uint8Array;

/** Runs everywhere; a server lends one of its own that is faster. */
export const digest: Digest = (hash, data) => {
  const bytes = typeof data === 'string' ? utf8ToBytes(data) : data;
  return hash === 'SHA-256' ? nobleSha256(bytes) : nobleSha384(bytes);
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

export function concatenate(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
