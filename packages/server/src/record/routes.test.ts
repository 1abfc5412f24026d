import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseRecord } from '@recognition/recognition';
import Fastify from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acting } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { useProblems } from '../http/errors.ts';
import type { App, SignedIn } from '../http/route.ts';
import { serializerCompiler } from '../http/serializer.ts';
import { makeLog } from '../operations/logging.ts';
import { testServices } from '../test-services.ts';
import { resumeImports } from './import-jobs.ts';
import { recordRoutes } from './routes.ts';
import { aRow, csvOf, setScene } from './test-scene.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let kea: SignedIn;
let weka: SignedIn;
let mere: SignedIn;
let asking: SignedIn | null;
const folder = mkdtempSync(join(tmpdir(), 'spool-'));

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { settings: { dataFolder: folder } });
  await setScene(at.owner);
  app = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useProblems(app, makeLog('silent'));
  app.decorateRequest('signedIn', null);
  app.decorateRequest('language', 'en');
  app.addHook('onRequest', async (request) => {
    request.signedIn = asking;
    request.language = 'en';
  });
  await app.register(async (inner) => recordRoutes(inner as App, services));
  await app.ready();
  kea = await provider('test-kea');
  weka = await provider('test-weka');
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function provider(publicId: string): Promise<SignedIn> {
  const { rows } = await at.owner.query('select organisation_id as id from catalogue.organisation where public_id = $1', [
    publicId,
  ]);
  return signedIn('provider', await at.session('provider', { organisationId: rows[0].id, roles: ['registrar'] }), {
    organisationId: rows[0].id,
    roles: ['registrar'],
  });
}

function signedIn(kind: SignedIn['kind'], acting: Acting, who: Partial<SignedIn>): SignedIn {
  return {
    acting,
    kind,
    actor: 'account:1',
    accountId: 1,
    clientId: null,
    learnerId: null,
    organisationId: null,
    roles: [],
    scopes: [],
    ...who,
  };
}

async function ask(
  who: SignedIn | null,
  method: 'GET' | 'POST',
  url: string,
  payload?: string | Buffer | object,
  type = 'text/csv',
) {
  asking = who;
  const reply = await app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers:
      payload === undefined
        ? {}
        : { 'content-type': typeof payload === 'string' || Buffer.isBuffer(payload) ? type : 'application/json' },
  });
  return {
    status: reply.statusCode,
    text: reply.body,
    body: /json/.test(String(reply.headers['content-type'])) ? reply.json() : null,
    headers: reply.headers,
  };
}

async function ended(who: SignedIn, id: string) {
  for (;;) {
    const { body } = await ask(who, 'GET', `/api/v1/results/imports/${id}`);
    if (body.endedAt !== null) return body;
    await new Promise((next) => setTimeout(next, 20));
  }
}

describe('results imports', () => {
  const file = csvOf([
    aRow({ reference: 'h-1', provider: '' }),
    aRow({ reference: 'h-2', provider: '', outcome: 'T99' }),
    aRow({ reference: 'h-3', provider: '', outcome: 'T4' }),
  ]);

  test('a check, its rejects, then the recording of the same file', async () => {
    const { status, body } = await ask(kea, 'POST', '/api/v1/results/imports?dryRun=true&name=kea.csv', file);
    expect(status).toBe(202);
    const checked = await ended(kea, body.id);
    expect(checked).toMatchObject({
      name: 'kea.csv',
      state: 'done',
      dryRun: true,
      rows: 3,
      done: 3,
      recorded: 2,
      rejected: 1,
      marks: [2],
    });
    expect(checked.rejectsByCode).toMatchObject([
      {
        code: 'outcome-unknown',
        count: 1,
        examples: [{ row: 2 }],
        message: { en: expect.stringContaining('no outcome'), mi: expect.any(String) },
      },
    ]);
    expect((await at.owner.query('select count(*)::integer as n from record.achievement_state')).rows).toEqual([{ n: 0 }]);
    const rejects = await ask(kea, 'GET', `/api/v1/results/imports/${body.id}/rejects`);
    expect(rejects.headers['content-type']).toContain('text/csv');
    expect(rejects.text.split('\n')[1]).toContain('T99');

    expect((await ask(kea, 'POST', `/api/v1/results/imports/${body.id}/record`)).status).toBe(202);
    expect(await ended(kea, body.id)).toMatchObject({ state: 'done', dryRun: false, recorded: 2, rejected: 1 });
    expect((await ask(kea, 'POST', `/api/v1/results/imports/${body.id}/record`)).body).toMatchObject({
      code: 'import-not-checked',
      status: 409,
    });
    expect((await ask(kea, 'POST', `/api/v1/results/imports/${body.id}/stop`)).body).toMatchObject({ code: 'import-ended' });
    // The file goes just after the import has ended.
    await expect.poll(() => readdirSync(join(folder, 'imports'))).toEqual([]);
    const { body: list } = await ask(kea, 'GET', '/api/v1/results/imports?limit=1');
    expect((await ask(kea, 'GET', '/api/v1/results/imports?q=KEA')).body.items).toMatchObject([{ name: 'kea.csv' }]);
    expect((await ask(kea, 'GET', '/api/v1/results/imports?q=tui')).body.items).toEqual([]);
    expect((await ask(kea, 'GET', '/api/v1/results/imports?state=failed')).body.items).toEqual([]);
    expect(list).toMatchObject({ items: [{ id: body.id }], next: null });
    const { body: results } = await ask(kea, 'GET', '/api/v1/providers/me/results?limit=1');
    expect(results).toMatchObject({
      items: [{ reference: 'h-3', outcome: 't-legacy', provider: 'test-kea', change: 'recorded' }],
      next: expect.any(String),
    });
    const { body: rest } = await ask(kea, 'GET', `/api/v1/providers/me/results?limit=1&cursor=${results.next}`);
    expect(rest).toMatchObject({ items: [{ reference: 'h-1' }], next: null });
  });

  test('an unusable file fails the import with its code', async () => {
    const { body } = await ask(kea, 'POST', '/api/v1/results/imports', gzipSync('name\nx\n'), 'application/gzip');
    expect(await ended(kea, body.id)).toMatchObject({ state: 'failed', error: { code: 'header-unknown-column' } });
  });

  test('another provider sees none of it, and neither do the public or a reader', async () => {
    const { body } = await ask(kea, 'POST', '/api/v1/results/imports?dryRun=true', file);
    expect((await ask(weka, 'GET', `/api/v1/results/imports/${body.id}`)).body).toMatchObject({ code: 'import-not-found' });
    expect((await ask(weka, 'POST', `/api/v1/results/imports/${body.id}/stop`)).status).toBe(404);
    expect((await ask(weka, 'GET', `/api/v1/results/imports/${body.id}/rejects`)).status).toBe(404);
    expect((await ask(null, 'GET', '/api/v1/results/imports')).body).toMatchObject({ code: 'sign-in-needed' });
    expect((await ask({ ...kea, roles: ['reader'] }, 'POST', '/api/v1/results/imports', file)).body).toMatchObject({
      code: 'role-needed',
    });
    await ended(kea, body.id);
  });

  test('JSON in place of a file is refused', async () => {
    expect((await ask(kea, 'POST', '/api/v1/results/imports', { rows: [] })).status).toBe(415);
  });

  test('a transfer that breaks off leaves a failed import and no file', async () => {
    asking = kea;
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    await new Promise<void>((done) => {
      const request = httpRequest(`${address}/api/v1/results/imports?name=cut`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'content-length': '1000000' },
      });
      request.on('error', () => done());
      request.write(file);
      setTimeout(() => request.destroy(), 300);
    });
    let found: { state: string; error: { code: string } } | undefined;
    for (let attempt = 0; attempt < 100 && found?.state !== 'failed'; attempt += 1) {
      await new Promise((next) => setTimeout(next, 50));
      const { body } = await ask(kea, 'GET', '/api/v1/results/imports');
      found = body.items.find((item: { name: string }) => item.name === 'cut');
    }
    expect(found).toMatchObject({ state: 'failed', error: { code: 'upload-cut-off' } });
    expect(readdirSync(join(folder, 'imports')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('an import that a process left unfinished goes on when the service starts', async () => {
    const { body } = await ask(
      kea,
      'POST',
      '/api/v1/results/imports?dryRun=true',
      csvOf([aRow({ reference: 'late', provider: '' })]),
    );
    await ended(kea, body.id);
    expect(existsSync(join(folder, 'imports', `${body.id}.results`))).toBe(true);
    await at.owner.query(
      `update record.import_batch set state = 'recording', dry_run = false, rows_read = 0, recorded = 0, ended_at = null where public_id = $1`,
      [body.id],
    );
    expect(await resumeImports(services)).toBe(1);
    expect(await ended(kea, body.id)).toMatchObject({ state: 'done', recorded: 1 });
  });
});

describe('records', () => {
  test('a learner sees their record, its decision, their awards and who looked', async () => {
    const { rows } = await at.owner.query('select distinct learner_id as id from record.achievement_state');
    mere = signedIn('learner', await at.session('learner', { learnerId: rows[0].id }), { learnerId: rows[0].id });
    const { status, body } = await ask(mere, 'GET', '/api/v1/learners/me/record');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2026-11-24',
      learnerName: 'Mere Rimu',
      record: { learner: { name: 'Mere Rimu' } },
      decision: { award: 'alq', eligible: false, missing: { credits: 26 } },
      outcomes: { 't-2': { status: 'published', assessments: [] } },
      awards: [],
      looked: [],
      statements: [],
    });
    expect(parseRecord(body.record)).toMatchObject({ ok: true });
    const { body: before } = await ask(mere, 'GET', '/api/v1/learners/me/record?asOf=2020-01-01');
    expect(before.decision.excluded.map((one: { reason: string }) => one.reason)).toContain('after-as-of');
    expect((await ask(mere, 'GET', '/api/v1/learners/me/record?asOf=2021-02-29')).status).toBe(400);
  });

  test('the export is the portable record', async () => {
    const { body, headers } = await ask(mere, 'GET', '/api/v1/learners/me/record/export');
    expect(headers['content-disposition']).toContain('record.json');
    expect(parseRecord(body)).toMatchObject({ ok: true });
    expect(body.learner.id).not.toBe(String(mere.learnerId));
  });
});
