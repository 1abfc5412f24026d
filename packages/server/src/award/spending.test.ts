import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { claimAward } from './claim.ts';
import { listenToRecord } from './listen.ts';
import { awardForOperator } from './operator.ts';
import { claimBest } from './operator-claim.ts';
import { learnerOf, report, resultRow } from './test-import.ts';
import { ids, LEARNER, setScene, signInLearner } from './test-scene.ts';
import { withdrawAward } from './withdraw.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  listenToRecord();
});
afterAll(() => at.end());

async function spent(): Promise<readonly string[]> {
  const { rows } = await at.owner.query<{ lineage: string }>(
    'select lineage from award.spent where learner_id = $1 order by lineage',
    [LEARNER],
  );
  return rows.map(({ lineage }) => lineage);
}

test('a standard of two parts is spent as its parts and as the whole, and a transfer as both of its ends', async () => {
  // K7 and K8 become the two parts of standard 8100; K9 is K1 as another provider took it over.
  await at.owner.query(`
    insert into catalogue.outcome_group (group_id, code, lineage, credits, members) values ('g-8100', '8100', '8100', 10, 2);
    alter table catalogue.outcome disable trigger user;
    update catalogue.outcome set group_id = 'g-8100', credits = 0 where public_id in ('o-7', 'o-8');
    alter table catalogue.outcome enable trigger user`);
  await at.owner.query(
    `update record.achievement_state set mode = 'crt', source_id = $3, original_on = '2023-01-02' where learner_id = $1 and achievement_id = $2`,
    [LEARNER, ids(9)[0], ids(1)[0]],
  );
  const learner = await signInLearner(at);
  const claim = { award: 'alq', major: null, select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null } as const;
  const { id } = await claimAward(services, learner, claim);
  expect(await spent()).toEqual(['8100', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9']);
  await expect(claimAward(services, learner, { ...claim, select: ids(9) })).rejects.toMatchObject({
    code: 'learning-already-used',
    extra: { achievements: ids(9) },
  });

  // From its other end the chain is spent just the same, and giving the award back frees all of it.
  await withdrawAward(services, learner, id, 'The other end this time.');
  expect(await spent()).toEqual([]);
  await claimAward(services, learner, { ...claim, select: ids(9, 2, 3, 4, 5, 6, 7, 8) });
  expect(await spent()).toEqual(['8100', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9']);
  await expect(claimAward(services, learner, { ...claim, select: ids(1) })).rejects.toMatchObject({
    code: 'learning-already-used',
    extra: { achievements: ids(1) },
  });
});

test('a correction that an import brings suspends the award on it, and the next one restores it', async () => {
  const reporter = { actor: 'operator', organisationId: null };
  await report(
    services,
    reporter,
    [1, 2, 3, 4, 5, 6, 10, 11].map((k) => resultRow(50, k)),
  );
  const learnerId = await learnerOf(services, 50);
  const claimed = await claimBest(services, learnerId, { major: 'health', named: false });
  const standing = async () => (await awardForOperator(services, String(claimed?.id)))?.award;
  expect(await standing()).toMatchObject({ status: 'live', credits: 40, answerBy: null });

  await report(services, reporter, [resultRow(50, 2, { action: 'correct', result: 'merit' })]);
  expect(await standing()).toMatchObject({ status: 'live' });
  await report(services, reporter, [resultRow(50, 2, { action: 'correct', result: 'not-achieved' })]);
  expect(await standing()).toMatchObject({ status: 'suspended', answerBy: '2026-12-22' });
  await report(services, reporter, [resultRow(50, 2, { action: 'correct', result: 'achieved' })]);
  expect(await standing()).toMatchObject({ status: 'live', answerBy: null });

  const { rows } = await at.owner.query<{ kind: string; actor: string }>(
    'select kind, actor from award.award_event where learner_id = $1 order by event_id',
    [learnerId],
  );
  expect(rows.map(({ kind, actor }) => `${kind} by ${actor}`)).toEqual([
    'issued by operator',
    'noted by rules',
    'suspended by rules',
    'restored by rules',
  ]);
});
