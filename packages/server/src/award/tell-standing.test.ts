import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { claimAward } from './claim.ts';
import { tellStanding } from './tell-standing.ts';
import { ids, LEARNER, OTHER, setScene, signInLearner } from './test-scene.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  // Other has 15 credits only, of which one set leaves soon.
  await at.owner.query(`delete from record.achievement_state where learner_id = $1 and achievement_id / 1024 > 3`, [OTHER]);
});
afterAll(() => at.end());

const told = async () =>
  (
    await at.owner.query<{ learner_id: number; code: string; data: unknown; once: string }>(
      'select learner_id, code, data, once from notice.notice order by learner_id, notice_id',
    )
  ).rows;

test('who can claim is told once, and again only after an award; who cannot is not told', async () => {
  const services = testServices(at);
  expect(await tellStanding(services)).toEqual({ leaving: 0, claims: 1 });
  expect(await tellStanding(services)).toEqual({ leaving: 0, claims: 0 });
  expect(await told()).toEqual([{ learner_id: LEARNER, code: 'can-claim', data: {}, once: 'alq 0' }]);
  await claimAward(services, await signInLearner(at), {
    award: 'alq',
    major: 'health',
    select: ids(1, 2, 3, 4, 5, 6, 7, 8),
    nameOnAward: null,
  });
  expect(await tellStanding(services)).toEqual({ leaving: 0, claims: 0 });
});

test('credits that leave within 90 days are told once for their month, without what is spent', async () => {
  // The scene's learning is of 2 to 13 January 2023: it leaves in January 2030.
  await at.owner.query('truncate notice.notice');
  const early = testServices(at, { today: '2029-10-03' });
  expect((await tellStanding(early)).leaving).toBe(0);
  const services = testServices(at, { today: '2029-10-04' });
  expect((await tellStanding(services)).leaving).toBe(1);
  // What is left of the other's leaves from 10 January on.
  services.clock.moveTo('2029-10-12');
  expect((await tellStanding(services)).leaving).toBe(1);
  expect((await told()).filter(({ code }) => code === 'credits-leaving')).toEqual([
    { learner_id: LEARNER, code: 'credits-leaving', data: { count: 20, date: '2030-01-13' }, once: '2030-01' },
    { learner_id: OTHER, code: 'credits-leaving', data: { count: 15, date: '2030-01-04' }, once: '2030-01' },
  ]);
  services.clock.moveTo('2029-12-20');
  expect((await tellStanding(services)).leaving).toBe(0);
  services.clock.moveTo('2030-02-01');
  expect((await tellStanding(services)).leaving).toBe(0);
});
