import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { catalogueRoutes } from './routes.ts';
import { signedIn, testApp } from './test-app.ts';
import { countHolders } from './worklist.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let developer: SignedIn;
let colleague: SignedIn;
let stranger: SignedIn;
let steward: SignedIn;
let second: SignedIn;

const keyOf = async (id: string): Promise<number> =>
  (
    await at.owner.query<{ organisation_id: number }>('select organisation_id from catalogue.organisation where public_id = $1', [
      id,
    ])
  ).rows[0]?.organisation_id ?? 0;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: '2026-11-24' });
  app = await testApp(services, catalogueRoutes);
  const services_board = await keyOf('isb-services');
  developer = await signedIn(at, 'developer', { organisationId: services_board, roles: ['developer'] });
  colleague = await signedIn(at, 'developer', { organisationId: services_board, roles: ['developer'] });
  stranger = await signedIn(at, 'developer', { organisationId: await keyOf('isb-infrastructure'), roles: ['developer'] });
  steward = await signedIn(at, 'steward', { organisationId: await keyOf('nzqa'), roles: ['steward'] });
  second = await signedIn(at, 'steward', { organisationId: await keyOf('nzqa'), roles: ['steward'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const text = (said: string) => [{ text: said, lang: 'en' }];
const whole = {
  name: 'Serve a guest at a table',
  credits: 4,
  level: 3,
  field: 'service-sector',
  assessments: text('Observed at two services'),
  theory: text('How a menu is read'),
  practice: text('Takes an order and serves it'),
  skills: [
    {
      uri: 'https://recognition.example/skills/serve-customers',
      scheme: 'nzrr-skills',
      label: 'Serve customers',
      relation: 'competent',
    },
  ],
};

async function drafted(code: string, by: SignedIn = developer): Promise<string> {
  const { status, body } = await app.ask(by, 'POST', '/api/v1/outcomes', { code, ...whole });
  expect(status).toBe(201);
  return body.id;
}

async function published(code: string): Promise<string> {
  const id = await drafted(code);
  await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/submission`);
  expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/publication`)).toMatchObject({ status: 200 });
  return id;
}

describe('two who write one draft', () => {
  test('the second is told, with the text that is there, and nothing is overwritten', async () => {
    const id = await drafted('TW1');
    const first = await app.ask(developer, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, name: 'First', revision: 1 });
    expect(first).toMatchObject({ status: 200, body: { revision: 2 } });
    const late = await app.ask(colleague, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, name: 'Late', revision: 1 });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'draft-changed', revision: 2, content: { name: 'First', credits: 4 } },
    });
    const { body } = await app.ask(developer, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(body).toMatchObject({ revision: 2, outcome: { name: 'First' } });
    expect(await app.ask(colleague, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, name: 'Late', revision: 2 })).toMatchObject({
      status: 200,
      body: { revision: 3 },
    });
  });

  test('of two that come at once with one revision, one is kept', async () => {
    const id = await drafted('TW2');
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => app.ask(developer, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, name, revision: 1 })),
    );
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409, 409]);
  });

  test('a run of changes by one writer is one line of its history', async () => {
    const id = await drafted('TW3');
    for (const name of ['a', 'b', 'c']) await app.ask(developer, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, name });
    await app.ask(colleague, 'PUT', `/api/v1/outcomes/${id}`, whole);
    const { body } = await app.ask(developer, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(body.events.map((one: { kind: string; yours: boolean }) => [one.kind, one.yours])).toEqual([
      ['created', true],
      ['changed', true],
      ['changed', false],
    ]);
  });

  test('one part is mended and the others stay', async () => {
    const id = await drafted('TW4');
    expect(
      await app.ask(developer, 'PATCH', `/api/v1/outcomes/${id}`, { parts: { theory: text('Other theory') }, revision: 1 }),
    ).toMatchObject({ status: 200, body: { revision: 2 } });
    const { body } = await app.ask(developer, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(body.outcome).toMatchObject({ name: whole.name, theory: text('Other theory'), practice: whole.practice });
    expect(body.outcome.skills).toHaveLength(1);
    expect(await app.ask(developer, 'PATCH', `/api/v1/outcomes/${id}`, { parts: { level: 5 }, revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'draft-changed' },
    });
    expect(await app.ask(developer, 'PATCH', `/api/v1/outcomes/${id}`, { parts: { status: 'published' } })).toMatchObject({
      status: 400,
    });
  });
});

describe('what is said about a definition', () => {
  test('is kept in order, names its part, and is for its developer and stewards', async () => {
    const id = await drafted('SAY1');
    const say = (by: SignedIn, said: string, path: string | null = null) =>
      app.ask(by, 'POST', `/api/v1/outcomes/${id}/comments`, { text: said, path });
    expect(await say(developer, 'Is the level right?', 'level')).toMatchObject({ status: 201 });
    expect(await say(steward, 'Three is right.')).toMatchObject({ status: 201 });
    expect(await say(stranger, 'I look in')).toMatchObject({ status: 404 });
    const { body } = await app.ask(developer, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(body.events.slice(1)).toMatchObject([
      { kind: 'comment', by: 'developer', yours: true, path: 'level', note: 'Is the level right?' },
      { kind: 'comment', by: 'steward', yours: false, path: null, note: 'Three is right.' },
    ]);
    expect(await app.ask(stranger, 'GET', `/api/v1/outcomes/${id}/writing`)).toMatchObject({ status: 404 });
    await expect(at.owner.query(`set role nzrr_developer; delete from catalogue.outcome_event`)).rejects.toMatchObject({
      code: '42501',
    });
    await at.owner.query('reset role');
  });

  test('of a published outcome is not for another developer', async () => {
    const id = await published('SAY2');
    expect(await app.ask(stranger, 'GET', `/api/v1/outcomes/${id}/writing`)).toMatchObject({
      status: 403,
      body: { code: 'not-your-outcome' },
    });
    expect(await app.ask(null, 'GET', `/api/v1/outcomes/${id}/writing`)).toMatchObject({ status: 401 });
    expect(await app.ask(stranger, 'POST', `/api/v1/outcomes/${id}/comments`, { text: 'Mine now' })).toMatchObject({
      status: 403,
    });
  });
});

describe('approval', () => {
  test('is by another than who wrote it', async () => {
    const id = await drafted('TWO1');
    await app.ask(steward, 'PATCH', `/api/v1/outcomes/${id}`, { parts: { level: 4 } });
    await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/submission`, { note: 'The level is mended.' });
    const queue = await app.ask(steward, 'GET', '/api/v1/outcomes/waiting');
    expect(queue.body.items).toContainEqual(expect.objectContaining({ own: true, outcome: expect.objectContaining({ id }) }));
    expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/publication`)).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    const { body } = await app.ask(second, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(body.own).toBe(false);
    expect(await app.ask(second, 'POST', `/api/v1/outcomes/${id}/publication`, { revision: body.revision - 1 })).toMatchObject({
      status: 409,
      body: { code: 'draft-changed' },
    });
    expect(
      await app.ask(second, 'POST', `/api/v1/outcomes/${id}/publication`, { revision: body.revision, note: 'Well made.' }),
    ).toMatchObject({ body: { status: 'published' } });
    const after = await app.ask(developer, 'GET', `/api/v1/outcomes/${id}/writing`);
    expect(after.body.events.at(-1)).toMatchObject({ kind: 'published', note: 'Well made.', by: 'steward' });
    expect((await app.ask(steward, 'GET', '/api/v1/outcomes/waiting')).body.items).toEqual([]);
  });

  test('of a new version uses the day its developer proposed for the old, and shows what it follows', async () => {
    const id = await published('VER1');
    await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'B' });
    await app.ask(developer, 'PUT', '/api/v1/outcomes/VER1-v2', { ...whole, credits: 5, previousUntil: '2027-12-31' });
    const { body } = await app.ask(developer, 'GET', '/api/v1/outcomes/VER1-v2/writing');
    expect(body).toMatchObject({ previousUntil: '2027-12-31', previous: { id: 'VER1-v1', credits: 4 }, outcome: { credits: 5 } });
    await app.ask(developer, 'POST', '/api/v1/outcomes/VER1-v2/submission');
    await app.ask(steward, 'POST', '/api/v1/outcomes/VER1-v2/publication');
    expect((await app.ask(null, 'GET', '/api/v1/outcomes/VER1/1')).body).toMatchObject({
      status: 'expiring',
      lastAssessment: '2027-12-31',
    });
  });

  test('makes what a draft excludes the rule of its lineage, and not before', async () => {
    const id = await published('EX1');
    await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'B' });
    await app.ask(developer, 'PUT', '/api/v1/outcomes/EX1-v2', { ...whole, excludes: ['OTHER'] });
    const excluded = async () =>
      (await at.owner.query(`select excludes from catalogue.outcome_exclusion where lineage = 'EX1'`)).rows;
    expect((await app.ask(developer, 'GET', '/api/v1/outcomes/EX1-v2/writing')).body.outcome.excludes).toEqual(['OTHER']);
    expect((await app.ask(null, 'GET', '/api/v1/outcomes/EX1/1')).body.excludes).toEqual([]);
    expect(await excluded()).toEqual([]);
    await app.ask(developer, 'POST', '/api/v1/outcomes/EX1-v2/submission');
    await app.ask(steward, 'POST', '/api/v1/outcomes/EX1-v2/publication');
    expect(await excluded()).toEqual([{ excludes: 'OTHER' }]);
  });
});

test('a developer asks for an expiry, and a steward declines it or agrees', async () => {
  const id = await published('D1');
  const ask = (body: object) => app.ask(developer, 'POST', `/api/v1/outcomes/${id}/expiry-request`, body);
  expect(await ask({ lastAssessment: '2026-11-01', note: 'Nobody needs it.' })).toMatchObject({ status: 422 });
  expect(await ask({ lastAssessment: '2028-12-31', note: 'Nobody needs it.' })).toMatchObject({ body: { status: 'published' } });
  const waiting = await app.ask(steward, 'GET', '/api/v1/outcomes/waiting');
  expect(waiting.body.items).toMatchObject([{ expiryAsked: '2028-12-31', outcome: { id, status: 'published' } }]);
  expect((await app.ask(developer, 'GET', '/api/v1/outcomes/worklist')).body.items).toContainEqual(
    expect.objectContaining({ work: 'expiry-asked' }),
  );
  expect(
    await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/expiry-request/refusal`, { note: 'Two providers still teach it.' }),
  ).toMatchObject({ body: { status: 'published' } });
  expect((await app.ask(steward, 'GET', '/api/v1/outcomes/waiting')).body.items).toEqual([]);
  await ask({ lastAssessment: '2029-12-31', note: 'They stop then.' });
  await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/expiry`, { lastAssessment: '2029-12-31' });
  expect((await app.ask(null, 'GET', '/api/v1/outcomes/D1/1')).body).toMatchObject({
    status: 'expiring',
    lastAssessment: '2029-12-31',
  });
  expect((await app.ask(steward, 'GET', '/api/v1/outcomes/waiting')).body.items).toEqual([]);
});

describe('a worklist', () => {
  test('says of each definition what it needs, and no other organisation sees it', async () => {
    await app.ask(developer, 'POST', '/api/v1/outcomes', { code: 'WL1', name: 'Only a name' });
    const back = await drafted('WL2');
    await app.ask(developer, 'POST', `/api/v1/outcomes/${back}/submission`);
    await app.ask(steward, 'POST', `/api/v1/outcomes/${back}/return`, { note: 'Say more of the menu' });
    const handed = await drafted('WL3');
    await app.ask(developer, 'POST', `/api/v1/outcomes/${handed}/submission`);
    const { body } = await app.ask(developer, 'GET', '/api/v1/outcomes/worklist');
    const of = (id: string) => body.items.find((one: { outcome: { id: string } }) => one.outcome.id === id);
    expect(of('WL1-v1')).toMatchObject({
      work: 'draft',
      lacks: ['credits', 'level', 'assessments', 'theory', 'practice', 'skills'],
    });
    expect(of('WL1-v1').findings.length).toBeGreaterThan(5);
    expect(of(back)).toMatchObject({ work: 'returned', returned: { note: 'Say more of the menu' }, lacks: [] });
    expect(of(handed)).toMatchObject({ work: 'in-review', returned: null });
    const theirs = await app.ask(stranger, 'GET', '/api/v1/outcomes/worklist');
    expect(theirs.body).toEqual({ items: [], legacy: 0 });
    expect(await app.ask(steward, 'GET', '/api/v1/outcomes/worklist')).toMatchObject({ status: 403 });
    expect(await app.ask(developer, 'GET', '/api/v1/outcomes/waiting')).toMatchObject({ status: 403 });
  });

  test('puts the legacy outcomes that most people hold first, and never counts a few people', async () => {
    await at.owner.query(
      `insert into catalogue.outcome (public_id, code, lineage, name, credits, level, status, developer_id)
        select 'leg-' || n, 'LEG' || n, 'LEG' || n, 'Legacy ' || n, 4, 3, 'legacy', $1 from generate_series(1, 4) n`,
      [developer.organisationId],
    );
    const hold = (code: string, people: number, result = 'achieved') =>
      at.owner.query(
        `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
          select n * 1024, n * 1024 + o.outcome_id, o.outcome_id, 1, '2025-01-01', '2025-01-01', $3, 'assessed', 'confirmed', true, 'r' || n || o.outcome_id
            from generate_series(1, $2::integer) n, catalogue.outcome o where o.code = $1`,
        [code, people, result],
      );
    await hold('LEG1', 3);
    await hold('LEG2', 27);
    await hold('LEG3', 40, 'not-achieved');
    await hold('LEG4', 12);
    await countHolders(services);
    await countHolders(services);
    const first = await app.ask(developer, 'GET', '/api/v1/outcomes/worklist/legacy?limit=2');
    const next = await app.ask(developer, 'GET', `/api/v1/outcomes/worklist/legacy?limit=2&cursor=${first.body.next}`);
    const rows = [...first.body.items, ...next.body.items].map((one: { outcome: { code: string }; people: number | null }) => [
      one.outcome.code,
      one.people,
    ]);
    expect(rows).toEqual([
      ['LEG2', 25],
      ['LEG4', 10],
      ['LEG1', null],
      ['LEG3', 0],
    ]);
    expect(first.body.items[0]).toMatchObject({
      countedOn: '2026-11-24',
      lacks: ['assessments', 'theory', 'practice', 'skills'],
    });
    expect((await app.ask(stranger, 'GET', '/api/v1/outcomes/worklist/legacy')).body.items).toEqual([]);
    const kept = await at.owner.query('select people from catalogue.outcome_holders where people between 1 and 9');
    expect(kept.rows).toEqual([]);
  });

  test('lets a legacy outcome be completed part by part, handed in, sent back, and approved', async () => {
    const { skills, assessments, theory, practice } = whole;
    for (const parts of [{ skills }, { assessments }, { theory }])
      expect(await app.ask(developer, 'PATCH', '/api/v1/outcomes/leg-2', { parts })).toMatchObject({ status: 200 });
    expect(await app.ask(developer, 'POST', '/api/v1/outcomes/leg-2/submission')).toMatchObject({
      status: 422,
      body: { code: 'not-ready' },
    });
    await app.ask(developer, 'PATCH', '/api/v1/outcomes/leg-2', { parts: { practice } });
    expect(await app.ask(developer, 'POST', '/api/v1/outcomes/leg-2/submission')).toMatchObject({ body: { status: 'legacy' } });
    expect(await app.ask(developer, 'PATCH', '/api/v1/outcomes/leg-2', { parts: { theory } })).toMatchObject({
      status: 409,
      body: { code: 'outcome-in-review' },
    });
    expect(await app.ask(steward, 'POST', '/api/v1/outcomes/leg-2/return', { note: 'Which menu?' })).toMatchObject({
      body: { status: 'legacy' },
    });
    const list = await app.ask(developer, 'GET', '/api/v1/outcomes/worklist/legacy');
    expect(list.body.items[0]).toMatchObject({ returned: { note: 'Which menu?' }, lacks: [] });
    await app.ask(developer, 'POST', '/api/v1/outcomes/leg-2/submission');
    expect(await app.ask(second, 'POST', '/api/v1/outcomes/leg-2/publication')).toMatchObject({
      body: { status: 'published' },
    });
  });
});

test('the checks are published, each with its rule in both languages', async () => {
  const { status, body } = await app.ask(null, 'GET', '/api/v1/outcomes/checks');
  expect(status).toBe(200);
  expect(body.items.length).toBeGreaterThan(10);
  for (const one of body.items) {
    expect(one.source).not.toBe('');
    expect(one.says.en).not.toBe(one.says.mi);
  }
});
