import { DID_V1, MULTIKEY_V1 } from '../contexts/index.ts';

export interface VerificationMethod {
  readonly id: string;
  readonly type: 'Multikey';
  readonly controller: string;
  readonly publicKeyMultibase: string;
  /** Set on a key that leaked: nothing that it signed from then on counts. */
  readonly revoked?: string;
}

export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
  readonly authentication?: readonly string[];
  readonly capabilityInvocation?: readonly string[];
  readonly capabilityDelegation?: readonly string[];
}

export interface DidKey {
  /** The DID URL of the key, `<did>#<key id>`. */
  readonly id: string;
  /** A Multikey: `z6Mk…` (Ed25519), `zDna…` (P-256), `z82L…` (P-384). */
  readonly publicKeyMultibase: string;
  /** No longer signs. It stays listed for assertions: `did:web` has no history, and without it every credential that it signed would die. */
  readonly retired?: boolean;
  /** When the key is known to have leaked, RFC 3339. */
  readonly revoked?: string;
}

/** The document of a `did:web` issuer: keys in use first, then the retired ones. */
export function buildDidDocument({ did, keys }: { readonly did: string; readonly keys: readonly DidKey[] }): DidDocument {
  const ordered = [...keys.filter(({ retired }) => retired !== true), ...keys.filter(({ retired }) => retired === true)];
  return {
    '@context': [DID_V1, MULTIKEY_V1],
    id: did,
    verificationMethod: ordered.map(({ id, publicKeyMultibase, revoked }) => ({
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      ...(revoked === undefined ? {} : { revoked }),
    })),
    assertionMethod: ordered.map(({ id }) => id),
  };
}

/** The document of a `did:key` (did:key method, 3.1), made without asking anyone: its one key is for all that a signature may be for. */
export function didKeyDocument(multikey: string): DidDocument {
  const did = `did:key:${multikey}`;
  const id = `${did}#${multikey}`;
  return {
    ...buildDidDocument({ did, keys: [{ id, publicKeyMultibase: multikey }] }),
    authentication: [id],
    capabilityInvocation: [id],
    capabilityDelegation: [id],
  };
}
