import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { aRow, csvOf, setScene } from '../record/test-scene.ts';
import { testServices } from '../test-services.ts';
import { buildApp } from './app.ts';
import { beginRequest } from './queries.ts';
import type { App } from './route.ts';
import { type Answer, type Browser, browser } from './test-browser.ts';

const UPLOAD = '/api/v1/results/imports?dryRun=true';

let at: TestDatabase;
let app: App;
let folder: string;
let ngaio: Browser;
let actor: string;
beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'idempotency-'));
  await setScene(at.owner);
  await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('demo-harakeke', 'private-training-establishment')`,
  );
  app = await buildApp(testServices(at, { settings: { dataFolder: folder } }));
  ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
});
afterAll(async () => {
  await app.close();
  await at.end();
  rmSync(folder, { recursive: true, force: true });
});

function send(key: string, body: string, type = 'text/csv'): Promise<Answer> {
  return ngaio.ask('POST', UPLOAD, { body, headers: { 'content-type': type, 'idempotency-key': key } });
}

async function imports(): Promise<number> {
  return (await at.owner.query('select from record.import_batch')).rowCount ?? 0;
}

const file = csvOf([aRow({ reference: 'u-1', provider: '' })]);
const sameLength = csvOf([aRow({ reference: 'u-2', provider: '' })]);

test('an upload that is sent again is one import; another of equal length under its key is refused, and so is another kind', async () => {
  expect(sameLength.length).toBe(file.length);
  const first = await send('one', file);
  expect(first.status).toBe(202);
  const made = await imports();
  const again = await send('one', file);
  expect([again.status, again.headers['idempotent-replay'], again.body]).toEqual([202, 'true', { id: first.body['id'] }]);
  const other = await send('one', sameLength);
  expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reused']);
  const longer = await send('one', `${file}\n`);
  expect([longer.status, longer.body['code']]).toEqual([422, 'idempotency-key-reused']);
  expect((await send('one', file, 'application/octet-stream')).status).toBe(422);
  expect(await imports()).toBe(made);
  // What was refused did not take the key away.
  expect((await send('one', file)).body).toEqual({ id: first.body['id'] });
  expect((await send('two', sameLength)).status).toBe(202);
});

test('one that is still being worked on is 409, and neither body nor file name is kept with the key', async () => {
  const { rows } = await at.owner.query('select * from operations.idempotency limit 1');
  actor = rows[0].client;
  expect(Object.keys(rows[0]).sort()).toEqual(['client', 'created_at', 'key', 'request_hash', 'resource', 'state', 'status']);
  expect(Buffer.from(rows[0].request_hash)).toHaveLength(64);
  const url = '/api/v1/organisations/demo-harakeke/clients';
  const body = { name: 'System', scopes: ['results:write'] };
  const headers = { 'idempotency-key': 'held' };
  const first = await ngaio.ask('POST', url, { body, headers });
  expect(first.status).toBe(201);
  await at.owner.query(
    `update operations.idempotency set state = 'in-flight', status = null, resource = null where key = 'held'`,
  );
  const meanwhile = await ngaio.ask('POST', url, { body, headers });
  expect([meanwhile.status, meanwhile.body['code'], meanwhile.headers['retry-after']]).toEqual([409, 'request-in-flight', '1']);
});

test('a key is a client’s own, and free again after 24 hours', async () => {
  const hash = new Uint8Array(32);
  expect(await beginRequest(at.db, 'client:other', 'one', hash)).toEqual({ state: 'new' });
  expect((await beginRequest(at.db, actor, 'one', hash)).state).toBe('other');
  await at.owner.query(`update operations.idempotency set created_at = now() - interval '24 hours 1 second' where client = $1`, [
    actor,
  ]);
  expect((await send('one', sameLength)).status).toBe(202);
});

test('an upload that breaks off or fails leaves its key free', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const session = (await ngaio.ask('GET', '/api/v1/session')).body;
  const headers = {
    cookie: [...ngaio.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'x-csrf-token': String(session['csrfToken']),
    'content-type': 'text/csv',
    'content-length': String(file.length),
    'idempotency-key': 'cut',
  };
  await new Promise<void>((done) => {
    const request = httpRequest(`${address}${UPLOAD}`, { method: 'POST', headers });
    request.on('error', () => done());
    request.write(file.slice(0, 40));
    setTimeout(() => request.destroy(), 300);
  });
  let answer = await send('cut', file);
  for (let attempt = 0; attempt < 100 && answer.status === 409; attempt += 1) {
    await new Promise((next) => setTimeout(next, 50));
    answer = await send('cut', file);
  }
  expect(answer.status).toBe(202);
  expect((await send('refused', '{}', 'application/json')).status).toBe(415);
  expect((await send('refused', file)).status).toBe(202);
});
