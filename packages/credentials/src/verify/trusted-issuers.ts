import { isIri, isObject } from '../json.ts';
import type { TrustedIssuer } from './subject.ts';

/**
 * A list of issuers that we recognise, from its file:
 * `{ "type": "TrustedIssuers", "version": 1, "issuers": [ { "id": "did:web:example.nz", "name": "Example", "document": { … } } ] }`.
 * `document`, the issuer's DID document, is optional: with it, credentials can be checked offline. Null when it is anything else.
 */
export function parseTrustedIssuers(json: unknown): readonly TrustedIssuer[] | null {
  if (!isObject(json) || json['type'] !== 'TrustedIssuers' || json['version'] !== 1 || !Array.isArray(json['issuers']))
    return null;
  const issuers: TrustedIssuer[] = [];
  for (const issuer of json['issuers'] as readonly unknown[]) {
    if (!isObject(issuer) || !isIri(issuer['id']) || typeof issuer['name'] !== 'string' || issuer['name'] === '') return null;
    const { id, name, document } = issuer;
    if (document !== undefined && (!isObject(document) || document['id'] !== id)) return null;
    issuers.push({ id, name, ...(isObject(document) ? { document } : {}) });
  }
  return issuers;
}

/** The file that `parseTrustedIssuers` reads. */
export function trustedIssuersFile(issuers: readonly TrustedIssuer[]): {
  readonly type: 'TrustedIssuers';
  readonly version: 1;
  readonly issuers: readonly TrustedIssuer[];
} {
  return { type: 'TrustedIssuers', version: 1, issuers };
}
