import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecord } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
let learner: string;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  const lines = [...[1, 2, 3].map((outcome) => aResult(1, outcome)), aResult(2, 1)];
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile(lines)))).exit).toBe(0);
  const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = 'p1-k1'`);
  learner = rows[0].id;
});
afterAll(() => at.end());

test('the portable record of a learner: read by award assess, without NSN or name', async () => {
  expect(await at.asProcess('record', 'export', '--learner', learner, '--out', 'record.json')).toEqual({
    exit: 0,
    out: '',
    err: '',
  });
  const text = readFileSync(join(at.folder, 'record.json'), 'utf8');
  expect(text).not.toMatch(/0000300001|Rātā/);
  expect(parseRecord(JSON.parse(text))).toMatchObject({
    ok: true,
    record: { type: 'RecognitionRecord', version: 1, achievements: { length: 3 } },
  });
  expect((await at.nzrr('record', 'export', '--learner', learner)).out).toBe(text);
  // Fifteen credits of 40: assessed, and not eligible.
  const assessed = await at.nzrr('award', 'assess', 'record.json', '--json');
  expect([assessed.exit, JSON.parse(assessed.out)]).toMatchObject([1, { eligible: false, missing: { credits: 25 } }]);
});

test('an export of nobody, by no number, or to nowhere is exit 2', async () => {
  for (const words of [
    [],
    ['--learner', '0000300001x'],
    ['--learner', '0'],
    ['--learner', '999999999'],
    ['--learner', learner, '--nope'],
    ['--learner', learner, '--out', 'no/such/folder.json'],
  ]) {
    const { exit, err } = await at.nzrr('record', 'export', ...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).not.toBe('');
  }
});

test('rebuild makes the state from the events again, of everybody or of one', async () => {
  const states = async (): Promise<unknown[]> =>
    (await at.owner.query('select * from record.achievement_state order by learner_id, achievement_id')).rows;
  const before = await states();
  const damage = `update record.achievement_state set result = 'excellence', countable = false, achieved_on = '2020-01-01';
    delete from record.achievement_state where reference = 'p1-k2'`;
  await at.owner.query(damage);
  expect(await at.asProcess('record', 'rebuild')).toEqual({ exit: 0, out: '4 results were made from their events.\n', err: '' });
  expect(await states()).toEqual(before);
  await at.owner.query(damage);
  expect((await at.nzrr('record', 'rebuild', '--learner', learner)).out).toBe('3 results were made from their events.\n');
  const after = await states();
  expect(after.filter((_, n) => before[n] !== undefined).length).toBe(4);
  expect(JSON.stringify(after)).toContain('excellence');
  expect((await at.nzrr('record', 'rebuild')).exit).toBe(0);
  expect(await states()).toEqual(before);
  for (const words of [['--learner', 'x'], ['--nope'], ['more']])
    expect((await at.nzrr('record', 'rebuild', ...words)).exit).toBe(2);
});

test('a record is read as skills, and a number that is nobody’s is exit 2', async () => {
  const { exit, out } = await at.nzrr('record', 'skills', '--learner', learner, '--json');
  expect(exit).toBe(0);
  const one = { label: 'A skill', relation: 'earns', outcomes: 1, attestedBy: ['Kea Training'] };
  expect(JSON.parse(out)).toMatchObject({ by: 'kind', groups: [{ key: null, skills: [one, one, one] }] });
  for (const words of [[], ['--learner', '0'], ['--learner', learner, '--by', 'age'], ['--learner', '999999999']])
    expect((await at.nzrr('record', 'skills', ...words)).exit).toBe(2);
});
