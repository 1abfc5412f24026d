import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { makeDrain } from '../operations/drain.ts';
import { makeLog } from '../operations/logging.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { buildApp } from './app.ts';
import { beginRequest, finishRequest } from './queries.ts';
import { accepted } from './language.ts';
import { cursorOf, readCursor } from './paging.ts';
import type { App } from './route.ts';
import { browser } from './test-browser.ts';
import { z } from 'zod';

let at: TestDatabase;
let app: App;
const lines: string[] = [];
const drain = makeDrain();
beforeAll(async () => {
  at = await testDatabase();
  await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('demo-harakeke', 'private-training-establishment')`,
  );
  app = await buildApp(testServices(at), { log: makeLog('info', (line) => lines.push(line)), drain });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

test('an unknown address of the API is a problem document', async () => {
  const answer = await browser(app).ask('GET', '/api/v1/nothing');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
});

test('bad input is refused with the place of what is wrong, and never a 500', async () => {
  const ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
  const at = '/api/v1/organisations/demo-harakeke/invitations';
  const json = { 'content-type': 'application/json' };
  expect((await ngaio.ask('POST', at, { body: { email: 'no', role: 'registrar', more: 1 } })).body).toMatchObject({
    code: 'invalid-request',
    status: 400,
  });
  expect((await ngaio.ask('POST', at, { body: '{"email":', headers: json })).body['code']).toBe('malformed-json');
  expect((await ngaio.ask('POST', at, { body: 'x', headers: { 'content-type': 'text/strange' } })).body['code']).toBe(
    'unsupported-media-type',
  );
  expect((await ngaio.ask('POST', at, { body: `"${'x'.repeat(2_000_000)}"`, headers: json })).body['code']).toBe(
    'request-too-large',
  );
  expect((await ngaio.ask('POST', at, { body: '['.repeat(100_000), headers: json })).body['code']).toBe('malformed-json');
});

test('a repeated request answers what the first made; another under its key is refused', async () => {
  const ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
  const url = '/api/v1/organisations/demo-harakeke/clients';
  const body = { name: 'System', scopes: ['results:write'] };
  const headers = { 'idempotency-key': 'one' };
  const first = await ngaio.ask('POST', url, { body, headers });
  expect(first.status).toBe(201);
  const again = await ngaio.ask('POST', url, { body, headers });
  expect([again.status, again.headers['idempotent-replay'], again.body]).toEqual([201, 'true', { id: first.body['id'] }]);
  expect((await ngaio.ask('POST', url, { body: { ...body, name: 'Other' }, headers })).body['code']).toBe(
    'idempotency-key-reused',
  );
});

test('of many that take one key at one moment exactly one goes on', async () => {
  const hash = new Uint8Array(32);
  const all = await Promise.all(Array.from({ length: 12 }, () => beginRequest(at.db, 'account:1', 'race', hash)));
  expect(all.filter(({ state }) => state === 'new')).toHaveLength(1);
  expect(all.filter(({ state }) => state === 'in-flight')).toHaveLength(11);
  await finishRequest(at.db, 'account:1', 'race', 201, 'a-1');
  expect(await beginRequest(at.db, 'account:1', 'race', hash)).toMatchObject({ state: 'done', status: 201, resource: 'a-1' });
});

test('a limit holds over two processes', async () => {
  const limits = { ...LIMITS, signIn: { bucket: 'two', calls: 6, seconds: 3600 } };
  const [one, two] = [await buildApp(testServices(at), { limits }), await buildApp(testServices(at), { limits })];
  const statuses: number[] = [];
  for (let n = 0; n < 10; n += 1) statuses.push((await browser(n % 2 === 0 ? one : two).ask('GET', '/sign-in?as=ngaio')).status);
  expect(statuses).toEqual([302, 302, 302, 302, 302, 302, 429, 429, 429, 429]);
  await one.close();
  await two.close();
});

test('the OpenAPI document is valid, and can be read without a script: each address, and each code of a problem', async () => {
  const document = (await browser(app).ask('GET', '/api/openapi.json')).body;
  expect(document['openapi']).toBe('3.1.0');
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  const docs = await browser(app).ask('GET', '/api/docs');
  expect(docs.status).toBe(200);
  expect(String(docs.headers['content-security-policy'])).not.toContain('unsafe');
  for (const path of Object.keys(z.record(z.string(), z.unknown()).parse(document['paths']))) expect(docs.text).toContain(path);
  expect(docs.text).toContain('id="idempotency-key-reused"');
  expect(docs.text).not.toContain('<script');
});

test('a file of the website carries no policy of documents; a worker, which keeps to its own, does', async () => {
  const headers = async (file: string) => (await browser(app).ask('GET', `/assets/${file}`)).headers;
  const script = await headers('main-x.js');
  expect([script['content-security-policy'], script['x-frame-options']]).toEqual([undefined, undefined]);
  expect(script['x-content-type-options']).toBe('nosniff');
  expect(String((await headers('worker-x.js'))['content-security-policy'])).toContain("default-src 'none'");
});

test('the policy allows nothing inline and nothing from elsewhere', async () => {
  const policy = String((await browser(app).ask('GET', '/healthz')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('http');
});

test('one line a request, without a number that could be an NSN', async () => {
  lines.length = 0;
  await browser(app).ask('GET', '/api/v1/outcomes?q=0000000101');
  expect(lines).toHaveLength(1);
  makeLog('info', (line) => lines.push(line)).error({ error: 'no learner 0000000101 or 123456789' }, 'x');
  expect(lines.join('')).not.toMatch(/[0-9]{9,10}/);
  expect(lines[1]).toContain('[number]');
});

test('the language is what the person likes better', () => {
  expect([accepted('mi-NZ,en;q=0.8'), accepted('en,mi;q=0.5'), accepted('de'), accepted(undefined)]).toEqual([
    'mi',
    'en',
    'en',
    'en',
  ]);
});

test('a cursor comes back as it went, and a made-up one is refused', () => {
  const shape = z.tuple([z.iso.date(), z.int()]);
  expect(readCursor(cursorOf(['2026-01-01', 7]), shape)).toEqual(['2026-01-01', 7]);
  for (const cursor of ['x', '*', cursorOf([7])])
    expect(() => readCursor(cursor, shape)).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
});

test('a server that closes is alive and not ready', async () => {
  const closing = makeDrain();
  const other = await buildApp(testServices(at), { drain: closing });
  expect((await browser(other).ask('GET', '/readyz')).status).toBe(200);
  const closed = closing.drain(other, 300);
  expect((await browser(other).ask('GET', '/readyz')).body['code']).toBe('shutting-down');
  expect((await browser(other).ask('GET', '/healthz')).status).toBe(200);
  await closed;
});
