import { asList, asString, type JsonObject } from '../../json.ts';
import { decodeBase58 } from '../base58.ts';
import { canonicalise } from '../canonicalise.ts';
import { canonicalJson } from '../jcs.ts';
import { checkShape } from '../limits.ts';
import type { Curve } from '../multikey.ts';
import { fits, hashData, hashOf } from '../signature.ts';
import { optionsOf, type WholeSuite } from './suite.ts';

function whole(name: string, curves: readonly Curve[], how: Pick<WholeSuite, 'canonical' | 'adds'>): WholeSuite {
  return {
    name,
    curves,
    ...how,
    wellFormed: (value) => /^z[1-9A-HJ-NP-Za-km-z]{1,192}$/u.test(value),
    fit: async (unsecured, proof, key, digest) => {
      const signature = decodeBase58((asString(proof['proofValue']) ?? '').slice(1));
      const canonical = await how.canonical(unsecured, proof, key.curve, digest);
      return (await fits(key, signature, hashData(canonical, key.curve, digest))) ? 'signature-fits' : 'signature-does-not-fit';
    },
  };
}

/** Canonical N-Quads of both; the options are read with the context of the document. */
const rdfc: Pick<WholeSuite, 'canonical' | 'adds'> = {
  adds: () => ({}),
  canonical: async (unsecured, proof, curve, digest) => ({
    options: await canonicalise({ ...optionsOf(proof), '@context': unsecured['@context'] }, { hash: hashOf(curve), digest }),
    document: await canonicalise(unsecured, { hash: hashOf(curve), digest }),
  }),
};

/**
 * Canonical JSON of both. The proof carries the context that it was made under, which must be the beginning of the document's: who adds a
 * context later does not break the proof (vc-di-eddsa 1.0, 3.3.2).
 */
const jcs: Pick<WholeSuite, 'canonical' | 'adds'> = {
  adds: ({ '@context': context }) => (context === undefined ? {} : { '@context': context }),
  canonical: async (unsecured, proof) => {
    const options = optionsOf(proof);
    checkShape(unsecured);
    const context = options['@context'];
    return {
      options: canonicalJson(options),
      document: canonicalJson(context === undefined ? unsecured : { ...unsecured, '@context': context }),
    };
  },
};

/** Whether the context of a JCS proof is the beginning of the document's. */
export function contextLeads(proof: JsonObject, document: JsonObject): boolean {
  if (proof['@context'] === undefined) return true;
  const [mine, theirs] = [asList(proof['@context']), asList(document['@context'])];
  return mine.every((context, at) => at < theirs.length && canonicalJson(context) === canonicalJson(theirs[at]));
}

export const eddsaRdfc2022 = whole('eddsa-rdfc-2022', ['Ed25519'], rdfc);
export const eddsaJcs2022 = whole('eddsa-jcs-2022', ['Ed25519'], jcs);
export const ecdsaRdfc2019 = whole('ecdsa-rdfc-2019', ['P-256', 'P-384'], rdfc);
export const ecdsaJcs2019 = whole('ecdsa-jcs-2019', ['P-256', 'P-384'], jcs);

const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** Read for credentials of others that are older than Data Integrity; never issued. */
export const ed25519Signature2020 = whole('Ed25519Signature2020', ['Ed25519'], {
  adds: () => ({}),
  canonical: async (unsecured, proof, _, digest) => ({
    options: await canonicalise({ ...optionsOf(proof), '@context': ED25519_2020 }, { digest }),
    document: await canonicalise(unsecured, { digest }),
  }),
});
