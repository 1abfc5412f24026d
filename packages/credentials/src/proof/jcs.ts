import { CredentialError } from '../errors/codes.ts';
import { isObject, type JsonObject } from '../json.ts';

/**
 * The canonical text of a JSON value (RFC 8785): keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes
 * them. Our own thirty lines, because the libraries call a member named `toJSON`, which a document may hold, and keep a path for each value.
 * Throws `invalid-document` for what JSON does not have: a lone surrogate, a number that is not finite, a function.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CredentialError('invalid-document', 'JSON has finite numbers only');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return isObject(value) ? object(value) : Array.isArray(value) ? list(value) : 'null';
    default:
      throw new CredentialError('invalid-document', `JSON has no ${typeof value}`);
  }
}

/** What JSON escapes, and halves of characters; most texts hold none. */
// oxlint-disable-next-line no-control-regex -- JSON escapes control characters
const SPECIAL = /[\u0000-\u001F"\\\uD800-\uDFFF]/;

function text(value: string): string {
  if (!SPECIAL.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new CredentialError('invalid-document', 'a text holds half of a character');
  return JSON.stringify(value);
}

function list(values: readonly unknown[]): string {
  let out = '[';
  for (let at = 0; at < values.length; at += 1) out += at === 0 ? canonicalJson(values[at]) : `,${canonicalJson(values[at])}`;
  return `${out}]`;
}

function object(value: JsonObject): string {
  let out = '{';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) out += `${out === '{' ? '' : ','}${text(key)}:${canonicalJson(member)}`;
  }
  return `${out}}`;
}
