import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { tell } from './tell.ts';
import { NOTICE_CODES, wordsOf } from './words.ts';

const [MERE, OTHER] = [1025, 2050];
const items = z.array(z.object({ id: z.string() }));
let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  app = await buildApp(testServices(at));
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(() => at.owner.query('truncate notice.notice'));

async function learner(learnerId: number): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session('learner', { learnerId, accountId: learnerId })).token);
  return person;
}

const arrived = (learnerId: number, count: number) =>
  at.db.asBatch((tx) => tell(tx, { learnerId, code: 'result-arrived', data: { organisation: 'Kea Training', count } }));

test('a learner reads what they were told, the newest first, in both languages, and marks it as seen', async () => {
  await arrived(MERE, 1);
  await at.db.asBatch((tx) => tell(tx, { learnerId: MERE, code: 'credits-leaving', data: { count: 7, date: '2027-02-17' } }));
  await arrived(OTHER, 3);
  const mere = await learner(MERE);
  const { body } = await mere.ask('GET', '/api/v1/learners/me/notices');
  expect(body).toMatchObject({
    unseen: 2,
    next: null,
    items: [
      {
        code: 'credits-leaving',
        text: { en: expect.stringContaining('7 of your credits leave'), mi: expect.stringContaining('17 Huitanguru 2027') },
        href: '/record',
        seen: false,
      },
      { code: 'result-arrived', text: { en: 'Kea Training reported a new result for you.' } },
    ],
  });
  const [first] = items.parse(body['items']);
  expect((await mere.ask('POST', '/api/v1/learners/me/notices/seen', { body: { ids: [first?.id] } })).body).toEqual({
    unseen: 1,
  });
  expect((await mere.ask('GET', '/api/v1/learners/me/notices?unseen=true')).body['items']).toHaveLength(1);
  expect((await mere.ask('POST', '/api/v1/learners/me/notices/seen', { body: {} })).body).toEqual({ unseen: 0 });
});

test('another learner neither reads nor marks it, and who has no record has no notices', async () => {
  await arrived(MERE, 2);
  const { rows } = await at.owner.query<{ notice_id: number }>('select notice_id from notice.notice');
  const other = await learner(OTHER);
  expect((await other.ask('GET', '/api/v1/learners/me/notices')).body).toMatchObject({ items: [], unseen: 0 });
  await other.ask('POST', '/api/v1/learners/me/notices/seen', { body: { ids: [String(rows[0]?.notice_id)] } });
  expect((await (await learner(MERE)).ask('GET', '/api/v1/learners/me/notices')).body['unseen']).toBe(1);
  expect((await browser(app).ask('GET', '/api/v1/learners/me/notices')).body['code']).toBe('sign-in-needed');
  const provider = browser(app);
  provider.cookies.set('session', (await at.session('provider', { accountId: 7, organisationId: 1 })).token);
  expect((await provider.ask('GET', '/api/v1/learners/me/notices')).body['code']).toBe('not-your-door');
});

test('pages follow each other without a gap', async () => {
  for (let count = 1; count <= 5; count += 1) await arrived(MERE, count);
  const mere = await learner(MERE);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await mere.ask('GET', `/api/v1/learners/me/notices?limit=2&cursor=${cursor}`);
    seen.push(...items.parse(body['items']).map(({ id }) => id));
    cursor = typeof body['next'] === 'string' ? body['next'] : '';
  } while (cursor !== '');
  expect(new Set(seen).size).toBe(5);
  expect((await mere.ask('GET', '/api/v1/learners/me/notices?cursor=x')).body['code']).toBe('invalid-cursor');
});

test('what is to be told once is told once, whoever tries it again, and not at all when the change is undone', async () => {
  const once = () => at.db.asBatch((tx) => tell(tx, { learnerId: MERE, code: 'can-claim', once: 'alq 1' }));
  expect(await Promise.all([once(), once(), once()]).then((told) => told.filter(Boolean))).toHaveLength(1);
  await expect(
    at.db.asBatch(async (tx) => {
      await tell(tx, { learnerId: MERE, code: 'can-claim', once: 'alq 2' });
      throw new RangeError('undone');
    }),
  ).rejects.toThrow('undone');
  const { rows } = await at.owner.query('select once from notice.notice');
  expect(rows).toEqual([{ once: 'alq 1' }]);
});

test('at the SQL level, an actor tells and reads nobody else’s; a learner tells only themself; the public tells nobody', async () => {
  const as = async (kind: Parameters<TestDatabase['session']>[0], text: string) =>
    at.db
      .as(await at.session(kind, kind === 'learner' ? { learnerId: OTHER } : { organisationId: 1 }), (tx) => tx.query({ text }))
      .then(({ rowCount }) => rowCount)
      .catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));
  expect(await as('provider', `select notice.tell(${MERE}, 'result-arrived', '{}')`)).toBe(1);
  expect(await as('learner', `select notice.tell(${MERE}, 'result-arrived', '{}')`)).toBe('42501');
  expect(await as('learner', 'select * from notice.notice')).toBe(0);
  expect(await as('learner', `update notice.notice set seen_at = now()`)).toBe(0);
  expect(await as('learner', `update notice.notice set data = '{}'`)).toBe('42501');
  for (const kind of ['public', 'provider', 'employer', 'developer', 'steward'] as const)
    expect(await as(kind, 'select * from notice.notice'), kind).toBe('42501');
  expect(await as('public', `select notice.tell(${MERE}, 'result-arrived', '{}')`)).toBe('42501');
});

test('each sentence has the same values in both languages, and a code of another version still says something', () => {
  const date = (text: string) => text;
  const values = (text: string): readonly string[] => [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '').sort();
  for (const code of NOTICE_CODES) {
    for (const count of [1, 2]) {
      const data = new Proxy<Record<string, string | number>>(
        {},
        { get: (_, name) => (name === 'count' ? count : `<${String(name)}>`) },
      );
      const { text } = wordsOf(code, data, { date });
      expect(values(text.en), code).toEqual(values(text.mi));
      expect(`${text.en}${text.mi}`, code).not.toMatch(/[{}]/);
      expect(text.en).not.toBe(text.mi);
    }
  }
  expect(wordsOf('of-tomorrow', {}, { date }).text.en).toMatch(/happened/);
});
