import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { skillRoutes } from '../skill/routes.ts';
import { loadOwnSkills } from '../skill/own-skills.ts';
import { testServices } from '../test-services.ts';
import { organisationRoutes } from './routes.ts';
import { whoCorrects } from './who-corrects.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let steward: SignedIn;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  app = await testApp(services, organisationRoutes, skillRoutes);
  steward = await signedIn(at, 'steward', { roles: ['steward'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const add = (id: string, providerNumber: string | null = null) =>
  app.ask(steward, 'POST', '/api/v1/organisations', {
    id,
    kind: 'private-training-establishment',
    name: `Whare ${id}`,
    providerNumber,
  });

test('the product comes with NZQA, eight boards and six councils that they follow', async () => {
  const boards = await app.ask(null, 'GET', '/api/v1/organisations?kind=industry-skills-board');
  const councils = await app.ask(null, 'GET', '/api/v1/organisations?kind=workforce-development-council');
  expect([boards.body.items.length, councils.body.items.length]).toEqual([8, 6]);
  expect(
    councils.body.items.every(
      (one: { closed: string; successor: string }) => one.closed === '2025-12-31' && one.successor.startsWith('isb-'),
    ),
  ).toBe(true);
  expect((await app.ask(null, 'GET', '/api/v1/organisations?q=toitu')).body.items).toMatchObject([
    { id: 'wdc-toitu-te-waiora', name: 'Toitū te Waiora' },
  ]);
});

test('a steward adds, names, accredits and closes; others may not', async () => {
  expect(await add('org-a', '9001')).toEqual({ status: 201, body: { id: 'org-a' } });
  expect(await add('org-b', '9001')).toMatchObject({ status: 409, body: { code: 'organisation-taken' } });
  const provider = await signedIn(at, 'provider', { roles: ['administrator'] });
  expect(await app.ask(provider, 'POST', '/api/v1/organisations', { id: 'org-x', kind: 'other', name: 'X' })).toMatchObject({
    status: 403,
  });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/org-a/names', { name: 'Whare hou', from: '2025-01-01' }),
  ).toMatchObject({ status: 200 });
  expect(await app.ask(steward, 'POST', '/api/v1/organisations/org-a/names', { name: 'Late', from: '2024-01-01' })).toMatchObject(
    { status: 409, body: { code: 'name-later' } },
  );
  expect((await app.ask(null, 'GET', '/api/v1/organisations/org-a?on=2024-12-31')).body.name).toBe('Whare org-a');
  expect((await app.ask(null, 'GET', '/api/v1/organisations/org-a?on=2025-01-01')).body.name).toBe('Whare hou');
  const scope = [
    { kind: 'field', field: 'health', maxLevel: 4 },
    { kind: 'outcome', lineage: 'X1' },
  ];
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/org-a/accreditations', { from: '2020-01-01', to: null, scope }),
  ).toMatchObject({ body: { added: 2 } });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/org-a/accreditations', { from: '2020-01-01', to: '2019-01-01', scope }),
  ).toMatchObject({ status: 400 });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/org-a/accreditations/end', { from: '2020-01-01', to: '2025-06-30' }),
  ).toMatchObject({ body: { ended: 2 } });
  expect((await app.ask(null, 'GET', '/api/v1/organisations/9001')).body.accreditations).toEqual([
    { from: '2020-01-01', to: '2025-06-30', scope },
  ]);
});

test('one consent ended on the day that another ends stays two, and neither is open', async () => {
  await add('twice');
  const scope = [{ kind: 'all' }];
  for (const to of ['2024-06-30', null])
    await app.ask(steward, 'POST', '/api/v1/organisations/twice/accreditations', { from: '2020-01-01', to, scope });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/twice/accreditations', { from: '2020-01-01', to: null, scope }),
  ).toMatchObject({ body: { added: 0 } });
  expect(await app.ask(steward, 'POST', '/api/v1/organisations/twice/closure', { closed: '2024-06-30' })).toMatchObject({
    status: 200,
  });
  const { body } = await app.ask(null, 'GET', '/api/v1/organisations/twice');
  expect(body.accreditations.every(({ to }: { to: string | null }) => to === '2024-06-30')).toBe(true);
});

test('a closed provider’s results are corrected by who follows it, and circles are refused', async () => {
  await add('first');
  await add('second');
  await add('third');
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/first/closure', { closed: '2022-12-31', successor: 'second' }),
  ).toMatchObject({ status: 200 });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/second/closure', { closed: '2024-12-31', successor: 'third' }),
  ).toMatchObject({ status: 200 });
  expect(
    await app.ask(steward, 'POST', '/api/v1/organisations/third/closure', { closed: '2025-12-31', successor: 'first' }),
  ).toMatchObject({ status: 422, body: { code: 'successor-not-valid' } });
  const snapshot = await loadSnapshot(services);
  const key = (id: string) => snapshot.organisationByPublicId(id)?.organisation_id ?? -1;
  const who = (date: string) => snapshot.organisationById(whoCorrects(snapshot, key('first'), date) ?? -1)?.public_id;
  expect([who('2022-12-31'), who('2023-01-01'), who('2025-06-01')]).toEqual(['first', 'second', 'third']);
});

test('the snapshot is kept until the catalogue changes', async () => {
  const before = await loadSnapshot(services);
  expect(await loadSnapshot(services)).toBe(before);
  await add('late', '77');
  const after = await loadSnapshot(services);
  expect([before.organisationByProviderNumber('77'), after.organisationByProviderNumber('77')?.public_id]).toEqual([
    undefined,
    'late',
  ]);
});

test('our own skills are found whatever the macrons, page by page', async () => {
  await loadOwnSkills(services);
  await loadOwnSkills(services);
  const { body } = await app.ask(null, 'GET', '/api/v1/skills?q=tikanga%20maori');
  expect(body.items).toMatchObject([{ en: 'Tikanga Māori', kind: 'body-of-knowledge', scheme: 'nzrr-skills' }]);
  const first = await app.ask(null, 'GET', '/api/v1/skills?limit=40');
  const second = await app.ask(null, 'GET', `/api/v1/skills?limit=200&cursor=${first.body.next}`);
  const all = [...first.body.items, ...second.body.items];
  expect(new Set(all.map(({ uri }: { uri: string }) => uri)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(60);
});
