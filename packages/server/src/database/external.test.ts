import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from '../operations/backup.ts';
import { restore } from '../operations/restore.ts';
import { systemClock } from '../services.ts';
import { loadOwnSkills } from '../skill/own-skills.ts';
import { suggestSkills } from '../skill/suggest.ts';
import { startServer } from '../start.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrations } from './migrate.ts';
import { asOwner, openServer } from './open.ts';

// A server that is not ours: its superuser is somebody else, and asks passwords of everybody.
let server: EmbeddedServer;
let superuser: pg.Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nzrr-external-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'postgres');
  server = await startEmbedded({ folder: data, settings: { fsync: 'off', shared_buffers: '32MB' } });
  superuser = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database: 'postgres' });
  await superuser.connect();
  writeFileSync(join(data, 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  await superuser.query('select pg_reload_conf()');
  await superuser.query(`create role registry login createrole password 'swordfish'`);
});
afterAll(async () => {
  await superuser.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (database: string, password = 'swordfish'): string =>
  `postgres://registry:${password}@localhost/${database}?host=${encodeURIComponent(server.host)}`;

async function emptyDatabase(name: string): Promise<string> {
  await superuser.query(`create database ${name} owner registry`);
  return urlOf(name);
}

const envOf = (url: string): Record<string, string> => ({
  DATABASE_URL: url,
  PORT: '0',
  RECOGNITION_URL: 'http://127.0.0.1:8080',
  RECOGNITION_DATA: join(folder, 'data'),
  KEY_STORE: `file:${join(folder, 'keys', 'keys.json')}`,
  OIDC_ISSUER: 'https://issuer.invalid',
  OIDC_CLIENT_ID: 'us',
  OIDC_CLIENT_SECRET: 'a secret',
  LOG_LEVEL: 'silent',
});

test('DATABASE_URL with an owner who is no superuser: it is migrated and served, without a demonstration, and again with the data kept', async () => {
  const env = envOf(await emptyDatabase('registry'));
  const printed: string[] = [];
  const start = () => startServer({ env, cwd: folder, flags: [], print: (line) => printed.push(line) });
  const first = await start();
  try {
    expect(first.services.settings).toMatchObject({ demonstration: false, authority: { invented: false } });
    expect((await first.app.inject('/readyz')).statusCode).toBe(200);
    expect((await first.app.inject('/api/v1/fields')).json().items).toHaveLength(17);
    // No demonstration: nobody and nothing invented, no issuer of ours, no link that signs anybody in.
    expect((await first.app.inject('/api/v1/session')).json()).toMatchObject({ personas: [] });
    expect((await first.app.inject('/demonstration/issuer/.well-known/openid-configuration')).statusCode).toBe(404);
    expect((await first.app.inject('/sign-in?as=marama')).headers['set-cookie'] ?? '').not.toContain('session=');
    expect(printed.join('\n')).not.toMatch(/sign-in\?as|invented/);
    const { rows } = await first.services.db.asBatch((tx) =>
      tx.query({
        text: `select (select count(*)::integer from catalogue.outcome) as outcomes,
          (select count(*)::integer from record.achievement_state) as results,
          (select count(*)::integer from catalogue.organisation where kind like '%training%') as providers`,
      }),
    );
    expect(rows).toEqual([{ outcomes: 0, results: 0, providers: 0 }]);
    // Each kind of actor has its role there too: what a policy hides from the public is hidden.
    expect((await first.services.db.asPublic((tx) => tx.query({ text: 'select current_user as role' }))).rows).toEqual([
      { role: 'nzrr_public' },
    ]);
  } finally {
    await first.stop();
  }
  const second = await start();
  expect(second.services.settings.demonstration).toBe(false);
  await second.stop();
  await expect(
    startServer({ env: { ...env, RECOGNITION_URL: 'http://127.0.0.1:9090' }, cwd: folder, flags: [], print: () => undefined }),
  ).rejects.toMatchObject({ code: 'url-changed', message: expect.stringContaining('http://127.0.0.1:8080') });
});

test('a database whose owner has pg_trgm in a schema of its own: it is migrated, and what is spelled alike is found', async () => {
  const url = await emptyDatabase('trigrams');
  const owner = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database: 'trigrams' });
  await owner.connect();
  await owner.query(
    'create schema "Own tools"; create extension pg_trgm with schema "Own tools"; grant usage on schema "Own tools" to registry',
  );
  await owner.end();
  const opened = await openServer({ url, appUrl: null, identityUrl: null, publicUrl: 'https://recognition.example' });
  try {
    await loadOwnSkills({ db: opened.database, clock: systemClock });
    const found = await suggestSkills({ db: opened.database }, { said: 'Keep acurate recrods', scheme: null, limit: 3 });
    expect(found.map(({ skill }) => skill.en)).toContain('Keep accurate records');
  } finally {
    await opened.stop();
  }
});

test('--demo brings the demonstration to a DATABASE_URL: its people, its issuer, its links', async () => {
  const { OIDC_ISSUER: _, OIDC_CLIENT_ID: __, OIDC_CLIENT_SECRET: ___, ...env } = envOf(await emptyDatabase('shown'));
  const printed: string[] = [];
  const shown = await startServer({ env, cwd: folder, flags: ['--demo'], print: (line) => printed.push(line) });
  try {
    expect(shown.services.settings).toMatchObject({ demonstration: true, authority: { invented: true } });
    expect(printed.join('\n')).toContain('/sign-in?as=');
    expect((await shown.app.inject('/demonstration/issuer/.well-known/openid-configuration')).statusCode).toBe(200);
    const { rows } = await shown.services.db.asBatch((tx) =>
      tx.query<{ results: number }>({ text: 'select count(*)::integer as results from record.achievement_state' }),
    );
    expect(rows[0]?.results).toBeGreaterThan(100);
  } finally {
    await shown.stop();
  }
});

test('a password that is wrong, a database that is not there, a server that does not answer: each in a sentence, without the password', async () => {
  const options = { appUrl: null, identityUrl: null, publicUrl: 'https://recognition.example' };
  await emptyDatabase('locked');
  for (const [url, said] of [
    [urlOf('locked', 'sardine'), /password authentication failed/],
    [urlOf('nowhere'), /"nowhere" does not exist/],
    [`postgres://registry:swordfish@localhost/locked?host=${encodeURIComponent(join(folder, 'no-socket'))}`, /does not answer/],
    ['postgres://registry:swordfish@127.0.0.1:1/locked', /does not answer/],
  ] as const) {
    const failure = await openServer({ ...options, url }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'database-unreachable', message: expect.stringMatching(said) });
    expect(String(failure)).not.toMatch(/swordfish|sardine/);
  }
});

test('an owner who may make no roles is told so', async () => {
  await superuser.query(`create role plain login password 'swordfish'`);
  await superuser.query('create database plain owner plain');
  const failure = await openServer({
    url: urlOf('plain').replace('registry:', 'plain:'),
    appUrl: null,
    identityUrl: null,
    publicUrl: 'https://recognition.example',
  }).catch((error: unknown) => error);
  // The roles are there already: another database of this server made them. What is missing then is the right to become them.
  expect(failure).toMatchObject({ code: 'database-rights-missing', message: expect.stringContaining('CREATEROLE') });
});

test('a server of PostgreSQL 15 is refused by its number, before anything is written', async () => {
  const old = await oldServer();
  try {
    await expect(
      openServer({ url: old.url, appUrl: null, identityUrl: null, publicUrl: 'https://recognition.example' }),
    ).rejects.toMatchObject({ code: 'database-unsupported', message: expect.stringContaining('PostgreSQL 15') });
    expect(old.asked.join('\n')).not.toMatch(/create|insert|alter/i);
  } finally {
    old.close();
  }
});

test('a backup is restored there without a superuser, and the server starts on it', async () => {
  const file = join(folder, 'monday.backup');
  const source = await emptyDatabase('source');
  const first = await openServer({ url: source, appUrl: null, identityUrl: null, publicUrl: 'http://127.0.0.1:8080' });
  await first.stop();
  await asOwner({ url: source, folder }, async (owner) => {
    await owner.query(`insert into catalogue.organisation (public_id, kind) values ('kept', 'provider')`);
    await owner.query(
      `insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Kept' from catalogue.organisation where public_id = 'kept'`,
    );
    await backup(owner, file, new Date('2026-11-24T00:00:00Z'));
  });
  const target = await emptyDatabase('target');
  await asOwner({ url: target, folder }, async (owner) => {
    expect(await restore(owner, file)).toMatchObject({ dataVersion: migrations().at(-1), migrated: [] });
    expect((await owner.query(`select name from catalogue.organisation_name where name = 'Kept'`)).rowCount).toBe(1);
  });
  // Foreign keys and triggers hold again, the same as where the backup came from.
  const constraints = (url: string) =>
    asOwner(
      { url, folder },
      async (owner) =>
        (
          await owner.query(`select conrelid::regclass::text as at, conname, pg_get_constraintdef(oid) as def, convalidated from pg_constraint
            where contype = 'f' union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled = 'O' from pg_trigger where not tgisinternal order by 1, 2`)
        ).rows,
    );
  expect(await constraints(target)).toEqual(await constraints(source));
  await (await openServer({ url: target, appUrl: null, identityUrl: null, publicUrl: 'http://127.0.0.1:8080' })).stop();
});

/** Speaks just enough of the protocol to say that it is PostgreSQL 15. */
async function oldServer(): Promise<{ readonly url: string; readonly asked: string[]; readonly close: () => void }> {
  const asked: string[] = [];
  const message = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const numbers = (size: 2 | 4, ...values: number[]): Buffer => {
    const buffer = Buffer.alloc(size * values.length);
    for (const [at, value] of values.entries()) {
      if (size === 2) buffer.writeInt16BE(value, at * 2);
      else buffer.writeInt32BE(value, at * 4);
    }
    return buffer;
  };
  const ready = message('Z', Buffer.from('I'));
  const row = [
    message(
      'T',
      numbers(2, 1),
      Buffer.from('version\0'),
      numbers(4, 0),
      numbers(2, 0),
      numbers(4, 23),
      numbers(2, 4),
      numbers(4, -1),
      numbers(2, 0),
    ),
    message('D', numbers(2, 1), numbers(4, 6), Buffer.from('150013')),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ];
  const listening: Server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([message('R', numbers(4, 0)), ready]));
        return;
      }
      if (data[0] === 0x51) {
        asked.push(data.subarray(5).toString());
        socket.write(Buffer.concat(row));
      }
    });
  });
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const address = listening.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return { url: `postgres://registry:x@127.0.0.1:${address.port}/registry`, asked, close: () => listening.close() };
}
