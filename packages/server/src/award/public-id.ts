import { randomBytes } from 'node:crypto';

// Crockford's base 32: no I, L, O or U, so that an id read aloud or from paper is not misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new public id of an award, such as `26-4K7Q-MX2P-9D3H`: the year, then 60 bits, of which the first ten are the learner's bucket
 * (so that routing needs no look-up) and fifty are random (so that it cannot be guessed).
 */
export function newAwardId(learnerId: number, issuedOn: string): string {
  const random = [...randomBytes(10)].map((byte) => byte % 32);
  const bucket = learnerId % 1024;
  const digits = [bucket >> 5, bucket & 31, ...random].map((value) => ALPHABET[value]).join('');
  return `${issuedOn.slice(2, 4)}-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}`;
}

/** An id as a person types it: lower case, spaces and look-alike letters are forgiven. Null when it cannot be one. */
export function readAwardId(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s‐-―-]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  if (!/^[0-9]{2}[0-9A-HJKMNP-TV-Z]{12}$/u.test(plain)) return null;
  return `${plain.slice(0, 2)}-${plain.slice(2, 6)}-${plain.slice(6, 10)}-${plain.slice(10)}`;
}
