import { CredentialError } from '../errors/codes.ts';
import { hasType, isObject, type JsonObject } from '../json.ts';
import { checkShape, MAX_BYTES } from '../proof/limits.ts';

export type Read =
  | { readonly kind: 'credential' | 'presentation' | 'envelope'; readonly document: JsonObject }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'other' };

/**
 * What a file holds: a credential or presentation in JSON, one of the other forms that we know of (`unsupported`), or other JSON.
 * Throws `unreadable` for what is none of these, `too-large`, `too-deep` or `too-complex`.
 */
export function read(input: unknown): Read {
  const value = typeof input === 'string' || input instanceof Uint8Array ? readBytes(input) : input;
  if (value === UNSUPPORTED) return { kind: 'unsupported' };
  checkShape(value);
  return classify(value);
}

export function classify(value: unknown): Read {
  if (typeof value === 'string') return looksLikeJwt(value) ? { kind: 'unsupported' } : { kind: 'other' };
  if (!isObject(value)) return { kind: 'other' };
  if (hasType(value, 'EnvelopedVerifiableCredential') || hasType(value, 'EnvelopedVerifiablePresentation'))
    return { kind: 'envelope', document: value };
  if (hasType(value, 'VerifiableCredential')) return { kind: 'credential', document: value };
  if (hasType(value, 'VerifiablePresentation')) return { kind: 'presentation', document: value };
  return { kind: 'other' };
}

const UNSUPPORTED = Symbol('unsupported');

function readBytes(input: string | Uint8Array): unknown {
  if (input.length > MAX_BYTES) throw new CredentialError('too-large');
  if (input instanceof Uint8Array && (starts(input, [0x89, 0x50, 0x4e, 0x47]) || starts(input, [0x25, 0x50, 0x44, 0x46])))
    return UNSUPPORTED;
  const text = (typeof input === 'string' ? input : decode(input)).replace(/^\u{FEFF}/u, '').trim();
  if (
    looksLikeJwt(text) ||
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/u.test(text) ||
    text.startsWith('%PDF')
  )
    return UNSUPPORTED;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new CredentialError('unreadable', undefined, { cause: error });
  }
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function decode(bytes: Uint8Array): string {
  const encoding = starts(bytes, [0xff, 0xfe]) ? 'utf-16le' : starts(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CredentialError('unreadable', undefined, { cause: error });
  }
}

/** A compact JWS, or an SD-JWT with its disclosures. */
function looksLikeJwt(text: string): boolean {
  return /^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*(?:~[A-Za-z0-9_.-]*)*$/u.test(text);
}
