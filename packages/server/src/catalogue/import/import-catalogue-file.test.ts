import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { loadDemonstrationCatalogue } from '../../demonstration/catalogue/load.ts';
import { testServices } from '../../test-services.ts';
import { exportCatalogue } from '../export.ts';
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
  });

  test('exported, imported into an empty database and exported again is the same', async () => {
    const text = await exported(at);
    const answer = await importCatalogue(testServices(other), 'operator', json(text), 'json');
    expect(answer).toMatchObject({ conflicts: [], rejected: [] });
    expect(await exported(other)).toBe(text);
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
});
