import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEARNER, OTHER, setScene } from '../../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { buildApp } from '../../http/app.ts';
import type { App } from '../../http/route.ts';
import { type Browser, browser } from '../../http/test-browser.ts';
import { testServices } from '../../test-services.ts';
import { noteCollections } from './queries.ts';

let at: TestDatabase;
let app: App;
let kea = 0;
const now = new Date('2026-11-24T00:00:00Z');
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  const { rows } = await at.owner.query<{ id: number }>(
    `select organisation_id as id from catalogue.organisation where public_id = 'org-kea'`,
  );
  kea = rows[0]?.id ?? 0;
  app = await buildApp(testServices(at));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function as(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (learnerId: number) => as('learner', { learnerId, accountId: learnerId });
const steward = () => as('steward', { accountId: 77, roles: ['steward'] });
const registrar = () => as('provider', { accountId: 78, organisationId: kea, roles: ['registrar'] });
const note = () => at.db.asBatch((tx) => noteCollections(tx, now));

test('the first collection about a person from a provider is told, once, with what, from whom, why and the rights', async () => {
  const told = await Promise.all([note(), note()]);
  expect(told.reduce((a, b) => a + b)).toBe(2);
  expect(await note()).toBe(0);
  const mere = await learner(LEARNER);
  const { text } = await mere.ask('GET', '/api/v1/learners/me/notices');
  for (const part of [
    'Kea Training has reported',
    'Education and Training Act 2020',
    'have it corrected',
    'Kea Training ngā otinga',
  ])
    expect(text).toContain(part);
  expect((await mere.ask('GET', '/api/v1/learners/me/collections')).body['items']).toEqual([
    { name: 'Kea Training', collectedOn: '2026-11-24', told: null },
  ]);
});

test('who was not told yet is on the steward’s list, until they have seen it or the provider attests that it told them', async () => {
  const list = async (who: Browser) => (await who.ask('GET', '/api/v1/collections/undelivered')).body['items'];
  const kahu = await steward();
  expect(await list(kahu)).toEqual([{ id: 'org-kea', name: 'Kea Training', count: 2, oldest: '2026-11-24' }]);
  await (await learner(LEARNER)).ask('POST', '/api/v1/learners/me/notices/seen', { body: {} });
  expect(await list(kahu)).toMatchObject([{ count: 1 }]);
  const ngaio = await registrar();
  expect(await list(ngaio)).toMatchObject([{ count: 1 }]);
  const attest = (until: string) =>
    ngaio.ask('POST', '/api/v1/collections/attestations', { body: { said: 'In the enrolment form of 2026.', until } });
  expect((await attest('2026-12-01')).body['code']).toBe('day-to-come');
  expect((await attest('2026-11-23')).body).toEqual({ told: 0 });
  expect((await attest('2026-11-24')).body).toEqual({ told: 2 });
  expect(await list(kahu)).toEqual([]);
  expect((await (await learner(OTHER)).ask('GET', '/api/v1/learners/me/collections')).body['items']).toMatchObject([
    { told: 'by-provider' },
  ]);
});

test('another provider attests for its own only, a learner sees no list, and a system attests nothing', async () => {
  const other = await as('provider', { accountId: 79, organisationId: kea + 1000, roles: ['registrar'] });
  expect(
    (await other.ask('POST', '/api/v1/collections/attestations', { body: { said: 'x', until: '2026-11-24' } })).body,
  ).toEqual({ told: 0 });
  expect((await (await learner(OTHER)).ask('GET', '/api/v1/collections/undelivered')).status).toBe(403);
  expect((await browser(app).ask('GET', '/api/v1/collections/undelivered')).status).toBe(401);
});
