import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { OWN_SKILLS } from './own-scheme.ts';
import { loadOwnSkills } from './own-skills.ts';
import { skillRoutes } from './routes.ts';

let at: TestDatabase;
let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  at = await testDatabase();
  const services = testServices(at);
  await loadOwnSkills(services);
  app = await testApp(services, skillRoutes);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const closest = async (q: string): Promise<readonly string[]> => {
  const { body } = await app.ask(null, 'GET', `/api/v1/skills/closest?q=${encodeURIComponent(q)}`);
  if (body.items === undefined) throw new Error(JSON.stringify(body));
  return body.items.map(({ uri }: { uri: string }) => uri.split('/').at(-1));
};

test('every skill of our own has a name in both languages', () => {
  for (const { en, mi } of OWN_SKILLS) {
    expect(mi.trim()).not.toBe('');
    expect(mi.normalize('NFC')).toBe(mi);
    if (!/māori/i.test(en)) expect(mi).not.toBe(en);
  }
  expect(new Set(OWN_SKILLS.map(({ mi }) => mi)).size).toBe(OWN_SKILLS.length);
});

test('what is typed finds the label that begins with it first, in either language, with macrons or without', async () => {
  expect((await closest('assess r'))[0]).toBe('assess-risk');
  expect((await closest('te reo maori'))[0]).toBe('te-reo-maori');
  expect(await closest('MAAORI')).toContain('tikanga-maori');
  for (const said of ['Te ārai i te hōrapa', 'te arai i te horapa', 'Te aarai i te hoorapa'])
    expect((await closest(said))[0]).toBe('prevent-infection');
});

test('a piece of writing finds the skills that share most of its words', async () => {
  const found = await closest('Cleans hands to prevent infection, and keeps records of it as the plan says');
  expect(found.slice(0, 3)).toContain('prevent-infection');
  expect(await closest('zzzz qqqq')).toEqual([]);
  expect(await closest('%')).toEqual([]);
});

test('the schemes that are loaded are listed with their size', async () => {
  const { body } = await app.ask(null, 'GET', '/api/v1/skills/schemes');
  expect(body.items).toMatchObject([{ scheme: 'nzrr-skills', skills: OWN_SKILLS.length }]);
});
