import { CredentialError, type CredentialErrorCode } from '../errors/codes.ts';

const ALPHABET = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', (letter) =>
  letter.charCodeAt(0),
);
const ascii = new TextDecoder();

/** Bytes in base64url without padding (RFC 7515, section 2), as text. */
export function toBase64Url(bytes: Uint8Array): string {
  return ascii.decode(base64UrlBytes(bytes));
}

/** The same as the bytes of the text, which is what a JWS signs: no detour over text. */
export function base64UrlBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  const [whole, rest] = [bytes.length - (bytes.length % 3), bytes.length % 3];
  let to = 0;
  for (let from = 0; from < whole; from += 3) {
    const three = (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]!;
    out[to++] = ALPHABET[three >> 18]!;
    out[to++] = ALPHABET[(three >> 12) & 63]!;
    out[to++] = ALPHABET[(three >> 6) & 63]!;
    out[to++] = ALPHABET[three & 63]!;
  }
  if (rest === 0) return out;
  const last = (bytes[whole]! << 16) | (rest === 2 ? bytes[whole + 1]! << 8 : 0);
  out[to++] = ALPHABET[last >> 18]!;
  out[to++] = ALPHABET[(last >> 12) & 63]!;
  if (rest === 2) out[to++] = ALPHABET[(last >> 6) & 63]!;
  return out;
}

/** The bytes of base64url without padding. Throws `invalid-document`, or the code given. */
export function fromBase64Url(text: string, code: CredentialErrorCode = 'invalid-document'): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/u.test(text) || text.length % 4 === 1) throw new CredentialError(code, 'not base64url');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
