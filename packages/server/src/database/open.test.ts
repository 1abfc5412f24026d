import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrations } from './migrate.ts';
import { openEmbedded, openServer } from './open.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

const urlOf = (database: string): string =>
  `postgres://postgres@localhost/${database}?host=${encodeURIComponent(inject('databaseHost'))}`;
const options = (database: string) => ({
  url: urlOf(database),
  appUrl: null,
  identityUrl: null,
  publicUrl: 'https://recognition.example',
});

async function emptyDatabase(name: string): Promise<void> {
  await at.owner.query(`create database ${name}`);
}

test('a server is migrated, keeps its public address and refuses another', async () => {
  await emptyDatabase('served');
  const first = await openServer(options('served'));
  expect(first.applied).toEqual(migrations());
  expect((await first.database.asBatch((tx) => tx.query({ text: 'select * from catalogue.field' }))).rowCount).toBe(17);
  expect((await first.database.asIdentity((tx) => tx.query({ text: 'select * from identity.learner' }))).rowCount).toBe(0);
  await first.stop();
  const again = await openServer(options('served'));
  expect(again.applied).toEqual([]);
  await again.stop();
  await expect(openServer({ ...options('served'), publicUrl: 'https://other.example' })).rejects.toMatchObject({
    code: 'url-changed',
    message: expect.stringContaining('https://recognition.example'),
  });
});

test('two starts at one moment migrate once', async () => {
  await emptyDatabase('twice');
  const both = await Promise.all([openServer(options('twice')), openServer(options('twice'))]);
  expect(both.map(({ applied }) => applied.length).sort((a, b) => a - b)).toEqual([0, migrations().length]);
  for (const { stop } of both) await stop();
});

test('a database of a newer version, or somebody else’s, or none, is refused with what to do', async () => {
  await emptyDatabase('newer');
  await (await openServer(options('newer'))).stop();
  const client = new pg.Client(urlOf('newer'));
  await client.connect();
  await client.query(`insert into public.migration (name) values ('9999_later.sql')`);
  await client.end();
  await expect(openServer(options('newer'))).rejects.toMatchObject({
    code: 'database-newer',
    message: expect.stringContaining('9999_later.sql'),
  });
  await emptyDatabase('foreign_one');
  const other = new pg.Client(urlOf('foreign_one'));
  await other.connect();
  await other.query('create table public.theirs (n integer)');
  await other.end();
  await expect(openServer(options('foreign_one'))).rejects.toMatchObject({ code: 'database-not-ours' });
  await expect(openServer({ ...options('x'), url: 'postgres://nobody@127.0.0.1:1/x' })).rejects.toMatchObject({
    code: 'database-unreachable',
  });
});

test('an embedded one keeps what was written from one start to the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-open-'));
  chmodSync(folder, 0o711);
  const settings = { shared_buffers: '16MB', fsync: 'off' };
  try {
    const first = await openEmbedded({ folder: join(folder, 'postgres'), settings });
    expect(first.applied).toEqual(migrations());
    await first.database.asBatch((tx) =>
      tx.query({ text: `insert into operations.setting (name, value) values ('kept', 'yes')` }),
    );
    await first.stop();
    const second = await openEmbedded({ folder: join(folder, 'postgres'), settings });
    const { rows } = await second.database.asBatch((tx) =>
      tx.query<{ value: string }>({ text: `select value from operations.setting where name = 'kept'` }),
    );
    await second.stop();
    expect([second.applied, rows]).toEqual([[], [{ value: 'yes' }]]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a connection that is lost in a transaction is `database-unavailable`, nothing is kept, and the next one works', async () => {
  const write = at.db.asBatch(async (tx) => {
    await tx.query({ text: `insert into operations.setting (name, value) values ('lost', 'yes')` });
    const { rows } = await tx.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
    await at.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await new Promise((next) => setTimeout(next, 100));
    await tx.query({ text: 'select 1' });
  });
  await expect(write).rejects.toMatchObject({ code: 'database-unavailable', status: 503 });
  const { rowCount } = await at.db.asBatch((tx) => tx.query({ text: `select from operations.setting where name = 'lost'` }));
  expect(rowCount).toBe(0);
});

test('two that lock each other out: one goes through, the other is told `database-busy`', async () => {
  await at.owner.query(`insert into operations.setting (name, value) values ('left', '0'), ('right', '0')`);
  const change = (names: readonly string[], wait: Promise<void>, done: () => void): Promise<void> =>
    at.db.asBatch(async (tx) => {
      const update = `update operations.setting set value = value || '1' where name = $1`;
      await tx.query({ text: update, values: [names[0]] });
      done();
      await wait;
      await tx.query({ text: update, values: [names[1]] });
    });
  const [a, b] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answers = await Promise.allSettled([
    change(['left', 'right'], b.promise, a.resolve),
    change(['right', 'left'], a.promise, b.resolve),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'database-busy' } });
  const { rows } = await at.owner.query(`select value from operations.setting where name in ('left', 'right')`);
  expect(rows).toEqual([{ value: '01' }, { value: '01' }]);
});

test('an error of the work itself is passed on as it is, and undoes the work', async () => {
  await expect(
    at.db.asBatch(async (tx) => {
      await tx.query({ text: `insert into operations.setting (name, value) values ('undone', 'yes')` });
      throw new TypeError('mine');
    }),
  ).rejects.toThrow(new TypeError('mine'));
  await expect(
    at.db.asBatch((tx) =>
      tx.query({ text: `insert into catalogue.field (slug, position, name_en, name_mi) values ('health', 99, '', '')` }),
    ),
  ).rejects.toMatchObject({ code: '23505' });
  const { rowCount } = await at.db.asBatch((tx) => tx.query({ text: `select from operations.setting where name = 'undone'` }));
  expect(rowCount).toBe(0);
});
