import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explain, startEmbedded } from './embedded.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nzrr embedded '));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { shared_buffers: '16MB', fsync: 'off' };

async function answers(host: string): Promise<number> {
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    return (await client.query<{ one: number }>('select 1 as one')).rows[0]?.one ?? 0;
  } finally {
    await client.end();
  }
}

/** Another process of ours with a PostgreSQL in this folder. */
async function another(data: string): Promise<ChildProcess> {
  const module = fileURLToPath(new URL('./embedded.ts', import.meta.url));
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
    await startEmbedded({ folder: ${JSON.stringify(data)}, settings: ${JSON.stringify(settings)} }); console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((done, failed) => {
    child.stdout?.once('data', () => done());
    child.once('exit', () => failed(new Error('the other process ended')));
  });
  return child;
}

test('in a path with spaces, with a pid file that went stale, after a cut-off start', async () => {
  const data = join(folder, 'one', 'postgres');
  mkdirSync(`${data}.making`, { recursive: true });
  writeFileSync(join(`${data}.making`, 'PG_VERSION'), '18');
  const first = await startEmbedded({ folder: data, settings });
  expect(await answers(first.host)).toBe(1);
  await first.stop();
  expect(existsSync(first.host)).toBe(false);
  // The number of a process that lives and is no PostgreSQL: this one.
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n`);
  const second = await startEmbedded({ folder: data, settings });
  expect(await answers(second.host)).toBe(1);
  await second.stop();
});

test('two side by side: another folder works, the same folder is one sentence; after kill -9 the next start takes over', async () => {
  const data = join(folder, 'two', 'postgres');
  const child = await another(data);
  await expect(startEmbedded({ folder: data, settings })).rejects.toMatchObject({
    code: 'database-in-use',
    message: expect.stringContaining(`Process ${child.pid} already runs`),
  });
  const beside = await startEmbedded({ folder: join(folder, 'three', 'postgres'), settings });
  expect(await answers(beside.host)).toBe(1);
  await beside.stop();
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
  const after = await startEmbedded({ folder: data, settings });
  expect(await answers(after.host)).toBe(1);
  await after.stop();
});

test('a folder of another major says what to do', async () => {
  const data = join(folder, 'old', 'postgres');
  mkdirSync(data, { recursive: true });
  for (const major of ['17', '19']) {
    writeFileSync(join(data, 'PG_VERSION'), `${major}\n`);
    await expect(startEmbedded({ folder: data, settings })).rejects.toMatchObject({
      code: 'database-other-major',
      message: expect.stringMatching(`PostgreSQL ${major} .*nzrr restore`),
    });
  }
  expect(readFileSync(join(data, 'PG_VERSION'), 'utf8')).toBe('19\n');
});

test('under a closed folder', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const server = await startEmbedded({ folder: join(closed, '.data', 'postgres'), settings });
  expect(await answers(server.host)).toBe(1);
  await server.stop();
});

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'database-disk-full'],
  ['postgres: error while loading shared libraries: libicuuc.so.60: cannot open', 'database-programs-missing'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'database-in-use'],
  ['FATAL: could not open file "x": Permission denied', 'database-folder-closed'],
  ['FATAL:  something else', 'database-did-not-start'],
])('what PostgreSQL says becomes a sentence: %s', (said, code) => {
  expect(explain(said)).toMatchObject({ code });
});
