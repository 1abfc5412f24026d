import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
let lantern: number;
let candle: number;
let kea: number;
let skills: readonly string[];
beforeAll(async () => {
  at = await testDatabase();
  const services = testServices(at);
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-lantern', 'employer'), ('org-candle', 'employer');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Lantern Works'
      from catalogue.organisation where public_id = 'org-lantern'`);
  lantern = await organisation('org-lantern');
  candle = await organisation('org-candle');
  kea = await organisation('org-kea');
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('invented', 'Invented', 'Tito', '1', 'https://skills.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) select 'https://skills.example/' || n, 'invented', 'core-technical', 'Skill ' || n
      from generate_series(1, 3) n`);
  const { rows } = await at.owner.query<{ uri: string }>(
    `select uri from catalogue.skill where scheme = 'invented' order by uri`,
  );
  skills = rows.map(({ uri }) => uri);
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function organisation(id: string): Promise<number> {
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = $1`, [id]);
  return rows[0].id;
}

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const employer = (organisationId: number) => signedIn('employer', { accountId: 61, organisationId, roles: ['administrator'] });
const registrar = (organisationId: number) => signedIn('provider', { accountId: 62, organisationId, roles: ['registrar'] });

const role = (title = 'Care lead') => ({
  title,
  description: 'Leads a shift.',
  skills: [
    { uri: skills[1]!, weight: 'essential' },
    { uri: skills[0]!, weight: 'useful' },
  ],
});
const need = () => ({
  provider: 'org-kea',
  title: 'Dementia care for twelve',
  words: 'Twelve people, two afternoons.',
  skills: [skills[0]!],
  people: 12,
  place: 'Whangārei',
  beginsBy: '2027-02-01',
});

test('a role keeps its skills in the order given, with their labels, and belongs to one employer', async () => {
  const edith = await employer(lantern);
  const made = await edith.ask('POST', '/api/v1/employers/me/roles', { body: role() });
  expect(made.status).toBe(201);
  const seen = await edith.ask('GET', `/api/v1/employers/me/roles/${String(made.body['id'])}`);
  expect(seen.body).toMatchObject({ title: 'Care lead', revision: 1, archived: false });
  expect(seen.body['skills']).toMatchObject([
    { uri: skills[1], weight: 'essential' },
    { uri: skills[0], weight: 'useful' },
  ]);
  for (const skill of Array.isArray(seen.body['skills']) ? seen.body['skills'] : []) expect(skill.en).not.toBe(skill.uri);
  const other = await employer(candle);
  expect((await other.ask('GET', `/api/v1/employers/me/roles/${String(made.body['id'])}`)).body['code']).toBe('role-not-found');
  expect((await other.ask('GET', '/api/v1/employers/me/roles')).body['items']).toEqual([]);
});

test('two people who change one role do not overwrite each other: the second is shown what the first wrote', async () => {
  const edith = await employer(lantern);
  const id = String((await edith.ask('POST', '/api/v1/employers/me/roles', { body: role('Cook') })).body['id']);
  const first = await edith.ask('PUT', `/api/v1/employers/me/roles/${id}`, { body: { ...role('Head cook'), revision: 1 } });
  expect(first.body).toMatchObject({ title: 'Head cook', revision: 2 });
  const second = await edith.ask('PUT', `/api/v1/employers/me/roles/${id}`, { body: { ...role('Baker'), revision: 1 } });
  expect([second.status, second.body['code']]).toEqual([409, 'role-changed']);
  expect(second.body['theirs']).toMatchObject({ title: 'Head cook', revision: 2 });
});

test('a role is put away and brought back, and doing it twice changes nothing', async () => {
  const edith = await employer(lantern);
  const id = String((await edith.ask('POST', '/api/v1/employers/me/roles', { body: role('Porter') })).body['id']);
  for (const [word, archived] of [
    ['archive', true],
    ['archive', true],
    ['restoration', false],
  ] as const)
    expect((await edith.ask('POST', `/api/v1/employers/me/roles/${id}/${word}`)).body['archived']).toBe(archived);
});

test('a role says what is wrong with it: an unknown skill, one named twice, none at all', async () => {
  const edith = await employer(lantern);
  const ask = async (list: object[]) =>
    (await edith.ask('POST', '/api/v1/employers/me/roles', { body: { ...role(), skills: list } })).body['code'];
  expect(await ask([{ uri: 'https://skills.example/none', weight: 'useful' }])).toBe('skill-not-found');
  expect(
    await ask([
      { uri: skills[0]!, weight: 'useful' },
      { uri: skills[0]!, weight: 'essential' },
    ]),
  ).toBe('invalid-request');
  expect(await ask([])).toBe('invalid-request');
});

test('a request reaches the provider that was asked and no other; what is said stays, in order', async () => {
  const edith = await employer(lantern);
  const id = String((await edith.ask('POST', '/api/v1/packages/requests', { body: need() })).body['id']);
  const ngaio = await registrar(kea);
  const waiting = await ngaio.ask('GET', '/api/v1/packages/requests?state=open');
  expect(waiting.body['items']).toMatchObject([
    {
      id,
      employer: { name: 'Lantern Works' },
      title: 'Dementia care for twelve',
      people: 12,
      beginsBy: '2027-02-01',
      status: 'open',
    },
  ]);
  await ngaio.ask('POST', `/api/v1/packages/requests/${id}/words`, { body: { words: 'Which two afternoons?' } });
  await edith.ask('POST', `/api/v1/packages/requests/${id}/words`, { body: { words: 'Tuesdays.' } });
  const offered = await ngaio.ask('POST', `/api/v1/packages/requests/${id}/offer`, { body: { words: 'From 12 January.' } });
  expect(offered.body).toMatchObject({ status: 'offered' });
  expect(Array.isArray(offered.body['said']) && offered.body['said'].map(({ kind, side }) => `${side} ${kind}`)).toEqual([
    'employer asked',
    'provider said',
    'employer said',
    'provider offered',
  ]);
  for (const stranger of [await registrar(lantern), await employer(candle)]) {
    expect((await stranger.ask('GET', '/api/v1/packages/requests')).body['items']).toEqual([]);
    const answer = await stranger.ask('POST', `/api/v1/packages/requests/${id}/words`, { body: { words: 'x' } });
    expect([answer.status, answer.body['code']]).toEqual([404, 'request-not-found']);
  }
});

test('a request that was taken back or declined has ended', async () => {
  const edith = await employer(lantern);
  const ngaio = await registrar(kea);
  const id = String((await edith.ask('POST', '/api/v1/packages/requests', { body: need() })).body['id']);
  await edith.ask('POST', `/api/v1/packages/requests/${id}/withdrawal`, { body: { words: 'We found one.' } });
  const late = await ngaio.ask('POST', `/api/v1/packages/requests/${id}/offer`, { body: { words: 'Yes.' } });
  expect([late.status, late.body['code']]).toEqual([409, 'request-ended']);
  const ended = await ngaio.ask('GET', '/api/v1/packages/requests?state=ended');
  expect(ended.body['items']).toMatchObject([{ id, status: 'taken-back' }]);
});

test('only who teaches is asked, and only an employer asks', async () => {
  const edith = await employer(lantern);
  for (const provider of ['org-candle', 'org-none']) {
    const answer = await edith.ask('POST', '/api/v1/packages/requests', { body: { ...need(), provider } });
    expect([answer.status, answer.body['code']]).toEqual([404, 'provider-not-found']);
  }
  const ngaio = await registrar(kea);
  expect((await ngaio.ask('POST', '/api/v1/packages/requests', { body: need() })).body['code']).toBe('not-your-door');
  expect((await ngaio.ask('GET', '/api/v1/employers/me/roles')).body['code']).toBe('not-your-door');
  expect((await browser(app).ask('GET', '/api/v1/employers/me/roles')).body['code']).toBe('sign-in-needed');
});

test('a provider may not write as the employer, whatever SQL it runs', async () => {
  const edith = await employer(lantern);
  const id = Number((await edith.ask('POST', '/api/v1/packages/requests', { body: need() })).body['id']);
  const provider = await at.session('provider', { accountId: 62, organisationId: kea, roles: ['registrar'] });
  const forged = at.db.as(provider, (tx) =>
    tx.query({
      text: `insert into employer.package_event (request_id, kind, side, words, actor, at) values ($1, 'taken-back', 'employer', 'x', 'x', now())`,
      values: [id],
    }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  await expect(at.db.as(provider, (tx) => tx.query({ text: 'select * from employer.role' }))).rejects.toThrow(
    /permission denied/,
  );
});

test('a job role of a public framework is brought once, found, and begins a role; what closes a gap is named', async () => {
  const mira = await signedIn('steward', { accountId: 64, roles: ['steward'] });
  const roles = {
    name: 'Invented roles',
    roles: [
      {
        code: 'baker',
        title: 'Baker',
        description: 'Bakes bread.',
        skills: [
          { code: skills[2], weight: 'essential' },
          { code: 'none', weight: 'useful' },
        ],
      },
      { code: 'carer', title: 'Māori health carer', sector: 'Health' },
    ],
  };
  const bring = (version: string, content: object = roles) =>
    mira.ask('POST', '/api/v1/job-roles/sources/invented/versions', {
      body: { from: 'json', version, scheme: 'invented', files: [{ name: 'roles.json', content: JSON.stringify(content) }] },
    });
  const brought = await bring('1');
  expect(brought.status, brought.text).toBe(200);
  expect(brought.body).toMatchObject({ roles: 2, withSkills: 1, unchanged: false, left: { 'skill-unknown': 1 } });
  expect((await bring('1')).body).toMatchObject({ unchanged: true });
  expect((await bring('1', { ...roles, roles: [roles.roles[0]] })).body).toMatchObject({ code: 'version-differs' });
  const edith = await employer(lantern);
  const refused = await edith.ask('POST', '/api/v1/job-roles/sources/invented/versions', {
    body: { from: 'json', version: '2', files: [{ name: 'x', content: '{}' }] },
  });
  expect(refused.status).toBe(403);
  const found = await edith.ask('GET', '/api/v1/job-roles?q=maaori health');
  expect(found.body).toMatchObject({ items: [{ title: 'Māori health carer', sector: 'Health', skills: 0 }] });
  const listed = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse((await edith.ask('GET', '/api/v1/job-roles?q=bak')).body);
  const detail = await edith.ask('GET', `/api/v1/job-roles/${listed.items[0]?.id}`);
  expect(detail.body).toMatchObject({
    code: 'baker',
    skills: [{ uri: skills[2], weight: 'essential', en: 'Skill 3' }],
    suggested: [],
  });
  expect((await bring('2', { ...roles, roles: [roles.roles[1]] })).body).toMatchObject({ roles: 1 });
  expect((await edith.ask('GET', '/api/v1/job-roles?q=bak')).body).toMatchObject({ items: [] });
  const begun = { ...role('Baker'), region: 'otago', beganAs: 'invented/baker', counted: false };
  const made = await edith.ask('POST', '/api/v1/employers/me/roles', { body: begun });
  const kept = await edith.ask('GET', `/api/v1/employers/me/roles/${String(made.body['id'])}`);
  expect(kept.body).toMatchObject({ region: 'otago', beganAs: 'invented/baker', counted: false });
  expect((await edith.ask('POST', '/api/v1/employers/me/roles', { body: { ...begun, region: 'atlantis' } })).status).toBe(400);
  const long = await edith.ask('POST', '/api/v1/employers/me/roles', { body: { ...begun, beganAs: `sg/${'x'.repeat(455)}` } });
  expect(long.status, long.text).toBe(201);
  const gap = await browser(app).ask('POST', '/api/v1/skills/closing', {
    body: { skills: ['https://skills.example/k1', skills[0]] },
  });
  expect(gap.status, gap.text).toBe(200);
  expect(gap.body).toMatchObject({ items: [{ offerings: [] }, { skill: skills[0], outcomes: [], offerings: [] }] });
});
