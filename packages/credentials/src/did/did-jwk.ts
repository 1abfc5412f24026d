import type { JsonObject } from '../json.ts';
import { readJson } from '../jose/compact.ts';
import { publicJwk } from '../jose/keys.ts';

/** The document of a `did:jwk`, which is its own key (did:jwk method); null for a key that we refuse. */
export function didJwkDocument(did: string): JsonObject | null {
  const jwk = publicJwk(readJson(did.slice('did:jwk:'.length)));
  if (jwk === null) return null;
  const method = { id: `${did}#0`, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk };
  return { id: did, verificationMethod: [method], assertionMethod: ['#0'], authentication: ['#0'] };
}
