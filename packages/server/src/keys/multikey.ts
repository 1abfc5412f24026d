const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ED25519_PUBLIC = [0xed, 0x01];

/** A raw Ed25519 public key (32 bytes) as a Multikey, `z6Mk…` (W3C Controlled Identifiers 1.0, section 2.2.2). */
export function publicMultikey(raw: Uint8Array): string {
  return `z${base58(Uint8Array.from([...ED25519_PUBLIC, ...raw]))}`;
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
