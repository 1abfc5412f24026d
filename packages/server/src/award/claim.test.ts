import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '../log/canonical.ts';
import { leafOf } from '../log/leaf.ts';
import { testServices } from '../test-services.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { type ClaimInput, claimAward } from './claim.ts';
import { decisionDigest } from './credential.ts';
import { redecideAwards } from './redecide.ts';
import { askReview, settleReview } from './review.ts';
import { ids, LEARNER, NSN, OTHER, setScene, setStatusOf, signInLearner, signInSteward } from './test-scene.ts';
import { verifyForPublic } from './verification.ts';
import { awardTrace, viewAward } from './view.ts';
import { withdrawAward } from './withdraw.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
});
afterAll(() => at.end());
beforeEach(async () => {
  await at.owner.query(
    `truncate award.award_event, award.award_state, award.spent, award.locator, notice.notice, award.second_person, award.outcome_credential`,
  );
  await at.owner.query(`update record.achievement_state set status = 'confirmed'`);
});

const claim = (changes: Partial<ClaimInput> = {}): ClaimInput => ({
  award: 'alq',
  major: 'health',
  select: ids(1, 2, 3, 4, 5, 6, 7, 8),
  nameOnAward: null,
  ...changes,
});

async function credentialOf(id: string): Promise<Record<string, unknown>> {
  const { rows } = await at.owner.query<{ credential: Record<string, unknown> }>(
    'select credential from award.award_state where public_id = $1',
    [id],
  );
  return rows[0]!.credential;
}

test('a claim issues the award, spends its learning and gives a credential that verifies', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  expect(await viewAward(services, learner, id)).toMatchObject({
    id,
    status: 'live',
    version: 1,
    credits: 40,
    major: 'health',
    fieldCredits: { health: 30, business: 10 },
  });
  const { rows } = await at.owner.query('select lineage from award.spent where learner_id = $1 order by lineage', [LEARNER]);
  expect(rows.map(({ lineage }) => lineage)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8']);
  const answer = await verifyForPublic(services, await credentialOf(id));
  expect(answer.checks.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown')).toEqual([]);
  expect(answer.answer).toBe('verified');
});

test('twenty claims at one instant over the same learning: exactly one wins, the others are told which learning', async () => {
  const learner = await signInLearner(at);
  const claims = await Promise.allSettled(Array.from({ length: 20 }, () => claimAward(services, learner, claim())));
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const lost of claims.filter((settled) => settled.status === 'rejected')) {
    expect(lost.reason).toMatchObject({
      code: 'learning-already-used',
      status: 409,
      extra: { achievements: ids(1, 2, 3, 4, 5, 6, 7, 8) },
    });
  }
  const { rows } = await at.owner.query('select count(*)::integer as awards from award.award_state');
  expect(rows[0]).toEqual({ awards: 1 });
});

test('what the learner selected is decided again: too few credits, a major that is not held', async () => {
  const learner = await signInLearner(at);
  await expect(claimAward(services, learner, claim({ select: ids(1, 2, 3) }))).rejects.toMatchObject({
    code: 'selection-not-valid',
    status: 422,
  });
  await expect(claimAward(services, learner, claim({ major: 'business' }))).rejects.toMatchObject({
    code: 'major-not-held',
    status: 422,
  });
  await expect(claimAward(services, learner, claim({ major: 'wizardry' }))).rejects.toMatchObject({
    code: 'major-not-held',
    status: 422,
  });
  const { rows } = await at.owner.query('select count(*)::integer as spent from award.spent');
  expect(rows[0]).toEqual({ spent: 0 });
});

test('the name on an award is the learner’s own or none', async () => {
  const learner = await signInLearner(at);
  await expect(claimAward(services, learner, claim({ nameOnAward: 'Hone Totara' }))).rejects.toMatchObject({
    code: 'name-not-yours',
  });
  const { id } = await claimAward(services, learner, claim({ nameOnAward: 'Mere Rimu' }));
  expect(JSON.stringify(await credentialOf(id))).toContain('Mere Rimu');
});

test('neither name nor NSN is in what an award keeps when no name is chosen', async () => {
  const { id } = await claimAward(services, await signInLearner(at), claim());
  const { rows } = await at.owner.query('select row_to_json(s)::text as state from award.award_state s where public_id = $1', [
    id,
  ]);
  expect(rows[0].state).not.toMatch(new RegExp(`${NSN}|Mere|Rimu|"learner"`));
});

test('the credential holds the decision by its digest, and the event by its leaf', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  const { input, trace } = await awardTrace(services, learner, id);
  expect(JSON.stringify(await credentialOf(id))).toContain(decisionDigest(input, trace));
  const { rows } = await at.owner.query(
    `select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as said from award.award_event`,
  );
  const {
    learner_id: learnerId,
    event_id: eventId,
    award_id: awardId,
    kind,
    actor,
    reason,
    detail,
    said,
    leaf_salt: salt,
    leaf_hash: hash,
  } = rows[0];
  expect(leafOf({ learnerId, eventId, awardId, kind, actor, reason, detail, at: said }, salt).hash).toEqual(hash);
});

test('a later look at the stored input gives the stored answer', async () => {
  const { decideSelection, decide, nz } = await import('@recognition/recognition');
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  const { rows } = await at.owner.query(
    'select decision_input as input, decision_trace as trace, policy_id, policy_version from award.award_state where public_id = $1',
    [id],
  );
  const { input, trace, policy_id, policy_version } = rows[0];
  const options = { ...trace.options, policy: `${policy_id}@${policy_version}` };
  expect(canonicalJson(decide(nz, 'alq', input, options))).toBe(canonicalJson(trace.decision));
  expect(canonicalJson(decideSelection(nz, 'alq', input, { ...options, select: ids(1, 2, 3, 4, 5, 6, 7, 8) }))).toBe(
    canonicalJson(trace.selection),
  );
});

test('a new version takes over what the old one spent, and the old credential is revoked', async () => {
  const learner = await signInLearner(at);
  const first = await claimAward(services, learner, claim({ major: null }));
  const second = await claimAward(services, learner, claim({ select: ids(1, 2, 3, 4, 5, 6, 7, 8, 9), supersedes: first.id }));
  expect(await viewAward(services, learner, second.id)).toMatchObject({
    version: 2,
    supersedes: first.id,
    credits: 45,
    status: 'live',
  });
  expect(await viewAward(services, learner, first.id)).toMatchObject({ status: 'superseded' });
  expect((await verifyForPublic(services, await credentialOf(first.id))).checks).toContainEqual(
    expect.objectContaining({ check: 'status', outcome: 'fail' }),
  );
  expect(await verifyForPublic(services, await credentialOf(second.id))).toMatchObject({ answer: 'verified' });
  await expect(claimAward(services, learner, claim({ supersedes: first.id }))).rejects.toMatchObject({ code: 'award-not-live' });
});

test('withdrawing releases the learning, once', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  await withdrawAward(services, learner, id, 'I would rather wait.');
  expect((await verifyForPublic(services, await credentialOf(id))).answer).toBe('not-verified');
  await expect(withdrawAward(services, learner, id, 'again')).rejects.toMatchObject({ code: 'award-not-live' });
  await expect(claimAward(services, learner, claim())).resolves.toHaveProperty('id');
});

test('another learner can neither see, withdraw nor supersede an award', async () => {
  const { id } = await claimAward(services, await signInLearner(at), claim());
  const other = await signInLearner(at, OTHER);
  await expect(viewAward(services, other, id)).rejects.toMatchObject({ code: 'award-not-found' });
  await expect(withdrawAward(services, other, id, 'mine')).rejects.toMatchObject({ code: 'award-not-found' });
  await expect(claimAward(services, other, claim({ supersedes: id }))).rejects.toMatchObject({ code: 'award-not-found' });
});

test('A25: a withdrawn result suspends the award, tells the learner, and other learning may take its place', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  await setStatusOf(at.owner, ids(2)[0]!, 'withdrawn');
  await services.db.asBatch((tx) => redecideAwards(tx, services, LEARNER, [Number(ids(2)[0])], 'withdrawn'));
  expect(await viewAward(services, learner, id)).toMatchObject({ status: 'suspended', answerBy: '2026-12-22' });
  expect((await verifyForPublic(services, await credentialOf(id))).checks).toContainEqual(
    expect.objectContaining({ check: 'status', outcome: 'fail' }),
  );
  const { rows } = await at.owner.query('select code, data from notice.notice');
  expect(rows).toEqual([{ code: 'award-suspended', data: { award: id, answerBy: '2026-12-22' } }]);
  const next = await claimAward(services, learner, claim({ major: null, select: ids(1, 3, 4, 5, 6, 7, 8, 9), supersedes: id }));
  expect(await viewAward(services, learner, next.id)).toMatchObject({ status: 'live', version: 2 });
  expect(await viewAward(services, learner, id)).toMatchObject({ status: 'superseded' });
});

test('A25: an award that holds again is restored, and its credential verifies again', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  const change = (status: 'confirmed' | 'withdrawn') =>
    setStatusOf(at.owner, ids(2)[0]!, status).then(() =>
      services.db.asBatch((tx) =>
        redecideAwards(tx, services, LEARNER, [Number(ids(2)[0])], status === 'withdrawn' ? 'withdrawn' : 'corrected'),
      ),
    );
  await change('withdrawn');
  await change('confirmed');
  expect(await viewAward(services, learner, id)).toMatchObject({ status: 'live', answerBy: null });
  expect(await verifyForPublic(services, await credentialOf(id))).toMatchObject({ answer: 'verified' });
});

test('revoking takes two people, and restoring needs an award that holds', async () => {
  const learner = await signInLearner(at);
  const { id } = await claimAward(services, learner, claim());
  const [one, two] = [await signInSteward(at, 901), await signInSteward(at, 902)];
  await askReview(services, one, 'revoke-award', id, 'Issued in error.');
  await expect(askReview(services, two, 'revoke-award', id, 'again')).rejects.toMatchObject({ code: 'review-open' });
  await expect(settleReview(services, one, 'revoke-award', id, true)).rejects.toMatchObject({ code: 'second-person-needed' });
  expect(await viewAward(services, learner, id)).toMatchObject({ status: 'live' });
  await settleReview(services, two, 'revoke-award', id, true);
  expect(await viewAward(services, learner, id)).toMatchObject({ status: 'revoked', reason: 'Issued in error.' });
  await expect(settleReview(services, two, 'revoke-award', id, true)).rejects.toMatchObject({ code: 'review-not-found' });
  await expect(claimAward(services, learner, claim())).resolves.toHaveProperty('id');
});
