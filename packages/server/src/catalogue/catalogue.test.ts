import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { catalogueRoutes } from './routes.ts';
import { signedIn, testApp } from './test-app.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let developer: SignedIn;
let stranger: SignedIn;
let steward: SignedIn;

const organisation = async (id: string): Promise<number> =>
  (
    await at.owner.query<{ organisation_id: number }>('select organisation_id from catalogue.organisation where public_id = $1', [
      id,
    ])
  ).rows[0]?.organisation_id ?? 0;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: '2026-11-24' });
  app = await testApp(services, catalogueRoutes);
  developer = await signedIn(at, 'developer', { organisationId: await organisation('isb-services'), roles: ['developer'] });
  stranger = await signedIn(at, 'developer', { organisationId: await organisation('isb-infrastructure'), roles: ['developer'] });
  steward = await signedIn(at, 'steward', { organisationId: await organisation('nzqa'), roles: ['steward'] });
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
      uri: 'https://recognition.example/skills/serve-guests',
      scheme: 'nzrr-skills',
      label: 'Serve guests',
      relation: 'competent',
    },
  ],
};

async function published(code: string): Promise<string> {
  const { body } = await app.ask(developer, 'POST', '/api/v1/outcomes', { code, ...whole });
  await app.ask(developer, 'POST', `/api/v1/outcomes/${body.id}/submission`);
  const done = await app.ask(steward, 'POST', `/api/v1/outcomes/${body.id}/publication`);
  expect(done).toEqual({ status: 200, body: { id: body.id, status: 'published' } });
  return body.id;
}

describe('a definition', () => {
  test('goes from draft through review to published, and its history says so', async () => {
    const begun = await app.ask(developer, 'POST', '/api/v1/outcomes', { code: 'SV1', name: whole.name });
    expect(begun).toEqual({ status: 201, body: { id: 'SV1-v1', status: 'draft' } });
    const early = await app.ask(developer, 'POST', '/api/v1/outcomes/SV1-v1/submission');
    expect(early).toMatchObject({ status: 422, body: { code: 'not-ready' } });
    expect(early.body.findings.length).toBeGreaterThan(0);
    expect(await app.ask(developer, 'PUT', '/api/v1/outcomes/SV1-v1', whole)).toMatchObject({ status: 200 });
    expect(await app.ask(developer, 'POST', '/api/v1/outcomes/SV1-v1/submission')).toMatchObject({
      body: { status: 'in-review' },
    });
    expect(await app.ask(developer, 'PUT', '/api/v1/outcomes/SV1-v1', whole)).toMatchObject({
      status: 409,
      body: { code: 'outcome-in-review' },
    });
    expect(await app.ask(steward, 'POST', '/api/v1/outcomes/SV1-v1/return', { note: 'Say more of the menu' })).toMatchObject({
      body: { status: 'draft' },
    });
    await app.ask(developer, 'POST', '/api/v1/outcomes/SV1-v1/submission');
    expect(await app.ask(steward, 'POST', '/api/v1/outcomes/SV1-v1/publication', { from: '2026-12-01' })).toMatchObject({
      body: { status: 'published' },
    });
    const { body } = await app.ask(developer, 'GET', '/api/v1/outcomes/SV1-v1/findings');
    expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'created',
      'changed',
      'submitted',
      'returned',
      'submitted',
      'published',
    ]);
    expect(await app.ask(null, 'GET', '/api/v1/outcomes/SV1/1')).toMatchObject({
      status: 200,
      body: { id: 'SV1-v1', registered: '2026-12-01', developer: 'isb-services', skills: [{ relation: 'competent' }] },
    });
  });

  test('of another organisation is neither seen as a draft nor changed', async () => {
    await app.ask(developer, 'POST', '/api/v1/outcomes', { code: 'SV2', ...whole });
    expect(await app.ask(null, 'GET', '/api/v1/outcomes/SV2/1')).toMatchObject({
      status: 404,
      body: { code: 'outcome-not-found' },
    });
    expect(await app.ask(stranger, 'PUT', '/api/v1/outcomes/SV2-v1', whole)).toMatchObject({ status: 404 });
    expect(await app.ask(stranger, 'POST', '/api/v1/outcomes', { code: 'SV2', ...whole })).toMatchObject({
      status: 409,
      body: { code: 'code-taken' },
    });
    const id = await published('SV3');
    expect(await app.ask(stranger, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'A' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-outcome' },
    });
    expect(await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/publication`)).toMatchObject({ status: 403 });
    expect(await app.ask(null, 'POST', '/api/v1/outcomes', { code: 'SV4', ...whole })).toMatchObject({
      status: 401,
      body: { code: 'sign-in-needed' },
    });
  });

  test('once published does not change, by the use case or in the database', async () => {
    const id = await published('SV5');
    expect(await app.ask(developer, 'PUT', `/api/v1/outcomes/${id}`, { ...whole, credits: 9 })).toMatchObject({
      status: 409,
      body: { code: 'outcome-published' },
    });
    await expect(at.owner.query('update catalogue.outcome set credits = 9 where public_id = $1', [id])).rejects.toMatchObject({
      constraint: 'published_stays',
    });
    await expect(
      at.owner.query(`update catalogue.outcome set status = 'draft' where public_id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'published_stays' });
    await expect(at.owner.query('delete from catalogue.outcome where public_id = $1', [id])).rejects.toMatchObject({
      constraint: 'outcome_stays',
    });
    await expect(
      at.owner.query(
        'delete from catalogue.outcome_skill where outcome_id = (select outcome_id from catalogue.outcome where public_id = $1)',
        [id],
      ),
    ).rejects.toMatchObject({
      constraint: 'published_stays',
    });
  });

  test('reviewed with category B gets a version, and the old one expires in two years', async () => {
    const id = await published('SV6');
    expect(await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'B' })).toEqual({
      status: 201,
      body: { id: 'SV6-v2', status: 'draft' },
    });
    expect(await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'B' })).toMatchObject({
      status: 409,
      body: { code: 'version-begun' },
    });
    await app.ask(developer, 'POST', '/api/v1/outcomes/SV6-v2/submission');
    await app.ask(steward, 'POST', '/api/v1/outcomes/SV6-v2/publication', {});
    const { body } = await app.ask(null, 'GET', '/api/v1/outcomes/SV6/1');
    expect(body).toMatchObject({ status: 'expiring', lastAssessment: '2028-11-24', lineage: 'SV6' });
    expect(body.versions.map((one: { version: number; status: string }) => [one.version, one.status])).toEqual([
      [1, 'expiring'],
      [2, 'published'],
    ]);
  });

  test('reviewed with category C is replaced under a new code, of a lineage of its own', async () => {
    const id = await published('SV7');
    expect(await app.ask(developer, 'POST', `/api/v1/outcomes/${id}/versions`, { category: 'C', code: 'SV8' })).toMatchObject({
      status: 201,
      body: { id: 'SV8-v1' },
    });
    await app.ask(developer, 'POST', '/api/v1/outcomes/SV8-v1/submission');
    await app.ask(steward, 'POST', '/api/v1/outcomes/SV8-v1/publication', { previousUntil: '2027-06-30' });
    expect((await app.ask(null, 'GET', '/api/v1/outcomes/SV7/1')).body).toMatchObject({
      status: 'expiring',
      lastAssessment: '2027-06-30',
    });
    expect((await app.ask(null, 'GET', '/api/v1/outcomes/SV8/1')).body).toMatchObject({
      lineage: 'SV8',
      replaces: { lineage: 'SV7', category: 'C' },
    });
  });

  test('reviewed with category D expires and, after its last day, is discontinued', async () => {
    const id = await published('SV9');
    expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/expiry`, { lastAssessment: '2026-11-23' })).toMatchObject({
      status: 422,
      body: { code: 'last-assessment-past' },
    });
    expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/expiry`, { lastAssessment: '2026-11-30' })).toMatchObject({
      body: { status: 'expiring' },
    });
    expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/discontinuation`)).toMatchObject({
      status: 409,
      body: { code: 'still-assessable' },
    });
    const toClose = async () =>
      (await app.ask(steward, 'GET', '/api/v1/outcomes/past-last-day')).body.items.map(
        (one: { outcome: { id: string } }) => one.outcome.id,
      );
    expect(await toClose()).not.toContain(id);
    services.clock.moveTo('2026-12-01');
    expect(await toClose()).toContain(id);
    expect((await app.ask(developer, 'GET', '/api/v1/outcomes/past-last-day')).status).toBe(403);
    expect(await app.ask(steward, 'POST', `/api/v1/outcomes/${id}/discontinuation`)).toMatchObject({
      body: { status: 'discontinued' },
    });
    expect(await toClose()).not.toContain(id);
    services.clock.moveTo('2026-11-24');
  });
});

test('a legacy outcome may be completed and published, its listed values kept', async () => {
  await at.owner.query(
    `insert into catalogue.outcome (public_id, code, lineage, name, credits, level, status, developer_id) values ('old', 'OLD', 'OLD', $1, 4, 3, 'legacy', $2)`,
    [whole.name, developer.organisationId],
  );
  expect(await app.ask(developer, 'PUT', '/api/v1/outcomes/old', { ...whole, credits: 5 })).toMatchObject({
    status: 409,
    body: { code: 'legacy-stays', part: 'credits' },
  });
  await expect(at.owner.query(`update catalogue.outcome set credits = 5 where public_id = 'old'`)).rejects.toMatchObject({
    constraint: 'legacy_stays',
  });
  expect(await app.ask(developer, 'PUT', '/api/v1/outcomes/old', whole)).toMatchObject({ status: 200 });
  expect(await app.ask(developer, 'POST', '/api/v1/outcomes/old/submission')).toMatchObject({ body: { status: 'legacy' } });
  expect(await app.ask(steward, 'POST', '/api/v1/outcomes/old/publication')).toMatchObject({ body: { status: 'published' } });
});

describe('the list', () => {
  test('finds words whatever their case and macrons, pages, and counts by facet', async () => {
    await at.owner.query(`insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status)
      select 'te-' || n, 'TE' || n, 1, 'TE' || n, 'Kōrero Māori ' || n, 3, 2, 'maori', 'legacy' from generate_series(1, 5) n`);
    for (const q of ['Māori kōrero', 'maori korero', 'MAAORI', 'te1 koorero']) {
      const { status, body } = await app.ask(null, 'GET', `/api/v1/outcomes?q=${encodeURIComponent(q)}`);
      expect([status, body.total > 0]).toEqual([200, true]);
    }
    const first = await app.ask(null, 'GET', '/api/v1/outcomes?q=maori&field=maori&limit=3');
    expect(first.body).toMatchObject({
      total: 5,
      facets: { field: [{ value: 'maori', count: 5 }], level: [{ value: '2', count: 5 }] },
    });
    const second = await app.ask(null, 'GET', `/api/v1/outcomes?q=maori&field=maori&limit=3&cursor=${first.body.next}`);
    const codes = [...first.body.items, ...second.body.items].map(({ code }: { code: string }) => code);
    expect([codes, second.body.next]).toEqual([['TE1', 'TE2', 'TE3', 'TE4', 'TE5'], null]);
    expect((await app.ask(null, 'GET', '/api/v1/outcomes?q=%25')).body.total).toBe(0);
    expect(await app.ask(null, 'GET', '/api/v1/outcomes?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'invalid-cursor' },
    });
  });

  test('shows a developer their own drafts', async () => {
    await app.ask(developer, 'POST', '/api/v1/outcomes', { code: 'WIP', ...whole });
    const mine = await app.ask(developer, 'GET', '/api/v1/outcomes?mine=true&status=draft');
    expect(mine.body.items.map(({ code }: { code: string }) => code)).toContain('WIP');
    expect((await app.ask(null, 'GET', '/api/v1/outcomes?status=draft')).body.items).toEqual([]);
  });

  test('the 17 fields have names in both languages', async () => {
    const { body } = await app.ask(null, 'GET', '/api/v1/fields');
    expect(body.items).toHaveLength(17);
    expect(body.items[8]).toEqual({ slug: 'health', en: 'Health', mi: 'Hauora' });
  });

  test('checks a definition without keeping it', async () => {
    const { status, body } = await app.ask(null, 'POST', '/api/v1/outcomes/check', { name: 'Serve a guest' });
    expect([status, body.ready]).toEqual([200, false]);
    expect(await app.ask(null, 'POST', '/api/v1/outcomes/check', { name: 'x', credits: 1e9 })).toMatchObject({ status: 400 });
  });

  test('the public export holds no draft', async () => {
    const { status, body } = await app.ask(null, 'GET', '/api/v1/catalogue/export');
    expect(status).toBe(200);
    expect(new Set(body.outcomes.map((one: { status: string }) => one.status)).has('draft')).toBe(false);
  });
});
