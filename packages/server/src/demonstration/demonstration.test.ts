import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayNumber, decide, nz } from '@recognition/recognition';
import { statementOf } from '@recognition/recognition/frameworks';
import { listenToRecord } from '../award/index.ts';
import { bankOr404 } from '../bank/banks.ts';
import { loadLedger } from '../bank/ledger.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { matchLearners } from '../identity/index.ts';
import { statementsForOperator } from '../learning-account/view.ts';
import { exportRecord } from '../record/read-record.ts';
import { testServices } from '../test-services.ts';
import { loadDemonstration } from './index.ts';
import { offersOf } from './offers.ts';
import { PERSONAS } from './personas.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  listenToRecord();
  await loadDemonstration(services);
});
afterAll(() => at.end());

test('it loads once: a second time finds it there', async () => {
  expect(await loadDemonstration(services)).toBe(false);
});

test('the catalogue holds about 150 outcomes, some in each of the 17 fields, each of which somebody may assess', async () => {
  const snapshot = await loadSnapshot(services);
  expect(snapshot.outcomes.length).toBe(156);
  expect(snapshot.outcomes.filter(({ status }) => status === 'legacy')).toHaveLength(5);
  expect(new Set(snapshot.outcomes.map((outcome) => outcome.field)).size).toBe(17);
  const offered = new Set(offersOf(snapshot, services.clock.today()).map((offer) => offer.outcome));
  expect([...new Set(snapshot.outcomes.map((outcome) => outcome.code))].filter((code) => !offered.has(code))).toEqual([]);
});

test('about 2,000 invented learners stand beside the personas', async () => {
  const { rows } = await at.owner.query('select count(distinct learner_id)::int as learners from record.achievement_state');
  expect(rows[0].learners).toBeGreaterThan(1900);
});

test('each persona is in the state that the sign-in page tells', async () => {
  const standing = async (id: string) => {
    const who = PERSONAS.find((persona) => persona.id === id)?.learner;
    if (who === undefined) throw new Error(`no learner ${id}`);
    const [learner] = await matchLearners(services, 'operator', [who]);
    const record = await exportRecord(services, Number(learner));
    return { record, decision: decide(nz, 'alq', record, { asOf: services.clock.today() }) };
  };
  const marama = await standing('marama');
  expect(marama.decision.options.map((option) => option.major)).toEqual([null, 'health', 'business']);
  const hemi = await standing('hemi');
  expect(hemi.decision.missing?.credits).toBe(1);
  const rangi = await standing('rangi');
  expect(rangi.decision.excluded.filter((one) => one.reason === 'already-used')).toHaveLength(10);
  const nikau = await at.owner.query(
    `select status, reason, answer_by from award.award_state where major = 'engineering-and-technology'`,
  );
  expect(nikau.rows[0]).toMatchObject({ status: 'suspended' });
  const aroha = await standing('aroha');
  expect(aroha.record.achievements.some((achievement) => achievement.date.endsWith('-02-29'))).toBe(true);
  expect(aroha.decision.eligible).toBe(true);
  const wiremu = await standing('wiremu');
  expect(new Set(wiremu.record.achievements.map((achievement) => achievement.mode))).toEqual(new Set(['rpl', 'crt', 'assessed']));
  expect((await standing('moana')).record.achievements).toHaveLength(300);
  const asha = await ledgerOf('asha');
  const today = services.clock.today();
  expect(statementOf(asha.state, today)).toMatchObject({ minutes: 120 * 1800 + 1350, redeemed: 0, expired: 3600 });
  expect(Object.keys(statementOf(asha.state, today).usable)).toHaveLength(2);
  const [soonest] = statementOf(asha.state, today).expiring;
  expect(dayNumber(soonest?.on ?? '') - dayNumber(today)).toBeLessThan(60);
  const [meilin] = await statementsForOperator(services, await numberOf('meilin'));
  expect(meilin?.lines.map(({ kind }) => kind)).toContain('lapse');
  expect(meilin).toMatchObject({ available: 450_000 });
});

async function numberOf(id: string): Promise<number> {
  const who = PERSONAS.find((persona) => persona.id === id)?.learner;
  if (who === undefined) throw new RangeError(id);
  const [learner] = await matchLearners(services, 'operator', [who]);
  return Number(learner);
}

async function ledgerOf(id: string) {
  const learnerId = await numberOf(id);
  return services.db.asBatch((tx) => loadLedger(tx, [learnerId], bankOr404('in', 'abc')));
}
