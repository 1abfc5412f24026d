import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { claimBest, generatedLearners } from './operator-claim.ts';
import { awardForOperator, awardsForOperator } from './operator.ts';
import { learnerOf, report, resultRow } from './test-import.ts';
import { LEARNER, OTHER, setScene } from './test-scene.ts';
import { verifyForPublic } from './verification.ts';
import { withdrawForLearner } from './withdraw.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
});
afterAll(() => at.end());

test('an operator claims the best award for a learner who asked, and gives it back', async () => {
  const claimed = await claimBest(services, LEARNER, { named: true });
  expect(claimed).toMatchObject({ credits: 40, major: expect.stringMatching(/^(health|business)$/u) });
  const id = String(claimed?.id);
  const kept = await awardForOperator(services, id.toLowerCase());
  expect(kept?.award).toMatchObject({ id, status: 'live', nameOnAward: 'Mere Rimu' });
  expect(await verifyForPublic(services, kept?.credential)).toMatchObject({ answer: 'verified' });
  expect(await claimBest(services, LEARNER, { named: false })).toBeNull();
  await withdrawForLearner(services, id, 'The learner asked for it.');
  expect((await awardForOperator(services, id))?.award).toMatchObject({
    status: 'withdrawn',
    reason: 'The learner asked for it.',
  });
  await expect(withdrawForLearner(services, id, 'again')).rejects.toMatchObject({ code: 'award-not-live' });
  await expect(withdrawForLearner(services, '26-0000-0000-0000', 'none')).rejects.toMatchObject({ code: 'award-not-found' });
});

test('a major may be declined, and one that the record does not allow is refused', async () => {
  await expect(claimBest(services, OTHER, { major: 'sciences', named: false })).rejects.toMatchObject({ code: 'major-not-held' });
  expect(await claimBest(services, OTHER, { major: null, named: false })).toMatchObject({ major: null, credits: 40 });
  expect((await awardsForOperator(services, 1))[0]).toMatchObject({ major: null, nameOnAward: null, status: 'live' });
});

test('generated learners are those of generated files with invented numbers, and nobody else', async () => {
  const rows = [1, 2].map((n) => resultRow(n, 1, { reference: `7-${n}-0` }));
  const real = resultRow(3, 1, { nsn: '1234567895', reference: '7-3-0' });
  const persona = resultRow(4, 1, { nsn: '0000000199', reference: '7-4-0' });
  await report(services, { actor: 'operator', organisationId: null }, [...rows, real, persona, resultRow(5, 1)]);
  const found: number[] = [];
  for await (const id of generatedLearners(services)) found.push(id);
  const expected = await Promise.all([1, 2].map((n) => learnerOf(services, n)));
  expect(found).toEqual(expected.sort((a, b) => a - b));
});
