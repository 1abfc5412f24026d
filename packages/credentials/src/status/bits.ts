import { CredentialError } from '../errors/codes.ts';
import { fromBase64Url, toBase64Url } from '../proof/base64url.ts';
import { gunzip, gzip } from './gzip.ts';

/** The fewest entries that a list may have, so that one credential hides among many (Bitstring Status List 1.0, section 6.1). */
export const MIN_ENTRIES = 131_072;
/** Where reading stops: 16 MiB of bits, 134 million entries. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** A list of bits as `encodedList`: GZIP, then base64url, then `u`. Throws `invalid-status-list` under 131,072 entries. */
export function encodeStatusList(bits: Uint8Array): string {
  if (bits.length * 8 < MIN_ENTRIES)
    throw new CredentialError('invalid-status-list', `a status list has at least ${MIN_ENTRIES} entries`);
  return `u${toBase64Url(gzip(bits))}`;
}

/** The bits of an `encodedList`, with its `u` or (StatusList2021) without. Throws `invalid-status-list` or `status-list-too-large`. */
export async function decodeStatusList(encoded: string, maxBytes: number = MAX_LIST_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  if (encoded.length > maxBytes * 2) throw new CredentialError('status-list-too-large');
  // GZIP begins with 1F 8B, which base64url writes as H4s.
  const packed = (encoded.startsWith('u') ? encoded.slice(1) : encoded).replace(/={1,2}$/u, '');
  return gunzip(fromBase64Url(packed, 'invalid-status-list'), maxBytes);
}

/** The bit at an index, leftmost bit of the first byte first; null beyond the end. */
export function readStatus(bits: Uint8Array, index: number): boolean | null {
  const byte = bits[Math.floor(index / 8)];
  return byte === undefined ? null : ((byte >> (7 - (index % 8))) & 1) === 1;
}

/** An entry of several bits (`statusSize`), the leftmost bit the most significant; null beyond the end. */
export function readEntry(bits: Uint8Array, index: number, size: number): number | null {
  let value = 0;
  for (let bit = 0; bit < size; bit += 1) {
    const raised = readStatus(bits, index * size + bit);
    if (raised === null) return null;
    value = value * 2 + (raised ? 1 : 0);
  }
  return value;
}

/** A copy of the bits with an entry of several bits set. Throws `invalid-status-list` beyond the end, or if the value does not fit. */
export function withEntry(bits: Uint8Array, index: number, size: number, value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** size)
    throw new CredentialError('invalid-status-list', 'the value does not fit into an entry');
  let copy: Uint8Array = bits;
  for (let bit = 0; bit < size; bit += 1)
    copy = withStatus(copy, index * size + bit, Math.floor(value / 2 ** (size - 1 - bit)) % 2 === 1);
  return copy;
}

/** A copy of the bits with one of them set or cleared. Throws `invalid-status-list` beyond the end. */
export function withStatus(bits: Uint8Array, index: number, raised: boolean): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bits);
  const at = Math.floor(index / 8);
  const byte = copy[at];
  if (byte === undefined) throw new CredentialError('invalid-status-list', 'the index is beyond the end of the list');
  const mask = 1 << (7 - (index % 8));
  copy[at] = raised ? byte | mask : byte & ~mask;
  return copy;
}
