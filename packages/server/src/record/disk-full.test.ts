import { spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { generateResults } from '../demonstration/generated-results.ts';
import type { Services } from '../services.ts';
import { testServices } from '../test-services.ts';
import { importResults } from './import-results.ts';
import { receiveResults } from './spool.ts';
import { aFile, setScene } from './test-scene.ts';

// A small file system of its own where the system lets us mount one; else the server raises the same error at the same place.
const NOBODY = 65534;
const folder = mkdtempSync(join(tmpdir(), 'disk-full-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;

const name = `full_${process.pid}`;
let at: TestDatabase;
let owner: pg.Client;
let db: Database;
let services: Services;

beforeAll(async () => {
  at = await testDatabase();
  if (mounted) {
    mkdirSync(join(disk, 'space'));
    chownSync(join(disk, 'space'), NOBODY, NOBODY);
    spawnSync('chmod', ['711', folder]);
    await at.owner.query(`create tablespace ${name} location '${join(disk, 'space')}'`);
  }
  await at.owner.query(`create database ${name} template template0${mounted ? ` tablespace ${name}` : ''}`);
  const address = { host: at.host, port: 5432, database: name };
  owner = new pg.Client({ ...address, user: 'postgres' });
  await owner.connect();
  await migrate(owner);
  await setScene(owner);
  db = await openDatabase(address, address);
  services = testServices({ db }, { settings: { dataFolder: join(disk, 'data') } });
});
afterAll(async () => {
  await db.end();
  await owner.end();
  await at.owner.query(`drop database ${name}`);
  if (mounted) {
    await at.owner.query(`drop tablespace ${name}`);
    spawnSync('umount', [disk]);
  }
  await at.end();
  rmSync(folder, { recursive: true, force: true });
});

const filler = join(disk, 'filler');

async function fill(): Promise<void> {
  if (!mounted) {
    await owner.query(`create function public.full() returns trigger language plpgsql as $$
      begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$;
      create trigger full_disk before insert on record.achievement_event for each statement execute function public.full()`);
    return;
  }
  const file = openSync(filler, 'w');
  for (const size of [1_048_576, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // Full to this size.
    }
  }
  closeSync(file);
}

async function makeRoom(): Promise<void> {
  if (mounted) rmSync(filler);
  else await owner.query('drop trigger full_disk on record.achievement_event; drop function public.full()');
}

async function kept(): Promise<{ references: number; counted: number; states: number; events: number }> {
  const { rows } = await owner.query(`select (select count(*)::integer from record.result_reference) as references,
    (select coalesce(sum(recorded), 0)::integer from record.import_batch) as counted,
    (select count(*)::integer from record.achievement_state) as states, (select count(*)::integer from record.achievement_event) as events`);
  return rows[0];
}

test('a full disk stops an import with its code, loses nothing that was counted, doubles nothing when there is room again', async () => {
  const offers = ['T1', 'T2', 'T4'].map((outcome) => ({
    outcome,
    field: 'health',
    provider: 'test-kea',
    from: '2015-01-01',
    to: '2021-06-30',
  }));
  const path = aFile([...generateResults({ seed: 1, rows: 6000, offers, firstLearner: 20_000 })].join(''));
  const operator = { actor: 'operator', organisationId: null };
  const run = () => importResults(services, operator, { path, name: 'full' }, { batchRows: 500 });
  await fill();
  await expect(run()).rejects.toMatchObject({ code: 'database-full', status: 503 });
  const during = await kept();
  expect(during.references).toBe(during.counted);
  expect(during.states).toBe(during.events);
  expect(during.references).toBeLessThan(6000);
  await makeRoom();
  const done = await run();
  expect(done.recorded + done.duplicates).toBe(6000);
  const after = await kept();
  expect(after).toMatchObject({ references: 6000, states: after.events });
});

if (!mounted) console.warn('not run: an upload for which there is no room needs the right to mount a small file system');
else
  test('an upload for which there is no room is 507, and the import says so', async () => {
    const reporter = { actor: 'operator', organisationId: null };
    await receiveResults(services, reporter, Readable.from([Buffer.from('x')]), { name: 'fits', dryRun: true });
    // Room for the rows of the import itself, and not for its file.
    await fill();
    truncateSync(filler, statSync(filler).size - 2 * 1_048_576);
    const pieces = Array.from({ length: 8 }, () => Buffer.alloc(1_048_576, 1));
    await expect(
      receiveResults(services, reporter, Readable.from(pieces), { name: 'large', dryRun: true }),
    ).rejects.toMatchObject({
      code: 'disk-full',
      status: 507,
    });
    await makeRoom();
    const { rows } = await owner.query(`select state, error_code from record.import_batch where name = 'large'`);
    expect(rows).toEqual([{ state: 'failed', error_code: 'disk-full' }]);
    expect(readdirSync(join(disk, 'data', 'imports')).filter((file) => file.endsWith('.part'))).toEqual([]);
  });
