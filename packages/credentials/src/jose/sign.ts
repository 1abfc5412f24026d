import { importJWK, type JWK } from 'jose';
import { CredentialError } from '../errors/codes.ts';
import type { Signer } from '../proof/statements.ts';
import { base64UrlBytes, toBase64Url } from '../proof/base64url.ts';

/** The signatures that we make: Ed25519, ECDSA on P-256, P-384 and P-521, and RSA for Open Badges readers that know no other. */
export type IssueAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'ES512' | 'RS256';

/** Holds a private key, or asks the one who does. */
export interface JwtSigner {
  readonly alg: IssueAlgorithm;
  /** The DID URL of the public key; null where the reader is told the key elsewhere, as in a key binding. */
  readonly kid: string | null;
  /** The JWS signature of these bytes. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' } as const;

/** The same key that makes embedded proofs. */
export function jwtSigner({ verificationMethod, curve = 'Ed25519', sign }: Signer): JwtSigner {
  return { alg: ALGORITHMS[curve], kid: verificationMethod, sign };
}

/** The same for WebCrypto. */
export const PARAMETERS: Readonly<Record<IssueAlgorithm, AlgorithmIdentifier | EcdsaParams>> = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', hash: 'SHA-512' },
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
};

/** Signs with a private JWK, by WebCrypto. Throws `invalid-key` if the key is not one for this algorithm. */
export async function jwkSigner(jwk: JWK, alg: IssueAlgorithm, kid: string | null = null): Promise<JwtSigner> {
  let key: CryptoKey | Uint8Array;
  try {
    key = await importJWK(jwk, alg);
  } catch (error) {
    throw new CredentialError('invalid-key', `not a private key for ${alg}`, { cause: error });
  }
  if (key instanceof Uint8Array || key.type !== 'private')
    throw new CredentialError('invalid-key', `not a private key for ${alg}`);
  const own = key;
  return {
    alg,
    kid,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(PARAMETERS[alg], own, Uint8Array.from(data))),
  };
}

/** A JWT in compact form. `typ` says what it is, `extra` goes into the protected header. */
export async function signCompact(
  claims: object,
  { typ, signer, extra = {} }: { readonly typ: string; readonly signer: JwtSigner; readonly extra?: object },
): Promise<string> {
  const header = { alg: signer.alg, typ, ...(signer.kid === null ? {} : { kid: signer.kid }), ...extra };
  const [first, second] = [encode(header), encode(claims)];
  const signed = new Uint8Array(first.length + 1 + second.length);
  signed.set(first, 0);
  signed[first.length] = DOT;
  signed.set(second, first.length + 1);
  return `${ascii.decode(signed)}.${toBase64Url(await signer.sign(signed))}`;
}

const DOT = 0x2e;
const utf8 = new TextEncoder();
const ascii = new TextDecoder();

function encode(value: object): Uint8Array {
  return base64UrlBytes(utf8.encode(JSON.stringify(value)));
}
