import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, RESULTS_HEADER, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  expect(await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json')).toMatchObject({
    exit: 0,
  });
});
afterAll(() => at.end());

async function kept(): Promise<{ references: number; events: number; learners: number }> {
  const { rows } = await at.owner.query(`select (select count(*)::integer from record.result_reference) as references,
    (select count(*)::integer from record.achievement_event) as events, (select count(*)::integer from identity.learner) as learners`);
  return rows[0];
}

test('a dry run checks every row, says so and records nothing; the same file is then recorded, and a second time is duplicates', async () => {
  const file = at.write('first.csv', resultsFile([aResult(1, 1), aResult(1, 2), aResult(2, 1)]));
  const before = await kept();
  const dry = await at.asProcess('results', 'import', file, '--dry-run');
  expect(dry).toMatchObject({ exit: 0, err: '' });
  expect(dry.out).toContain('3 rows: 3 could be recorded, 0 corrected, 0 withdrawn, 0 duplicates, 0 rejected.');
  expect(dry.out).toContain('Nothing was recorded');
  expect(await kept()).toEqual(before);
  const answer = await at.nzrr('results', 'import', file, '--json');
  expect(answer.exit).toBe(0);
  expect(JSON.parse(answer.out)).toEqual({
    rows: 3,
    recorded: 3,
    corrected: 0,
    withdrawn: 0,
    duplicates: 0,
    rejectedRows: 0,
    rejected: [],
  });
  const after = await kept();
  expect(after.references - before.references).toBe(3);
  const again = await at.nzrr('results', 'import', file, '--json');
  expect([again.exit, JSON.parse(again.out)]).toMatchObject([0, { recorded: 0, duplicates: 3 }]);
  expect(await kept()).toEqual(after);
});

test('rejected rows: exit 1, each with row, code and sentence, and a file that is mended and sent again', async () => {
  const nsnElsewhere = 'kea,Rātā,0000300003,Invented,1991-02-03,K1,2024-03-01,A,p3-k1';
  const file = at.write(
    'mixed.csv',
    resultsFile([
      aResult(3, 2),
      nsnElsewhere,
      aResult(3, 3, { date: '2024-02-31' }),
      aResult(3, 4, { date: '2/3/21' }),
      aResult(3, 5),
    ]),
  );
  const answer = await at.asProcess('results', 'import', file, '--rejects', 'rejects.csv', '--json');
  expect(answer.exit).toBe(1);
  expect(JSON.parse(answer.out)).toMatchObject({
    rows: 5,
    recorded: 2,
    rejectedRows: 3,
    rejected: [
      { row: 2, code: 'nsn-malformed', message: expect.stringMatching(/\.$/) },
      { row: 3, code: 'date-impossible' },
      { row: 4, code: 'date-malformed' },
    ],
  });
  expect(answer.out).not.toContain('0000300003');
  const rejects = readFileSync(join(at.folder, 'rejects.csv'), 'utf8').trimEnd().split('\n');
  expect(rejects).toHaveLength(4);
  expect(rejects[0]).toMatch(new RegExp(`^${RESULTS_HEADER},code,message\\r?$`));
  expect(rejects[2]).toContain('date-impossible');
  // Mended in place, with the columns that were added still there.
  const mended = rejects
    .join('\n')
    .replace('kea,Rātā,0000300003,', 'kea,0000300003,Rātā,')
    .replace('2024-02-31', '2024-02-29')
    .replace('2/3/21', '2021-03-02');
  const second = await at.nzrr('results', 'import', at.write('mended.csv', `${mended}\n`), '--json');
  expect([second.exit, JSON.parse(second.out)]).toMatchObject([0, { recorded: 3, rejectedRows: 0 }]);
});

test('corrections, withdrawals and a conflict go by the same command', async () => {
  await at.nzrr('results', 'import', at.write('base.csv', resultsFile([aResult(5, 1), aResult(5, 2)])));
  const line = (action: string, text: string): string => `${action},${text}`;
  const file = at.write(
    'changes.csv',
    `action,${RESULTS_HEADER}\n${[
      line('correct', aResult(5, 1, { result: 'M' })),
      line('withdraw', aResult(5, 2)),
      line('', aResult(5, 1, { result: 'E' })),
    ].join('\n')}\n`,
  );
  const answer = await at.nzrr('results', 'import', file, '--json');
  expect(answer.exit).toBe(1);
  expect(JSON.parse(answer.out)).toMatchObject({
    corrected: 1,
    withdrawn: 1,
    recorded: 0,
    rejected: [{ row: 3, code: 'reference-conflict' }],
  });
});

test.each([
  ['empty', '', 'file-empty'],
  ['utf-16', Buffer.from(`\ufeff${RESULTS_HEADER}\n`, 'utf16le'), 'file-utf-16'],
  ['header', 'name,surname\nx,y\n', 'header-unknown-column'],
  ['twice', `${RESULTS_HEADER},nsn\n`, 'header-duplicate-column'],
  ['truncated', gzipSync(resultsFile(Array.from({ length: 400 }, (_, n) => aResult(n, 1)))).subarray(0, 300), 'gzip-truncated'],
] as const)('a file that cannot be used is exit 2 and its code: %s', async (name, content, code) => {
  const before = await kept();
  const answer = await at.nzrr('results', 'import', at.write(`bad-${name}`, content), '--json');
  expect(answer.exit).toBe(2);
  expect(JSON.parse(answer.out)).toMatchObject({ error: { code, message: expect.stringContaining('.') } });
  expect(answer.err).toContain(code);
  expect(await kept()).toEqual(before);
});

test('no file, two files, a folder, an option that is none: exit 2 and what to do', async () => {
  for (const words of [[], ['a', 'b'], ['nowhere.csv'], ['.'], ['a.csv', '--nope']]) {
    const { exit, out, err } = await at.nzrr('results', 'import', ...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).not.toBe('');
  }
});

test('generate writes the same file for the same seed, of invented learners only, and it imports whole, packed too', async () => {
  for (const [file, seed] of [
    ['one.csv', '7'],
    ['two.csv', '7'],
    ['three.csv', '8'],
  ] as const) {
    const run = file === 'one.csv' ? at.asProcess : at.nzrr;
    const { exit, out } = await run('results', 'generate', file, '--rows', '600', '--seed', seed);
    expect([exit, out]).toEqual([0, `Wrote 600 results to ${file}.\n`]);
  }
  const [one, two, three] = ['one.csv', 'two.csv', 'three.csv'].map((name) => readFileSync(join(at.folder, name), 'utf8'));
  expect(one).toBe(two);
  expect(one).not.toBe(three);
  const [header = '', ...lines] = (one ?? '').trimEnd().split('\n');
  expect(lines).toHaveLength(600);
  const column = header.split(',').indexOf('nsn');
  for (const line of lines) expect(line.split(',')[column]).toMatch(/^0000\d{6}$/);
  const packed = gzipSync(one ?? '');
  expect(gunzipSync(packed).toString()).toBe(one);
  const answer = await at.nzrr('results', 'import', at.write('one.csv.gz', packed), '--json');
  expect([answer.exit, JSON.parse(answer.out)]).toMatchObject([0, { rows: 600, recorded: 600, rejected: [] }]);
  for (const words of [[], ['x.csv', '--rows', '0'], ['x.csv', '--seed', 'a'], ['x.csv', '--first', '1']])
    expect((await at.nzrr('results', 'generate', ...words)).exit).toBe(2);
});
