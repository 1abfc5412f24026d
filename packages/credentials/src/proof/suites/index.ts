/** The kinds of proof that we know: the list. */
import { asString, type JsonObject } from '../../json.ts';
import { ecdsaSd2023 } from '../selective/verify.ts';
import type { Suite, WholeSuite } from './suite.ts';
import { ecdsaJcs2019, ecdsaRdfc2019, ed25519Signature2020, eddsaJcs2022, eddsaRdfc2022 } from './whole.ts';

/** The suites that sign a whole document, by the name that a proof gives. */
export const WHOLE_SUITES = {
  'eddsa-rdfc-2022': eddsaRdfc2022,
  'eddsa-jcs-2022': eddsaJcs2022,
  'ecdsa-rdfc-2019': ecdsaRdfc2019,
  'ecdsa-jcs-2019': ecdsaJcs2019,
} as const satisfies Readonly<Record<string, WholeSuite>>;

export type WholeSuiteName = keyof typeof WHOLE_SUITES;

const suites: ReadonlyMap<string, Suite> = new Map(
  [...Object.values(WHOLE_SUITES), ecdsaSd2023].map((suite) => [suite.name, suite]),
);

/** The suite that made this proof, or null if we do not know it. */
export function suiteOf(proof: JsonObject): Suite | null {
  if (proof['type'] === 'Ed25519Signature2020') return ed25519Signature2020;
  if (proof['type'] !== 'DataIntegrityProof') return null;
  return suites.get(asString(proof['cryptosuite']) ?? '') ?? null;
}
