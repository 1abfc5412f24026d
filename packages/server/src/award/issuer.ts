import { buildDidDocument, type DidDocument, didWebUrl, type Signer } from '@recognition/credentials';
import type { KeyStore, SigningCurve } from '../keys/key-store.ts';
import type { Services } from '../services.ts';

/**
 * The issuer's `did:web` for a public address (did:web method specification, section 3.2): a port is percent-encoded, a path becomes colons.
 * `http://127.0.0.1:8080` gives `did:web:127.0.0.1%3A8080`.
 */
export function issuerDid(url: string): string {
  const { host, pathname } = new URL(url);
  const path = pathname.split('/').filter((part) => part !== '');
  return ['did:web', encodeURIComponent(host), ...path.map(encodeURIComponent)].join(':');
}

/** Where the issuer's DID document is served. */
export function didDocumentUrl(url: string): string {
  return didWebUrl(issuerDid(url));
}

/** Signs with the key that is current now; what it made stays verifiable after a rotation. */
export async function currentSigner(
  services: { readonly keys: KeyStore; readonly settings: { readonly url: string } },
  curve: SigningCurve = 'Ed25519',
): Promise<Signer> {
  const key = await services.keys.currentSigningKey(curve);
  return {
    curve,
    verificationMethod: `${issuerDid(services.settings.url)}#${key.id}`,
    sign: (data) => services.keys.sign(data, key.id),
  };
}

/** The issuer's DID document: every key that ever signed, the retired ones for verification only. */
export async function didDocument(services: Services): Promise<DidDocument> {
  const did = issuerDid(services.settings.url);
  const keys = await services.keys.signingKeys();
  return buildDidDocument({
    did,
    keys: keys.map(({ id, publicKeyMultibase, retiredAt }) => ({
      id: `${did}#${id}`,
      publicKeyMultibase,
      retired: retiredAt !== null,
    })),
  });
}
