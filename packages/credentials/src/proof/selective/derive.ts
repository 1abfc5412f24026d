import { CredentialError } from '../../errors/codes.ts';
import { asList, asString, isObject, type JsonObject } from '../../json.ts';
import { canonicalQuads } from '../canonicalise.ts';
import { canonicaliseToGroup } from './group.ts';
import { secretLabels } from './labels.ts';
import { select } from './pointers.ts';
import { decodeBase, encodeDerived } from './proof-value.ts';

/**
 * What the holder shows of a document with a base proof (vc-di-ecdsa 1.0, 3.6.6): what the issuer made mandatory and what these JSON
 * pointers name, with a proof derived from the base proof; other proofs are left out. Nobody is asked and no key is needed.
 * Throws `invalid-proof` where there is no base proof, `invalid-pointer`, and as canonicalising does.
 */
export async function deriveProof(
  document: JsonObject,
  { selectivePointers }: { readonly selectivePointers: readonly string[] },
): Promise<JsonObject> {
  const { proof: given, ...unsecured } = document;
  const proof = asList(given).find((one): one is JsonObject => isObject(one) && one['cryptosuite'] === 'ecdsa-sd-2023');
  if (proof === undefined) throw new CredentialError('invalid-proof', 'there is no proof of ecdsa-sd-2023 to derive from');
  const base = decodeBase(asString(proof['proofValue']) ?? '');
  const combinedPointers = [...base.mandatoryPointers, ...selectivePointers];
  const shown = select(unsecured, combinedPointers);
  if (shown === null) throw new CredentialError('invalid-pointer', 'nothing is mandatory and nothing was chosen to be shown');
  const { labels, group } = await canonicaliseToGroup(unsecured, secretLabels(base.hmacKey));
  const mandatory = await group(base.mandatoryPointers);
  const selective = await group(selectivePointers);
  const combined = await group(combinedPointers);
  const place = new Map(combined.matching.map((at, index) => [at, index]));
  const selected = new Set(selective.matching);
  const signatures = mandatory.others.flatMap((at, index) =>
    selected.has(at) ? [base.signatures[index] ?? new Uint8Array()] : [],
  );
  const shownLabels = (await canonicalQuads(combined.quads)).labels;
  const proofValue = encodeDerived({
    baseSignature: base.baseSignature,
    publicKey: base.publicKey,
    signatures,
    labels: new Map(Array.from(shownLabels, ([before, label]) => [label, labels.get(before) ?? ''])),
    mandatoryIndexes: mandatory.matching.flatMap((at) => place.get(at) ?? []),
  });
  return { ...shown, proof: { ...proof, proofValue } };
}
