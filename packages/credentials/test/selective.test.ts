/** `ecdsa-sd-2023`: the published values of vc-di-ecdsa, and what a holder may and may not do. */
import { describe, expect, test } from 'vitest';
import { addBaseProof, buildOutcomeCredential, deriveProof } from '../src/index.ts';
import { canonicalise } from '../src/proof/canonicalise.ts';
import { toHex } from '../src/proof/digest.ts';
import { encodeMultikey } from '../src/proof/multikey.ts';
import { canonicaliseToGroup } from '../src/proof/selective/group.ts';
import { secretLabels } from '../src/proof/selective/labels.ts';
import { pathOf, select } from '../src/proof/selective/pointers.ts';
import { decodeBase, decodeDerived } from '../src/proof/selective/proof-value.ts';
import { verifyProof } from '../src/proof/verify-proof.ts';
import { curveSigner, freshSigner, secretOf } from './keys.ts';
import { awardInput, NOW, outcome } from './scene.ts';
import { has, readList, readObject, readText, texts } from './shared.ts';

const ECDSA = 'standards/data-integrity/ecdsa/TestVectors';
const MOCKS = 'standards/data-integrity/ecdsa/test-suite-mocks';
const objectOf = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(value ?? {}));

describe.skipIf(!has(ECDSA))('the published values of ecdsa-sd-2023', () => {
  const cases = [
    ['prc', 'prCredMandatory', 'prCredSelective'],
    ['employ', 'employMandatory', 'employSelective'],
  ] as const;

  test.each(cases)('%s: base, derived and verified', async (name, mandatory, selective) => {
    const at = (file: string): string => `${ECDSA}/ecdsa-sd-2023/${name}/${file}`;
    // The unsigned document that is published beside them is of another day.
    const published = readObject(at('addSignedSDBase.json'));
    const { proof: _, ...document } = published;
    const mandatoryPointers = texts(readList(`${ECDSA}/${mandatory}.json`));
    const keys = readObject(`${ECDSA}/ecdsa-sd-2023/SDKeyMaterial.json`);
    const base = objectOf(keys['baseKeyPair']);
    const hmacKey = Uint8Array.from(String(keys['hmacKeyString']).match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16));
    const proofKey = secretOf(objectOf(keys['proofKeyPair'])['secretKeyMultibase'], 32);

    const { nquads } = await canonicaliseToGroup(document, secretLabels(hmacKey));
    expect(nquads).toEqual(texts(readList(at('addBaseDocHMACCanon.json'))));
    const config = readObject(at('addProofConfig.json'));
    expect((await canonicalise(config)).trim()).toBe(readText(at('addProofConfigCanon.txt')).trim());

    const proof = objectOf(published['proof']);
    const signer = curveSigner('P-256', secretOf(base['secretKeyMultibase'], 32), String(proof['verificationMethod']));
    const signed = await addBaseProof(document, {
      signer,
      created: String(proof['created']),
      mandatoryPointers,
      secrets: { hmacKey, proofKey },
    });
    expect(signed).toEqual(published);
    const raw = readObject(at('addRawBaseSignatureInfo.json'));
    const parts = decodeBase(String(proof['proofValue']));
    expect(toHex(parts.baseSignature)).toBe(raw['baseSignature']);
    expect(parts.signatures.map(toHex)).toEqual(raw['signatures']);
    expect(encodeMultikey(parts.publicKey.slice(2), 'P-256')).toBe(raw['publicKey']);

    const derived = await deriveProof(published, { selectivePointers: texts(readList(`${ECDSA}/${selective}.json`)) });
    expect(derived).toEqual(readObject(at('derivedRevealDocument.json')));
    const disclosed = readObject(at('derivedDisclosureData.json'));
    const shown = decodeDerived(String(objectOf(derived['proof'])['proofValue']));
    expect(shown.signatures.map(toHex)).toEqual(disclosed['signatures']);
    expect([...shown.labels]).toEqual(objectOf(disclosed['labelMap'])['value']);
    expect(shown.mandatoryIndexes).toEqual(disclosed['mandatoryIndexes']);

    const options = { publicKeyMultibase: String(base['publicKeyMultibase']), now: NOW };
    expect((await verifyProof(derived, objectOf(derived['proof']), options)).code).toBe('signature-fits');
    expect((await verifyProof(published, proof, options)).code).toBe('base-proof');
  });
});

describe.skipIf(!has(MOCKS))('what a holder shows (documents of the W3C suite)', () => {
  const cases = ['valid/vc1.1', 'valid/vc2.0', 'achievement/vc1.1', 'achievement/vc2.0'];

  test.each(cases)('%s: shown in part it verifies; changed, added to or mixed it does not', async (name) => {
    const signer = await freshSigner('P-256');
    const dated = name.endsWith('1.1') ? { issuanceDate: '2026-01-01T00:00:00Z' } : {};
    const unsigned = { ...readObject(`${MOCKS}/${name}/document.json`), ...dated, issuer: signer.did };
    const pointers = (file: string): readonly string[] => texts(readList(`${MOCKS}/${name}/${file}.json`));
    const signed = await addBaseProof(unsigned, {
      signer,
      created: '2026-01-01T00:00:00Z',
      mandatoryPointers: pointers('mandatoryPointers'),
    });
    const derived = await deriveProof(signed, { selectivePointers: pointers('selectivePointers') });
    const options = { publicKeyMultibase: signer.multikey, now: NOW };
    const codeOf = async (document: Record<string, unknown>, proof: unknown = derived['proof']): Promise<string> =>
      (await verifyProof(document, objectOf(proof), options)).code;
    expect(await codeOf({ ...derived })).toBe('signature-fits');
    expect(await codeOf({ ...derived, issuer: 'did:key:zOther' })).not.toBe('signature-fits');
    expect(await codeOf({ ...derived, id: 'urn:uuid:5a2b7f5e-0000-4000-8000-000000000000' })).not.toBe('signature-fits');
    const subject = { ...objectOf(derived['credentialSubject']), id: 'did:example:somebody-else' };
    expect(await codeOf({ ...derived, credentialSubject: subject })).not.toBe('signature-fits');
    const fresh = await addBaseProof(unsigned, { signer, created: '2026-01-01T00:00:00Z', mandatoryPointers: [] });
    const mixed = await deriveProof(fresh, { selectivePointers: ['/issuer'] });
    expect(await codeOf({ ...derived }, mixed['proof'])).not.toBe('signature-fits');
    const other = await freshSigner('P-256');
    expect(
      (await verifyProof(derived, objectOf(derived['proof']), { ...options, publicKeyMultibase: other.multikey })).code,
    ).toBe('signature-does-not-fit');
  });
});

test('a term that is a list, which other libraries cannot sign, is shown or kept back', async () => {
  const signer = await freshSigner('P-256');
  const unsigned = buildOutcomeCredential({ ...awardInput({ issuer: { id: signer.did, name: 'x' } }), outcome: outcome(3) });
  const { achievement } = unsigned.credentialSubject;
  const resultDescription = achievement.resultDescription?.map((one) => ({ ...one, allowedValue: ['Achieved', 'Merit'] }));
  const credentialSubject = { ...unsigned.credentialSubject, achievement: { ...achievement, resultDescription } };
  const options = { signer, created: '2026-01-01T00:00:00Z', mandatoryPointers: ['/issuer'] };
  const base = await addBaseProof({ ...unsigned, credentialSubject }, options);
  const list = '/credentialSubject/achievement/resultDescription/0/allowedValue';
  for (const [pointer, listed] of [
    [list, true],
    ['/credentialSubject/achievement/name', false],
  ] as const) {
    const shown = await deriveProof({ ...base }, { selectivePointers: [pointer] });
    const { code } = await verifyProof(shown, objectOf(shown['proof']), { publicKeyMultibase: signer.multikey, now: NOW });
    expect([code, JSON.stringify(shown).includes('"Merit"')]).toEqual(['signature-fits', listed]);
  }
  const shown = await deriveProof({ ...base }, { selectivePointers: [list] });
  const turned = JSON.parse(JSON.stringify(shown).replace('["Achieved","Merit"]', '["Merit","Achieved"]'));
  const { code } = await verifyProof(turned, objectOf(shown['proof']), { publicKeyMultibase: signer.multikey, now: NOW });
  expect(code).toBe('signature-does-not-fit');
});

describe('pointers', () => {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:x',
    type: ['A'],
    list: [{ id: 'urn:1', type: 'B', one: 1, two: 2 }, { id: '_:b0', three: 3 }, 'text'],
    'a/b~c': { d: [1, 2, 3] },
  };

  test('a part keeps the id and type of all that is around it, and lists close up', () => {
    expect(select(document, ['/list/0/two', '/list/2', '/a~1b~0c/d/1'])).toEqual({
      '@context': document['@context'],
      id: 'urn:x',
      type: ['A'],
      list: [{ id: 'urn:1', type: 'B', two: 2 }, 'text'],
      'a/b~c': { d: [2] },
    });
    expect(select(document, ['/list/1/three'])?.['list']).toEqual([{ three: 3 }]);
    expect(select(document, [''])).toEqual(document);
    expect(select(document, [])).toBeNull();
  });

  test.each(['list', '/none', '/list/3', '/list/-', '/list/00', '/list/2/x', '/~2', '/__proto__', '/list/length'])(
    '%s names nothing',
    (pointer) => {
      expect(() => select(document, [pointer])).toThrow(expect.objectContaining({ code: 'invalid-pointer' }));
    },
  );

  test('escapes are read once', () => {
    expect(pathOf('/~01/~10')).toEqual(['~1', '/0']);
  });
});
