import { CredentialError } from '../errors/codes.ts';
import { seconds } from '../jose/credential.ts';
import { type JwtSigner, signCompact } from '../jose/sign.ts';
import { fromBase64Url, toBase64Url } from '../proof/base64url.ts';
import { deflate, inflate } from './gzip.ts';

/** What a list may say of one token (Token Status List, section 7.1); other values are an application's own. */
export const TOKEN_STATUS = { valid: 0, invalid: 1, suspended: 2 } as const;

/** How many bits one entry takes. */
export type EntryBits = 1 | 2 | 4 | 8;

/** Where reading stops: 16 MiB. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** Entries packed from the least significant bit of each byte on, ZLIB, base64url (Token Status List, sections 4.1 and 4.2). */
export async function encodeTokenList(list: Uint8Array): Promise<string> {
  return toBase64Url(await deflate(Uint8Array.from(list)));
}

/** The bytes of an `lst`. Throws `invalid-status-list` or `status-list-too-large`. */
export async function decodeTokenList(lst: string, maxBytes: number = MAX_LIST_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  if (lst.length > maxBytes * 2) throw new CredentialError('status-list-too-large');
  return inflate(fromBase64Url(lst, 'invalid-status-list'), maxBytes);
}

/** The entry at an index; null beyond the end. */
export function readToken(list: Uint8Array, index: number, bits: EntryBits): number | null {
  const byte = list[Math.floor((index * bits) / 8)];
  return byte === undefined ? null : (byte >> ((index * bits) % 8)) & (2 ** bits - 1);
}

/** A copy of the list with one entry set. Throws `invalid-status-list` beyond the end, or if the value does not fit. */
export function withToken(list: Uint8Array, index: number, bits: EntryBits, value: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(list);
  const at = Math.floor((index * bits) / 8);
  const byte = copy[at];
  const mask = 2 ** bits - 1;
  if (byte === undefined || !Number.isInteger(value) || value < 0 || value > mask)
    throw new CredentialError('invalid-status-list', 'no such entry, or a value that does not fit');
  const shift = (index * bits) % 8;
  copy[at] = (byte & ~(mask << shift)) | (value << shift);
  return copy;
}

export interface TokenListInput {
  /** The address under which the list is served. */
  readonly id: string;
  readonly issuer: string;
  readonly bits: EntryBits;
  readonly list: Uint8Array;
  /** RFC 3339. */
  readonly at: string;
  /** RFC 3339. */
  readonly until: string;
  /** How long a verifier may keep the list, in seconds. */
  readonly ttl: number;
}

/** A signed list, `statuslist+jwt` (Token Status List, section 5.1). */
export async function signTokenList(input: TokenListInput, signer: JwtSigner): Promise<string> {
  const { id, issuer, bits, list, at, until, ttl } = input;
  return signCompact(
    {
      iss: issuer,
      sub: id,
      iat: seconds(at),
      exp: seconds(until),
      ttl,
      status_list: { bits, lst: await encodeTokenList(list) },
    },
    { typ: 'statuslist+jwt', signer },
  );
}

/** The claim `status` of a token in a list. */
export function tokenStatus(
  list: string,
  index: number,
): { readonly status_list: { readonly idx: number; readonly uri: string } } {
  if (!Number.isSafeInteger(index) || index < 0)
    throw new CredentialError('invalid-status-list', 'an index is a whole number from 0');
  return { status_list: { idx: index, uri: list } };
}
