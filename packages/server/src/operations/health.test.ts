import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { openDatabase } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  app = await buildApp(testServices(at, { settings: { metricsToken: 'a-long-token' } }));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const metrics = async (headers: Record<string, string>, remoteAddress = '203.0.113.9', to: App = app) => {
  const { statusCode, headers: said, body } = await to.inject({ url: '/metrics', headers, remoteAddress });
  return { status: statusCode, type: String(said['content-type']), body };
};

test('/metrics is for this machine itself, or for who has the token; to all others it is not there', async () => {
  await app.inject('/api/v1/nothing');
  const near = await metrics({}, '127.0.0.1');
  expect([near.status, near.type]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(near.body).toMatch(/^http_request_duration_seconds_count\{method="GET",route="[^"]*",status="404"\} 1$/m);
  expect((await metrics({ authorization: 'Bearer a-long-token' })).status).toBe(200);
  for (const [headers, from] of [
    [{}, '203.0.113.9'],
    [{ authorization: 'Bearer a-long-tokem' }, '203.0.113.9'],
    [{ authorization: 'Bearer a-long-token-and-more' }, '203.0.113.9'],
    [{ authorization: 'Basic a-long-token' }, '203.0.113.9'],
    // Behind a proxy everybody comes from this machine.
    [{ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
    [{ forwarded: 'for=127.0.0.1' }, '127.0.0.1'],
  ] as const) {
    const refused = await metrics(headers, from);
    expect([headers, refused.status, JSON.parse(refused.body).code]).toEqual([headers, 404, 'not-found']);
  }
});

test('without a token in the settings no token opens /metrics', async () => {
  const other = await buildApp(testServices(at));
  for (const authorization of ['Bearer ', 'Bearer null', 'Bearer undefined'])
    expect((await metrics({ authorization }, '203.0.113.9', other)).status).toBe(404);
  await other.close();
});

test('no number of a person is in the metrics', async () => {
  await app.inject('/api/v1/awards/0000123456');
  await app.inject('/0000123456');
  expect((await metrics({}, '127.0.0.1')).body).not.toContain('0000123456');
});

test('/healthz and /readyz are open; without its database the service runs, is not ready, and answers 503 until it is back', async () => {
  const name = 'gone_and_back';
  const admin = new pg.Client({ host: at.host, port: 5432, user: 'postgres', database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name} template template_migrated`);
  const address = { host: at.host, port: 5432, database: name };
  const db = await openDatabase(address, address);
  const other = await buildApp(testServices({ db }));
  const ask = async (url: string) => {
    const { statusCode, body, headers } = await other.inject(url);
    return { status: statusCode, type: String(headers['content-type']), body: JSON.parse(body) };
  };
  try {
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
    for (const url of ['/readyz', '/api/v1/outcomes', '/api/v1/organisations']) {
      expect([url, await ask(url)]).toMatchObject([
        url,
        {
          status: 503,
          type: expect.stringContaining('application/problem+json'),
          body: { code: 'database-unavailable', status: 503 },
        },
      ]);
    }
    await admin.query(`alter database ${name} allow_connections true`);
    expect(await ask('/readyz')).toMatchObject({ status: 200 });
    expect(await ask('/api/v1/outcomes')).toMatchObject({ status: 200, body: { items: [] } });
  } finally {
    await other.close();
    await db.end();
    await admin.end();
  }
});
