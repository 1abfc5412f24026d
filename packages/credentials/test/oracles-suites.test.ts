/** Digital Bazaar's libraries verify what we sign with each suite, and we verify what they sign. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import {
  createSignCryptosuite as sdSign,
  createDiscloseCryptosuite as sdDisclose,
  createVerifyCryptosuite as sdVerify,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {
  createSignCryptosuite as ecdsaJcsSign,
  createVerifyCryptosuite as ecdsaJcsVerify,
} from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {
  createSignCryptosuite as eddsaJcsSign,
  createVerifyCryptosuite as eddsaJcsVerify,
} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { derive, issue, verifyCredential as verifyWithDigitalBazaar } from '@digitalbazaar/vc';
import { describe, expect, test } from 'vitest';
import {
  addBaseProof,
  addProof,
  buildAwardCredential,
  buildOutcomeCredential,
  type Curve,
  deriveProof,
  didKeyDocument,
  documentLoader,
  verifyCredential,
  type WholeSuiteName,
} from '../src/index.ts';
import { freshSigner } from './keys.ts';
import { awardInput, NOW, outcome, web } from './scene.ts';

/** Digital Bazaar's libraries ask their loader for DID documents too. */
async function loader(url: string): Promise<object> {
  const [did, fragment] = url.split('#');
  if (did === undefined || !did.startsWith('did:key:')) return documentLoader(url);
  const document = didKeyDocument(did.slice('did:key:'.length));
  const method = { '@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod[0] };
  return { contextUrl: null, documentUrl: url, document: fragment === undefined ? document : method };
}

async function accepted(credential: object, cryptosuite: object): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const checkStatus = async () => ({ verified: true });
  const answer = await verifyWithDigitalBazaar({
    credential: structuredClone(credential),
    suite,
    documentLoader: loader,
    checkStatus,
  });
  return answer.verified;
}

async function theirKey(curve: Curve) {
  const pair = await (curve === 'Ed25519' ? Ed25519Multikey.generate({}) : EcdsaMultikey.generate({ curve }));
  pair.controller = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
  return pair;
}

const CREATED = '2026-11-01T00:00:00Z';
const award = (issuer: string) => buildAwardCredential(awardInput({ issuer: { id: issuer, name: 'Issuer' } }));
const single = (issuer: string) =>
  buildOutcomeCredential({ ...awardInput({ issuer: { id: issuer, name: 'Issuer' } }), outcome: outcome(7) });

const whole: readonly (readonly [WholeSuiteName, Curve, () => object, () => object])[] = [
  ['eddsa-rdfc-2022', 'Ed25519', () => eddsaRdfc, () => eddsaRdfc],
  ['eddsa-jcs-2022', 'Ed25519', eddsaJcsSign, eddsaJcsVerify],
  ['ecdsa-rdfc-2019', 'P-256', () => ecdsaRdfc, () => ecdsaRdfc],
  ['ecdsa-rdfc-2019', 'P-384', () => ecdsaRdfc, () => ecdsaRdfc],
  ['ecdsa-jcs-2019', 'P-256', ecdsaJcsSign, ecdsaJcsVerify],
  ['ecdsa-jcs-2019', 'P-384', ecdsaJcsSign, ecdsaJcsVerify],
];

describe.each(whole)('%s with %s keys', (cryptosuite, curve, toSign, toVerify) => {
  test.each([
    ['award', award],
    ['outcome', single],
  ] as const)('the credential of an %s that we sign is accepted, and refused when changed', async (_, build) => {
    const signer = await freshSigner(curve);
    const credential = await addProof(build(signer.did), { signer, created: CREATED, cryptosuite });
    expect(await accepted(credential, toVerify())).toBe(true);
    expect(await accepted({ ...credential, name: 'Changed' }, toVerify())).toBe(false);
  });

  test('we accept what they sign, and refuse it changed', async () => {
    const pair = await theirKey(curve);
    const suite = new DataIntegrityProof({ cryptosuite: toSign(), signer: pair.signer(), date: CREATED });
    const credential = await issue({ credential: structuredClone(award(pair.controller)), suite, documentLoader: loader });
    const options = { now: NOW, resolver: web({}), trusted: [{ id: pair.controller, name: 'Other' }] };
    const answer = await verifyCredential(credential, options);
    expect(answer.checks.filter(({ outcome: found }) => found === 'fail')).toEqual([]);
    expect(answer.answer).toBe('verified');
    expect((await verifyCredential({ ...credential, name: 'Changed' }, options)).answer).toBe('not-verified');
  });
});

describe('ecdsa-sd-2023', () => {
  const mandatoryPointers = ['/issuer', '/validFrom'];
  const selectivePointers = ['/credentialSubject/achievement/name', '/credentialSubject/creditsEarned'];

  test('they derive from our base proof, and accept what we derive from it', async () => {
    const signer = await freshSigner('P-256');
    const base = await addBaseProof(single(signer.did), { signer, created: CREATED, mandatoryPointers });
    const ours = await deriveProof({ ...base }, { selectivePointers });
    expect(await accepted(ours, sdVerify())).toBe(true);
    expect(await accepted({ ...ours, validFrom: '2020-01-01T00:00:00Z' }, sdVerify())).toBe(false);
    const suite = new DataIntegrityProof({ cryptosuite: sdDisclose({ selectivePointers }) });
    const theirs = await derive({ verifiableCredential: structuredClone(base), suite, documentLoader: loader });
    expect(theirs).toEqual(ours);
  });

  test('we derive from their base proof, and accept what they derive from it', async () => {
    const pair = await theirKey('P-256');
    const suite = new DataIntegrityProof({ cryptosuite: sdSign({ mandatoryPointers }), signer: pair.signer(), date: CREATED });
    const credential = structuredClone(single(pair.controller));
    const base: Record<string, unknown> = { ...(await issue({ credential, suite, documentLoader: loader })) };
    const ours = await deriveProof(base, { selectivePointers });
    expect(await accepted(ours, sdVerify())).toBe(true);
    const disclose = new DataIntegrityProof({ cryptosuite: sdDisclose({ selectivePointers }) });
    const theirs = await derive({ verifiableCredential: structuredClone(base), suite: disclose, documentLoader: loader });
    expect(theirs).toEqual(ours);
    const options = { now: NOW, resolver: web({}), trusted: [{ id: pair.controller, name: 'Other' }] };
    const proofOf = async (document: object) =>
      (await verifyCredential(document, options)).checks.find(({ check }) => check === 'proof')?.outcome;
    expect(await proofOf(theirs)).toBe('pass');
    expect(await proofOf({ ...theirs, validFrom: '2020-01-01T00:00:00Z' })).toBe('fail');
  });
});
