import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  expect((await at.nzrr('results', 'import', at.write('one.csv', resultsFile([aResult(1, 1), aResult(2, 1)])))).exit).toBe(0);
});
afterAll(() => at.end());

const file = (): string => join(at.folder, '.data', 'keys', 'keys.json');
const keysOf = async (): Promise<{ hash_key: string; cipher_key: string }[]> =>
  (await at.owner.query('select hash_key, cipher_key from identity.learner')).rows;

test('the key file is for its owner only, and no command prints a key', async () => {
  expect(existsSync(file())).toBe(true);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const before = readFileSync(file(), 'utf8');
  const { exit, out } = await at.asProcess('keys', 'rotate', 'signing');
  expect(exit).toBe(0);
  expect(out).toMatch(/^The new key is \S+\.\n$/);
  const after = readFileSync(file(), 'utf8');
  expect(after).not.toBe(before);
  for (const secret of after.match(/[\w+/=-]{40,}/g) ?? []) expect(out).not.toContain(secret);
});

test.each(['nsn-encryption', 'nsn-index'] as const)(
  '%s: every NSN is written anew, and its learner is found as before',
  async (purpose) => {
    const column = purpose === 'nsn-index' ? 'hash_key' : 'cipher_key';
    const before = (await keysOf()).map((row) => row[column]);
    const { exit, out } = await at.nzrr('keys', 'rotate', purpose);
    expect([exit, out]).toMatchObject([0, expect.stringMatching(/2 NSNs were written anew\.\n$/)]);
    const after = (await keysOf()).map((row) => row[column]);
    expect(new Set(after).size).toBe(1);
    expect(before).not.toContain(after[0]);
    // The same people: nobody is made anew, and who gives another birth date is refused.
    const again = await at.nzrr(
      'results',
      'import',
      at.write(
        `${purpose}.csv`,
        resultsFile([aResult(1, purpose === 'nsn-index' ? 2 : 3), aResult(2, 4).replace('1991-02-03', '1991-02-04')]),
      ),
      '--json',
    );
    expect([again.exit, JSON.parse(again.out)]).toMatchObject([
      1,
      { recorded: 1, rejected: [{ row: 2, code: 'identity-not-confirmed' }] },
    ]);
    expect(await keysOf()).toHaveLength(2);
    expect((await at.nzrr('keys', 'rotate', purpose, '--continue')).out).toBe('0 NSNs were written anew.\n');
  },
);

test('a purpose that is none is exit 2', async () => {
  for (const words of [[], ['everything']]) {
    const { exit, err } = await at.nzrr('keys', 'rotate', ...words);
    expect([exit, err]).toEqual([
      2,
      'nzrr keys rotate takes one of signing, signing-p256, nsn-encryption, nsn-index, evidence, sharing.\n',
    ]);
  }
});

test('a key file that others may read is refused with a sentence', async () => {
  chmodSync(file(), 0o644);
  try {
    const { exit, err } = await at.nzrr('keys', 'rotate', 'signing');
    expect(exit).toBe(2);
    expect(err).toContain('keys.json');
  } finally {
    chmodSync(file(), 0o600);
  }
});
