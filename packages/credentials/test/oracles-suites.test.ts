/** Digital Bazaar's libraries verify what we sign with each suite, and we verify what they sign. */
import {
  createSignCryptosuite as sdSign,
  createDiscloseCryptosuite as sdDisclose,
  createVerifyCryptosuite as sdVerify,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {
  createSignCryptosuite as ecdsaJcsSign,
  createVerifyCryptosuite as ecdsaJcsVerify,
} from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {
  createSignCryptosuite as eddsaJcsSign,
  createVerifyCryptosuite as eddsaJcsVerify,
} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { describe, expect, test } from 'vitest';
import {
  addBaseProof,
  addProof,
  buildAwardCredential,
  buildOutcomeCredential,
  type Curve,
  deriveProof,
  verifyCredential,
  type WholeSuiteName,
} from '../src/index.ts';
import { theirKey, theyAccept, theyDerive, theyIssue } from './digital-bazaar.ts';
import { freshSigner } from './keys.ts';
import { awardInput, NOW, outcome, web } from './scene.ts';

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
    expect(await theyAccept(credential, toVerify())).toBe(true);
    expect(await theyAccept({ ...credential, name: 'Changed' }, toVerify())).toBe(false);
  });

  test('we accept what they sign, and refuse it changed', async () => {
    const pair = await theirKey(curve);
    const credential = await theyIssue(award(pair.controller), { signer: pair.signer(), date: CREATED, cryptosuite: toSign() });
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
    expect(await theyAccept(ours, sdVerify())).toBe(true);
    expect(await theyAccept({ ...ours, validFrom: '2020-01-01T00:00:00Z' }, sdVerify())).toBe(false);
    const theirs = await theyDerive(base, sdDisclose({ selectivePointers }));
    expect(theirs).toEqual(ours);
  });

  test('we derive from their base proof, and accept what they derive from it', async () => {
    const pair = await theirKey('P-256');
    const cryptosuite = sdSign({ mandatoryPointers });
    const made = await theyIssue(single(pair.controller), { signer: pair.signer(), date: CREATED, cryptosuite });
    const base: Record<string, unknown> = { ...made };
    const ours = await deriveProof(base, { selectivePointers });
    expect(await theyAccept(ours, sdVerify())).toBe(true);
    const theirs = await theyDerive(base, sdDisclose({ selectivePointers }));
    expect(theirs).toEqual(ours);
    const options = { now: NOW, resolver: web({}), trusted: [{ id: pair.controller, name: 'Other' }] };
    const proofOf = async (document: object) =>
      (await verifyCredential(document, options)).checks.find(({ check }) => check === 'proof')?.outcome;
    expect(await proofOf(theirs)).toBe('pass');
    expect(await proofOf({ ...theirs, validFrom: '2020-01-01T00:00:00Z' })).toBe('fail');
  });
});
