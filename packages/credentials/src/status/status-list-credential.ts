import { VC_V2 } from '../contexts/index.ts';
import { CredentialError } from '../errors/codes.ts';
import { encodeStatusList } from './bits.ts';

export type StatusPurpose = 'revocation' | 'suspension' | 'refresh' | 'message';

/** What a value of a message list means, such as `{ status: '0x1', message: 'Under review' }`. */
export interface StatusMessage {
  readonly status: string;
  readonly message: string;
}

export interface StatusEntry {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: StatusPurpose;
  /** A decimal number as text (Bitstring Status List 1.0, section 2.1). */
  readonly statusListIndex: string;
  readonly statusListCredential: string;
  /** Bits of one entry, where there is more than one. */
  readonly statusSize?: number;
  readonly statusMessage?: readonly StatusMessage[];
}

/** The entry of a credential in a list. `list` is the address of the list, `index` the place that was drawn at random. */
export function statusEntry({
  list,
  index,
  purpose,
  messages,
}: {
  readonly list: string;
  readonly index: number;
  readonly purpose: StatusPurpose;
  /** Of a message list: what each value means, one for each of its 2, 4, 8 … values. */
  readonly messages?: readonly StatusMessage[];
}): StatusEntry {
  if (!Number.isSafeInteger(index) || index < 0)
    throw new CredentialError('invalid-status-list', 'an index is a whole number from 0');
  if (messages !== undefined && ![2, 4, 8, 16].includes(messages.length))
    throw new CredentialError('invalid-status-list', 'a message list has 2, 4, 8 or 16 messages, one for each value');
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
    ...(messages === undefined ? {} : { statusSize: Math.log2(messages.length), statusMessage: messages }),
  };
}

export interface StatusListInput {
  /** The address under which the list is served. */
  readonly id: string;
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  /** At least 131,072 bits, one for each entry, the leftmost first. */
  readonly bits: Uint8Array;
  /** RFC 3339. */
  readonly validFrom: string;
  /** RFC 3339. */
  readonly validUntil?: string;
  /** How long a verifier may keep the list, in milliseconds. */
  readonly ttl?: number;
}

export interface StatusListCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: 'BitstringStatusList';
    readonly statusPurpose: StatusPurpose;
    readonly encodedList: string;
    readonly ttl?: number;
  };
}

/** The unsigned credential that carries a status list (Bitstring Status List 1.0, section 2.2). Throws `invalid-status-list` if it is too short. */
export function buildStatusListCredential({
  id,
  issuer,
  purpose,
  bits,
  validFrom,
  validUntil,
  ttl,
}: StatusListInput): StatusListCredential {
  return {
    '@context': [VC_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodeStatusList(bits),
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}
