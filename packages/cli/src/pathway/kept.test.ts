import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

// A learner who wants the skill of the second outcome; two courses of it are offered.
let at: TestProduct;
let learner = '';
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile([aResult(1, 1)])))).exit).toBe(0);
  const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = 'p1-k1'`);
  learner = rows[0].id;
  const course = (reference: string, begins: number, dollars: number) => ({
    reference,
    outcomes: ['k-2'],
    delivery: 'online',
    begins: inDays(begins),
    ends: inDays(begins + 34),
    prices: { adult: dollars * 100 },
  });
  at.write('offerings.json', JSON.stringify([course('soon', 30, 400), course('late', 120, 100)]));
  expect((await at.nzrr('offering', 'publish', 'offerings.json', '--provider', 'kea')).exit).toBe(0);
});
afterAll(() => at.end());

const mine = (...words: readonly string[]) => at.nzrr(...words, '--learner', learner);
const goal = ['--skill', 'https://skills.example/2', '--hours', '20'];

test('a plan is kept for one aim, shown to an adviser by its link, planned anew when it has changed, and taken', async () => {
  expect(await mine('pathway', 'list')).toMatchObject({ exit: 1, out: '' });
  expect((await mine('pathway', 'save', ...goal)).exit).toBe(2);
  expect(await mine('pathway', 'save', ...goal, '--aim', 'quickest')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('invalid-request'),
  });
  expect(await mine('pathway', 'save', '--skill', 'https://skills.example/1', '--aim', 'cheapest')).toMatchObject({
    exit: 1,
    err: 'Nothing is left to plan.\n',
  });
  const saved = await mine('pathway', 'save', ...goal, '--aim', 'cheapest', '--title', 'Towards the second skill');
  expect(saved).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('cheapest: done by') });
  const [id = ''] = saved.out.split(' ');
  expect((await mine('pathway', 'list')).out).toBe(`${id}  Towards the second skill: 1 courses, done by ${inDays(154)}\n`);
  const shared = await mine('pathway', 'share', id, '--days', '14');
  expect(shared).toMatchObject({ exit: 0, err: '' });
  const [link = ''] = shared.out.split(' ');
  const opened = await at.nzrr('pathway', 'open', link);
  expect(opened).toMatchObject({ exit: 0, out: expect.stringContaining('Towards the second skill, until ') });
  expect(opened.out).not.toContain('Rātā');
  expect((await mine('pathway', 'list', '--json')).out).toContain('"sharedUntil": "2');
  // Nothing has changed: nothing is planned anew, and there is nothing to take.
  expect(await mine('pathway', 'take', id)).toMatchObject({ exit: 2, err: expect.stringContaining('pathway-not-found') });
  await at.owner.query(`with s as (update offering.stamp set value = value + 1 returning value)
    update offering.offering set withdrawn_at = now(), changed_at = now(), moved = s.value from s where reference = 'late'`);
  expect((await mine('pathway', 'show', id)).out).toContain('changed, course 1: This is no longer offered.');
  expect((await mine('pathway', 'again', id)).out).toContain(`Planned anew, for "nzrr pathway take ${id}":`);
  expect((await mine('pathway', 'take', id)).out).toContain('$400.00');
  expect((await at.nzrr('pathway', 'open', link)).out).toContain('$400.00');
  expect((await mine('pathway', 'unshare', id)).out).toBe(`${id}  not shared\n`);
  expect(await at.nzrr('pathway', 'open', link)).toMatchObject({ exit: 2, err: expect.stringContaining('pathway-not-found') });
  expect((await mine('pathway', 'remove', id)).out).toBe(`${id}  removed\n`);
  expect(await mine('pathway', 'show', id)).toMatchObject({ exit: 2, err: expect.stringContaining('pathway-not-found') });
});
