import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { LEARNER, NSN, OTHER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let kea = 0;
let lantern = 0;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  await at.owner.query(`insert into catalogue.organisation (public_id, kind) values ('org-lantern', 'employer');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Lantern Foods' from catalogue.organisation where public_id = 'org-lantern'`);
  const { rows } = await at.owner.query<{ id: number; name: string }>(
    'select organisation_id as id, public_id as name from catalogue.organisation',
  );
  kea = rows.find(({ name }) => name === 'org-kea')?.id ?? 0;
  lantern = rows.find(({ name }) => name === 'org-lantern')?.id ?? 0;
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(async () => {
  services.clock.moveTo('2026-11-24');
  await at.owner.query('truncate sharing.consent, sharing.log, record.access_log, notice.notice');
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (learnerId: number = LEARNER) => signedIn('learner', { learnerId, accountId: learnerId });
const employer = (organisationId: number = lantern) => signedIn('employer', { organisationId, accountId: 90, roles: ['reader'] });

const TERMS = { organisation: 'org-lantern', category: 'record', mode: 'live', purpose: 'To be considered for jobs' };

async function granted(mere: Browser, changes: object = {}): Promise<string> {
  const answer = await mere.ask('POST', '/api/v1/learners/me/consents', { body: { ...TERMS, ...changes } });
  expect(answer.status, answer.text).toBe(201);
  return String(answer.body['id']);
}

const read = (staff: Browser, id: string) =>
  staff.ask('POST', `/api/v1/consents/${id}/reading`, { body: { purpose: 'Filling a shift' } });
const named = (body: Record<string, unknown>): string[] =>
  z
    .object({ content: z.object({ outcomes: z.array(z.object({ name: z.string() })) }) })
    .parse(body)
    .content.outcomes.map(({ name }) => name);

test('an organisation reads what it was given, and the learner sees each reading with its purpose', async () => {
  const mere = await learner();
  const id = await granted(mere);
  const edith = await employer();
  expect((await edith.ask('GET', '/api/v1/consents')).body).toMatchObject({
    items: [{ id, learner: 'Mere Rimu', state: 'open', category: 'record' }],
  });
  const reading = await read(edith, id);
  expect(reading.status).toBe(200);
  expect(named(reading.body)).toHaveLength(12);
  expect(reading.text).not.toContain(NSN);
  const seen = await mere.ask('GET', '/api/v1/learners/me/consents');
  expect(seen.body).toMatchObject({
    items: [
      {
        id,
        organisation: { name: 'Lantern Foods' },
        log: [
          { kind: 'read', who: { kind: 'organisation', name: 'Lantern Foods' } },
          { kind: 'granted', who: { kind: 'learner' } },
        ],
      },
    ],
  });
  const { rows } = await at.owner.query('select purpose, organisation_id from record.access_log');
  expect(rows).toEqual([{ purpose: 'Filling a shift', organisation_id: lantern }]);
  expect((await at.owner.query('select code from notice.notice')).rows).toEqual([{ code: 'record-read' }]);
});

test.each([
  ['awards', null, 0],
  ['field', 'health', 6],
] as const)('the category %s (%s) opens that and nothing more', async (category, field, outcomes) => {
  const reading = await read(await employer(), await granted(await learner(), { category, field }));
  expect(named(reading.body)).toHaveLength(outcomes);
});

test('skills alone name no outcome', async () => {
  const reading = await read(await employer(), await granted(await learner(), { category: 'skills' }));
  expect(named(reading.body)).toEqual([]);
  expect(reading.body).toMatchObject({ content: { awards: [] } });
  expect(reading.text).toContain('Skill of K1');
  expect(reading.text).not.toContain('Invented outcome');
});

test('once is once, also when it is asked for many times at one moment', async () => {
  const id = await granted(await learner(), { mode: 'once' });
  const edith = await employer();
  const answers = await Promise.all(Array.from({ length: 6 }, () => read(edith, id)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410, 410, 410, 410]);
  expect((await edith.ask('GET', '/api/v1/consents')).body).toMatchObject({ items: [{ state: 'used', learner: '' }] });
});

test('until a day is until the end of that day', async () => {
  const id = await granted(await learner(), { mode: 'until', until: '2026-11-30' });
  const edith = await employer();
  services.clock.moveTo('2026-11-30');
  expect((await read(edith, id)).status).toBe(200);
  services.clock.moveTo('2026-12-01');
  expect((await read(edith, id)).body['code']).toBe('consent-ended');
});

test('withdrawn is at once, and the history stays', async () => {
  const mere = await learner();
  const id = await granted(mere);
  const edith = await employer();
  await read(edith, id);
  await mere.ask('POST', `/api/v1/learners/me/consents/${id}/withdrawal`);
  const refused = await read(edith, id);
  expect([refused.status, refused.body['code']]).toEqual([410, 'consent-ended']);
  expect((await mere.ask('GET', '/api/v1/learners/me/consents')).body).toMatchObject({
    items: [{ state: 'withdrawn', log: [{ kind: 'withdrawn' }, { kind: 'read' }, { kind: 'granted' }] }],
  });
});

test('nobody else reads under it: another organisation, another learner, a stranger', async () => {
  const mere = await learner();
  const id = await granted(mere);
  const other = await signedIn('provider', { organisationId: kea, accountId: 91, roles: ['registrar'] });
  expect((await read(other, id)).body['code']).toBe('consent-not-found');
  expect((await other.ask('GET', '/api/v1/consents')).body).toEqual({ items: [] });
  expect((await read(await learner(OTHER), id)).status).toBe(403);
  expect((await read(browser(app), id)).status).toBe(401);
  const moana = await learner(OTHER);
  expect((await moana.ask('POST', `/api/v1/learners/me/consents/${id}/withdrawal`)).body['code']).toBe('consent-not-found');
});

test('the same consent is not given twice, and what goes together goes together', async () => {
  const mere = await learner();
  await granted(mere);
  const refused = async (changes: object) =>
    (await mere.ask('POST', '/api/v1/learners/me/consents', { body: { ...TERMS, ...changes } })).body['code'];
  expect(await refused({})).toBe('consent-standing');
  expect(await refused({ category: 'field' })).toBe('invalid-request');
  expect(await refused({ category: 'skills', mode: 'until' })).toBe('invalid-request');
  expect(await refused({ category: 'skills', mode: 'until', until: '2020-01-01' })).toBe('consent-date');
  expect(await refused({ organisation: 'nobody' })).toBe('organisation-not-found');
});
