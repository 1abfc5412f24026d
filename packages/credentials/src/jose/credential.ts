import { asString, idOf, isObject, type JsonObject } from '../json.ts';
import { instant } from '../time.ts';
import { type JwtSigner, signCompact } from './sign.ts';

/** Claims of a JWT that stand beside the credential and are not part of it (RFC 7519, section 4.1; RFC 7800). */
export const REGISTERED = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf', 'nonce'] as const;

/**
 * A credential secured as `vc+jwt` (VC-JOSE-COSE 1.0, section 3.1.1): the credential itself is the payload. The claims that Open Badges 3.0
 * asks for beside it (section 8.2.4: `iss`, `jti`, `nbf`, `sub`, and `exp` where it ends) repeat what it says. A proof inside is left out:
 * one envelope, one signature. `at` is RFC 3339.
 */
export async function issueJwtCredential(
  credential: object,
  { signer, at }: { readonly signer: JwtSigner; readonly at: string },
): Promise<string> {
  const { proof: _, ...document }: JsonObject = Object.fromEntries(Object.entries(credential));
  const subject = document['credentialSubject'];
  const claims = {
    ...document,
    ...some('iss', idOf(document['issuer'])),
    ...some('jti', asString(document['id'])),
    ...some('sub', isObject(subject) ? idOf(subject) : null),
    ...some('nbf', seconds(document['validFrom'])),
    ...some('exp', seconds(document['validUntil'])),
    ...some('iat', seconds(at)),
  };
  return signCompact(claims, { typ: 'vc+jwt', signer, extra: { cty: 'vc' } });
}

/**
 * A presentation secured as `vp+jwt` by its holder (VC-JOSE-COSE 1.0, section 3.1.2). Each credential goes in as it came: JSON as it is, a
 * JWT or SD-JWT in an `EnvelopedVerifiableCredential`. `audience` and `nonce` say for whom it was made and on which question.
 */
export async function issueJwtPresentation(
  credentials: readonly (string | object)[],
  {
    signer,
    holder,
    at,
    audience,
    nonce,
  }: {
    readonly signer: JwtSigner;
    readonly holder: string;
    readonly at: string;
    readonly audience?: string;
    readonly nonce?: string;
  },
): Promise<string> {
  const claims = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: credentials.map((credential) => (typeof credential === 'string' ? enveloped(credential) : credential)),
    iss: holder,
    ...some('iat', seconds(at)),
    ...some('aud', audience ?? null),
    ...some('nonce', nonce ?? null),
  };
  return signCompact(claims, { typ: 'vp+jwt', signer, extra: { cty: 'vp' } });
}

/** A JWT or SD-JWT as a presentation holds it (VC Data Model 2.0, section 4.12). */
export function enveloped(token: string): JsonObject {
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/${token.includes('~') ? 'dc+sd-jwt' : 'vc+jwt'},${token}`,
  };
}

function some(name: string, value: string | number | null): Readonly<Record<string, string | number>> {
  return value === null ? {} : { [name]: value };
}

/** Whole seconds since 1970 of an RFC 3339 time; null if it is none. */
export function seconds(value: unknown): number | null {
  const at = instant(value);
  return at === null ? null : Math.floor(at / 1000);
}
