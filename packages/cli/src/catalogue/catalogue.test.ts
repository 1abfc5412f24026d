import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
let other: TestProduct;
beforeAll(async () => {
  [at, other] = await Promise.all([testProduct(), testProduct()]);
});
afterAll(() => Promise.all([at.end(), other.end()]));

const NOTHING = { created: 0, completed: 0, conflicts: [], rejected: [] };

test('a catalogue file comes in, twice changes nothing, and export and import take it to another database whole', async () => {
  const file = at.write('catalogue.json', aCatalogue());
  const first = await at.asProcess('catalogue', 'import', file, '--from', 'json', '--json');
  expect([first.exit, JSON.parse(first.out)]).toEqual([
    0,
    { rows: 10, outcomes: 10, created: 10, completed: 0, unchanged: 0, conflicts: [], rejected: [] },
  ]);
  const second = await at.nzrr('catalogue', 'import', file, '--from', 'json', '--json');
  expect([second.exit, JSON.parse(second.out)]).toMatchObject([0, NOTHING]);
  expect(await at.asProcess('catalogue', 'export', 'out.json')).toEqual({ exit: 0, out: '', err: '' });
  const exported = readFileSync(join(at.folder, 'out.json'), 'utf8');
  expect(JSON.parse(exported)).toMatchObject({
    type: 'Catalogue',
    version: 1,
    organisations: expect.arrayContaining([expect.objectContaining({ id: 'weka' })]),
    outcomes: expect.arrayContaining([
      expect.objectContaining({ id: 'k-1', assessments: [{ text: expect.any(String), lang: 'en' }] }),
    ]),
  });
  expect((await other.nzrr('catalogue', 'import', other.write('in.json', exported), '--from', 'json')).exit).toBe(0);
  expect((await other.nzrr('catalogue', 'export')).out).toBe(exported);
});

test('wording: a file is read without a database, every finding written out; the catalogue by its lowest scores', async () => {
  const { outcomes, ...rest }: { outcomes: { name: string }[] } = JSON.parse(aCatalogue());
  const unclear = outcomes.map((one) => ({ ...one, name: `Understand ${one.name}` }));
  const file = at.write('to-read.json', JSON.stringify({ ...rest, outcomes: unclear }));
  const told = await at.nzrr('catalogue', 'wording', file, '--worst', '1');
  expect(told.exit).toBe(0);
  expect(told.out).toContain('Better: “Explain ');
  expect(told.out).toMatch(/10 definitions, on average \d+ of 100\./u);
  const listed = await at.nzrr('catalogue', 'wording', '--worst', '2', '--json');
  const { total, items } = JSON.parse(listed.out);
  expect(total).toBeGreaterThanOrEqual(10);
  expect(items).toHaveLength(2);
  expect(items[0].score).toBeLessThanOrEqual(items[1].score);
  expect((await at.nzrr('catalogue', 'wording', 'nowhere.json')).exit).toBe(2);
});

test('consistency and cross-walks: what is asked wrongly is helped, what is not there says so', async () => {
  expect(await at.nzrr('catalogue', 'consistency', '--count')).toMatchObject({ exit: 1, out: '' });
  expect(await at.nzrr('catalogue', 'consistency', 'K1')).toMatchObject({ exit: 2, err: expect.stringContaining('not-taught') });
  expect((await at.nzrr('catalogue', 'consistency', '--limit', '0')).exit).toBe(2);
  expect(await at.nzrr('skill', 'crosswalk', 'list')).toMatchObject({ exit: 1, out: '' });
  expect(await at.nzrr('skill', 'crosswalk', 'export')).toMatchObject({
    exit: 1,
    out: 'from,from_label,relation,to,to_label,score\n',
  });
  for (const words of [[], ['propose', '--from', 'a'], ['confirm', 'a'], ['list', '--status', 'lost'], ['list', '--least', '9']])
    expect((await at.nzrr('skill', 'crosswalk', ...words)).exit, words.join(' ')).toBe(2);
  expect(await at.nzrr('skill', 'crosswalk', 'propose', '--from', 'a', '--to', 'b')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('scheme-not-found'),
  });
  const turtle = (name: string, label: string) =>
    at.write(
      `${name}.ttl`,
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <https://${name}.example/s/one> a skos:Concept ; skos:prefLabel "${label}"@en .`,
    );
  for (const name of ['left', 'right']) {
    const file = turtle(name, 'Shear merino sheep quickly');
    const brought = await at.nzrr('skill', 'import', file, '--scheme', name, '--from', 'skos', '--version', '1');
    expect([brought.exit, brought.err]).toEqual([0, '']);
  }
  expect((await at.nzrr('skill', 'crosswalk', 'propose', '--from', 'left', '--to', 'right')).out).toBe(
    '1 pairs found, 1 of them new.\n',
  );
  expect((await at.nzrr('skill', 'crosswalk', 'export')).exit).toBe(1);
  const pair = ['https://left.example/s/one', 'https://right.example/s/one'];
  expect((await at.nzrr('skill', 'crosswalk', 'confirm', ...pair)).exit).toBe(0);
  expect((await at.nzrr('skill', 'crosswalk', 'export')).out).toContain(pair.join(',Shear merino sheep quickly,exact,'));
  expect(await at.nzrr('skill', 'crosswalk', 'refuse', 'https://x.example/1', 'https://x.example/2')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('crosswalk-not-found'),
  });
});

const LISTING = 'number,title,level,credits,external,achievement,subject\n';

test('a listing: as drafts, or as legacy that may be recorded; what differs later is a conflict and stays', async () => {
  const legacy = at.write(
    'legacy.csv',
    `${LISTING}90001,Read a map,2,3,False,False,Geography\n90002,Draw a map,2,,False,False,Geography\n`,
  );
  const answer = await at.nzrr('catalogue', 'import', legacy, '--from', 'nzqa-listing', '--as', 'legacy', '--json');
  expect([answer.exit, JSON.parse(answer.out)]).toMatchObject([0, { rows: 2, outcomes: 2, created: 2 }]);
  const drafts = at.write('drafts.csv', `${LISTING}90003,Fold a map,2,3,False,False,Geography\n`);
  expect((await at.nzrr('catalogue', 'import', drafts, '--from', 'nzqa-listing', '--as', 'draft')).exit).toBe(0);
  const { rows } = await at.owner.query(
    `select code, status, credits from catalogue.outcome where code like '9000%' order by code`,
  );
  expect(rows).toEqual([
    { code: '90001', status: 'legacy', credits: 3 },
    // Credits are missing in the source: none are invented, and it stays a draft.
    { code: '90002', status: 'draft', credits: null },
    { code: '90003', status: 'draft', credits: 3 },
  ]);
  const differs = at.write(
    'differs.csv',
    `${LISTING}90001,Read a chart,2,3,False,False,Geography\n90002,Draw a map,2,4,False,False,Geography\n`,
  );
  const later = await at.nzrr('catalogue', 'import', differs, '--from', 'nzqa-listing', '--as', 'legacy', '--json');
  expect([later.exit, JSON.parse(later.out)]).toMatchObject([
    0,
    {
      created: 0,
      completed: 1,
      conflicts: [{ code: 'value-differs', part: 'name', held: 'Read a map', offered: 'Read a chart' }],
    },
  ]);
  expect(
    (await at.owner.query(`select name, credits from catalogue.outcome where code in ('90001', '90002') order by code`)).rows,
  ).toEqual([
    { name: 'Read a map', credits: 3 },
    { name: 'Draw a map', credits: 4 },
  ]);
  // The public export holds no draft.
  const open = (await at.nzrr('catalogue', 'export', '--public')).out;
  expect([open.includes('"90001"'), open.includes('"90003"')]).toEqual([true, false]);
});

test('a bad row is exit 1 with its row and code, stops nothing, and stands in the file of --rejects', async () => {
  const file = at.write('bad.csv', `${LISTING}90010,Lost,12,3,,,\n90011,Found,2,3,,,\n`);
  const answer = await at.asProcess('catalogue', 'import', file, '--from', 'nzqa-listing', '--json', '--rejects', 'rejects.csv');
  expect([answer.exit, JSON.parse(answer.out)]).toMatchObject([
    1,
    { rows: 2, outcomes: 1, created: 1, rejected: [{ row: 1, code: 'unknown-level', message: expect.any(String) }] },
  ]);
  expect(readFileSync(join(at.folder, 'rejects.csv'), 'utf8').split('\n')[1]).toMatch(/^"bad.csv","1","unknown-level",/);
});

test('what cannot be used is exit 2 and its code', async () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  for (const [name, content, format, code] of [
    ['empty.csv', '', 'nzqa-listing', 'file-empty'],
    ['utf16.csv', Buffer.from(`\ufeff${LISTING}`, 'utf16le'), 'nzqa-listing', 'file-utf-16'],
    ['latin.csv', Buffer.from(`${LISTING}1,M\xe4p,2,3,,,\n`, 'latin1'), 'nzqa-listing', 'file-not-utf-8'],
    ['header.csv', 'a,b\n1,2\n', 'nzqa-listing', 'not-this-format'],
    ['twice.csv', `number,number,title,level\n`, 'nzqa-listing', 'header-duplicate-column'],
    ['cut.json', '{"type":"Catalogue"', 'json', 'file-not-json'],
    ['deep.json', deep, 'json', 'file-too-deep'],
    ['other.json', '{"type":"Shopping"}', 'json', 'not-this-format'],
  ] as const) {
    const { exit, out } = await at.nzrr('catalogue', 'import', at.write(name, content), '--from', format, '--json');
    expect([name, exit]).toEqual([name, 2]);
    expect(JSON.parse(out).error.code).toContain(code);
  }
  for (const words of [[], ['x.csv'], ['x.csv', '--from', 'elsewhere'], ['x', '--from', 'json'], ['x', 'y', '--from', 'json']])
    expect((await at.nzrr('catalogue', 'import', ...words)).exit).toBe(2);
  expect((await at.nzrr('catalogue', 'export', 'no/such/folder.json')).exit).toBe(2);
});

// Here because a product of its own would cost the run as much as all of this file.
test('nzrr skill: brings a scheme by versions, tells what was not taken, suggests with why', async () => {
  const wool = (label: string) =>
    at.write(
      'wool.ttl',
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix w: <https://wool.example/> .
      w:1 a skos:Concept ; skos:prefLabel "${label}"@en . w:2 a skos:Concept .`,
    );
  const bring = (version: string, ...more: readonly string[]) =>
    at.nzrr('skill', 'import', 'wool.ttl', '--scheme', 'wool', '--from', 'skos', '--version', version, ...more);
  wool('Shear sheep');
  const first = await bring('1');
  expect(first).toMatchObject({ exit: 1, err: '' });
  expect(first.out).toContain('wool 1: 2 rows, 1 skills; 1 new, 0 changed');
  expect(first.out).toContain('wool.ttl, row 2: The skill has no label. https://wool.example/2 (label-missing)');
  expect(JSON.parse((await bring('1', '--json')).out)).toMatchObject({ added: 0, unchanged: 1 });
  wool('Shear sheep and goats');
  expect(await bring('1')).toMatchObject({ exit: 2, err: expect.stringContaining('version-differs') });
  expect((await bring('2')).out).toContain('wool 2, which supersedes 1');
  at.write('wool.ttl', 'no Turtle');
  expect(await bring('3')).toMatchObject({ exit: 2, err: expect.stringMatching(/^wool\.ttl: .*not-this-format/u) });
  expect((await at.nzrr('skill', 'import', 'wool.ttl', '--scheme', 'Wool', '--from', 'skos')).exit).toBe(2);
  expect(await at.nzrr('skill', 'suggest', 'shears goats', '--scheme', 'wool')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('Shear sheep and goats (wool): shears, goats'),
  });
  expect((await at.nzrr('skill', 'suggest', 'zzzz')).exit).toBe(1);
});
