/**
 * The root of the keys: a file store (mode 0600, outside the data folder and its backups) or an external KMS. Each purpose has
 * keys of its own, each with an id; the newest is used, the older stay readable until nothing needs them.
 */
export type KeyPurpose = 'signing' | 'signing-p256' | 'nsn-encryption' | 'nsn-index' | 'evidence' | 'sharing';

/** What the server signs with: Ed25519, and P-256 for readers that know no other. */
export type SigningCurve = 'Ed25519' | 'P-256';

export interface PublicSigningKey {
  readonly id: string;
  readonly curve: SigningCurve;
  /** Multikey: `z6Mk…` (Ed25519), `zDna…` (P-256). */
  readonly publicKeyMultibase: string;
  readonly createdAt: string;
  readonly retiredAt: string | null;
}

export interface KeyStore {
  /** Signs with the current Ed25519 key, or with a named one that is not retired: 64 bytes; of P-256 the two numbers, over SHA-256. */
  readonly sign: (data: Uint8Array, keyId?: string) => Promise<Uint8Array>;
  readonly signingKeys: () => Promise<readonly PublicSigningKey[]>;
  readonly currentSigningKey: (curve?: SigningCurve) => Promise<PublicSigningKey>;
  /** HMAC-SHA-256 of an NSN under the current index key, or a named one: the blind index. Synchronous: an import asks a million times. */
  readonly blindIndex: (nsn: string, keyId?: string) => { readonly keyId: string; readonly hash: Uint8Array };
  /** HMAC-SHA-256 of a token, a PIN or a code under the current key for sharing, or a named one: what is kept of it. */
  readonly sharingHash: (text: string, keyId?: string) => { readonly keyId: string; readonly hash: Uint8Array };
  /** The keys under which a token may have been kept, the current first. */
  readonly sharingKeys: () => readonly string[];
  /** The index keys by which a learner may be found, the current first; more than one only while a change is under way. */
  readonly indexKeys: () => readonly string[];
  /** AES-256-GCM, nonce and tag included. */
  readonly encrypt: (
    purpose: 'nsn-encryption' | 'evidence',
    plain: Uint8Array,
  ) => { readonly keyId: string; readonly cipher: Uint8Array };
  readonly decrypt: (purpose: 'nsn-encryption' | 'evidence', keyId: string, cipher: Uint8Array) => Uint8Array;
  /** Makes a new key of this purpose and retires the one before. */
  readonly rotate: (purpose: KeyPurpose) => Promise<{ readonly keyId: string }>;
  /** Drops the retired keys of an index or of NSN encryption, once nothing lies under them. Signing keys stay listed for ever. */
  readonly forgetRetired: (purpose: 'nsn-encryption' | 'nsn-index') => Promise<void>;
}

/** A key store that cannot do what it was asked; the message is a sentence for the operator. */
export class KeyStoreError extends Error {
  readonly code:
    | 'key-file-open'
    | 'key-file-unusable'
    | 'key-unknown'
    | 'key-retired'
    | 'key-store-unreachable'
    | 'key-cipher-unusable';

  constructor(code: KeyStoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyStoreError';
    this.code = code;
  }
}
