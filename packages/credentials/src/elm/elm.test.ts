import { describe, expect, test } from 'vitest';
import { quadsOf, shapeFaults } from '../../test/elm-shapes.ts';
import { has, readObject } from '../../test/shared.ts';
import { asList, idOf, isObject } from '../json.ts';
import { buildElmCredential } from './elm-credential.ts';
import { eqfLevel } from './eqf.ts';
import type { ElmAchievement, ElmInput } from './input.ts';

const provider = { id: 'https://record.example/organisations/org-1', name: 'Invented Training' };
const achievement: ElmAchievement = {
  id: 'a-1',
  url: 'https://record.example/api/v1/outcomes/8001-1/2',
  code: '8001-1',
  version: 2,
  name: 'Plan safe work at height',
  credits: 5,
  minutes: null,
  level: 3,
  provider,
  date: '2023-05-04',
  result: 'Achieved with Merit',
  skills: [
    {
      uri: 'http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9',
      label: 'plan work',
      scheme: 'ESCO',
      relation: 'competent',
    },
    { uri: 'https://skills.example/height', label: 'Work at height', scheme: 'example', relation: 'earns' },
  ],
};
const record: ElmInput = {
  id: 'urn:uuid:0b5cdcd5-8a54-4a4f-9dc6-3a1f6f6c7a10',
  issuer: {
    id: 'https://record.example',
    name: 'Invented Authority',
    url: 'https://record.example',
    identifier: 'did:web:record.example',
  },
  issued: '2026-11-29T09:00:00Z',
  learner: { id: 'urn:uuid:7d3b6c1e-9d0b-44b1-8a9e-2c6d1f1f2a44', name: 'Aroha Ngāta' },
  title: 'Record of learning outcomes',
  description: 'What this learner has achieved.',
  picture: 'iVBORw0KGgo=',
  award: null,
  achievements: [
    achievement,
    { ...achievement, id: 'a-2', url: 'https://record.example/api/v1/outcomes/9/1', version: null, level: null, skills: [] },
    { ...achievement, id: 'a-3', url: 'https://record.example/api/v1/outcomes/10/1', level: 8 },
  ],
};
const award: ElmInput = {
  ...record,
  learner: { ...record.learner, name: null },
  award: {
    id: '26-4K7Q-MX2P-9D3H',
    url: 'https://record.example/awards/alq#health',
    name: 'Applied Learning Qualification (Major: Health)',
    credits: 15,
    minutes: null,
    eqf: null,
    date: '2026-11-02',
    notice: 'An Applied Learning Qualification has no level and is not a listed qualification.',
  },
};

/** An award of another country: no credits of New Zealand's, its own hours, and a level that its country refers to the EQF. */
const abroad: ElmInput = {
  ...record,
  award: {
    id: '26-4K7Q-MX2P-9D3H',
    url: 'https://record.example/frameworks/xx/definitions/d-1',
    name: 'Invented certificate of another country',
    credits: 0,
    minutes: 5430,
    eqf: 4,
    date: '2026-11-02',
    notice: 'Invented.',
  },
  achievements: [{ ...achievement, credits: 0, minutes: 450, level: null }],
};

test.each([
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 4],
  [5, 5],
  [6, 5],
  [7, 6],
  [8, null],
  [9, 7],
  [10, 8],
  [null, null],
])('NZQCF level %s compares to EQF level %s', (level, eqf) => {
  expect(eqfLevel(level)).toBe(eqf);
});

test('an outcome without a level is no qualification, and one at level 8 has no European level', () => {
  const subject = buildElmCredential(record)['credentialSubject'];
  const claims = isObject(subject) ? asList(subject['hasClaim']) : [];
  const specified = claims.map((claim) => (isObject(claim) ? claim['specifiedBy'] : null)).filter(isObject);
  expect(specified.map(({ type, eqfLevel: eqf }) => [type, idOf(eqf)])).toEqual([
    ['Qualification', 'http://data.europa.eu/snb/eqf/4'],
    ['LearningAchievementSpecification', null],
    ['Qualification', null],
  ]);
});

test('an award of another country has its own hours and EQF level, and no credits of New Zealand’s', () => {
  const document = buildElmCredential(abroad);
  expect(document).toMatchObject({
    credentialSubject: {
      hasClaim: {
        specifiedBy: { type: 'Qualification', volumeOfLearning: 'PT90H30M', eqfLevel: { id: 'http://data.europa.eu/snb/eqf/4' } },
        hasPart: [{ specifiedBy: { type: 'LearningAchievementSpecification', volumeOfLearning: 'PT7H30M' } }],
      },
    },
  });
  expect(JSON.stringify(document)).not.toContain('NZQCF credits');
});

test('who is not named is nobody: an award carries the name only when the learner chose so', () => {
  expect(JSON.stringify(buildElmCredential(award))).not.toContain('fullName');
  expect(JSON.stringify(buildElmCredential(record))).toContain('Aroha Ngāta');
});

describe.skipIf(!has('standards/elm-3'))('the shapes of the European Commission', () => {
  test.each([
    ['a record', record],
    ['an award', award],
    ['an award of another country', abroad],
    [
      'an outcome that was achieved twice',
      { ...record, achievements: [achievement, { ...achievement, id: 'a-9', date: '2024-01-01' }] },
    ],
  ])('%s conforms', async (_, input) => {
    expect(await shapeFaults(buildElmCredential(input))).toEqual([]);
  });

  test('what is missing is found: the shapes are not empty', async () => {
    const { issued: _, ...document } = buildElmCredential(award);
    expect(await shapeFaults(document)).toHaveLength(1);
    const wrong = { ...buildElmCredential(award), displayParameter: undefined };
    expect((await shapeFaults(wrong)).length).toBeGreaterThan(0);
  });

  test('every term has a meaning: what a term is called in the official sample, it is called here', async () => {
    const terms = async (document: unknown, safe = true) =>
      new Set([...(await quadsOf(document, safe))].map(({ predicate }) => predicate.value));
    const sample = await terms(readObject('data/eu-elm-credentials/Sample-MC-Annex1-unsigned.jsonld'), false);
    const own = await terms(buildElmCredential(award));
    const apart = [...own].filter((term) => !sample.has(term)).map((term) => term.replace(/^.*[/#]/u, ''));
    expect(apart.sort()).toMatchInlineSnapshot(`
      [
        "additionalNote",
        "awardingDate",
        "creditReceived",
        "eidasLegalIdentifier",
        "hasPart",
        "issuanceDate",
        "issued",
        "issued",
      ]
    `);
  });
});
