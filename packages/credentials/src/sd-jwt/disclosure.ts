import { base64url } from 'jose';
import { readJson } from '../jose/compact.ts';

/** What one disclosure reveals (RFC 9901, section 4.2): a named member of an object, or an element of an array. */
export interface Disclosure {
  /** The text that is hashed and passed on. */
  readonly encoded: string;
  /** Null: an element of an array. */
  readonly name: string | null;
  readonly value: unknown;
}

/** A disclosure with this salt. */
export function makeDisclosure(salt: string, name: string | null, value: unknown): Disclosure {
  return { encoded: base64url.encode(JSON.stringify(name === null ? [salt, value] : [salt, name, value])), name, value };
}

/** Reads `[salt, value]` or `[salt, name, value]`; null if it is neither, or names what no claim may be called. */
export function readDisclosure(encoded: string): Disclosure | null {
  if (!/^[A-Za-z0-9_-]+$/u.test(encoded)) return null;
  const parts = readJson(encoded);
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null;
  if (parts.length === 2) return { encoded, name: null, value: parts[1] };
  const name: unknown = parts[1];
  if (parts.length !== 3 || typeof name !== 'string' || name === '_sd' || name === '...') return null;
  return { encoded, name, value: parts[2] };
}

const HASHES: Readonly<Record<string, string>> = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' };

/** Whether `_sd_alg` names a hash that we take (IANA Named Information Hash Algorithm Registry). */
export function isHash(algorithm: unknown): algorithm is string {
  return typeof algorithm === 'string' && algorithm in HASHES;
}

/** The digest of a text in base64url, as `_sd`, `...` and `sd_hash` hold it. */
export async function digestOf(text: string, algorithm = 'sha-256'): Promise<string> {
  const bytes = await crypto.subtle.digest(HASHES[algorithm] ?? 'SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(bytes));
}
