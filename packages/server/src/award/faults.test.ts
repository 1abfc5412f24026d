import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { canonicalJson } from '../log/canonical.ts';
import { readRecord } from '../record/read-record.ts';
import { testServices } from '../test-services.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { type ClaimInput, claimAward } from './claim.ts';
import { credentialOfAchievement, holderOf } from './outcome-credential.ts';
import { readForDecision } from './reading.ts';
import { ids, LEARNER, setScene, signInLearner } from './test-scene.ts';
import { verifyForPublic } from './verification.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
});
afterAll(() => at.end());
beforeEach(() =>
  at.owner.query(`truncate award.award_event, award.award_state, award.spent, award.locator, award.outcome_credential`),
);

const CLAIM: ClaimInput = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null };

async function nothingKept(): Promise<void> {
  const { rows } =
    await at.owner.query(`select (select count(*) from award.award_event) + (select count(*) from award.award_state)
    + (select count(*) from award.spent) + (select count(*) from award.locator) as kept`);
  expect(rows[0]).toEqual({ kept: 0 });
}

test('kill -9 in the middle of a claim leaves nothing half done, and the claim can be made again', async () => {
  const learner = await signInLearner(at);
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./test-claim.ts', import.meta.url)), at.host, at.name, learner.acting.token],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((done) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('in the middle')) done('in the middle');
    });
    child.once('exit', () => done('ended'));
  });
  expect(said).toBe('in the middle');
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  await nothingKept();
  await expect(claimAward(services, learner, CLAIM)).resolves.toHaveProperty('id');
});

test('kill -9 at any moment of a claim: what was answered is there, what is there is whole, and nothing is doubled', async () => {
  const learner = await signInLearner(at);
  let kills = 0;
  let claimed: string | null = null;
  for (const killAfter of [0, 3, 10, 25, 60, 120, 250, null]) {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./test-claim.ts', import.meta.url)), at.host, at.name, learner.acting.token, 'whole'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let said = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (killAfter !== null && said.includes('began')) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    const signal = await new Promise((done) => child.once('exit', (_code, ended) => done(ended)));
    clearTimeout(timer);
    if (signal === 'SIGKILL') kills += 1;
    const { rows } = await at.owner.query(`select (select count(*)::integer from award.award_state) as states,
      (select count(*)::integer from award.award_event) as events, (select count(*)::integer from award.locator) as addresses,
      (select count(*)::integer from award.spent) as spent`);
    const answered = /claimed (\S+)/.exec(said)?.[1] ?? null;
    claimed ??= answered;
    // All of one award or nothing, and never two.
    const whole = { states: 1, events: 1, addresses: 1, spent: 8 };
    expect(rows[0]).toEqual(rows[0].states === 0 ? { states: 0, events: 0, addresses: 0, spent: 0 } : whole);
    if (claimed !== null) expect(rows[0]).toEqual(whole);
  }
  expect(kills).toBeGreaterThan(0);
  // The last was left to end: it made the award, or was told that one of the others had.
  const { rowCount } = await at.owner.query('select from award.award_state');
  expect(rowCount).toBe(1);
});

test('the database gone in the middle of a claim fails it, keeps nothing, and the next claim goes on', async () => {
  const learner = await signInLearner(at);
  const broken = {
    ...services,
    keys: {
      ...services.keys,
      sign: async (data: Uint8Array) => {
        await at.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'nzrr_app' and state = 'idle in transaction'`,
        );
        return services.keys.sign(data);
      },
    },
  };
  await expect(claimAward(broken, learner, CLAIM)).rejects.toThrow();
  await nothingKept();
  await expect(claimAward(services, learner, CLAIM)).resolves.toHaveProperty('id');
});

async function ofAchievement(learner: Awaited<ReturnType<typeof signInLearner>>, id: string): Promise<unknown> {
  const holder = await holderOf(services, learner.learnerId);
  return services.db.as(learner.acting, (tx) => credentialOfAchievement(services, tx, holder, id));
}

test('a credential signed before a rotation of the key still verifies after it, and so does one signed since', async () => {
  const learner = await signInLearner(at);
  const before = await ofAchievement(learner, ids(9)[0]!);
  await services.keys.rotate('signing');
  const after = await ofAchievement(learner, ids(10)[0]!);
  expect(await verifyForPublic(services, before)).toMatchObject({ answer: 'verified' });
  expect(await verifyForPublic(services, after)).toMatchObject({ answer: 'verified' });
});

test('the credential of an achievement is made once, and anew when what it says has changed', async () => {
  const learner = await signInLearner(at);
  const first = await ofAchievement(learner, ids(11)[0]!);
  expect(await ofAchievement(learner, ids(11)[0]!)).toEqual(first);
  await at.owner.query(`update record.achievement_state set result = 'merit' where learner_id = $1 and achievement_id = $2`, [
    LEARNER,
    ids(11)[0],
  ]);
  const second = await ofAchievement(learner, ids(11)[0]!);
  expect(JSON.stringify(second)).toContain('Merit');
  expect(await verifyForPublic(services, first)).toMatchObject({ answer: 'not-verified' });
  expect(await verifyForPublic(services, second)).toMatchObject({ answer: 'verified' });
  await expect(ofAchievement(learner, '999424')).rejects.toMatchObject({ code: 'achievement-not-found' });
});

test('a claim is decided on the record that the learner sees', async () => {
  const catalogue = await loadSnapshot(services);
  const [seen, decided] = await services.db.asBatch(async (tx) => [
    (await readRecord(tx, catalogue, [LEARNER], '2026-11-24')).record,
    await readForDecision(tx, [LEARNER]),
  ]);
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const part of ['organisations', 'outcomes', 'achievements'] as const) {
    expect(JSON.parse(canonicalJson(byId<{ readonly id: string }>(decided[part])))).toMatchObject(
      JSON.parse(canonicalJson(byId<{ readonly id: string }>(seen[part]))).map((item: object) => pick(item)),
    );
  }
});

/** Without what other frameworks need and a New Zealand outcome leaves empty. */
function pick(item: object): object {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([key]) => !['size', 'kind', 'creditBearing', 'levelLabel'].includes(key) || 'accreditations' in item,
    ),
  );
}
