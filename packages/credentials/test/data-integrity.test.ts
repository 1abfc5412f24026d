/** The published vectors of vc-di-eddsa and vc-di-ecdsa: every step gives the published value, signing gives the published proof. */
import { describe, expect, test } from 'vitest';
import { addProof, type Signer, type WholeSuiteName, WHOLE_SUITES } from '../src/index.ts';
import { digest, toHex } from '../src/proof/digest.ts';
import { hashData, hashOf } from '../src/proof/signature.ts';
import { verifyProof } from '../src/proof/verify-proof.ts';
import { curveSigner, secretOf, seedSigner } from './keys.ts';
import { NOW } from './scene.ts';
import { has, readObject, readText, texts } from './shared.ts';

const EDDSA = 'standards/data-integrity/eddsa/TestVectors';
const ECDSA = 'standards/data-integrity/ecdsa/TestVectors';
const OTHER = 'data/w3c-eddsa-vectors';

interface Vector {
  readonly folder: string;
  readonly suffix: string;
  readonly suite: WholeSuiteName;
  readonly curve: 'Ed25519' | 'P-256' | 'P-384';
  readonly keys: string;
}

const eddsa = (folder: string, suffix: string, suite: WholeSuiteName, keys: string): Vector => ({
  folder,
  suffix,
  suite,
  curve: 'Ed25519',
  keys,
});
const ecdsa = (folder: string, suffix: string, suite: WholeSuiteName, curve: 'P-256' | 'P-384'): Vector => ({
  folder: `${ECDSA}/${folder}`,
  suffix,
  suite,
  curve,
  keys: `${ECDSA}/${curve === 'P-256' ? 'p256' : 'p384'}KeyPair.json`,
});

const VECTORS: readonly Vector[] = [
  eddsa(`${EDDSA}/eddsa-rdfc-2022`, 'DataInt', 'eddsa-rdfc-2022', `${EDDSA}/keyPair.json`),
  eddsa(`${EDDSA}/eddsa-rdfc-2022/employ`, 'DataInt', 'eddsa-rdfc-2022', `${EDDSA}/keyPair.json`),
  eddsa(`${EDDSA}/eddsa-jcs-2022`, 'JCS', 'eddsa-jcs-2022', `${EDDSA}/keyPair.json`),
  eddsa(`${OTHER}/eddsa-rdfc-2022`, 'DataInt', 'eddsa-rdfc-2022', `${OTHER}/keyPair.json`),
  eddsa(`${OTHER}/eddsa-jcs-2022`, 'JCS', 'eddsa-jcs-2022', `${OTHER}/keyPair.json`),
  ecdsa('ecdsa-rdfc-2019-p256', 'ECDSAP256', 'ecdsa-rdfc-2019', 'P-256'),
  ecdsa('ecdsa-rdfc-2019-p256/employ', 'ECDSAP256', 'ecdsa-rdfc-2019', 'P-256'),
  ecdsa('ecdsa-rdfc-2019-p384', 'ECDSAP384', 'ecdsa-rdfc-2019', 'P-384'),
  ecdsa('ecdsa-rdfc-2019-p384/employ', 'ECDSAP384', 'ecdsa-rdfc-2019', 'P-384'),
  ecdsa('ecdsa-jcs-2019-p256', 'JCSECDSAP256', 'ecdsa-jcs-2019', 'P-256'),
  ecdsa('ecdsa-jcs-2019-p384', 'JCSECDSAP384', 'ecdsa-jcs-2019', 'P-384'),
];

async function signerOf({ keys, curve }: Vector, verificationMethod: string): Promise<Signer> {
  const pair = readObject(keys);
  const secret = pair['secretKeyMultibase'] ?? pair['privateKeyMultibase'];
  return curve === 'Ed25519'
    ? seedSigner(secretOf(secret, 32), verificationMethod)
    : curveSigner(curve, secretOf(secret, curve === 'P-256' ? 32 : 48), verificationMethod);
}

const objectOf = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(value ?? {}));

describe.each(VECTORS.filter(({ folder }) => has(folder)))('$folder', (vector) => {
  const { folder, suffix, suite, curve } = vector;
  const step = (name: string): string => readText(`${folder}/${name}${suffix}.txt`).trim();
  const signed = readObject(`${folder}/signed${suffix}.json`);
  const proof = objectOf(signed['proof']);
  const { proof: _, ...unsecured } = signed;
  const publicKeyMultibase = String(proof['verificationMethod']).split('#')[1] ?? '';

  test('every step gives the published value', async () => {
    const canonical = await WHOLE_SUITES[suite].canonical(unsecured, proof, curve, digest);
    expect(canonical.document.trim()).toBe(step('canonDoc'));
    expect(canonical.options.trim()).toBe(step('proofCanon'));
    expect(hashOf(curve)).toBe(curve === 'P-384' ? 'SHA-384' : 'SHA-256');
    expect(toHex(hashData(canonical, curve))).toBe(step('combinedHash'));
    expect(step('combinedHash')).toBe(step('proofHash') + step('docHash'));
  });

  test('signing with the published key gives the published proof', async () => {
    const { verificationMethod, created } = proof;
    const signer = await signerOf(vector, String(verificationMethod));
    expect(await addProof(unsecured, { signer, created: String(created), cryptosuite: suite })).toEqual(signed);
    expect(proof['proofValue']).toBe(step('sigBTC58'));
  });

  test('it verifies, and not when a word is changed, in the document or in the proof', async () => {
    const options = { publicKeyMultibase, now: NOW };
    const fits = { outcome: 'pass', code: 'signature-fits' };
    const changed = { outcome: 'fail', code: 'signature-does-not-fit' };
    expect(await verifyProof(signed, proof, options)).toEqual(fits);
    expect(await verifyProof({ ...signed, name: 'Changed' }, proof, options)).toEqual(changed);
    expect(await verifyProof(signed, { ...proof, created: '2023-02-24T23:36:39Z' }, options)).toEqual(changed);
  });
});

describe.skipIf(!has(EDDSA))('proof sets and chains of vc-di-eddsa', () => {
  const folder = `${EDDSA}/proof-set-chain`;
  const documents = ['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'];

  test.each(documents)('every proof of %s verifies, and none when a word is changed', async (name) => {
    const document = readObject(`${folder}/${name}.json`);
    const proofs = [document['proof']].flat().map(objectOf);
    for (const proof of proofs) {
      const options = { publicKeyMultibase: String(proof['verificationMethod']).split('#')[1] ?? '', now: NOW };
      expect((await verifyProof(document, proof, options)).code).toBe('signature-fits');
      expect((await verifyProof({ ...document, name: 'Changed' }, proof, options)).code).toBe('signature-does-not-fit');
    }
  });

  test('a proof that stands on others fits only with them as they were', async () => {
    const document = readObject(`${folder}/signedProofChain1.json`);
    const proofs = [document['proof']].flat().map(objectOf);
    const last = proofs.at(-1) ?? {};
    const options = { publicKeyMultibase: String(last['verificationMethod']).split('#')[1] ?? '', now: NOW };
    const without = { ...document, proof: [proofs[0], last] };
    expect((await verifyProof(without, last, options)).code).toBe('previous-proof-missing');
    const twice = { ...document, proof: [proofs[0], proofs[0], proofs[1], last] };
    expect((await verifyProof(twice, last, options)).code).toBe('previous-proof-missing');
    const other = { ...document, proof: [{ ...proofs[0], created: '2020-01-01T00:00:00Z' }, proofs[1], last] };
    expect((await verifyProof(other, last, options)).code).toBe('signature-does-not-fit');
    for (const previousProof of [5, [], [5], null])
      expect((await verifyProof(document, { ...last, previousProof }, options)).outcome).toBe('fail');
  });

  test('adding proofs with the published keys gives the published sets and chains', async () => {
    const keys = readObject(`${folder}/multiKeyPairs.json`);
    const unsecured = readObject(`${folder}/unsigned.json`);
    for (const name of documents) {
      const expected = readObject(`${folder}/${name}.json`);
      let made: Record<string, unknown> = unsecured;
      for (const proof of [expected['proof']].flat().map(objectOf)) {
        const method = String(proof['verificationMethod']);
        const pair = Object.values(keys)
          .map(objectOf)
          .find(({ publicKeyMultibase }) => method.endsWith(String(publicKeyMultibase)));
        const signer = await seedSigner(secretOf(pair?.['privateKeyMultibase'], 32), method);
        const id = typeof proof['id'] === 'string' ? { id: proof['id'] } : {};
        const previous =
          proof['previousProof'] === undefined
            ? {}
            : {
                previousProof:
                  typeof proof['previousProof'] === 'string' ? proof['previousProof'] : texts(proof['previousProof']),
              };
        made = await addProof(made, { signer, created: String(proof['created']), ...id, ...previous });
      }
      expect([made['proof']].flat()).toEqual([expected['proof']].flat());
    }
  });
});

describe.skipIf(!has(EDDSA))('Ed25519Signature2020, read for older credentials', () => {
  test('the published one verifies', async () => {
    const document = readObject(`${EDDSA}/Ed25519Signature2020/signedEdSig.json`);
    const options = { publicKeyMultibase: String(readObject(`${EDDSA}/keyPair.json`)['publicKeyMultibase']), now: NOW };
    expect((await verifyProof(document, objectOf(document['proof']), options)).code).toBe('signature-fits');
    expect((await verifyProof({ ...document, name: 'X' }, objectOf(document['proof']), options)).code).toBe(
      'signature-does-not-fit',
    );
  });
});
