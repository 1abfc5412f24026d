import type { JsonObject } from '../../json.ts';
import type { Digest } from '../digest.ts';
import type { Curve, PublicKey } from '../multikey.ts';

/** What is hashed: the options of the proof and the document, each as canonical text. */
export interface Canonical {
  readonly options: string;
  readonly document: string;
}

export type Fit = 'signature-fits' | 'signature-does-not-fit' | 'malformed-proof' | 'base-proof';

/** One kind of proof (Data Integrity 1.0, section 3.1: a cryptographic suite). */
export interface Suite {
  readonly name: string;
  /** The curves whose keys may make this proof. */
  readonly curves: readonly Curve[];
  /** Whether the `proofValue` of a proof is well formed. */
  readonly wellFormed: (proofValue: string) => boolean;
  /**
   * Whether the proof fits. `unsecured` is the document without its proofs, but for the ones that this proof stands on (`previousProof`).
   * Throws as canonicalising does.
   */
  readonly fit: (unsecured: JsonObject, proof: JsonObject, key: PublicKey, digest: Digest) => Promise<Fit>;
}

/** A suite that signs the whole document with one signature. */
export interface WholeSuite extends Suite {
  readonly canonical: (unsecured: JsonObject, proof: JsonObject, curve: Curve, digest: Digest) => Promise<Canonical>;
  /** What a new proof says besides what every proof says: the JCS suites carry the document's context. */
  readonly adds: (unsecured: JsonObject) => JsonObject;
}

/** The options of a proof: all of it but its value. */
export function optionsOf(proof: JsonObject): JsonObject {
  const { proofValue: _, ...options } = proof;
  return options;
}
