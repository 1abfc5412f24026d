import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  addProof,
  buildEndorsement,
  buildOutcomeCredential,
  examineCredential,
  openBadge2AsEvidence,
  readOpenBadge2,
} from '../index.ts';
import { awardInput, ISSUER, outcome, scene } from '../../test/scene.ts';
import { has, readObject } from '../../test/shared.ts';

const SCHEMA = 'standards/open-badges-3.0/schema/ob_v3p0_achievementcredential_schema.json';
const AT = '2026-11-01T00:00:00Z';
const endorsement = () =>
  buildEndorsement({
    id: 'urn:uuid:5d2a2c2e-0000-4b7d-9a35-8f1a40c2a111',
    issuer: { id: ISSUER, name: 'Recognition Repository', url: 'https://recognition.example' },
    subject: { id: 'https://recognition.example/organisations/demo-harakeke', comment: 'Quality assured.' },
    name: 'Endorsement of Harakeke College of Care',
    description: 'By the authority',
    validFrom: AT,
    validUntil: '2030-01-01T00:00:00Z',
  });
const single = (grades?: readonly string[]) => {
  const { id, issuer, subject, validFrom } = awardInput();
  return buildOutcomeCredential({
    id,
    issuer,
    subject,
    validFrom,
    status: [],
    outcome: outcome(1, grades === undefined ? {} : { grades }),
  });
};

describe('an endorsement', () => {
  test('is signed and verified as any credential', async () => {
    const at = await scene();
    const signed = await addProof(endorsement(), { signer: at.by, created: AT });
    expect((await examineCredential(signed, at)).answer).toBe('verified');
    const of = async (change: object) =>
      (await examineCredential({ ...signed, ...change }, at)).checks.find(({ check }) => check === 'schema')?.data;
    expect(await of({ credentialSubject: { id: 'urn:x:1', type: ['Person'] } })).toEqual({ part: 'credentialSubject/type' });
    expect(await of({ credentialSubject: { type: ['EndorsementSubject'] } })).toEqual({ part: 'credentialSubject/id' });
  });

  test.skipIf(!has(SCHEMA))('stands in an achievement or an issuer as Open Badges foresees it', async () => {
    const ajv = new Ajv2019({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(readObject(SCHEMA));
    const at = await scene();
    const signed = await addProof(endorsement(), { signer: at.by, created: AT });
    const { credentialSubject, issuer, ...badge } = single();
    const { achievement } = credentialSubject;
    const both = {
      ...badge,
      issuer: { ...issuer, endorsement: [signed] },
      credentialSubject: { ...credentialSubject, achievement: { ...achievement, endorsement: [signed] } },
    };
    validate(both);
    expect(validate.errors).toBeNull();
    expect((await examineCredential(await addProof(both, { signer: at.by, created: AT }), at)).answer).toBe('verified');
  });
});

describe('a result', () => {
  test.skipIf(!has(SCHEMA))('is a level of a rubric where the outcome says its grades, by the published schema', async () => {
    const ajv = new Ajv2019({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(readObject(SCHEMA));
    const credential = single(['Achieved', 'Achieved with Merit']);
    validate(credential);
    expect(validate.errors).toBeNull();
    const [result] = credential.credentialSubject.result ?? [];
    const levels = credential.credentialSubject.achievement.resultDescription?.[0]?.rubricCriterionLevel ?? [];
    expect(levels.map(({ name }) => name)).toEqual(['Achieved', 'Achieved with Merit']);
    expect(result?.achievedLevel).toBe(levels[1]?.id);
    const at = await scene();
    expect((await examineCredential(await addProof(credential, { signer: at.by, created: AT }), at)).answer).toBe('verified');
  });

  test('without grades, or one that is not among them, is said in words', () => {
    expect(single().credentialSubject.achievement.resultDescription?.[0]).not.toHaveProperty('rubricCriterionLevel');
    expect(single(['Achieved']).credentialSubject.result?.[0]).not.toHaveProperty('achievedLevel');
  });
});

describe('an Open Badge 2.0', () => {
  const BADGE = 'data/1edtech-badges-clr/ob20/basic-assertion.json';
  test.skipIf(!has(BADGE))('is read with its class, where that is the one it names', () => {
    const assertion = readObject(BADGE);
    const own = { id: assertion['badge'], name: 'Robotics', description: 'Built a robot', issuer: { name: 'Club' } };
    expect(readOpenBadge2(assertion, own)).toMatchObject({ name: 'Robotics', issuer: 'Club', issuedOn: '2016-12-31T23:59:59Z' });
    expect(readOpenBadge2(assertion, { ...own, id: 'https://example.org/other' })).toMatchObject({ name: null, issuer: null });
    expect(JSON.stringify(readOpenBadge2(assertion))).not.toContain('ecf5409f');
  });

  test('becomes evidence in its own words, if it has a name', () => {
    const read = readOpenBadge2({
      type: 'Assertion',
      recipient: {},
      issuedOn: '2016-12-31T23:59:59Z',
      badge: { name: 'Robotics', issuer: { name: 'Club' } },
    });
    expect(openBadge2AsEvidence(read!)).toEqual({
      type: ['Evidence'],
      name: 'Robotics',
      narrative: 'Open Badge 2.0 of Club, not checked. Issued on 2016-12-31.',
      genre: 'Open Badge 2.0',
    });
    expect(openBadge2AsEvidence({ ...read!, name: null })).toBeNull();
    for (const other of [null, 7, {}, { type: 'BadgeClass' }]) expect(readOpenBadge2(other)).toBeNull();
  });
});
