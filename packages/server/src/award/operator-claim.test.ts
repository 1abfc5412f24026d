import { openTrustBundle, verifyCredential } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { claimMany, threadsFor } from './claim-many.ts';
import type { ClaimOutcome } from './claim-order.ts';
import { didDocument, issuerDid } from './issuer.ts';
import { claimBest, generatedLearners } from './operator-claim.ts';
import { awardForOperator, awardsForOperator } from './operator.ts';
import { learnerOf, report, resultRow } from './test-import.ts';
import { LEARNER, OTHER, setScene } from './test-scene.ts';
import { trustBundle } from './trust-bundle.ts';
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

/** As somebody without a network checks it: with nothing but what the register signed a moment ago. */
async function offline(credential: unknown) {
  const fetch = async () => ({ status: 'unreachable', detail: 'offline' }) as const;
  const register = { id: issuerDid(services.settings.url), document: { ...(await didDocument(services)) } };
  const now = services.clock.now().toISOString();
  const bundle = await openTrustBundle(await trustBundle(services), { registers: [register], now, fetch });
  if (typeof bundle === 'string') throw new Error(bundle);
  return verifyCredential(credential, { now, offline: true, held: bundle.held, trusted: bundle.issuers, resolver: { fetch } });
}

test('an operator claims the best award for a learner who asked, and gives it back', async () => {
  const claimed = await claimBest(services, LEARNER, { named: true });
  expect(claimed).toMatchObject({ credits: 40, major: expect.stringMatching(/^(health|business)$/u) });
  const id = String(claimed?.id);
  const kept = await awardForOperator(services, id.toLowerCase());
  expect(kept?.award).toMatchObject({ id, status: 'live', nameOnAward: 'Mere Rimu' });
  expect(await verifyForPublic(services, kept?.credential)).toMatchObject({ answer: 'verified' });
  expect(await offline(kept?.credential)).toMatchObject({ answer: 'verified' });
  expect(await claimBest(services, LEARNER, { named: false })).toBeNull();
  await withdrawForLearner(services, id, 'The learner asked for it.');
  expect((await awardForOperator(services, id))?.award).toMatchObject({
    status: 'withdrawn',
    reason: 'The learner asked for it.',
  });
  expect(await offline(kept?.credential)).toMatchObject({ answer: 'not-verified' });
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

test('claims for many: as many as are wanted and no more, and what is refused stops nobody', async () => {
  await at.owner.query('delete from award.spent');
  const nobody = 999 * 1024;
  const wanted = [nobody, LEARNER, OTHER].map((learner) => ({ learner, named: false }));
  const told: ClaimOutcome[] = [];
  const one = { services, place: { env: {}, cwd: '/nowhere' }, threads: 0 };
  const most = (number: number) => ({ most: number, onOutcome: async (outcome: ClaimOutcome) => void told.push(outcome) });
  expect(await claimMany(one, wanted[Symbol.iterator](), most(1))).toBe(1);
  expect(told.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  expect(told).toContainEqual(expect.objectContaining({ kind: 'refused', learner: nobody, code: 'record-not-found' }));
  // Again: who has claimed has nothing left to claim with, so nobody gets two.
  expect(await claimMany(one, wanted[Symbol.iterator](), most(9))).toBe(1);
  expect(told.filter(({ kind }) => kind === 'claimed')).toHaveLength(2);
  expect(told.filter(({ kind }) => kind === 'none')).toHaveLength(1);
  const unreachable = { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, cwd: '/nowhere' };
  const broken = claimMany({ services, place: unreachable, threads: 1 }, wanted[Symbol.iterator](), most(1));
  await expect(broken).rejects.toMatchObject({ message: expect.stringMatching(/OIDC|database/iu) });
  // A failure waits for what is under way, which is claimed and told.
  await at.owner.query('delete from award.spent');
  told.length = 0;
  const failing = (function* () {
    yield { learner: LEARNER, named: false };
    throw new Error('no more can be read');
  })();
  await expect(claimMany(one, failing, most(9))).rejects.toThrow('no more can be read');
  expect(told).toEqual([expect.objectContaining({ kind: 'claimed', learner: LEARNER })]);
});

test('threads are begun for what is worth it, beside a core for the database', () => {
  expect([1, 999, 1000, 10_000].map((claims) => threadsFor(claims, 8))).toEqual([0, 0, 2, 7]);
  expect([threadsFor(10_000, 1), threadsFor(10_000, 2), threadsFor(10_000, 3)]).toEqual([0, 0, 2]);
});
