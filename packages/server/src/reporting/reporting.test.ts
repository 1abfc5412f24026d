import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { importResults } from '../record/import-results.ts';
import type { Column } from '../record/read/columns.ts';
import { aFile, aRow, csvOf, setScene } from '../record/test-scene.ts';
import { testServices } from '../test-services.ts';
import { reportingRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let kea: SignedIn;
let weka: SignedIn;

async function registrar(publicId: string): Promise<SignedIn> {
  const { rows } = await at.owner.query('select organisation_id as id from catalogue.organisation where public_id = $1', [
    publicId,
  ]);
  return signedIn(at, 'provider', { organisationId: rows[0].id, roles: ['registrar'] });
}
const report = (by: SignedIn, ...rows: readonly Record<Column, string>[]) =>
  importResults(services, by, { path: aFile(csvOf(rows)), name: 'a file' });

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { settings: { identityMissesPerHour: 5 } });
  await setScene(at.owner);
  app = await testApp(services, reportingRoutes);
  kea = await registrar('test-kea');
  weka = await registrar('test-weka');
  await report(
    kea,
    aRow({ reference: 'k-1' }),
    aRow({ reference: 'k-2', outcome: '8100' }),
    aRow({ reference: 'k_3', outcome: 'T4' }),
  );
  await report(kea, aRow({ reference: 'k-1', action: 'correct', result: 'merit' }));
  await report(weka, aRow({ reference: 'k-1', provider: 'test-weka', outcome: 'T4' }));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

describe('the mapping of columns', () => {
  test('is remembered for the organisation, grows with each file, and is nobody else’s', async () => {
    const first = { columns: { 'student id': 'nsn', campus: null }, dateOrder: 'dmy' };
    expect((await app.ask(kea, 'GET', '/api/v1/results/mapping')).body).toEqual({ columns: {}, dateOrder: null });
    expect((await app.ask(kea, 'PUT', '/api/v1/results/mapping', first)).status).toBe(204);
    await app.ask(kea, 'PUT', '/api/v1/results/mapping', { columns: { unit: 'outcome' }, dateOrder: null });
    expect((await app.ask(kea, 'GET', '/api/v1/results/mapping')).body).toEqual({
      columns: { 'student id': 'nsn', campus: null, unit: 'outcome' },
      dateOrder: null,
    });
    expect((await app.ask(weka, 'GET', '/api/v1/results/mapping')).body.columns).toEqual({});
  });

  test('takes only columns of a results file', async () => {
    const wrong = { columns: { a: 'learner_id' }, dateOrder: null };
    expect((await app.ask(kea, 'PUT', '/api/v1/results/mapping', wrong)).status).toBe(400);
  });
});

test('every reason has a sentence and a fix in both languages', async () => {
  const { body } = await app.ask(kea, 'GET', '/api/v1/results/reasons');
  expect(body.items.length).toBeGreaterThan(40);
  for (const { code, message, fix } of body.items)
    for (const said of [message.en, message.mi, fix.en, fix.mi]) expect(said, code).toMatch(/\.$/);
  expect((await app.ask(null, 'GET', '/api/v1/results/reasons')).status).toBe(401);
});

test('facts of codes say the versions, their days, and when this very provider may assess them', async () => {
  const codes = ['T1', '8100', 'T3', 'nothing'];
  const { body } = await app.ask(weka, 'POST', '/api/v1/results/catalogue-facts', { codes });
  expect(body.items).toMatchObject([
    {
      code: 'T1',
      kind: 'outcome',
      versions: [
        { version: 1, to: '2021-12-31' },
        { version: 2, from: '2022-01-01', consent: [{ from: '2015-01-01', to: '2024-06-30' }] },
      ],
    },
    { code: '8100', kind: 'standard' },
    { code: 'T3', kind: 'unknown' },
    { code: 'nothing', kind: 'unknown' },
  ]);
});

describe('own results', () => {
  const search = async (by: SignedIn | null, body: object) => app.ask(by, 'POST', '/api/v1/providers/me/results/searches', body);

  test('are found by the beginning of a reference, a wildcard is only a letter, and another provider’s are not', async () => {
    const { body } = await search(kea, { reference: 'k-' });
    expect(body.items.map((one: { reference: string }) => one.reference)).toEqual(['k-1', 'k-2', 'k-2']);
    expect((await search(kea, { reference: 'k_' })).body.items).toMatchObject([{ reference: 'k_3', outcome: { code: 'T4' } }]);
    expect((await search(weka, { reference: 'k-' })).body.items).toMatchObject([{ provider: 'test-weka', reference: 'k-1' }]);
    expect((await search({ ...kea, roles: [], scopes: [] }, { reference: 'k' })).status).toBe(403);
  });

  test('are found by number and birth date, and only what this provider reported', async () => {
    const mere = { nsn: '0000100001', dateOfBirth: '1990-05-04' };
    expect((await search(kea, mere)).body.items).toHaveLength(4);
    expect((await search(weka, mere)).body.items).toHaveLength(1);
    expect((await search(kea, { ...mere, dateOfBirth: '1990-05-05' })).body).toEqual({ items: [] });
  });

  test('too many misses end the search by number', async () => {
    const stranger = { nsn: '0000999999', dateOfBirth: '1990-05-04' };
    let last = 0;
    for (let tries = 0; tries < 6; tries += 1) last = (await search(weka, stranger)).status;
    expect(last).toBe(429);
  });

  test('have a history with what each step said', async () => {
    const asked = { provider: 'test-kea', reference: 'k-1' };
    const { body } = await app.ask(kea, 'POST', '/api/v1/providers/me/results/histories', asked);
    expect(body.items).toMatchObject([
      { change: 'recorded', result: 'achieved', import: { name: 'a file' }, byPerson: true },
      { change: 'corrected', result: 'merit' },
    ]);
    expect((await app.ask(weka, 'POST', '/api/v1/providers/me/results/histories', asked)).status).toBe(404);
  });

  test('are exported as CSV, within dates, without whose they are', async () => {
    const { body: text } = await app.ask(kea, 'GET', '/api/v1/providers/me/results/export');
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('test-kea,k-1,T2,1,2023-03-01,merit,assessed,,,confirmed');
    expect(text).not.toMatch(/0000100001|Rimu/);
    const none = await app.ask(kea, 'GET', '/api/v1/providers/me/results/export?from=2024-01-01');
    expect(none.body.trim().split('\n')).toHaveLength(1);
  });
});
