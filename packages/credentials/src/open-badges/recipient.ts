import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { asList, asString, isObject, type JsonObject } from '../json.ts';
import { toHex } from '../proof/digest.ts';
import { isOpenBadge2 } from './open-badge-2.ts';

/**
 * Whom a badge names, against one person: `named` says one of the names or addresses that we know; `another` says only others; `unnamed` says none that
 * can be compared, as a badge does that is bound to a key, or whose recipient is hashed in a way that we do not read (MD5).
 */
export type Recipient = 'named' | 'another' | 'unnamed';

/** What is known of a person: e-mail addresses, and names in full. */
export interface KnownPerson {
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/**
 * Compares whom a badge names with a person: `identifier` of Open Badges 3.0 (IdentityObject, section B.16) and `recipient` of Open Badges 2.0, plain or hashed
 * with their salt. It says nothing of whether the badge is genuine.
 */
export function recipientOf(document: JsonObject, person: KnownPerson): Recipient {
  const said = isOpenBadge2(document)
    ? asList(document['recipient']).map((one) => read(one, 'identity', 'type'))
    : asList(document['credentialSubject'])
        .flatMap((subject) => (isObject(subject) ? asList(subject['identifier']) : []))
        .map((one) => read(one, 'identityHash', 'identityType'));
  const compared = said.flatMap((one) => {
    const same = one === null ? null : isOf(one, person);
    return same === null ? [] : [same];
  });
  if (compared.includes(true)) return 'named';
  return compared.length > 0 ? 'another' : 'unnamed';
}

interface Identity {
  readonly kind: 'email' | 'name';
  readonly value: string;
  readonly hashed: boolean;
  readonly salt: string;
}

const KINDS: ReadonlyMap<string, Identity['kind']> = new Map([
  ['emailAddress', 'email'],
  ['email', 'email'],
  ['name', 'name'],
]);

function read(value: unknown, identity: string, type: string): Identity | null {
  if (!isObject(value)) return null;
  const kind = KINDS.get(asString(value[type]) ?? '');
  const text = asString(value[identity]);
  if (kind === undefined || text === null || text.trim() === '') return null;
  return { kind, value: text, hashed: value['hashed'] === true, salt: asString(value['salt']) ?? '' };
}

const HASHES = { sha256, sha512 } as const;

/** Null where it cannot be compared. */
function isOf({ kind, value, hashed, salt }: Identity, { emails, names }: KnownPerson): boolean | null {
  const known = kind === 'email' ? emails : names;
  if (known.length === 0) return null;
  if (!hashed) return known.some((one) => fold(one) === fold(value));
  const [, algorithm, digest] = /^(sha256|sha512)\$([0-9a-fA-F]{64,128})$/u.exec(value) ?? [];
  if ((algorithm !== 'sha256' && algorithm !== 'sha512') || digest === undefined) return null;
  // Issuers hash an address as they were given it, and most of them in small letters.
  const spellings = known.flatMap((one) => [one, one.trim(), fold(one)]);
  const bytes = new TextEncoder();
  return spellings.some((one) => toHex(HASHES[algorithm](bytes.encode(one + salt))) === digest.toLowerCase());
}

function fold(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
