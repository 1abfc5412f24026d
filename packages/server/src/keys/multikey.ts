import type { SigningCurve } from './key-store.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const HEADERS: Readonly<Record<SigningCurve, readonly number[]>> = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24] };

/** A raw public key (32 bytes of Ed25519, 33 of a compressed point of P-256) as a Multikey (W3C Controlled Identifiers 1.0, section 2.2.2). */
export function publicMultikey(raw: Uint8Array, curve: SigningCurve): string {
  return `z${base58(Uint8Array.from([...HEADERS[curve], ...raw]))}`;
}

function base58(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  while (value > 0n) {
    text = `${ALPHABET[Number(value % 58n)]}${text}`;
    value /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return ALPHABET[0]!.repeat(Math.max(0, zeros)) + text;
}
