import { frameworks } from '@recognition/recognition/frameworks';
import { NOTHING_WRITTEN } from '@recognition/recognition/micro-credential';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { bringContent } from '../framework/content/bring.ts';
import { enterWhatIsMissing } from '../micro-credential/entry.ts';
import { discontinue } from '../micro-credential/review.ts';
import { testServices } from '../test-services.ts';
import { claimableAwards } from './claimable.ts';
import { claimAward } from './claim.ts';
import { claimMade, claimMadeForLearner, type MadeClaim } from './claim-made.ts';
import { decideAgain } from './decide-again.ts';
import { lockLearner } from './queries.ts';
import { redecideAwards } from './redecide.ts';
import { askReview, settleReview } from './review.ts';
import { ids, LEARNER, OTHER, setScene, setStatusOf, signInLearner, signInSteward } from './test-scene.ts';
import { verifyForPublic } from './verification.ts';
import { awardTrace, openAward, viewAward } from './view.ts';
import { withdrawAward } from './withdraw.ts';

const claim = (definition: string, more: Partial<MadeClaim> = {}): MadeClaim => ({
  framework: 'nz',
  award: 'micro-credential',
  definition,
  nameOnAward: null,
  ...more,
});
const content = (title: string, ...refs: readonly string[]) =>
  JSON.stringify({ ...NOTHING_WRITTEN, title, level: 3, reviewYears: 2, parts: refs.map((ref) => ({ ref })) });

/** The lineages that an award has used up. */
async function spentBy(id: string): Promise<readonly string[]> {
  const { rows } = await at.owner.query<{ lineage: string }>(
    `select lineage from award.spent join award.locator using (learner_id, award_id) where public_id = $1 order by lineage`,
    [id],
  );
  return rows.map(({ lineage }) => lineage);
}

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let learner: Awaited<ReturnType<typeof signInLearner>>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  await at.owner.query(
    `insert into catalogue.micro_credential (public_id, code, version, developer_id, status, content, listed_on)
      select x.code || '-v1', x.code, 1, organisation_id, 'published', x.content::jsonb, '2024-01-01' from catalogue.organisation,
        (values ('MC-TWO', $1), ('MC-SEVEN', $2), ('MC-OUT', $3)) x (code, content) where public_id = 'org-kea'`,
    [content('Two of them', 'K1', 'K2'), content('Seven and one', 'K7', 'K-none'), content('Out of use', 'K3')],
  );
  await enterWhatIsMissing(services);
  learner = await signInLearner(at);
});
afterAll(() => at.end());

test('what a listed micro-credential asks for and the learner holds is told, with why, and nothing else is claimable', async () => {
  const all = await claimableAwards(services, learner);
  expect(all.map(({ definition, claimable, held }) => [definition, claimable, held])).toEqual([
    ['MC-OUT-v1', true, null],
    ['MC-TWO-v1', true, null],
    ['MC-SEVEN-v1', false, null],
  ]);
  const two = all[1];
  expect(two).toMatchObject({
    title: { en: 'Two of them (micro-credential)', mi: 'Two of them (tohu moroiti)' },
    size: { en: '10 credits', mi: '10 whiwhinga' },
    use: 'keeps',
  });
  expect(two?.parts).toMatchObject([
    { ref: 'K1', held: true, on: '2023-01-02', provider: 'Kea Training' },
    { ref: 'K2', held: true, on: '2023-01-03' },
  ]);
  expect(two?.lines.en.length).toBeGreaterThan(1);
  expect(all.map(({ missing }) => missing)).toEqual([[], [], ['K-none']]);
});

test('it is claimed once, verifies, keeps what it counts, and is decided again the same from what it keeps', async () => {
  const { id } = await claimMade(services, learner, claim('MC-TWO-v1', { nameOnAward: 'Mere Rimu' }));
  const award = await viewAward(services, learner, id);
  expect(award).toMatchObject({
    award: 'micro-credential',
    framework: 'nz',
    definition: 'MC-TWO-v1',
    title: { en: 'Two of them (micro-credential)' },
    credits: 10,
    from: '2023-01-02',
    to: '2023-01-03',
    policy: { id: 'nz-micro-credential', version: '2022.1' },
    validUntil: null,
    status: 'live',
  });
  const { credential } = await services.db.as(learner.acting, (tx) => openAward(tx, id));
  expect(credential).toMatchObject({
    name: 'Two of them (micro-credential)',
    credentialSubject: { creditsEarned: 10, achievement: { achievementType: 'MicroCredential' } },
  });
  expect(JSON.stringify(credential)).not.toContain('Applied Learning');
  expect(await verifyForPublic(services, credential)).toMatchObject({ answer: 'verified' });

  await expect(claimMade(services, learner, claim('MC-TWO-v1'))).rejects.toMatchObject({ status: 409, code: 'award-held' });
  const both = await Promise.allSettled([
    claimMade(services, learner, claim('MC-OUT-v1')),
    claimMade(services, learner, claim('MC-OUT-v1')),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'award-held' } });

  // The rule keeps: the same learning makes an Applied Learning Qualification all the same.
  const alq = await claimAward(services, learner, {
    award: 'alq',
    major: null,
    select: ids(1, 2, 3, 4, 5, 6, 7, 8),
    nameOnAward: null,
  });
  expect(await viewAward(services, learner, alq.id)).toMatchObject({ credits: 40 });
  expect((await claimableAwards(services, learner)).find(({ definition }) => definition === 'MC-TWO-v1')).toMatchObject({
    claimable: false,
    held: id,
  });
  expect(await decideAgain(services, learner, id)).toMatchObject({
    same: true,
    selection: { same: true, kept: ids(1, 2) },
    evidence: { inCredential: true },
  });
  const { trace } = await awardTrace(services, learner, id);
  expect(trace).toMatchObject({ options: { framework: 'nz', definition: 'MC-TWO-v1' }, decision: { eligible: true } });
});

test('a result that is withdrawn suspends it, two stewards revoke it, and it may be claimed again once it holds', async () => {
  const award = (await claimableAwards(services, learner)).find(({ definition }) => definition === 'MC-TWO-v1')?.held ?? '';
  const [first, second] = [await signInSteward(at, 1), await signInSteward(at, 2)];
  const [achievement] = ids(2);
  await setStatusOf(at.owner, achievement ?? '', 'withdrawn');
  await services.db.asBatch((tx) => redecideAwards(tx, services, LEARNER, [Number(achievement)], 'withdrawn'));
  expect(await viewAward(services, learner, award)).toMatchObject({ status: 'suspended', reasonCode: 'no-longer-holds' });
  await askReview(services, first, 'restore-award', award, 'It was a mistake.');
  await expect(settleReview(services, second, 'restore-award', award, true)).rejects.toMatchObject({
    code: 'selection-not-valid',
  });
  await settleReview(services, second, 'restore-award', award, false);

  await setStatusOf(at.owner, achievement ?? '', 'confirmed');
  await services.db.asBatch((tx) => redecideAwards(tx, services, LEARNER, [Number(achievement)], 'corrected'));
  expect(await viewAward(services, learner, award)).toMatchObject({ status: 'live' });

  await askReview(services, first, 'revoke-award', award, 'The provider asked.');
  await expect(settleReview(services, first, 'revoke-award', award, true)).rejects.toMatchObject({
    code: 'second-person-needed',
  });
  await settleReview(services, second, 'revoke-award', award, true);
  const { credential } = await services.db.as(learner.acting, (tx) => openAward(tx, award));
  expect(await verifyForPublic(services, credential)).toMatchObject({ answer: 'not-verified' });
  const again = await claimMade(services, learner, claim('MC-TWO-v1'));
  await withdrawAward(services, learner, again.id, 'Not wanted.');
  expect(await viewAward(services, learner, again.id)).toMatchObject({ status: 'withdrawn' });
});

test('what is not held, not known, not claimed here or out of use is refused with its code', async () => {
  const refused = (asked: MadeClaim) => claimMade(services, learner, asked).catch((error: unknown) => error);
  expect(await refused(claim('MC-SEVEN-v1'))).toMatchObject({
    status: 422,
    code: 'parts-missing',
    extra: { missing: ['K-none'] },
  });
  expect(await refused(claim('MC-NONE-v1'))).toMatchObject({ status: 404, code: 'definition-not-found' });
  expect(await refused(claim('x', { award: 'certificate' }))).toMatchObject({ status: 422, code: 'award-not-claimed-here' });
  expect(await refused(claim('x', { framework: 'zz' }))).toMatchObject({ status: 404, code: 'unknown-framework' });
  expect(await refused(claim('MC-TWO-v1', { nameOnAward: 'Someone Else' }))).toMatchObject({ code: 'name-not-yours' });
  expect(await refused(claim('MC-TWO-v1', { supersedes: '26-0000-0000-0000' }))).toMatchObject({ code: 'award-not-found' });
});

test('an award takes the place of one of its own kind only, whichever of the two kinds is claimed', async () => {
  const standing = await at.owner.query<{ award: string; public_id: string }>(
    `select award, public_id from award.award_state where learner_id = $1 and status = 'live' order by award`,
    [LEARNER],
  );
  const [alq, made] = standing.rows.map(({ public_id: id }) => id);
  expect(standing.rows.map(({ award }) => award)).toEqual(['alq', 'micro-credential']);
  const other = { status: 422, code: 'award-of-another-kind' };
  await expect(claimMade(services, learner, claim('MC-TWO-v1', { supersedes: alq ?? '' }))).rejects.toMatchObject(other);
  const select = ids(1, 2, 3, 4, 5, 6, 7, 8);
  await expect(
    claimAward(services, learner, { award: 'alq', major: null, select, nameOnAward: null, supersedes: made ?? '' }),
  ).rejects.toMatchObject(other);
  expect(await viewAward(services, learner, made ?? '')).toMatchObject({ status: 'live' });
  // One of its own kind it replaces, and only the new one stands.
  const next = await claimMade(services, learner, claim('MC-OUT-v1', { supersedes: made ?? '' }));
  expect(await viewAward(services, learner, next.id)).toMatchObject({ version: 2, supersedes: made });
  expect(await viewAward(services, learner, made ?? '')).toMatchObject({ status: 'superseded' });
  // The database holds the same, whatever decided.
  await expect(at.owner.query(`update award.award_state set status = 'live' where public_id = $1`, [made])).rejects.toMatchObject(
    { code: '23505', constraint: 'award_held_once' },
  );
});

test('what was earned before a micro-credential went out of use still makes it; what was earned after does not', async () => {
  const claimant = { learnerId: OTHER, actor: 'operator' };
  await discontinue(services, 'operator', 'MC-OUT-v1', 'Nobody teaches it any more.');
  const { id } = await claimMadeForLearner(services, claimant, claim('MC-OUT-v1'));
  expect(id).toMatch(/^[0-9]{2}-/u);
  await at.owner.query(
    `update catalogue.framework_entry set document = document || '{"withdrawn":"2022-01-01"}', changed_at = now() + interval '1 second' where entry_id = 'MC-TWO-v1'`,
  );
  await expect(claimMadeForLearner(services, claimant, claim('MC-TWO-v1'))).rejects.toMatchObject({
    code: 'definition-withdrawn',
  });
});

test('an award that holds for years says until when, and one whose rule keeps spends nothing', async () => {
  await bringContent(services, 'operator', {
    type: 'FrameworkContent',
    version: 1,
    framework: 'ph',
    origin: 'Invented',
    invented: true,
    definitions: [{ id: 'coc-x', award: 'coc', title: 'Planting', parts: [{ ref: 'K9', role: 'core', minutes: 2400 }] }],
  });
  const { id } = await claimMade(services, learner, claim('coc-x', { framework: 'ph', award: 'coc' }));
  const award = await viewAward(services, learner, id);
  expect(award).toMatchObject({ framework: 'ph', size: { en: '40 hours' }, status: 'live', spends: false });
  expect(await spentBy(id)).toEqual([]);
  expect(award.validUntil).toBe(`${Number(award.issuedOn.slice(0, 4)) + 5}${award.issuedOn.slice(4)}`);
  const { credential } = await services.db.as(learner.acting, (tx) => openAward(tx, id));
  expect(credential).toMatchObject({ validUntil: `${award.validUntil}T12:00:00Z` });
  expect(credential).not.toHaveProperty('credentialSubject.creditsEarned');
  expect(await verifyForPublic(services, credential)).toMatchObject({ answer: 'verified' });
});

test('an award whose rule spends uses up what it counts, until it ends', async () => {
  // No framework has such an award that is claimed yet: one of Singapore's is given that rule, in this file alone.
  const wsq = frameworks.sg.awards.find(({ id }) => id === 'wsq');
  if (wsq?.rule !== 'compose') throw new Error('Singapore has an award that is made of parts');
  for (const version of wsq.versions) Object.assign(version, { use: 'spends' });
  const parts = (...refs: readonly string[]) => refs.map((ref) => ({ ref, role: 'core', minutes: 600 }));
  const electives = ['K11', 'K12', 'K-none'].map((ref) => ({ ref, role: 'elective', minutes: 60 }));
  await bringContent(services, 'operator', {
    type: 'FrameworkContent',
    version: 1,
    framework: 'sg',
    origin: 'Invented',
    invented: true,
    definitions: [
      { id: 'wsq-x', award: 'wsq', title: 'Two', electives: 2, parts: [...parts('K10'), ...electives] },
      { id: 'wsq-y', award: 'wsq', title: 'One', parts: parts('K10') },
      { id: 'wsq-z', award: 'wsq', title: 'One and none', parts: parts('K9', 'K-none') },
    ],
  });
  const of = (definition: string) => claim(definition, { framework: 'sg', award: 'wsq' });
  const { id } = await claimMade(services, learner, of('wsq-x'));
  const award = await viewAward(services, learner, id);
  expect(award).toMatchObject({ spends: true, size: { en: '12 hours' } });
  expect(await spentBy(id)).toEqual(['K10', 'K11', 'K12']);

  const used = { status: 409, code: 'learning-already-used', extra: { achievements: ids(10) } };
  await expect(claimMade(services, learner, of('wsq-y'))).rejects.toMatchObject(used);
  // What is used up elsewhere is not said to be in the way of an award that it is no part of.
  await expect(claimMade(services, learner, of('wsq-z'))).rejects.toMatchObject({
    code: 'parts-missing',
    extra: { missing: ['K-none'] },
  });
  await services.db.asBatch((tx) => redecideAwards(tx, services, LEARNER, ids(10).map(Number), 'corrected'));
  expect(await spentBy(id)).toEqual(['K10', 'K11', 'K12']);
  await withdrawAward(services, learner, id, 'For another.');
  expect(await spentBy(id)).toEqual([]);
  const next = await claimMade(services, learner, of('wsq-y'));
  expect(await spentBy(next.id)).toEqual(['K10']);
});

test('what is decided and planned under the lock leaves the connection as it was', async () => {
  const planned = (tx: Tx) =>
    tx.query<{ mode: string }>({ text: `select current_setting('plan_cache_mode') as mode`, values: [] });
  const within = await services.db.asBatch(async (tx) => {
    await lockLearner(tx, [LEARNER]);
    return planned(tx);
  });
  expect(within.rows).toEqual([{ mode: 'force_generic_plan' }]);
  const after = await Promise.all(Array.from({ length: 8 }, () => services.db.asBatch(planned)));
  expect(new Set(after.flatMap(({ rows }) => rows.map(({ mode }) => mode)))).toEqual(new Set(['auto']));
});
