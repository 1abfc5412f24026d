import { describe, expect, test } from 'vitest';
import {
  addYears,
  type CatalogueOutcome,
  checkListing,
  checkTitle,
  dateOfDay,
  dayNumber,
  decide,
  DECISION_ERROR_CODES,
  EXCLUSION_REASONS,
  explain,
  explainError,
  explainReason,
  explainSelectionProblem,
  fieldName,
  formatDate,
  isCovered,
  isLocalDate,
  missingFields,
  nz,
  parseCatalogue,
  percentOf,
  SELECTION_PROBLEM_CODES,
} from '../src/index.ts';
import { generate, SMALL } from './generator.ts';

describe('dates', () => {
  test('only dates that exist are dates', () => {
    expect(['2024-02-29', '2000-02-29', '2023-12-31'].every(isLocalDate)).toBe(true);
    expect(
      [
        '2023-02-29',
        '1900-02-29',
        '2023-02-31',
        '2023-13-01',
        '2023-00-10',
        '2/3/21',
        '2023-1-1',
        '2023-01-01T00:00',
        20_230_101,
        null,
      ].some(isLocalDate),
    ).toBe(false);
  });
  test('every day of four hundred years has its number and its date', () => {
    const first = dayNumber('1800-01-01');
    for (let day = first; day < first + 146_097; day += 1) {
      const date = new Date(Date.UTC(1800, 0, 1 + day - first)).toISOString().slice(0, 10);
      if (dateOfDay(day) !== date || dayNumber(date) !== day) expect.fail(`${date} is day ${day}`);
    }
  });
  test('seven years on is the same day, and 28 February after 29', () => {
    expect([addYears('2020-02-29', 7), addYears('2019-03-10', 7), addYears('2020-02-29', 4)]).toEqual([
      '2027-02-28',
      '2026-03-10',
      '2024-02-29',
    ]);
  });
  test('are said in English and with the months of te reo Māori', () => {
    expect([
      formatDate('2020-02-17', 'en'),
      formatDate('2020-02-17', 'mi'),
      formatDate('2020-02-17', 'mi', 'short'),
      formatDate('2026-10-01', 'mi'),
    ]).toEqual(['17 Feb 2020', '17 o Huitanguru 2020', '17 Hui 2020', '1 o Whiringa-ā-nuku 2026']);
  });
});

test('percentages are rounded down: 26 of 51 is 50%', () => {
  expect([percentOf(26, 51), percentOf(27, 51), percentOf(0, 0)]).toEqual([50, 52, 0]);
});

test('every code has a sentence of its own in both languages', () => {
  const data = { provider: 'Invented Training', date: '2020-02-17', asOf: '2026-01-01', lastAssessment: '2019-12-31' };
  for (const language of ['en', 'mi'] as const) {
    const said = [
      ...EXCLUSION_REASONS.map((reason) => explainReason(reason, data, language)),
      ...DECISION_ERROR_CODES.map((code) => explainError(code, language)),
      ...SELECTION_PROBLEM_CODES.map((code) => explainSelectionProblem(code, language)),
    ];
    expect(new Set(said).size).toBe(said.length);
    expect(said.filter((text) => text === '' || text.includes('undefined'))).toEqual([]);
  }
  expect(explainReason('provider-not-accredited', data, 'en')).toBe(
    'Invented Training was not accredited to assess it on 17 Feb 2020',
  );
  expect([fieldName('maori', 'en'), fieldName(null, 'en'), fieldName('health', 'mi')]).toEqual([
    'Māori',
    'Unclassified',
    'Hauora',
  ]);
});

test('an explanation has a line for every achievement of the record, in both languages alike', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const record = generate(seed, SMALL);
    const decision = decide(nz, 'alq', record);
    const english = explain(decision, record, 'en');
    const named = new Set(english.flatMap(({ data }) => ('achievement' in data ? [data.achievement] : [])));
    expect(record.achievements.filter(({ id }) => !named.has(id))).toEqual([]);
    expect(explain(decision, record, 'mi').map(({ code }) => code)).toEqual(english.map(({ code }) => code));
  }
});

test('consent may be for a field up to a level, for an outcome whatever its version, and has two ends', () => {
  const outcome = { field: 'health', subfield: null, domain: null, level: 4, lineage: 'l', group: null } as const;
  const field = [{ from: '2020-01-01', to: '2020-12-31', scope: [{ kind: 'field', field: 'health', maxLevel: 4 }] }] as const;
  expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((date) => isCovered(field, outcome, date))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isCovered(field, { ...outcome, level: 5 }, '2020-06-01')).toBe(false);
  expect(isCovered(field, { ...outcome, level: null }, '2020-06-01')).toBe(false);
  expect(
    isCovered(
      [{ from: '2020-01-01', to: null, scope: [{ kind: 'outcome', lineage: 'l' }] }],
      { ...outcome, level: null },
      '2020-06-01',
    ),
  ).toBe(true);
});

const text = { text: 'Show it at work.', lang: 'en' };
const whole: CatalogueOutcome = {
  id: 'lo-1',
  code: '8001',
  version: 1,
  name: 'Plan safe work at height',
  credits: 5,
  level: 3,
  field: 'planning-and-construction',
  subfield: 'Work at Height',
  domain: 'Safety at Height',
  lineage: '8001',
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  developer: 'org-1',
  assessments: [text],
  theory: [text],
  practice: [text],
  skills: [{ uri: 'https://example.org/skills/1', scheme: 'own', label: 'Planning', relation: 'earns', proficiency: null }],
  status: 'draft',
  registered: null,
  replaces: null,
  gradesAvailable: ['achieved'],
};

describe('listing checks', () => {
  test('a whole definition has no finding', () => expect(checkListing(whole)).toEqual([]));
  const broken: readonly (readonly [string, Partial<CatalogueOutcome>])[] = [
    ['name', { name: ' ' }],
    ['title-words', { name: 'New Zealand building law' }],
    ['credits', { credits: null }],
    ['credits', { credits: 41 }],
    ['level', { level: null }],
    ['classification', { field: null, subfield: null, domain: null }],
    ['classification', { subfield: 'x'.repeat(61) }],
    ['developer', { developer: null }],
    ['assessments', { assessments: [] }],
    ['theory', { theory: [] }],
    ['practice', { practice: [] }],
    ['skills', { skills: [] }],
    ['skills', { skills: [{ ...whole.skills[0]!, uri: 'not a uri' }] }],
    ['exclusions', { excludes: ['8001'] }],
    ['dates', { registered: '2024-01-01', lastAssessment: '2023-01-01' }],
  ];
  for (const [check, change] of broken) {
    test(`${check} finds ${JSON.stringify(change).slice(0, 60)}`, () =>
      expect(new Set(checkListing({ ...whole, ...change }).map((one) => one.check))).toEqual(new Set([check])));
  }
  test('members of a group agree', () => {
    const group = { id: 'g', lineage: 'gl', credits: 5, members: 2 };
    const member = { ...whole, credits: 0, group };
    const other = { ...member, id: 'lo-2', lineage: '8002' };
    expect(checkListing(member, { others: [other] })).toEqual([]);
    expect(checkListing(member, { others: [{ ...other, group: { ...group, credits: 6 } }] }).map(({ check }) => check)).toEqual([
      'groups',
    ]);
  });
  test('what is missing is listed in the order of the form', () => {
    expect(missingFields({ ...whole, credits: null, theory: [], skills: [] })).toEqual(['credits', 'theory', 'skills']);
  });
  test('a title of an award keeps to its words', () => {
    expect(checkTitle('Applied Learning Qualification (Major: Health)')).toEqual([]);
    expect(checkTitle('A national degree').map(({ severity }) => severity)).toEqual(['error', 'error']);
  });
});

test('a catalogue file is read, or says where it is wrong', () => {
  const file = { type: 'Catalogue', version: 1, organisations: [], outcomes: [whole] };
  expect(parseCatalogue(JSON.parse(JSON.stringify(file))).ok).toBe(true);
  const wrong = parseCatalogue({
    ...file,
    outcomes: [{ ...whole, skills: [{ ...whole.skills[0], relation: 'has' }] }, whole, whole],
  });
  expect(wrong.ok ? [] : wrong.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'outcomes[0].skills[0].relation bad-value',
    'outcomes[1].id duplicate-id',
    'outcomes[2].id duplicate-id',
  ]);
});
