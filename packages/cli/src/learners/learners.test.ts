import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  const lines = [aResult(1, 1), aResult(2, 2)];
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile(lines)))).exit).toBe(0);
});
afterAll(() => at.end());

async function references(): Promise<string[]> {
  const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = 'p2-k2'`);
  const { out } = await at.nzrr('record', 'export', '--learner', rows[0].id);
  return JSON.parse(out)
    .achievements.map(({ outcome }: { readonly outcome: string }) => outcome)
    .sort();
}

test('a merge shows the results of both NSNs in one record, and is taken back without a trace in them', async () => {
  const pairs = at.write('pairs.csv', '\ufeffinvalid_nsn,master_nsn\r\n0000300001,0000300002\r\n');
  expect(await references()).toEqual(['k-2']);
  expect(await at.asProcess('learners', 'merge', pairs)).toEqual({ exit: 0, out: '1 merged\n', err: '' });
  expect(await references()).toEqual(['k-1', 'k-2']);
  expect(await at.nzrr('learners', 'merge', pairs)).toEqual({ exit: 0, out: '1 unchanged\n', err: '' });
  expect(await at.asProcess('learners', 'unmerge', pairs)).toEqual({ exit: 0, out: '1 undone\n', err: '' });
  expect(await references()).toEqual(['k-2']);
});

test('refused rows are named by number and code, never by NSN; the others go on: exit 1', async () => {
  const pairs = at.write(
    'bad.csv',
    'invalid_nsn,master_nsn\n0000399999,0000300002\nRātā,0000300002\n0000300001,0000300001\n0000300001,0000300002,more\n0000300001,0000300002\n',
  );
  const { exit, out, err } = await at.asProcess('learners', 'merge', pairs);
  expect(exit).toBe(1);
  expect(err).toBe('row 2: nsn-unknown\nrow 3: nsn-malformed\nrow 4: same-person\nrow 5: nsn-malformed\n');
  expect(out).toContain('1 merged');
  expect(out + err).not.toMatch(/0000\d{6}/);
  expect((await at.nzrr('learners', 'unmerge', pairs)).exit).toBe(1);
  expect(await references()).toEqual(['k-2']);
});

test('a file that is missing, empty or has another header is exit 2', async () => {
  for (const file of ['nowhere.csv', at.write('empty.csv', ''), at.write('header.csv', 'a,b\n1,2\n'), '.']) {
    const { exit, err } = await at.nzrr('learners', 'merge', file);
    expect([file, exit]).toEqual([file, 2]);
    expect(err).not.toBe('');
  }
});
