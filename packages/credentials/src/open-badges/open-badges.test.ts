import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { buildAwardCredential, buildFrameworkAward, buildOutcomeCredential, digestSRI, NO_LEVEL } from '../index.ts';
import { has, readObject } from '../../test/shared.ts';
import { awardInput, entry, outcome } from '../../test/scene.ts';
import { canonicalise } from '../proof/canonicalise.ts';
import { achievementProblems } from '../verify/open-badge-shape.ts';
import { credentialProblems } from '../verify/vc-shape.ts';

const single = () => {
  const { id, issuer, subject, validFrom } = awardInput();
  return buildOutcomeCredential({ id, issuer, subject, validFrom, status: [entry('revocation')], outcome: outcome(1) });
};

describe('the credential of an ALQ', () => {
  test('says that it has no level and is not a listed qualification (A29)', () => {
    const credential = buildAwardCredential(awardInput());
    expect(NO_LEVEL).toBe('An Applied Learning Qualification has no level and is not a listed qualification.');
    expect(credential.description).toContain(NO_LEVEL);
    expect(credential.credentialSubject.achievement.description).toContain(NO_LEVEL);
    expect(buildAwardCredential(awardInput({ notice: 'The authority is invented.' })).description).toContain(
      'The authority is invented.',
    );
  });

  test('is named with its major, or without', () => {
    expect(buildAwardCredential(awardInput()).name).toBe('Applied Learning Qualification (Major: Health)');
    expect(buildAwardCredential(awardInput({ major: null })).name).toBe('Applied Learning Qualification');
    expect(buildAwardCredential(awardInput({ major: null })).credentialSubject.achievement).not.toHaveProperty('specialization');
  });

  test('names the learner only by choice', () => {
    expect(buildAwardCredential(awardInput()).credentialSubject.identifier?.[0]?.identityHash).toBe('Mārama Kōtare');
    for (const name of [null, '', '  ']) {
      const credential = buildAwardCredential(awardInput({ subject: { id: 'urn:uuid:1', name } }));
      expect(credential.credentialSubject).not.toHaveProperty('identifier');
      expect(JSON.stringify(credential)).not.toContain('Kōtare');
    }
  });

  test('carries every counted outcome with all that was recorded of it', () => {
    const [counted] = buildAwardCredential(awardInput()).evidence;
    expect(counted).toMatchObject({
      type: ['Evidence', 'AchievementSubject'],
      activityEndDate: '2024-02-29',
      creditsEarned: 5,
      source: { name: 'Harakeke College of Care' },
      achievement: { humanCode: 'HE1', version: '1', fieldOfStudy: 'Health' },
      result: [{ value: 'Achieved with Merit' }],
    });
    const text = JSON.stringify(counted);
    for (const said of [
      'Level 3',
      'Observed at work on three days',
      'What a routine is for',
      'Two shifts beside a carer',
      'Care for a person',
    ])
      expect(text).toContain(said);
  });

  test('names each skill once, with the most that any outcome says of it', () => {
    const at = (number: number, relation: 'earns' | 'showcases') =>
      outcome(number, { skills: [{ uri: 'https://skills.example/1', label: 'One', scheme: 'S', relation }] });
    const { alignment } = buildAwardCredential(awardInput({ counted: [at(1, 'showcases'), at(2, 'earns')] })).credentialSubject
      .achievement;
    expect(alignment?.map(({ targetDescription }) => targetDescription)).toEqual(['Has shown it in real work or practice.']);
    expect(
      buildAwardCredential(awardInput({ counted: [outcome(1, { skills: [] })] })).credentialSubject.achievement,
    ).not.toHaveProperty('alignment');
  });

  test('holds the decision by its digest', async () => {
    const digest = await digestSRI('{}');
    expect(digest).toBe('sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=');
    const credential = buildAwardCredential(awardInput({ decision: { id: 'urn:uuid:2', digestSRI: digest } }));
    expect(credential.relatedResource).toEqual([{ id: 'urn:uuid:2', digestSRI: digest, mediaType: 'application/json' }]);
    expect(buildAwardCredential(awardInput({ decision: null }))).not.toHaveProperty('relatedResource');
  });
});

describe('both credentials', () => {
  const bare = () =>
    buildAwardCredential(
      awardInput({
        counted: [outcome(1, { version: null, level: null, field: null, skills: [], assessments: [], theory: [], practice: [] })],
        status: [entry('revocation'), entry('suspension')],
      }),
    );
  const made = (credits: number | null) =>
    buildFrameworkAward({
      ...awardInput(),
      achievementType: 'MicroCredential',
      name: 'Care at Home (micro-credential)',
      note: 'It is not a qualification.',
      size: credits === null ? null : '16 credits',
      credits,
      criteria: 'Every part is held.',
    });
  const all = (): readonly (readonly [string, Record<string, unknown>])[] => [
    ['an award', { ...buildAwardCredential(awardInput()) }],
    ['an award of a framework', { ...made(null) }],
    ['an award of a framework that measures in credits', { ...made(16) }],
    ['an outcome', { ...single() }],
    ['an award of outcomes that say little', { ...bare() }],
  ];

  test('use only terms that their contexts define', async () => {
    for (const [, credential] of all()) expect(await canonicalise(credential)).toContain('vocab.html#AchievementSubject');
  });

  test('have all that our own check asks for', () => {
    for (const [, credential] of all())
      expect([...credentialProblems(credential), ...achievementProblems(credential)]).toEqual([]);
  });

  const SCHEMA = 'standards/open-badges-3.0/schema/ob_v3p0_achievementcredential_schema.json';
  test.skipIf(!has(SCHEMA))(
    'are valid by the published JSON Schema of Open Badges 3.0 (shared/standards/open-badges-3.0)',
    () => {
      const ajv = new Ajv2019({ strict: false, allErrors: true });
      formats.default(ajv);
      const validate = ajv.compile(readObject(SCHEMA));
      // The schema wants one status entry at most; VC Data Model 2.0, section 4.10, allows several, and an award has two.
      for (const [name, { credentialStatus: _, ...credential }] of all()) {
        validate(JSON.parse(JSON.stringify(credential)));
        expect([name, validate.errors]).toEqual([name, null]);
      }
      expect(validate({ ...single(), credentialSubject: {} })).toBe(false);
    },
  );
});
