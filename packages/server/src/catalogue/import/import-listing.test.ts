import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import type { Services } from '../../services.ts';
import { testServices } from '../../test-services.ts';
import { hasUnusableFile, importCatalogue } from './import-catalogue.ts';

const LISTINGS = new URL('../../../../../../shared/data/nz-standards/', import.meta.url);
const HAS_LISTINGS = existsSync(LISTINGS);
if (!HAS_LISTINGS) console.log('The NZ listing is not on this machine: its counts are not checked here.');

let at: TestDatabase;
let services: Services;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
});
beforeEach(() => at.owner.query('truncate catalogue.outcome, catalogue.outcome_skill, catalogue.outcome_event cascade'));
afterAll(() => at.end());

const csv = (text: string, name = 'listing.csv') => ({ name, bytes: Buffer.from(text) });
const listing = (text: string, as: 'draft' | 'legacy' = 'draft') =>
  importCatalogue(services, 'operator', csv(text), 'nzqa-listing', { as });
const kept = async () =>
  (
    await at.owner.query(
      'select code, version, name, credits, level, field, status, subjects, kind from catalogue.outcome order by code',
    )
  ).rows;

const OF_2021 = 'number,title,level,credits,external,achievement,subject\n';
const OF_2024 = 'number,title,level,field,subfield,domain\n';

describe('a listing', () => {
  test('of 2021: a standard in two subjects is one outcome', async () => {
    const answer = await listing(
      `${OF_2021}90001,Plant a tree,1,4,False,True,Science\n90001,Plant a tree,1,4,False,True,Biology\n8496,Read a map,2,3,False,False,Geography\n`,
    );
    expect(answer).toEqual({ rows: 3, outcomes: 2, created: 2, completed: 0, unchanged: 0, conflicts: [], rejected: [] });
    expect(await kept()).toEqual([
      {
        code: '8496',
        version: null,
        name: 'Read a map',
        credits: 3,
        level: 2,
        field: null,
        status: 'draft',
        subjects: ['Geography'],
        kind: 'unit-standard',
      },
      {
        code: '90001',
        version: null,
        name: 'Plant a tree',
        credits: 4,
        level: 1,
        field: null,
        status: 'draft',
        subjects: ['Science', 'Biology'],
        kind: 'achievement-standard',
      },
    ]);
  });

  test('of 2024 completes one of 2021, and what it lacks stays missing', async () => {
    await listing(`${OF_2021}90001,Plant a tree,1,4,False,True,Science\n`, 'legacy');
    const answer = await listing(
      `${OF_2024}90001,Plant a tree,1,Sciences,Science,Biology\n90002,Fell a tree,2,M?ori,Haka,Te Ao Haka\n`,
      'legacy',
    );
    expect(answer).toMatchObject({ rows: 2, outcomes: 2, created: 1, completed: 1, unchanged: 0, conflicts: [] });
    expect(await kept()).toMatchObject([
      { code: '90001', credits: 4, field: 'sciences', status: 'legacy' },
      { code: '90002', credits: null, field: 'maori', status: 'draft' },
    ]);
  });

  test('with another title is a conflict, and the first title stays', async () => {
    await listing(`${OF_2021}90001,"Plant a tree, alone",1,4,False,True,Science\n`);
    const answer = await listing(`${OF_2024}90001,Plant a tree alone,1,Sciences,,\n`);
    expect(answer.conflicts).toEqual([
      {
        file: 'listing.csv',
        row: 1,
        code: 'value-differs',
        outcome: '90001',
        part: 'name',
        held: 'Plant a tree, alone',
        offered: 'Plant a tree alone',
        message: expect.any(String),
      },
    ]);
    expect(await kept()).toMatchObject([{ name: 'Plant a tree, alone', field: 'sciences' }]);
  });

  test('gets lost macrons back where only one word fits, or where another source has the word whole', async () => {
    await listing(`${OF_2021}1,Describe M?ori-P?keh? relations m? te ao,1,4,,,\n2,Tuhi i te reo o t?na ao,1,4,,,\n`, 'legacy');
    expect(await kept()).toMatchObject([
      { name: 'Describe Māori-Pākehā relations m? te ao' },
      { name: 'Tuhi i te reo o t?na ao' },
    ]);
    const answer = await listing(`${OF_2024}2,Tuhi i te reo o tōna ao,1,Humanities,,\n`, 'legacy');
    expect(answer).toMatchObject({ completed: 1, conflicts: [] });
    expect(await kept()).toMatchObject([{}, { name: 'Tuhi i te reo o tōna ao' }]);
    expect(await listing(`${OF_2021}2,Tuhi i te reo o t?na ao,1,4,,,\n`, 'legacy')).toMatchObject({
      unchanged: 1,
      conflicts: [],
    });
  });

  test('a second time changes nothing', async () => {
    const text = `${OF_2021}90001,Plant a tree,1,4,False,True,Science\n90001,Plant a tree,1,4,False,True,Biology\n`;
    await listing(text, 'legacy');
    const before = await at.owner.query('select * from catalogue.outcome');
    expect(await listing(text, 'legacy')).toMatchObject({ created: 0, completed: 0, unchanged: 1, conflicts: [] });
    expect((await at.owner.query('select * from catalogue.outcome')).rows).toEqual(before.rows);
  });

  test('without a version means the only one there is; of several none', async () => {
    await at.owner.query(
      `insert into catalogue.outcome (public_id, code, version, lineage, name) values ('a', '7', 2, '7', 'One'), ('b', '8', 1, '8', 'Two'), ('c', '8', 2, '8', 'Two')`,
    );
    const answer = await listing(`${OF_2021}7,One,1,4,,,\n8,Two,1,4,,,\n`);
    expect(answer).toMatchObject({
      outcomes: 2,
      created: 0,
      completed: 1,
      unchanged: 1,
      conflicts: [{ code: 'version-not-stated', outcome: '8' }],
    });
  });

  test('a JSON listing says the same as its CSV', async () => {
    await listing(`${OF_2021}90001,Plant a tree,1,4,False,True,Science\n`);
    const json = {
      assessments: [
        {
          level: 1,
          number: 90001,
          title: 'Plant a tree',
          credits: 4,
          external: false,
          subject: { name: 'Science', display_name: 'Science' },
          achievement: true,
        },
      ],
    };
    const answer = await importCatalogue(services, 'operator', csv(JSON.stringify(json), 'listing.json'), 'nzqa-listing');
    expect(answer).toMatchObject({ rows: 1, unchanged: 1, conflicts: [] });
  });
});

describe('bad input', () => {
  test.each([
    ['unknown-level', '1,Title,11,4,,,'],
    ['unknown-level', '1,Title,two,4,,,'],
    ['credits-not-valid', '1,Title,1,0,,,'],
    ['credits-not-valid', '1,Title,1,99999999999999999999,,,'],
    ['number-missing', ',Title,1,4,,,'],
    ['number-not-valid', 'AS1,Title,1,4,,,'],
    ['title-missing', '1,,1,4,,,'],
    ['value-not-valid', '1,Title,1,4,,maybe,'],
    ['forbidden-character', '1,Ti\0tle,1,4,,,'],
    ['column-count', '1,Title,1'],
    ['broken-quotes', '1,"Title,1,4,,,'],
    ['title-too-long', `1,${'a'.repeat(501)},1,4,,,`],
  ])('%s costs its own row only', async (code, row) => {
    const answer = await listing(`${OF_2021}${row}\n2,Read a map,2,3,False,False,Geography\n`);
    expect(answer).toMatchObject({ rows: 2, created: 1, rejected: [{ row: 1, code }] });
  });

  test('an unknown field', async () => {
    expect(await listing(`${OF_2024}1,Title,1,Astrology,,\n`)).toMatchObject({
      created: 0,
      rejected: [{ code: 'unknown-field' }],
    });
  });

  test.each([
    ['file-empty', ''],
    ['file-empty', ' \n\n'],
    ['file-utf-16', Buffer.from(`\uFEFF${OF_2021}`, 'utf16le')],
    ['file-not-utf-8', Buffer.from([0x6e, 0xff, 0xfe, 0x0a])],
    ['file-not-json', '{ "assessments": [ { "number": 1'],
    ['file-too-deep', '['.repeat(100_000)],
    ['not-this-format', 'name,age\nAroha,3\n'],
    ['not-this-format', `${'a,'.repeat(1_000_000)}\n`],
    ['header-missing-column', 'number,level\n1,1\n'],
    ['header-duplicate-column', 'number,title,level,title\n1,a,1,b\n'],
    ['header-unknown-column', 'number,title,level,colour\n1,a,1,b\n'],
  ])('%s: the whole file is unusable and nothing is written', async (code, text) => {
    await expect(
      importCatalogue(services, 'operator', { name: 'f', bytes: Buffer.from(text) }, 'nzqa-listing'),
    ).rejects.toMatchObject({ code, status: 422 });
    expect(await kept()).toEqual([]);
  });

  test('a byte order mark and CRLF are no trouble', async () => {
    expect(await listing(`\uFEFF${OF_2021}1,Read a map,2,3,,,\n`.replaceAll('\n', '\r\n'))).toMatchObject({
      created: 1,
      rejected: [],
    });
  });

  test('of a folder, a file that cannot be used is said and the others go on', async () => {
    const answer = await importCatalogue(
      services,
      'operator',
      [csv('', 'a.csv'), csv(`${OF_2021}1,Read a map,2,3,,,\n`, 'b.csv')],
      'nzqa-listing',
    );
    expect(answer).toMatchObject({ created: 1, rejected: [{ file: 'a.csv', row: 0, code: 'file-empty' }] });
    expect(hasUnusableFile(answer)).toBe(true);
  });
});

if (HAS_LISTINGS) {
  const read = (name: string) => ({ name, bytes: readFileSync(new URL(name, LISTINGS)) });
  describe('the NZ listing', () => {
    test('of 2021 has 998 rows and 953 standards, with the credits and levels that were counted', async () => {
      const answer = await importCatalogue(services, 'operator', read('ncea_standards_2021.csv'), 'nzqa-listing', {
        as: 'legacy',
      });
      expect(answer).toEqual({ rows: 998, outcomes: 953, created: 953, completed: 0, unchanged: 0, conflicts: [], rejected: [] });
      const { rows } =
        await at.owner.query(`select count(*)::int as outcomes, sum(credits)::int as credits, count(*) filter (where kind = 'unit-standard')::int as units,
        count(*) filter (where level = 1)::int as one, count(*) filter (where level = 2)::int as two, count(*) filter (where level = 3)::int as three,
        count(*) filter (where cardinality(subjects) > 1)::int as several, count(*) filter (where status = 'legacy')::int as legacy, count(version)::int as versions from catalogue.outcome`);
      expect(rows[0]).toEqual({
        outcomes: 953,
        credits: 4188,
        units: 343,
        one: 291,
        two: 326,
        three: 336,
        several: 45,
        legacy: 953,
        versions: 0,
      });
      expect(
        await importCatalogue(services, 'operator', read('ncea_standards_2021.json'), 'nzqa-listing', { as: 'legacy' }),
      ).toMatchObject({ rows: 998, outcomes: 953, created: 0 });
    });

    test('of both years as a folder gives fields to 194, and lists the titles that differ', async () => {
      const files = ['ncea_standards_2021.csv', 'ncea_standards_2021.json', 'standards_field_subfield_domain_2024.csv'].map(read);
      const answer = await importCatalogue(services, 'operator', files, 'nzqa-listing', { as: 'legacy' });
      expect(answer).toMatchObject({ rows: 2270, outcomes: 1033, created: 1033, rejected: [] });
      expect(new Set(answer.conflicts.map(({ part }) => part))).toEqual(new Set(['name']));
      const { rows } = await at.owner.query<{ field: string; credits: number }>(
        `select field, sum(credits)::int as credits from catalogue.outcome where field is not null and credits is not null group by field order by 2 desc`,
      );
      expect(rows.map(({ field, credits }) => [field, credits])).toEqual([
        ['humanities', 307],
        ['social-sciences', 199],
        ['sciences', 151],
        ['maori', 73],
        ['arts-and-crafts', 58],
        ['business', 36],
        ['engineering-and-technology', 29],
      ]);
      const again = await importCatalogue(services, 'operator', files, 'nzqa-listing', { as: 'legacy' });
      expect(again).toMatchObject({ created: 0, completed: 0, unchanged: 1033 });
      expect(again.conflicts).toEqual(answer.conflicts);
    });
  });
}
