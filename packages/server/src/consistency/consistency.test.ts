import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { loadOwnSkills } from '../skill/own-skills.ts';
import { testServices } from '../test-services.ts';
import { countTaught } from './count.ts';
import { showConsistency } from './view.ts';
import { consistencyRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let developer: SignedIn;
let stranger: SignedIn;
let steward: SignedIn;
let kea: SignedIn;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: '2026-11-24' });
  await at.owner.query(`
    insert into catalogue.organisation (organisation_id, public_id, kind) overriding system value values
      (901, 'c-dev', 'industry-skills-board'), (902, 'c-other', 'industry-skills-board'),
      (911, 'c-kea', 'provider'), (912, 'c-weka', 'provider'), (913, 'c-tui', 'provider'), (914, 'c-few', 'provider');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, initcap(replace(public_id, 'c-', 'Invented ')) from catalogue.organisation where public_id like 'c-%';
    insert into catalogue.outcome (outcome_id, public_id, code, version, lineage, name, status, developer_id, in_force_from) overriding system value values
      (901, 'c1-1', 'C1', 1, 'C1', 'Lift safely', 'discontinued', 901, '2015-01-01'), (902, 'c1-2', 'C1', 2, 'C1', 'Lift safely', 'published', 901, '2022-01-01'),
      (903, 'c2', 'C2', 1, 'C2', 'Bake bread', 'published', 902, '2015-01-01');
    -- Kea: 30 achieved, 5 merit. Weka: 10 achieved, 12 merit, 40 excellence. Tui: 35 achieved, 11 recognised. The last: four people.
    with ended (provider, result, mode, people) as (values (911, 'achieved', 'assessed', 30), (911, 'merit', 'assessed', 5), (912, 'achieved', 'assessed', 10),
        (912, 'merit', 'assessed', 12), (912, 'excellence', 'assessed', 40), (913, 'achieved', 'assessed', 35), (913, 'achieved', 'rpl', 11), (914, 'merit', 'assessed', 4)),
      person as (select e.*, row_number() over () as n from ended e, generate_series(1, e.people))
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      select n, n * 10, 902, provider, '2024-05-01', '2024-05-01', result, mode, 'confirmed', true, 'r' || n from person;
    -- One of Kea's failed first, under the old version; one was withdrawn; one is provisional; one was long ago: none counts beside.
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference) values
      (1, 11, 901, 911, '2023-05-01', '2023-05-01', 'not-achieved', 'assessed', 'confirmed', false, 'x1'),
      (901, 9010, 902, 911, '2024-05-01', '2024-05-01', 'merit', 'assessed', 'withdrawn', false, 'x2'),
      (902, 9020, 902, 911, '2024-05-01', '2024-05-01', 'merit', 'assessed', 'provisional', false, 'x3'),
      (903, 9030, 902, 911, '2019-05-01', '2019-05-01', 'merit', 'assessed', 'confirmed', true, 'x4'),
      (904, 9040, 903, 911, '2024-05-01', '2024-05-01', 'merit', 'assessed', 'confirmed', true, 'x5');
    insert into rpl.application_state (learner_id, application_id, provider_id, status, started_at, applied_at, consented_at, changed_at)
      select n, n, 913, 'recorded', '2024-01-01', '2024-01-10T00:00:00Z', '2024-01-10', '2024-02-01' from generate_series(201, 210) n;
    insert into rpl.application_outcome (learner_id, application_id, outcome_id, decision, result, recorded_on)
      select n, n, 902, 'granted', 'achieved', date '2024-01-10' + (n - 200)::integer from generate_series(201, 210) n;
  `);
  await countTaught(services);
  await loadOwnSkills(services);
  app = await testApp(services, consistencyRoutes);
  developer = await signedIn(at, 'developer', { organisationId: 901, roles: ['developer'] });
  stranger = await signedIn(at, 'developer', { organisationId: 902, roles: ['developer'] });
  steward = await signedIn(at, 'steward', { organisationId: 901, roles: ['steward'] });
  kea = await signedIn(at, 'provider', { organisationId: 911, roles: ['registrar'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

test('a person counts once, by their last confirmed result of the last five years; counting again changes nothing', async () => {
  const read = async () =>
    (await at.owner.query(`select provider_id, ended, people from catalogue.taught where lineage = 'C1' order by 1, 2`)).rows;
  const before = await read();
  expect(before).toEqual([
    { provider_id: 911, ended: 'achieved', people: 30 },
    { provider_id: 911, ended: 'merit', people: 5 },
    { provider_id: 912, ended: 'achieved', people: 10 },
    { provider_id: 912, ended: 'excellence', people: 40 },
    { provider_id: 912, ended: 'merit', people: 12 },
    { provider_id: 913, ended: 'achieved', people: 35 },
    { provider_id: 913, ended: 'recognised', people: 11 },
    { provider_id: 914, ended: 'merit', people: 4 },
  ]);
  // Two at once, as of two processes, are one after the other.
  await Promise.all([countTaught(services), countTaught(services)]);
  expect(await read()).toEqual(before);
});

test('its developer and a steward see who differs; a provider with few people shows no number and is not compared', async () => {
  for (const who of [developer, steward]) {
    const { status, body } = await app.ask(who, 'GET', '/api/v1/consistency/C1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      side: 'all',
      outcome: { code: 'C1' },
      since: '2021-11-25',
      countedOn: '2026-11-24',
      smallest: 10,
    });
    const row = (id: string) => body.rows.find((one: { provider: { id: string } }) => one.provider.id === id);
    expect(row('c-weka').differences.find((one: { measure: string }) => one.measure === 'grades')).toMatchObject({
      differs: true,
      sure: 'under-0.001',
    });
    expect(row('c-tui').differences.find((one: { measure: string }) => one.measure === 'ways')).toMatchObject({
      differs: true,
      of100: 25,
    });
    expect(row('c-tui').recognisedDays).toBe(5);
    expect(row('c-few')).toMatchObject({ people: null, differences: [] });
    const shown = body.rows.flatMap((one: { counts: (number | null)[] }) => one.counts);
    expect(shown.filter((count: number | null) => count !== null && count < 10)).toEqual([]);
    // Five of merit at Kea are withheld, and so is what they could be worked out from.
    expect(row('c-kea').counts.filter((count: number | null) => count !== null).length).toBeLessThan(2);
  }
  // Nothing that is withheld stands in the answer in any other form.
  const { body } = await app.ask(steward, 'GET', '/api/v1/consistency/C1');
  expect(Object.keys(body.rows[0].differences[0]).sort()).toEqual(['differs', 'measure', 'of100', 'sure', 'test']);
});

test('another developer, the public and learners see nothing of it', async () => {
  expect((await app.ask(stranger, 'GET', '/api/v1/consistency/C1')).body).toMatchObject({ code: 'not-taught' });
  expect((await app.ask(stranger, 'GET', '/api/v1/consistency')).body.items).toEqual([]);
  expect((await app.ask(null, 'GET', '/api/v1/consistency/C1')).status).toBe(401);
  const learner = await signedIn(at, 'learner', { learnerId: 1025 });
  expect((await app.ask(learner, 'GET', '/api/v1/consistency/C1')).status).toBe(403);
  expect((await app.ask(steward, 'GET', '/api/v1/consistency/NONE')).status).toBe(404);
});

test('a provider sees itself beside all others together, none of them by name', async () => {
  const { body } = await app.ask(kea, 'GET', '/api/v1/consistency/C1');
  expect(body.side).toBe('own');
  expect(body.rows.map((one: { provider: { id: string } | null }) => one.provider?.id ?? null)).toEqual(['c-kea', null]);
  // Its own numbers are its own, small ones too.
  expect(body.rows[0]).toMatchObject({ people: 35, counts: [0, 30, 5, 0, 0, 0] });
  expect(body.rows[1].people).toBe(112);
  expect(JSON.stringify(body)).not.toMatch(/c-weka|c-tui|Invented Weka/);
  expect(body.rows[0].differences[0]).toMatchObject({ measure: 'grades', differs: true });
  expect(body.comparisons).toBe(2);
  // Where one other alone teaches it, all others together would be that one.
  await at.owner.query(`insert into catalogue.taught values ('C2', 912, 'merit', 30, '2026-11-24', '2021-11-25')`);
  const alone = await app.ask(kea, 'GET', '/api/v1/consistency/C2');
  expect(alone.body.rows.map((one: { provider: unknown }) => one.provider)).toEqual([{ id: 'c-kea', name: 'Invented Kea' }]);
  // And the table itself gives a provider its own rows only.
  const rows = await at.db.as(kea.acting, (tx) => tx.query({ text: 'select distinct provider_id as id from catalogue.taught' }));
  expect(rows.rows).toEqual([{ id: 911 }]);
});

test('what a provider says of its teaching is kept, is shown to others without its name, and can be taken back', async () => {
  const skill = { uri: 'https://recognition.example/skills/keep-records', label: 'Keep accurate records' };
  const said = { methods: ['observed', 'observed', 'portfolio'], hours: 20, skills: [skill.uri, skill.uri] };
  const first = await app.ask(kea, 'PUT', '/api/v1/providers/me/teaching/C1', said);
  expect([first.status, first.body.rows[0].teaching]).toMatchObject([
    200,
    { methods: ['observed', 'portfolio'], hours: 20, skills: [skill] },
  ]);
  expect((await app.ask(kea, 'PUT', '/api/v1/providers/me/teaching/C1', said)).status).toBe(200);
  expect((await app.ask(kea, 'PUT', '/api/v1/providers/me/teaching/C1', { methods: ['horoscope'] })).status).toBe(400);
  const unknown = { ...said, skills: ['https://nowhere.example/skill'] };
  expect((await app.ask(kea, 'PUT', '/api/v1/providers/me/teaching/C1', unknown)).body.code).toBe('skill-not-found');
  expect((await app.ask(kea, 'PUT', '/api/v1/providers/me/teaching/NONE', said)).body).toMatchObject({
    code: 'outcome-not-found',
  });
  expect((await app.ask(steward, 'PUT', '/api/v1/providers/me/teaching/C1', said)).status).toBe(403);

  const tui = await signedIn(at, 'provider', { organisationId: 913, roles: ['registrar'] });
  await app.ask(tui, 'PUT', '/api/v1/providers/me/teaching/C1', { methods: ['written-test'] });
  // One other alone is not told; two are, by number.
  expect((await app.ask(kea, 'GET', '/api/v1/consistency/C1')).body.others).toBeNull();
  const weka = await signedIn(at, 'provider', { organisationId: 912, roles: ['registrar'] });
  await app.ask(weka, 'PUT', '/api/v1/providers/me/teaching/C1', { methods: ['written-test', 'project'], skills: [skill.uri] });
  expect((await app.ask(kea, 'GET', '/api/v1/consistency/C1')).body.others).toEqual({
    methods: [
      { method: 'written-test', providers: 2 },
      { method: 'project', providers: 1 },
    ],
    skills: [{ ...skill, providers: 1 }],
  });
  expect((await app.ask(kea, 'DELETE', '/api/v1/providers/me/teaching/C1')).status).toBe(204);
  expect((await app.ask(kea, 'DELETE', '/api/v1/providers/me/teaching/C1')).status).toBe(204);
  expect((await app.ask(kea, 'GET', '/api/v1/consistency/C1')).body.rows[0].teaching).toBeNull();
});

test('the list says of how many providers something differs, a page at a time', async () => {
  const { body } = await app.ask(steward, 'GET', '/api/v1/consistency?limit=1');
  expect(body.items).toMatchObject([{ lineage: 'C1', providers: 4, people: 140 }]);
  expect(body.items[0].differs).toBeGreaterThanOrEqual(2);
  // Of 147 people neither the list nor its cursor tells the last.
  expect(JSON.parse(Buffer.from(body.next, 'base64url').toString())).toEqual([140, 'C1']);
  const next = await app.ask(steward, 'GET', `/api/v1/consistency?limit=1&cursor=${body.next}`);
  expect(next.body).toMatchObject({ items: [{ lineage: 'C2' }], next: null });
  expect((await app.ask(steward, 'GET', '/api/v1/consistency?cursor=rubbish')).status).toBe(400);
  const own = await app.ask(kea, 'GET', '/api/v1/consistency');
  expect(own.body.items).toMatchObject([
    { lineage: 'C1', providers: 4, people: 30, differs: null },
    { lineage: 'C2', providers: 2, people: null },
  ]);
});

test('the CSV says what the page says, and withholds what the page withholds', async () => {
  const { body } = await app.ask(steward, 'GET', '/api/v1/consistency/C1/export');
  expect(body).toContain('c-weka,Invented Weka');
  expect(body).toContain('differs');
  expect(body).toMatch(/c-few,Invented Few,withheld(,withheld){6}/);
});

test('the operator sees what a steward sees', async () => {
  expect((await showConsistency(services, 'operator', 'C1')).rows).toHaveLength(4);
});
