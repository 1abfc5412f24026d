import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { askBulkRevocation, resumeBulkRevocations, settleBulkRevocation, viewBulkRevocation } from './bulk-revocation.ts';
import { drawStatus } from './status.ts';
import { ids, LEARNER, setScene, signInSteward } from './test-scene.ts';
import { verifyForPublic } from './verification.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const steward = (accountId: number) => signedIn('steward', { accountId, roles: ['steward'] });

/** Credentials of outcomes in rows of their own, with places in the lists: what an issue leaves, without its signatures. */
async function outcomeCredentials(prefix: string, count: number): Promise<string[]> {
  const made = Array.from({ length: count }, (_, n) => `urn:${prefix}:${n}`);
  await at.owner.query(
    `insert into award.outcome_credential (learner_id, achievement_id, credential_id, facts_hash, credential)
     select 1024 + n, n + 100000 * length($2), id, 'x', '{}' from unnest($1::text[]) with ordinality as g (id, n)`,
    [made, prefix],
  );
  await services.db.asBatch(async (tx) => {
    for (const [n, id] of made.entries()) await drawStatus(tx, 1025 + n, id);
  });
  return made;
}

test('asked for by one steward, done when another agrees: an award and an outcome, each told as revoked', async () => {
  const mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  const claim = { award: 'alq', major: null, select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null };
  const award = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
  const credential = JSON.parse((await mere.ask('GET', `/api/v1/awards/${award}/credential`)).text);
  const outcome = JSON.parse((await mere.ask('GET', `/api/v1/learners/me/achievements/${ids(9)[0]}/credential`)).text);

  const one = await steward(901);
  const body = { credentials: [award, outcome.id, outcome.id, 'urn:uuid:nobody'], reason: 'The assessor was not entitled.' };
  const asked = await one.ask('POST', '/api/v1/credentials/revocations', { body });
  expect([asked.status, asked.body['total']]).toEqual([202, 3]);
  const path = `/api/v1/credentials/revocations/${String(asked.body['id'])}`;
  expect((await one.ask('GET', path)).body).toMatchObject({ state: 'asked', done: 0, reason: body.reason });
  expect((await one.ask('POST', `${path}/agreement`, { body: { agreed: true } })).body['code']).toBe('second-person-needed');
  expect((await verifyForPublic(services, credential)).answer).toBe('verified');

  const two = await steward(902);
  expect((await two.ask('POST', `${path}/agreement`, { body: { agreed: true } })).status).toBe(202);
  await expect.poll(async () => (await two.ask('GET', path)).body['state']).toBe('ended');
  expect((await two.ask('GET', path)).body).toMatchObject({ done: 3, revoked: 2, unknown: 1, unknownIds: ['urn:uuid:nobody'] });
  for (const held of [credential, outcome]) {
    const status = (await verifyForPublic(services, held)).checks.find(({ check }) => check === 'status');
    expect(status?.detail).toBe('the issuer has withdrawn it');
  }
  expect((await mere.ask('GET', `/api/v1/awards/${award}`)).body).toMatchObject({ status: 'revoked', reason: body.reason });
  // What it had spent is free again.
  expect((await mere.ask('POST', '/api/v1/awards', { body: claim })).status).toBe(201);
  expect((await two.ask('POST', `${path}/agreement`, { body: { agreed: true } })).status).toBe(404);
});

test('declined, nothing changes; nobody but stewards asks', async () => {
  const [named] = await outcomeCredentials('declined', 1);
  const [one, two] = [await signInSteward(at, 903), await signInSteward(at, 904)];
  const { id } = await askBulkRevocation(services, one, [named!], 'A mistake');
  await settleBulkRevocation(services, two, id, false);
  expect(await viewBulkRevocation(services, one, id)).toMatchObject({ state: 'declined', done: 0 });
  const body = { credentials: ['urn:x'], reason: 'r' };
  expect((await browser(app).ask('POST', '/api/v1/credentials/revocations', { body, csrf: false })).status).toBe(401);
  const mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  expect((await mere.ask('POST', '/api/v1/credentials/revocations', { body })).status).toBe(403);
  const many = { credentials: Array(100_001).fill('urn:x'), reason: 'r' };
  expect((await (await steward(903)).ask('POST', '/api/v1/credentials/revocations', { body: many })).status).toBe(400);
});

test('three thousand are revoked slice by slice; one that was cut off goes on, and revokes nothing twice', async () => {
  const named = await outcomeCredentials('many', 3000);
  const [one, two] = [await signInSteward(at, 905), await signInSteward(at, 906)];
  const { id, total } = await askBulkRevocation(services, one, named, 'A bad batch');
  expect(total).toBe(3000);
  let slices = 0;
  const failing: typeof services = {
    ...services,
    db: {
      ...services.db,
      asBatch: (work) => (++slices > 4 ? Promise.reject(new Error('the lights went out')) : services.db.asBatch(work)),
    },
  };
  const errors: unknown[] = [];
  await (await settleBulkRevocation(failing, two, id, true, (error) => errors.push(error))).finished;
  expect(errors.length).toBe(1);
  const cut = await viewBulkRevocation(services, one, id);
  expect([cut.state, cut.done]).toEqual(['running', 750]);
  expect(await resumeBulkRevocations(services)).toBe(1);
  await expect.poll(async () => (await viewBulkRevocation(services, one, id)).state, { timeout: 60_000 }).toBe('ended');
  expect(await viewBulkRevocation(services, one, id)).toMatchObject({ done: 3000, revoked: 3000, notLive: 0, unknown: 0 });
  const { rows } = await at.owner.query(
    `select count(*)::integer as bits from award.status_entry e join award.status_list l using (list_id)
      where l.purpose = 'revocation' and e.credential_id like 'urn:many:%' and get_bit(l.bits, (e.index / 8) * 8 + 7 - e.index % 8) = 1`,
  );
  expect(rows[0].bits).toBe(3000);
});
