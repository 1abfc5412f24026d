import type { JsonObject } from '../json.ts';
import type { JwtSigner } from '../jose/sign.ts';
import { toBase64 } from './base64.ts';
import { signSign1 } from './sign1.ts';

/**
 * A credential secured as `vc+cose` (VC-JOSE-COSE 1.0, section 3.3.1): a COSE_Sign1 whose payload is the credential. A proof inside is left
 * out: one envelope, one signature. Throws `RangeError` for a signer of a kind that has no COSE number here (RS256).
 */
export function issueCoseCredential(credential: object, signer: JwtSigner): Promise<Uint8Array<ArrayBuffer>> {
  return signed(credential, signer, 'vc');
}

/** A presentation secured as `vp+cose` by its holder (VC-JOSE-COSE 1.0, section 3.3.2). */
export function issueCosePresentation(presentation: object, signer: JwtSigner): Promise<Uint8Array<ArrayBuffer>> {
  return signed(presentation, signer, 'vp');
}

function signed(document: object, signer: JwtSigner, kind: 'vc' | 'vp'): Promise<Uint8Array<ArrayBuffer>> {
  const { proof: _, ...unsecured }: JsonObject = Object.fromEntries(Object.entries(document));
  const payload = new TextEncoder().encode(JSON.stringify(unsecured));
  return signSign1(payload, { signer, typ: `application/${kind}+cose`, contentType: `application/${kind}` });
}

/** A COSE credential as JSON holds it (VC Data Model 2.0, section 4.12; RFC 2397). */
export function envelopedCose(bytes: Uint8Array): JsonObject {
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/vc+cose;base64,${toBase64(bytes)}`,
  };
}
