import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { catalogueRoutes } from './routes.ts';
import { signedIn, testApp } from './test-app.ts';

let at: TestDatabase;
let app: Awaited<ReturnType<typeof testApp>>;
let developer: SignedIn;
let stranger: SignedIn;
let steward: SignedIn;

const keyOf = async (id: string): Promise<number> => {
  const { rows } = await at.owner.query<{ organisation_id: number }>(
    'select organisation_id from catalogue.organisation where public_id = $1',
    [id],
  );
  return rows[0]?.organisation_id ?? 0;
};

beforeAll(async () => {
  at = await testDatabase();
  app = await testApp(testServices(at, { today: '2026-11-24' }), catalogueRoutes);
  developer = await signedIn(at, 'developer', { organisationId: await keyOf('isb-services'), roles: ['developer'] });
  stranger = await signedIn(at, 'developer', { organisationId: await keyOf('isb-infrastructure'), roles: ['developer'] });
  steward = await signedIn(at, 'steward', { organisationId: await keyOf('nzqa'), roles: ['steward'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const text = (said: string) => [{ text: said, lang: 'en' }];
const written = {
  name: 'Serve guests',
  credits: 4,
  level: 3,
  field: 'service-sector',
  assessments: text('Observed at two services'),
  theory: text('How a menu is read'),
  practice: text('Takes an order and serves it at a table'),
  skills: [{ uri: 'https://recognition.example/skills/serve', scheme: 'nzrr-skills', label: 'Serve', relation: 'competent' }],
};

test('anybody may have a text read, and is given the rules, the points and better words', async () => {
  const rules = await app.ask(null, 'GET', '/api/v1/outcomes/wording/rules');
  expect(rules.body.items).toHaveLength(10);
  const { body } = await app.ask(null, 'POST', '/api/v1/outcomes/wording', { ...written, name: 'Understand service' });
  expect(body).toMatchObject({
    score: 93,
    findings: [{ check: 'observable-verb', path: 'name', better: { path: 'name', to: 'Explain service' } }],
  });
  const after = await app.ask(null, 'POST', '/api/v1/outcomes/wording', { ...written, name: body.findings[0].better.to });
  expect(after.body).toMatchObject({ score: 100, findings: [] });
});

test('a developer sees their own, drafts too, the lowest first; a steward all that everybody sees', async () => {
  for (const [code, name] of [
    ['WD1', 'Serve guests'],
    ['WD2', 'Understand guests and utilise a menu'],
  ])
    expect((await app.ask(developer, 'POST', '/api/v1/outcomes', { ...written, code, name })).status).toBe(201);
  const own = (await app.ask(developer, 'GET', '/api/v1/outcomes/wording')).body;
  expect(own.items.map(({ code, score }: { code: string; score: number }) => [code, score])).toEqual([
    ['WD2', expect.any(Number)],
    ['WD1', 100],
  ]);
  expect(own.items[0]).toMatchObject({ found: ['observable-verb', 'plain-words'] });
  expect(own).toMatchObject({ total: 2, developers: [{ developer: 'isb-services', outcomes: 2 }] });
  expect((await app.ask(stranger, 'GET', '/api/v1/outcomes/wording')).body).toMatchObject({ total: 0, mean: null });
  expect((await app.ask(steward, 'GET', '/api/v1/outcomes/wording')).body.total).toBe(0);
  await at.owner.query(`update catalogue.outcome set status = 'legacy' where code = 'WD2'`);
  const all = (await app.ask(steward, 'GET', '/api/v1/outcomes/wording')).body;
  expect(all).toMatchObject({ total: 1, items: [{ code: 'WD2', developer: 'isb-services' }] });
});

test('a page goes on where the one before ended', async () => {
  const first = (await app.ask(developer, 'GET', '/api/v1/outcomes/wording?limit=1')).body;
  const second = (await app.ask(developer, 'GET', `/api/v1/outcomes/wording?limit=1&cursor=${first.next}`)).body;
  expect([...first.items, ...second.items].map(({ code }: { code: string }) => code)).toEqual(['WD2', 'WD1']);
  expect(second.next).toBeNull();
});

test('nobody else is told', async () => {
  expect((await app.ask(null, 'GET', '/api/v1/outcomes/wording')).status).toBe(401);
});

test('what is written for another country, or in a language that the rules do not know, is left out and counted', async () => {
  const before = (await app.ask(steward, 'GET', '/api/v1/outcomes/wording')).body;
  await at.owner.query(`
    insert into catalogue.outcome (public_id, code, version, lineage, name, status, accredited, kind, practice) values
      ('wd-st', 'WD-ST', 1, 'WD-ST', 'Servir mesas', 'legacy', false, 'standard', '[]'),
      ('wd-es', 'WD-ES', 1, 'WD-ES', 'Sirve a los clientes', 'published', true, null, '[{"text":"Toma nota y sirve en la mesa","lang":"es"}]'),
      ('wd-uc', 'WD-UC', 1, 'WD-UC', 'Preparar huertos', 'published', false, 'unidad-de-competencia', '[]'),
      ('wd-both', 'WD-BOTH', 1, 'WD-BOTH', 'Serve guests', 'published', true, null, '[{"text":"Sirve","lang":"es"},{"text":"Serves two tables","lang":"en"}]')`);
  const after = (await app.ask(steward, 'GET', '/api/v1/outcomes/wording')).body;
  expect([after.total - before.total, after.left - before.left]).toEqual([1, 3]);
  expect(after.items.map(({ code }: { code: string }) => code)).toContain('WD-BOTH');
});

test('the name of a definition in another language is not judged as English', async () => {
  const spanish = {
    ...written,
    name: 'Conocer el servicio',
    assessments: [],
    theory: [],
    practice: [{ text: 'Sirve en la mesa', lang: 'es' }],
  };
  const { body } = await app.ask(null, 'POST', '/api/v1/outcomes/wording', spanish);
  expect(body.parts.find(({ check }: { check: string }) => check === 'observable-verb').points).toBeNull();
});
