import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { LEARNER, NSN, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  app = await buildApp(testServices(at));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function learner(learnerId: number | null) {
  const there = browser(app);
  const { token } = await at.session('learner', learnerId === null ? {} : { learnerId });
  there.cookies.set('session', token);
  return there;
}

test('my record opens with its answer drawn, and with what the API would say, so that the website asks nothing twice', async () => {
  const mere = await learner(LEARNER);
  const page = await mere.ask('GET', '/record?lang=en');
  expect(page.status).toBe(200);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.text).toMatch(/<h1 class="display">You can claim an Applied Learning Qualification[^<]*<\/h1>/);
  expect(page.text).toContain('href="/record/claim?lang=en"');
  expect(page.text).toContain('noindex');
  expect(page.text).not.toContain(NSN);
  const known = z
    .array(z.object({ queryKey: z.array(z.string()), data: z.record(z.string(), z.unknown()) }))
    .parse(JSON.parse(/<script type="application\/json" id="known">(.*?)<\/script>/s.exec(page.text)?.[1] ?? ''));
  const record = (await mere.ask('GET', '/api/v1/learners/me/record')).body;
  const session = (await mere.ask('GET', '/api/v1/session')).body;
  const said = new Map(known.map(({ queryKey, data }) => [queryKey.join(), data]));
  // The portable record's own number is another each time.
  const { record: drawn, ...rest } = said.get('record') ?? {};
  const { record: asked, ...others } = record;
  expect(rest).toEqual(others);
  expect({ ...z.looseObject({}).parse(drawn), learner: null }).toEqual({ ...z.looseObject({}).parse(asked), learner: null });
  expect(said.get('session')).toEqual(session);
  expect((await mere.ask('GET', '/record?lang=mi')).text).toMatch(/<h1 class="display">Ka taea e koe/);
});

test.each([
  ['nobody is signed in', async () => browser(app)],
  ['the sign-in has no record', async () => learner(null)],
])('where %s the website says what to do: nothing of a record stands in the page', async (_, who) => {
  const page = await (await who()).ask('GET', '/record');
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(page.text).toContain('<div id="app"></div>');
  expect(page.text).not.toContain('id="known"');
});
