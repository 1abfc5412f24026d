import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimForLearner } from '../award/claim.ts';
import { ids, LEARNER, setScene } from '../award/test-scene.ts';
import { openDatabase } from '../database/connection.ts';
import { migrate, migrations } from '../database/migrate.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { readStored, storeFile } from '../evidence/file-store.ts';
import { createLearners, ownNsn } from '../identity/index.ts';
import { testServices } from '../test-services.ts';
import { backup } from './backup.ts';
import { frame } from './frames.ts';
import { restore } from './restore.ts';

let at: TestDatabase;
let folder: string;
const now = new Date('2026-11-24T00:00:00Z');
beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterAll(async () => {
  await at.end();
  rmSync(folder, { recursive: true });
});

async function empty(name: string): Promise<pg.Client> {
  await at.owner.query(`create database ${name}`);
  const client = new pg.Client({ host: at.host, port: 5432, user: 'postgres', database: name });
  await client.connect();
  return client;
}

async function content(client: pg.Client): Promise<Record<string, unknown>> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('catalogue', 'identity', 'record', 'award', 'account', 'operations', 'notice', 'dispute', 'employer', 'offering', 'sharing', 'bank', 'learning_account', 'evidence', 'rpl', 'transfer') order by 1`,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of rows)
    all[name] = (await client.query(`select coalesce(jsonb_agg(t order by t::text), '[]') as rows from ${name} t`)).rows[0].rows;
  return all;
}

test('what was backed up is there again after a restore, to the last row, and its keys still read it', async () => {
  const services = testServices(at);
  const [id] = await createLearners(services, 'operator', [
    { nsn: '0000000001', familyName: 'Ngā\tta\\', givenNames: 'A\nroha', birthDate: '2000-02-29' },
  ]);
  await at.owner.query(
    `insert into record.access_log (learner_id, actor, purpose, what) select 1024 + n, 'x', 'p', repeat('long', 100) from generate_series(1, 5000) n`,
  );
  await at.session('learner', { learnerId: Number(id) });
  const file = join(folder, 'one.backup');
  expect(await backup(at.owner, file, now)).toMatchObject({ dataVersion: migrations().at(-1) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const raw = gunzipSync(readFileSync(file)).toString('latin1');
  expect(raw).not.toContain('0000000001');
  const client = await empty('restored');
  try {
    expect(await restore(client, file)).toMatchObject({ madeAt: now.toISOString(), migrated: [] });
    expect(await content(client)).toEqual(await content(at.owner));
    expect((await client.query('select from access.session')).rowCount).toBe(0);
    // The next number is a new one.
    const next = `select nextval('identity.learner_sequence')::integer as next`;
    expect((await client.query(next)).rows).toEqual((await at.owner.query(next)).rows);
    await client.query(`insert into record.access_log (learner_id, actor, purpose, what) values (1, 'x', 'p', 'w')`);
    await expect(restore(client, file)).rejects.toMatchObject({ code: 'database-not-empty' });
  } finally {
    await client.end();
  }
  expect(await ownNsn(services, Number(id))).toBe('0000000001');
});

test('the files of evidence go with their rows, as they lie, and those that no row names stay behind', async () => {
  const from = join(folder, 'evidence-from');
  const to = join(folder, 'evidence-to');
  const services = testServices(at, { settings: { dataFolder: from } });
  const content = Buffer.from('%PDF-1.7 a letter');
  const stored = await storeFile(
    services,
    1025,
    (async function* () {
      yield content;
    })(),
  );
  await storeFile(
    services,
    1025,
    (async function* () {
      yield Buffer.from('an orphan');
    })(),
  );
  await at.owner.query(
    `insert into evidence.item (learner_id, item_id, kind, title, file_id, media_type, bytes, content_hash, file_key, key_id, added_at, added_by)
      values (1025, 1, 'file', 'A letter', $1, 'application/pdf', $2, $3, $4, $5, now(), 'x')`,
    [stored.fileId, stored.bytes, stored.contentHash, stored.fileKey, stored.keyId],
  );
  const file = join(folder, 'evidence.backup');
  await backup(at.owner, file, now, join(from, 'evidence'));
  const client = await empty('with_evidence');
  try {
    await restore(client, file, join(to, 'evidence'));
  } finally {
    await client.end();
  }
  const back = { ...services, settings: { ...services.settings, dataFolder: to } };
  expect((await readStored(back, 1025, stored)).equals(content)).toBe(true);
  expect(readdirSync(join(to, 'evidence'), { recursive: true }).filter((name) => String(name).includes('-'))).toHaveLength(1);
  await at.owner.query('delete from evidence.item');
});

test.each(['0100', '0101'])(
  'data of the version before %s is restored as it was, then migrated, and can be claimed from',
  async (before) => {
    const older = await empty(`older_${before}`);
    const file = join(folder, `older-${before}.backup`);
    const earlier = migrations().filter((name) => name < before);
    try {
      await migrate(older, { upTo: earlier });
      await setScene(older);
      expect(await backup(older, file, now)).toMatchObject({ dataVersion: earlier.at(-1) });
    } finally {
      await older.end();
    }
    const name = `newer_${before}`;
    const newer = await empty(name);
    try {
      expect(await restore(newer, file)).toMatchObject({ migrated: migrations().filter((one) => one >= before) });
      const { rows } = await newer.query('select name from public.migration order by name');
      expect(rows.map((row) => row.name)).toEqual(migrations());
      const address = { host: at.host, port: 5432, database: name };
      const db = await openDatabase(address, address);
      try {
        const input = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null } as const;
        await expect(
          claimForLearner(testServices({ db }), { learnerId: LEARNER, actor: 'operator' }, input),
        ).resolves.toHaveProperty('id');
      } finally {
        await db.end();
      }
    } finally {
      await newer.end();
    }
  },
);

test('what is cut off, altered, newer or not a backup leaves the database empty, and the restore can be tried again', async () => {
  const file = join(folder, 'good.backup');
  await backup(at.owner, file, now);
  await expect(backup(at.owner, file, now)).rejects.toMatchObject({ code: 'file-exists' });
  const good = readFileSync(file);
  const header = {
    format: 'recognition-backup',
    version: 1,
    madeAt: '',
    postgres: '',
    migrations: ['9999_later.sql'],
    tables: [],
    sequences: [],
    files: [],
  };
  const bad: [string, Buffer, string][] = [
    ['cut', good.subarray(0, good.length - 5000), 'backup-damaged'],
    ['short', gzipSync(gunzipSync(good).subarray(0, -100)), 'backup-damaged'],
    ['text', Buffer.from('hello'), 'backup-unusable'],
    ['empty', Buffer.of(), 'backup-damaged'],
    ['json', gzipSync(frame(Buffer.from('{}'))), 'backup-unusable'],
    ['later', gzipSync(frame(Buffer.from(JSON.stringify(header)))), 'backup-newer'],
    ['format', gzipSync(frame(Buffer.from(JSON.stringify({ ...header, version: 3, migrations: [] })))), 'backup-newer'],
  ];
  const client = await empty('unlucky');
  try {
    for (const [name, bytes, code] of bad) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await expect(restore(client, path), name).rejects.toMatchObject({ code });
    }
    expect((await client.query(`select to_regclass('public.migration') as there`)).rows).toEqual([{ there: null }]);
    await restore(client, file);
  } finally {
    await client.end();
  }
});

test('a backup that fails leaves no file', async () => {
  const broken = await empty('broken');
  await broken.query('create schema catalogue; create table catalogue.field (slug text)');
  const file = join(folder, 'never');
  await expect(backup(broken, file, now)).rejects.toThrow();
  await broken.end();
  expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false]);
  chmodSync(folder, 0o700);
});
