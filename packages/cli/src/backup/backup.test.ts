import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@recognition/server/database/open.ts';
import { migrations } from '@recognition/server/database/migrate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, nzrrHere, nzrrIn, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
let other: string;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((outcome) => aResult(1, outcome));
  expect((await at.nzrr('results', 'import', at.write('one.csv', resultsFile(lines)))).exit).toBe(0);
  other = mkdtempSync(join(tmpdir(), 'nzrr-restored-'));
  chmodSync(other, 0o711);
});
afterAll(async () => {
  await at.end();
  rmSync(other, { recursive: true, force: true });
});

const last = migrations().at(-1) ?? '';

test('a backup beside the running product is restored elsewhere, with its key file, and goes on: the same record, an award from it', async () => {
  const { rows } = await at.owner.query('select distinct learner_id::text as id from record.achievement_state');
  const learner: string = rows[0].id;
  const made = await at.asProcess('backup', 'monday.backup');
  expect([made.exit, made.out]).toEqual([
    0,
    expect.stringMatching(`^monday.backup: \\d+ tables, data version ${last}\\. The keys are not in it\\.\n$`),
  ]);
  expect(statSync(join(at.folder, 'monday.backup')).mode & 0o777).toBe(0o600);
  const again = await at.nzrr('backup', 'monday.backup');
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining('is there already')]);

  const file = join(at.folder, 'monday.backup');
  const restored = await nzrrIn(other, ['restore', file]);
  expect([restored.exit, restored.err]).toEqual([0, '']);
  expect(restored.out).toContain(`data version ${last}`);
  mkdirSync(join(other, '.data', 'keys'), { mode: 0o700 });
  copyFileSync(join(at.folder, '.data', 'keys', 'keys.json'), join(other, '.data', 'keys', 'keys.json'));
  chmodSync(join(other, '.data', 'keys', 'keys.json'), 0o600);
  const before = await at.nzrr('record', 'export', '--learner', learner);
  const running = await openEmbedded({ folder: join(other, '.data', 'postgres'), settings: { shared_buffers: '32MB' } });
  try {
    expect((await nzrrHere(other, ['record', 'export', '--learner', learner])).out).toBe(before.out);
    expect((await nzrrHere(other, ['award', 'claim', '--learner', learner])).exit).toBe(0);
    const twice = await nzrrHere(other, ['restore', file]);
    expect([twice.exit, twice.err]).toEqual([2, expect.stringContaining('restore only into an empty one')]);
  } finally {
    await running.stop();
  }
});

test('a file that is no backup, cut off or missing is exit 2 with a sentence', async () => {
  writeFileSync(join(at.folder, 'text.backup'), 'hello');
  for (const file of ['text.backup', 'nowhere.backup', '.']) {
    const { exit, out, err } = await at.nzrr('restore', file);
    expect([file, exit, out]).toEqual([file, 2, '']);
    expect(err).not.toBe('');
  }
  expect((await at.nzrr('backup', 'no/such/folder')).exit).toBe(2);
});

test('migrate brings an empty folder to this version, and then has nothing to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-migrate-'));
  chmodSync(folder, 0o711);
  try {
    const first = await nzrrIn(folder, ['migrate']);
    expect(first).toEqual({ exit: 0, out: `Applied ${migrations().join(', ')}.\n`, err: '' });
    expect(await nzrrHere(folder, ['migrate'])).toEqual({ exit: 0, out: 'The database is up to date.\n', err: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('where the database is gone, every command says so in a sentence', async () => {
  const env = {
    DATABASE_URL: 'postgres://somebody:swordfish@127.0.0.1:1/gone',
    RECOGNITION_URL: 'https://recognition.example',
    KEY_STORE: `file:${join(at.folder, '.data', 'keys', 'keys.json')}`,
    OIDC_ISSUER: 'https://issuer.example',
    OIDC_CLIENT_ID: 'us',
    OIDC_CLIENT_SECRET: 'secret',
  };
  for (const words of [
    ['migrate'],
    ['backup', 'x'],
    ['award', 'list'],
    ['keys', 'rotate', 'signing'],
    ['record', 'export', '--learner', '1'],
  ]) {
    const { exit, out, err } = await nzrrHere(at.folder, words, env);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).toContain('The database does not answer at DATABASE_URL');
    expect(err).not.toContain('swordfish');
  }
  const { RECOGNITION_URL: _left, ...without } = env;
  const missing = await nzrrHere(at.folder, ['award', 'list'], without);
  expect([missing.exit, missing.err]).toEqual([2, expect.stringContaining('RECOGNITION_URL')]);
});
