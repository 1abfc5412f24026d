import { toBase64Url } from '../proof/base64url.ts';
import { readJson } from '../jose/compact.ts';

/** What one disclosure reveals (RFC 9901, section 4.2): a named member of an object, or an element of an array. */
export interface Disclosure {
  /** The text that is hashed and passed on. */
  readonly encoded: string;
  /** Null: an element of an array. */
  readonly name: string | null;
  readonly value: unknown;
}

const utf8 = new TextEncoder();

/** A disclosure with this salt. */
export function makeDisclosure(salt: string, name: string | null, value: unknown): Disclosure {
  return { encoded: toBase64Url(utf8.encode(JSON.stringify(name === null ? [salt, value] : [salt, name, value]))), name, value };
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
