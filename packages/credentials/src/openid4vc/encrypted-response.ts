import { compactDecrypt, errors, importJWK, type JWK } from 'jose';
import { readJsonBytes } from '../jose/compact.ts';
import { isObject, type JsonObject } from '../json.ts';

/** How a wallet may encrypt what it answers (OpenID4VP 1.0, section 8.3; HAIP 1.0): to a P-256 key of this one question. */
export const RESPONSE_ENCRYPTION = { alg: 'ECDH-ES', enc: ['A128GCM', 'A256GCM'] } as const;

/**
 * The parameters of an encrypted response, opened with the private key of the question; null where it is none, was made for another key, or
 * in another way than was offered. Throws `too-deep` or `too-complex`.
 */
export async function readEncryptedResponse(text: string, privateKey: JWK): Promise<JsonObject | null> {
  try {
    const { plaintext } = await compactDecrypt(text, await importJWK(privateKey, RESPONSE_ENCRYPTION.alg), {
      keyManagementAlgorithms: [RESPONSE_ENCRYPTION.alg],
      contentEncryptionAlgorithms: [...RESPONSE_ENCRYPTION.enc],
    });
    const parameters = readJsonBytes(plaintext);
    return isObject(parameters) ? parameters : null;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
