import { codeOf } from '../../errors/codes.ts';
import { asString, type JsonObject } from '../../json.ts';
import { canonicalise } from '../canonicalise.ts';
import { readMultikey, type PublicKey } from '../multikey.ts';
import { fits } from '../signature.ts';
import { type Fit, optionsOf, type Suite } from '../suites/suite.ts';
import { baseData } from './base-data.ts';
import { canonicaliseToGroup } from './group.ts';
import { givenLabels } from './labels.ts';
import { decodeDerived, kindOf } from './proof-value.ts';

/** `ecdsa-sd-2023` (vc-di-ecdsa 1.0, 3.6): the issuer signs every statement, and the holder shows those that they choose. */
export const ecdsaSd2023: Suite = {
  name: 'ecdsa-sd-2023',
  curves: ['P-256'],
  wellFormed: (value) => kindOf(value) !== null,
  fit: async (unsecured, proof, key) => {
    if (kindOf(asString(proof['proofValue']) ?? '') === 'base') return 'base-proof';
    try {
      return await fitDerived(unsecured, proof, key);
    } catch (error) {
      if (codeOf(error) === 'invalid-proof') return 'malformed-proof';
      throw error;
    }
  },
};

async function fitDerived(unsecured: JsonObject, proof: JsonObject, key: PublicKey): Promise<Fit> {
  const derived = decodeDerived(asString(proof['proofValue']) ?? '');
  const config = await canonicalise({ ...optionsOf(proof), '@context': unsecured['@context'] });
  const { nquads } = await canonicaliseToGroup(unsecured, givenLabels(derived.labels));
  const mandatory = new Set(derived.mandatoryIndexes);
  if (derived.mandatoryIndexes.some((at) => at >= nquads.length)) return 'malformed-proof';
  const single = nquads.filter((_, at) => !mandatory.has(at));
  if (single.length !== derived.signatures.length) return 'signature-does-not-fit';
  const always = nquads.filter((_, at) => mandatory.has(at));
  if (!(await fits(key, derived.baseSignature, baseData(config, derived.publicKey, always)))) return 'signature-does-not-fit';
  const own = readMultikey(derived.publicKey);
  if (own.curve !== 'P-256') return 'malformed-proof';
  for (const [at, line] of single.entries())
    if (!(await fits(own, derived.signatures[at] ?? new Uint8Array(), new TextEncoder().encode(line))))
      return 'signature-does-not-fit';
  return 'signature-fits';
}
