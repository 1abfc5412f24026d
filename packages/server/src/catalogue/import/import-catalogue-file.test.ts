import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { loadDemonstrationCatalogue } from '../../demonstration/catalogue/load.ts';
import { testServices } from '../../test-services.ts';
import { checkDefinition } from '../checks.ts';
import type { OutcomeDocument } from '../document.ts';
import { exportCatalogue } from '../export.ts';
import { CONFLICT_CODES, FILE_CODES, REJECT_CODES } from './codes.ts';
import { importCatalogue } from './import-catalogue.ts';

let at: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [at, other] = [await testDatabase(), await testDatabase()];
});
afterAll(() => Promise.all([at.end(), other.end()]));

async function exported(database: TestDatabase): Promise<string> {
  let text = '';
  for await (const piece of exportCatalogue(testServices(database), 'operator')) text += piece;
  return text;
}
const json = (value: unknown) => ({
  name: 'catalogue.json',
  bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

const outcome = {
  id: 'lo-1',
  code: 'X1',
  version: 1,
  name: 'Plant a tree',
  credits: 4,
  level: 2,
  field: 'sciences',
  subfield: null,
  domain: null,
  lineage: 'X1',
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  developer: 'nzqa',
  assessments: [{ text: 'Observed', lang: 'en' }],
  theory: [{ text: 'Roots', lang: 'en' }],
  practice: [{ text: 'Plants one', lang: 'en' }],
  skills: [{ uri: 'https://skills.example/plant', scheme: 'example', label: 'Plant', relation: 'earns', proficiency: null }],
  status: 'published',
  registered: '2020-01-01',
  replaces: null,
  gradesAvailable: ['achieved'],
};
const file = (...outcomes: readonly object[]) => json({ type: 'Catalogue', version: 1, organisations: [], outcomes });

describe('a catalogue file', () => {
  test('the demonstration comes in whole, and twice changes nothing', async () => {
    const first = await loadDemonstrationCatalogue(testServices(at));
    expect(first).toMatchObject({ conflicts: [], rejected: [], completed: 0, unchanged: 0 });
    expect(first.created).toBe(first.rows);
    expect(first.created).toBeGreaterThanOrEqual(150);
    expect(await loadDemonstrationCatalogue(testServices(at))).toMatchObject({
      created: 0,
      completed: 0,
      unchanged: first.rows,
      conflicts: [],
      rejected: [],
    });
    const { rows } = await at.owner.query(
      `select count(distinct field)::int as fields, count(*) filter (where status = 'draft')::int as drafts from catalogue.outcome`,
    );
    expect(rows[0]).toEqual({ fields: 17, drafts: 0 });
    const text: { outcomes: OutcomeDocument[] } = JSON.parse(await exported(at));
    const findings = text.outcomes.flatMap((one) =>
      checkDefinition(one, '2026-11-24').map(({ severity, path, text }) => `${one.id} ${severity} ${path}: ${text.en}`),
    );
    expect(findings.filter((finding) => finding.includes(' error '))).toEqual([]);
  });

  test('exported, imported into an empty database and exported again is the same', async () => {
    const text = await exported(at);
    const answer = await importCatalogue(testServices(other), 'operator', json(text), 'json');
    expect(answer).toMatchObject({ conflicts: [], rejected: [] });
    expect(await exported(other)).toBe(text);
  });

  test('every part that a file may have is kept, to the letter', async () => {
    const organisation = {
      id: 'whole-org',
      name: 'Te Kura o te Kākā',
      kind: 'private-training-establishment',
      accreditations: [
        {
          from: '2018-01-01',
          to: '2027-12-31',
          scope: [
            { kind: 'domain', domain: 'Trees' },
            { kind: 'field', field: 'sciences', maxLevel: 4 },
            { kind: 'outcome', lineage: 'WG' },
            { kind: 'subfield', subfield: 'Botany', maxLevel: 3 },
          ],
        },
        { from: '2028-01-01', to: null, scope: [{ kind: 'all' }] },
      ],
    };
    const member = {
      ...outcome,
      id: 'whole-1',
      code: 'W1',
      name: 'Whakatō rākau',
      credits: 0,
      subfield: 'Botany',
      domain: 'Trees',
      lineage: 'W1',
      excludes: ['X1', 'elsewhere-2'],
      group: { id: 'wg', lineage: 'WG', credits: 6, members: 2 },
      lastAssessment: '2029-12-31',
      size: { minutes: 450, amount: '0.25', unit: 'credit' },
      kind: 'unit',
      creditBearing: false,
      levelLabel: '4.5',
      developer: 'whole-org',
      assessments: [
        { text: 'Ka mātakitaki', lang: 'mi' },
        { text: 'Observed', lang: 'en' },
      ],
      theory: [{ text: 'Roots “and” <leaves>', lang: 'en' }],
      skills: [
        { uri: 'https://skills.example/plant', scheme: 'example', label: 'Plant', relation: 'earns', proficiency: 'advanced' },
        { uri: 'https://skills.example/tell', scheme: 'example', label: 'Tell', relation: 'showcases', proficiency: null },
        { uri: 'https://skills.example/dig', scheme: 'example', label: 'Dig', relation: 'competent', proficiency: '3' },
      ],
      status: 'expiring',
      replaces: { lineage: 'X0', category: 'B' },
      gradesAvailable: ['achieved', 'merit', 'excellence'],
    };
    const second = {
      ...member,
      id: 'whole-2',
      code: 'W2',
      lineage: 'W2',
      name: 'Second',
      excludes: [],
      replaces: null,
    };
    const bare = {
      ...outcome,
      id: 'whole-3',
      code: 'W3',
      version: null,
      lineage: 'W3',
      credits: null,
      level: null,
      field: null,
      developer: null,
      assessments: [],
      theory: [],
      practice: [],
      skills: [],
      status: 'draft',
      registered: null,
      gradesAvailable: [],
      accredited: false,
    };
    const whole = json({ type: 'Catalogue', version: 1, organisations: [organisation], outcomes: [member, second, bare] });
    expect(await importCatalogue(testServices(other), 'operator', whole, 'json')).toMatchObject({ created: 3, rejected: [] });
    const back: { organisations: { id: string }[]; outcomes: { id: string; skills: { uri: string }[] }[] } = JSON.parse(
      await exported(other),
    );
    const sorted = <Of extends { skills: readonly { uri: string }[] }>(one: Of): Of => ({
      ...one,
      skills: [...one.skills].sort((a, b) => a.uri.localeCompare(b.uri)),
    });
    expect(back.outcomes.filter(({ id }) => id.startsWith('whole-')).map(sorted)).toEqual([member, second, bare].map(sorted));
    expect(back.organisations.find(({ id }) => id === 'whole-org')).toEqual(organisation);
  });

  test('fills what is missing, and lists what differs', async () => {
    const services = testServices(other);
    const bare = { ...outcome, id: 'lo-2', code: 'X2', lineage: 'X2', credits: 5, theory: [], skills: [], status: 'draft' };
    expect(await importCatalogue(services, 'operator', file(bare), 'json')).toMatchObject({ created: 1, rejected: [] });
    const fuller = { ...bare, theory: outcome.theory, skills: outcome.skills, excludes: ['X9'] };
    expect(await importCatalogue(services, 'operator', file(fuller), 'json')).toMatchObject({
      created: 0,
      completed: 1,
      conflicts: [],
    });
    const differing = { ...fuller, name: 'Plant two trees', level: 3 };
    const answer = await importCatalogue(services, 'operator', file(differing), 'json');
    expect(answer).toMatchObject({ completed: 0, unchanged: 1 });
    expect(answer.conflicts.map(({ code, part }) => [code, part])).toEqual([
      ['value-differs', 'name'],
      ['value-differs', 'level'],
    ]);
    expect(await exported(other)).toContain('"excludes":["X9"]');
  });

  test('says published and lacks its skills: rejected, and its neighbour comes in', async () => {
    const answer = await importCatalogue(
      testServices(other),
      'operator',
      file({ ...outcome, id: 'lo-3', code: 'X3', lineage: 'X3', skills: [] }, outcome),
      'json',
    );
    expect(answer).toMatchObject({
      rows: 2,
      created: 1,
      rejected: [{ row: 1, code: 'not-ready-to-publish', message: expect.stringContaining('skills') }],
    });
  });

  test('with --as draft comes in as drafts', async () => {
    await importCatalogue(testServices(other), 'operator', file({ ...outcome, id: 'lo-4', code: 'X4', lineage: 'X4' }), 'json', {
      as: 'draft',
    });
    const { rows } = await other.owner.query(`select status from catalogue.outcome where public_id = 'lo-4'`);
    expect(rows).toEqual([{ status: 'draft' }]);
  });

  test.each([
    ['file-not-json', '{ "type": "Catalogue", "outcomes": ['],
    ['not-this-format', '{ "type": "RecognitionRecord", "version": 1 }'],
    ['not-this-format', '[]'],
    ['file-too-deep', `{ "a": ${'['.repeat(5000)}`],
  ])('%s: the whole file is unusable', async (code, text) => {
    await expect(importCatalogue(testServices(other), 'operator', json(text), 'json')).rejects.toMatchObject({ code });
  });

  test.each([
    ['entry-not-valid', { ...outcome, colour: 'red' }],
    ['entry-not-valid', { ...outcome, id: 'has space' }],
    ['entry-not-valid', { ...outcome, lastAssessment: '2023-02-31' }],
    ['entry-not-valid', { ...outcome, name: 'Nul\0' }],
    ['entry-not-valid', { ...outcome, excludes: ['X1'] }],
    ['entry-not-valid', []],
    ['credits-not-valid', { ...outcome, credits: 1e300 }],
    ['credits-not-valid', { ...outcome, group: { id: 'g', lineage: 'g', credits: 4, members: 2 } }],
    ['unknown-level', { ...outcome, level: 3.5 }],
    ['unknown-field', { ...outcome, field: 'astrology' }],
    ['unknown-organisation', { ...outcome, developer: 'nobody' }],
  ])('%s costs its own entry only', async (code, bad) => {
    const good = { ...outcome, id: 'lo-9', code: 'X9', lineage: 'X9', status: 'draft' };
    const answer = await importCatalogue(testServices(other), 'operator', file(bad, good), 'json');
    expect(answer).toMatchObject({ rows: 2, outcomes: 1, rejected: [{ row: 1, code }] });
    expect(answer.rejected).toHaveLength(1);
  });

  test('an id twice, or a code and version twice, costs the second', async () => {
    const one = { ...outcome, id: 'lo-10', code: 'X10', lineage: 'X10' };
    const answer = await importCatalogue(testServices(other), 'operator', file(one, one, { ...one, id: 'lo-11' }), 'json');
    expect(answer.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'entry-not-valid'],
      [3, 'code-and-version-taken'],
    ]);
  });

  test('a standard that is there takes no other values and no more members than it has', async () => {
    const group = { id: 'g-1', lineage: 'G1', credits: 6, members: 2 };
    const member = (nth: number) => ({ ...outcome, id: `m-${nth}`, code: `M${nth}`, lineage: `M${nth}`, credits: 0, group });
    expect(await importCatalogue(testServices(other), 'operator', file(member(1), member(2)), 'json')).toMatchObject({
      created: 2,
      rejected: [],
    });
    const answer = await importCatalogue(testServices(other), 'operator', file(member(3)), 'json');
    expect(answer).toMatchObject({ created: 0, rejected: [{ code: 'group-full' }] });
    const another = await importCatalogue(
      testServices(other),
      'operator',
      file({ ...member(1), group: { ...group, credits: 7 } }),
      'json',
    );
    expect(another).toMatchObject({ rejected: [{ code: 'group-disagrees' }] });
  });

  test('an organisation of no kind that is known is rejected; its neighbours come with their accreditations', async () => {
    const accreditations = [{ from: '2020-01-01', to: null, scope: [{ kind: 'field', field: 'health', maxLevel: 4 }] }];
    const organisations = [
      { id: 'o-1', name: 'One', kind: 'circus', accreditations: [] },
      { id: 'o-2', name: 'Two', kind: 'provider', accreditations },
    ];
    const answer = await importCatalogue(
      testServices(other),
      'operator',
      json({ type: 'Catalogue', version: 1, organisations, outcomes: [] }),
      'json',
    );
    expect(answer).toMatchObject({ rows: 0, rejected: [{ row: 1, code: 'value-not-valid' }] });
    const { organisations: held } = JSON.parse(await exported(other));
    expect(held).toContainEqual({ id: 'o-2', name: 'Two', kind: 'provider', accreditations });
  });

  test('every code is in the reference', () => {
    const reference = readFileSync(new URL('../../../../../docs/reference/catalogue-import.md', import.meta.url), 'utf8');
    const codes = [FILE_CODES, REJECT_CODES, CONFLICT_CODES].flatMap((one) => Object.keys(one));
    expect(codes.filter((code) => !reference.includes(`\`${code}\``))).toEqual([]);
  });
});
