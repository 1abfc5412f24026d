import { CredentialError } from '../errors/codes.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Five digits of base 58 at once: times 65,536 they still fit a number exactly. */
const LIMB = 58 ** 5;

/** Base 58 (Bitcoin alphabet) of a few dozen bytes: keys and signatures. Quadratic, so not for long input. */
export function encodeBase58(bytes: Uint8Array): string {
  const limbs: number[] = [];
  const shift = (by: number, add: number): void => {
    let carry = add;
    for (let i = 0; i < limbs.length; i += 1) {
      carry += limbs[i]! * by;
      const rest = carry % LIMB;
      limbs[i] = rest;
      carry = (carry - rest) / LIMB;
    }
    for (; carry > 0; carry = Math.floor(carry / LIMB)) limbs.push(carry % LIMB);
  };
  const odd = bytes.length % 2;
  if (odd === 1) shift(256, bytes[0]!);
  for (let at = odd; at < bytes.length; at += 2) shift(65_536, bytes[at]! * 256 + bytes[at + 1]!);
  const digits: string[] = [];
  for (const limb of limbs) {
    let rest = limb;
    for (let digit = 0; digit < 5; digit += 1) {
      digits.push(ALPHABET[rest % 58]!);
      rest = (rest - (rest % 58)) / 58;
    }
  }
  const text = digits.reverse().join('');
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1;
  return '1'.repeat(zeros) + text.replace(/^1+/u, '');
}

/** The bytes of a base 58 text of at most 256 characters. Throws `invalid-key` for any other. */
export function decodeBase58(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > 256) throw new CredentialError('invalid-key', 'base 58 text is too long');
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) throw new CredentialError('invalid-key', 'not base 58');
    for (let i = 0; i < bytes.length; i += 1) {
      carry += bytes[i]! * 58;
      bytes[i] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    for (; carry > 0; carry = Math.floor(carry / 256)) bytes.push(carry % 256);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === '1') zeros += 1;
  return Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes.reverse()]);
}
