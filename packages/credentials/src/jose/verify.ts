import { compactVerify, errors, importJWK, type JWK } from 'jose';
import { algorithmsOf } from './keys.ts';

/** What can be found about a signature in compact form under one key. */
export type JwsCode = 'signature-fits' | 'signature-does-not-fit' | 'algorithm-refused' | 'malformed-proof' | 'key-unreadable';

/** Signatures that are read. `none` and the secret-key kinds (HS256 …) are not among them, so no public key is ever taken for a secret. */
export const READ_ALGORITHMS: readonly string[] = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'RS256', 'PS256'];

/** Whether the signature of a JWT fits this public key, and the key this algorithm. A `crit` that we do not know is `malformed-proof`. */
export async function verifyCompact(text: string, alg: unknown, jwk: JWK): Promise<JwsCode> {
  if (typeof alg !== 'string' || !READ_ALGORITHMS.includes(alg) || !algorithmsOf(jwk).includes(alg)) return 'algorithm-refused';
  try {
    const key = await importJWK(jwk, alg);
    await compactVerify(text, key, { algorithms: [alg] });
    return 'signature-fits';
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature-does-not-fit';
    if (error instanceof errors.JWSInvalid) return 'malformed-proof';
    if (error instanceof errors.JOSENotSupported) return 'malformed-proof';
    // What is left is a key that WebCrypto or jose does not take: too short, or not on its curve.
    if (error instanceof Error) return 'key-unreadable';
    throw error;
  }
}
