import { p256 } from '@noble/curves/nist.js';
import { CredentialError } from '../../errors/codes.ts';
import type { JsonObject } from '../../json.ts';
import { type ProofOptions, type Signed, type Signer, statements, withProof, withProofContext } from '../statements.ts';
import { canonicalise } from '../canonicalise.ts';
import { encodeMultikey, multikeyBytes } from '../multikey.ts';
import { baseData } from './base-data.ts';
import { canonicaliseToGroup } from './group.ts';
import { secretLabels } from './labels.ts';
import { encodeBase } from './proof-value.ts';

/** What is random in a base proof; made anew for each, and given only to compare with published values. */
export interface Secrets {
  readonly hmacKey: Uint8Array<ArrayBuffer>;
  /** The secret key, 32 bytes of P-256, that signs the single statements of this one proof. */
  readonly proofKey: Uint8Array<ArrayBuffer>;
}

export interface BaseProofOptions extends ProofOptions {
  /** Holds a P-256 key. */
  readonly signer: Signer;
  /** JSON pointers to what the holder must always show. */
  readonly mandatoryPointers: readonly string[];
  readonly secrets?: Secrets;
}

/**
 * The document with a base proof of `ecdsa-sd-2023` (vc-di-ecdsa 1.0, 3.6.1): for the holder alone, who derives from it what they show.
 * Throws as `addProof` does, and `invalid-pointer`.
 */
export async function addBaseProof<Document extends object>(
  given: Document,
  { signer, mandatoryPointers, secrets = freshSecrets(), ...options }: BaseProofOptions,
): Promise<Signed<Document>> {
  if (signer.curve !== 'P-256') throw new CredentialError('invalid-key', 'ecdsa-sd-2023 is made with P-256 keys');
  const document = withProofContext(given);
  const { proof: _, ...unsecured }: JsonObject = Object.fromEntries(Object.entries(document));
  const stated = statements('ecdsa-sd-2023', signer, options);
  const config = await canonicalise({ ...stated, '@context': unsecured['@context'] });
  const { hmacKey, proofKey } = secrets;
  const { nquads, group } = await canonicaliseToGroup(unsecured, secretLabels(hmacKey));
  const always = await group(mandatoryPointers);
  const publicKey = multikeyBytes(encodeMultikey(p256.getPublicKey(proofKey, true), 'P-256'));
  const mandatory = always.matching.map((at) => nquads[at] ?? '');
  const baseSignature = Uint8Array.from(await signer.sign(baseData(config, publicKey, mandatory)));
  if (baseSignature.length !== 64) throw new CredentialError('invalid-signature-length');
  const sign = (line: string) => Uint8Array.from(p256.sign(new TextEncoder().encode(line), proofKey, { lowS: false }));
  const signatures = always.others.map((at) => sign(nquads[at] ?? ''));
  const value = encodeBase({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers });
  return withProof(document, { ...stated, proofValue: value });
}

function freshSecrets(): Secrets {
  return { hmacKey: crypto.getRandomValues(new Uint8Array(32)), proofKey: Uint8Array.from(p256.utils.randomSecretKey()) };
}
