import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('organisation', 'add', 'kea', '--name', 'Kea Training', '--kind', 'private-training-establishment');
});
afterAll(() => at.end());

test('a client is made with its secret shown once, listed without it, and ended with its tokens', async () => {
  const made = await at.asProcess('client', 'add', 'kea', '--name', 'Student system', '--scope', 'results:write');
  expect(made.exit).toBe(0);
  const [, id, secret] = /^id: (\S+)\nsecret: (\S{43})\n$/.exec(made.out) ?? [];
  await at.owner.query(
    `insert into access.session (token_hash, kind, client_id, expires_at) values ('\\x01', 'provider', $1, now() + interval '1 hour')`,
    [id],
  );
  const listed = await at.nzrr('client', 'list', 'kea', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({ id, name: 'Student system', organisation: 'kea', scopes: ['results:write'] });
  expect(listed.out).not.toContain(secret);
  expect((await at.nzrr('client', 'revoke', id ?? '')).out).toBe(`Ended ${id}.\n`);
  expect((await at.nzrr('client', 'list')).out).toBe('There are no clients.\n');
  const { rows } = await at.owner.query(`select ended_at is not null as ended from access.session where token_hash = '\\x01'`);
  expect(rows).toEqual([{ ended: true }]);
});

test('an unknown organisation, client or scope is exit 2 with a sentence', async () => {
  for (const words of [
    ['client', 'add', 'moa', '--name', 'x', '--scope', 'results:write'],
    ['client', 'add', 'kea', '--name', 'x', '--scope', 'everything'],
    ['client', 'add', 'kea', '--scope', 'results:write'],
    ['client', 'list', 'moa'],
    ['client', 'revoke', 'none'],
    ['client', 'revoke'],
  ]) {
    const { exit, err } = await at.nzrr(...words);
    expect([words, exit]).toEqual([words, 2]);
    expect(err).not.toBe('');
  }
});
