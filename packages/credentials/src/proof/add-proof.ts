import { CredentialError } from '../errors/codes.ts';
import type { JsonObject } from '../json.ts';
import { encodeBase58 } from './base58.ts';
import { previousProofs, unsecuredFor } from './chain.ts';
import { digest as ownDigest, type Digest } from './digest.ts';
import { hashData, signatureLength } from './signature.ts';
import { type ProofOptions, type Signed, type Signer, statements, withProof, withProofContext } from './statements.ts';
import { WHOLE_SUITES, type WholeSuiteName } from './suites/index.ts';

export interface AddProofOptions extends ProofOptions {
  readonly signer: Signer;
  /** `eddsa-rdfc-2022` when it is left out: the only embedded proof that Open Badges certification accepts. */
  readonly cryptosuite?: WholeSuiteName;
  readonly digest?: Digest;
}

/**
 * The document with a proof added (Data Integrity 1.0, section 4.3); the document given is not changed. A proof that is there already stays:
 * the two stand side by side as a proof set, or the new one stands on those that `previousProof` names.
 * Throws `unknown-context` or `invalid-document` if the document cannot be canonicalised, `invalid-key` if the suite has no such keys,
 * `invalid-proof` if a proof that it should stand on is not there, `invalid-signature-length` if the signer errs.
 */
export async function addProof<Document extends object>(
  given: Document,
  { signer, cryptosuite = 'eddsa-rdfc-2022', digest = ownDigest, ...options }: AddProofOptions,
): Promise<Signed<Document>> {
  const { curve = 'Ed25519' } = signer;
  const suite = WHOLE_SUITES[cryptosuite];
  if (!suite.curves.includes(curve)) throw new CredentialError('invalid-key', `${cryptosuite} is not made with ${curve} keys`);
  const document = withProofContext(given);
  const secured: JsonObject = Object.fromEntries(Object.entries(document));
  const stated = { ...suite.adds(secured), ...statements(cryptosuite, signer, options) };
  const previous = previousProofs(secured, stated);
  if (previous === null) throw new CredentialError('invalid-proof', 'a proof that this one should stand on is not there');
  const canonical = await suite.canonical(unsecuredFor(secured, previous), stated, curve, digest);
  const signature = await signer.sign(hashData(canonical, curve, digest));
  if (signature.length !== signatureLength(curve)) throw new CredentialError('invalid-signature-length');
  return withProof(document, { ...stated, proofValue: `z${encodeBase58(signature)}` });
}
