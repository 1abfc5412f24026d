import { asList, asString, type JsonObject } from '../json.ts';

/** How one kind of proof is laid out: the options that were hashed beside the document. */
export interface Suite {
  readonly name: string;
  readonly options: (proof: JsonObject, documentContext: unknown) => JsonObject;
}

const without = (proof: JsonObject): JsonObject => {
  const { proofValue: _, ...options } = proof;
  return options;
};

const eddsaRdfc2022: Suite = {
  name: 'eddsa-rdfc-2022',
  options: (proof, documentContext) => ({ ...without(proof), '@context': documentContext }),
};

const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** Read for credentials of others that are older than Data Integrity; never issued. */
const ed25519Signature2020: Suite = {
  name: 'Ed25519Signature2020',
  options: (proof) => ({ ...without(proof), '@context': ED25519_2020 }),
};

/** The suite that made this proof, or null if we do not know it (a proof chain included: `previousProof` is not read yet). */
export function suiteOf(proof: JsonObject): Suite | null {
  if (asList(proof['previousProof']).length > 0) return null;
  if (proof['type'] === 'Ed25519Signature2020') return ed25519Signature2020;
  if (proof['type'] === 'DataIntegrityProof' && asString(proof['cryptosuite']) === 'eddsa-rdfc-2022') return eddsaRdfc2022;
  return null;
}
