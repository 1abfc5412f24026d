import { base64url } from 'jose';
import { codeOf } from '../errors/codes.ts';
import { isObject, type JsonObject } from '../json.ts';
import { checkShape } from '../proof/limits.ts';

/** A JWT as it is written, its signature not looked at. */
export interface CompactJwt {
  /** The three parts as they came, which is what is signed. */
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/u;

/** Three base64url parts, the first two of them JSON objects (RFC 7515, section 7.1); null for anything else. Throws `too-deep` or `too-complex`. */
export function readCompact(text: string): CompactJwt | null {
  if (!COMPACT.test(text)) return null;
  const [first = '', second = ''] = text.split('.');
  const header = readJson(first);
  const claims = readJson(second);
  return isObject(header) && isObject(claims) ? { text, header, claims } : null;
}

/** The same for what a stranger sends beside a request: one that is nested or filled beyond what any needs is none. */
export function readShallow(text: string): CompactJwt | null {
  try {
    return readCompact(text);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** The JSON in a base64url text; undefined if it is none. Throws `too-deep` or `too-complex`. */
export function readJson(encoded: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = base64url.decode(encoded);
  } catch {
    return undefined;
  }
  return readJsonBytes(bytes);
}

/** The same for its bytes. */
export function readJsonBytes(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  checkShape(value);
  return value;
}

/** What `typ` or `cty` names, without the `application/` that may be left out (RFC 7515, section 4.1.9); null if there is none. */
export function mediaType(value: unknown): string | null {
  return typeof value === 'string' ? value.toLowerCase().replace(/^application\//u, '') : null;
}
