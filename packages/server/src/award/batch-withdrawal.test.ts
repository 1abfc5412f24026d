import { decide, nz } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { exportRecord } from '../record/read-record.ts';
import { testServices } from '../test-services.ts';
import { askBatchWithdrawal, previewBatchWithdrawal, settleBatchWithdrawal } from './batch-withdrawal.ts';
import { claimForLearner } from './claim.ts';
import { listenToRecord } from './listen.ts';
import { awardForOperator } from './operator.ts';
import { learnerOf, report, resultRow } from './test-import.ts';
import { setScene, signInSteward } from './test-scene.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let kea: number;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = 'org-kea'`);
  kea = rows[0].id;
  listenToRecord();
});
afterAll(() => at.end());

async function registrar(accountId: number, organisationId: number = kea): Promise<SignedIn> {
  const acting = await at.session('provider', { accountId, organisationId, roles: ['registrar'] });
  return {
    acting,
    kind: 'provider',
    actor: `account:${accountId}`,
    accountId,
    clientId: null,
    learnerId: null,
    organisationId,
    roles: ['registrar'],
    scopes: [],
  };
}

/** Learners by number, each with K1 … K8: 40 credits. */
const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => [1, 2, 3, 4, 5, 6, 7, 8].map((k) => resultRow(from + n, k))).flat();

async function claim(n: number): Promise<string> {
  const learnerId = await learnerOf(services, n);
  const record = await exportRecord(services, learnerId);
  const [option] = decide(nz, 'alq', record, { asOf: services.clock.today() }).options;
  if (option === undefined) throw new Error('the learner of the test cannot claim');
  const { id } = await claimForLearner(
    services,
    { learnerId, actor: 'operator' },
    { award: 'alq', major: option.major, select: option.counted, nameOnAward: null },
  );
  return id;
}

const statusOf = async (id: string) => (await awardForOperator(services, id))?.award.status;

async function standing(batchId: number): Promise<Record<string, number>> {
  const { rows } = await at.owner.query<{ status: string; n: number }>(
    `select status, count(*)::integer as n from record.achievement_state where batch_id = $1 group by status`,
    [batchId],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

test('a batch of 200 results under three awards: previewed, refused to the one who asked, withdrawn when another agrees', async () => {
  const good = await report(services, { actor: 'operator', organisationId: kea }, rowsOf(100, 101));
  const batch = await report(services, { actor: 'operator', organisationId: kea }, rowsOf(0, 25));
  expect(batch.recorded).toBe(200);
  const awards = [await claim(0), await claim(1), await claim(2)];
  const other = await claim(100);
  const [asker, second] = [await registrar(31), await registrar(32)];

  expect(await previewBatchWithdrawal(services, asker, batch.public_id)).toEqual({
    results: 200,
    learners: 25,
    awards: 3,
    request: null,
  });
  await expect(settleBatchWithdrawal(services, second, batch.public_id, true)).rejects.toMatchObject({
    code: 'review-not-found',
  });
  await askBatchWithdrawal(services, asker, batch.public_id, 'The file of another year.');
  await expect(askBatchWithdrawal(services, second, batch.public_id, 'again')).rejects.toMatchObject({ code: 'review-open' });
  await expect(settleBatchWithdrawal(services, asker, batch.public_id, true)).rejects.toMatchObject({
    code: 'second-person-needed',
    status: 409,
  });
  expect(await standing(batch.batch_id)).toEqual({ confirmed: 200 });
  expect(await previewBatchWithdrawal(services, second, batch.public_id)).toMatchObject({
    request: { reason: 'The file of another year.', mine: false },
  });

  expect(await settleBatchWithdrawal(services, second, batch.public_id, true)).toEqual({ id: batch.public_id, withdrawn: 200 });
  expect(await standing(batch.batch_id)).toEqual({ withdrawn: 200 });
  expect(await Promise.all(awards.map(statusOf))).toEqual(['suspended', 'suspended', 'suspended']);
  expect([await statusOf(other), await standing(good.batch_id)]).toEqual(['live', { confirmed: 8 }]);
  const { rows } = await at.owner.query(
    `select (select count(*)::integer from record.achievement_event where kind = 'withdrawn' and actor = 'account:32') as events,
            (select count(*)::integer from record.result_reference where withdrawn) as refs,
            (select count(*)::integer from notice.notice where code = 'award-suspended') as told`,
  );
  expect(rows[0]).toEqual({ events: 200, refs: 200, told: 3 });
  expect(await settleBatchWithdrawal(services, second, batch.public_id, true)).toMatchObject({ withdrawn: 0 });
  await expect(askBatchWithdrawal(services, asker, batch.public_id, 'again')).rejects.toMatchObject({
    code: 'nothing-to-withdraw',
  });
});

test('what was declined stays; what a later import corrected is not the first one’s to withdraw', async () => {
  const reporter = { actor: 'operator', organisationId: kea };
  const batch = await report(services, reporter, rowsOf(200, 201));
  await report(services, reporter, [resultRow(200, 1, { action: 'correct', result: 'merit' })]);
  const [asker, steward] = [await registrar(31), await signInSteward(at, 901)];
  await askBatchWithdrawal(services, asker, batch.public_id, 'Perhaps wrong.');
  await settleBatchWithdrawal(services, steward, batch.public_id, false);
  expect(await standing(batch.batch_id)).toEqual({ confirmed: 7 });
  await expect(settleBatchWithdrawal(services, steward, batch.public_id, true)).rejects.toMatchObject({
    code: 'review-not-found',
  });
  await askBatchWithdrawal(services, steward, batch.public_id, 'Wrong after all.');
  expect(await settleBatchWithdrawal(services, asker, batch.public_id, true)).toMatchObject({ withdrawn: 7 });
  expect(await standing(batch.batch_id)).toEqual({ withdrawn: 7 });
});

test('a withdrawal that was agreed and cut off goes on with what is left', async () => {
  const batch = await report(services, { actor: 'operator', organisationId: kea }, rowsOf(300, 302));
  const [asker, second] = [await registrar(31), await registrar(32)];
  await askBatchWithdrawal(services, asker, batch.public_id, 'Twice the same.');
  await at.owner.query(`update award.second_person set settled_by = 32, settled_at = now(), agreed = true where subject = $1`, [
    batch.public_id,
  ]);
  expect(await settleBatchWithdrawal(services, second, batch.public_id, true)).toMatchObject({ withdrawn: 16 });
});

test('another provider, and a system without a person, are not let in', async () => {
  const batch = await report(services, { actor: 'operator', organisationId: kea }, rowsOf(400, 401));
  const { rows } = await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('org-tui', 'private-training-establishment') returning organisation_id as id`,
  );
  const stranger = await registrar(41, rows[0].id);
  await expect(previewBatchWithdrawal(services, stranger, batch.public_id)).rejects.toMatchObject({ code: 'import-not-found' });
  await expect(askBatchWithdrawal(services, stranger, batch.public_id, 'mine')).rejects.toMatchObject({
    code: 'import-not-found',
    status: 404,
  });
  await expect(
    askBatchWithdrawal(services, { ...(await registrar(31)), accountId: null }, batch.public_id, 'no one'),
  ).rejects.toMatchObject({ code: 'not-your-door' });
});
