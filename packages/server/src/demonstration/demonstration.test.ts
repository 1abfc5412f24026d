import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayNumber, decide, nz } from '@recognition/recognition';
import { statementOf } from '@recognition/recognition/frameworks';
import { listenToRecord } from '../award/index.ts';
import { bankOr404 } from '../bank/banks.ts';
import { loadLedger } from '../bank/ledger.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { countTaught } from '../consistency/count.ts';
import { showConsistency } from '../consistency/view.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { matchLearners } from '../identity/index.ts';
import { statementsForOperator } from '../learning-account/view.ts';
import { exportRecord } from '../record/read-record.ts';
import { testServices } from '../test-services.ts';
import { frameworks, pathway } from '@recognition/recognition/frameworks';
import { keptDefinitions } from '../framework/content/definitions.ts';
import { heldIn } from '../framework/content/own-pathways.ts';
import { loadDemonstration } from './index.ts';
import { loadDemonstrationOfferings } from './offerings.ts';
import { loadMicroCredentials } from './micro-credentials.ts';
import { offersOf } from './offers.ts';
import { composePackages } from './persona-packages.ts';
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
  const own = snapshot.outcomes.filter(({ accredited }) => accredited);
  expect(own.length).toBe(156);
  expect(own.filter(({ status }) => status === 'legacy')).toHaveLength(5);
  expect(new Set(own.map((outcome) => outcome.field)).size).toBe(17);
  const offered = new Set(offersOf(snapshot, services.clock.today()).map((offer) => offer.outcome));
  expect([...new Set(own.map((outcome) => outcome.code))].filter((code) => !offered.has(code))).toEqual([]);
});

test('the providers offer things all over the country, and a visitor has sent one of them a basket', async () => {
  const { rows } = await at.owner.query(
    'select count(*)::int as offerings, count(distinct town)::int as towns, count(distinct provider_id)::int as providers from offering.offering',
  );
  expect(rows[0].offerings).toBeGreaterThan(250);
  expect(rows[0].towns).toBeGreaterThan(25);
  expect(rows[0].providers).toBe(11);
  expect((await at.owner.query('select from offering.basket_request')).rowCount).toBe(1);
  await loadDemonstrationOfferings(services);
  expect((await at.owner.query('select count(*)::int as n from offering.offering')).rows[0].n).toBe(rows[0].offerings);
});

test('one outcome is taught by three, of whom one grades higher and another recognises more', async () => {
  await countTaught(services);
  const { rows } = await showConsistency(services, 'operator', 'CS03');
  const differs = (id: string, measure: string) =>
    rows.find(({ provider }) => provider?.id === id)?.differences.find((one) => one.measure === measure)?.differs;
  expect(rows).toHaveLength(3);
  expect(differs('demo-kanuka', 'grades')).toBe(true);
  expect(differs('demo-harakeke', 'ways')).toBe(true);
  expect(rows.every(({ teaching, people }) => teaching !== null && people !== null && people >= 30)).toBe(true);
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
  const wayOf = async (id: string, framework: 'es' | 'ph' | 'sg', definition: string) => {
    const { record } = await standing(id);
    const definitions = (await keptDefinitions(services))(framework).definitions;
    return pathway(frameworks[framework], definitions, heldIn(record)).steps.find(({ ref }) => ref === definition);
  };
  expect(await wayOf('ines', 'es', 'es-demo-c-1')).toMatchObject({ state: 'given', nearest: 2 });
  expect(await wayOf('ines', 'es', 'es-demo-d-1')).toMatchObject({ state: 'next', lacks: ['es-demo-ra-5'] });
  expect(await wayOf('amihan', 'ph', 'ph-demo-nc-1')).toMatchObject({ state: 'next', lacks: ['ph-demo-c-4'] });
  for (const given of ['ph-demo-mc-1', 'ph-demo-ched-1', 'ph-demo-ched-3'])
    expect(await wayOf('dalisay', 'ph', given)).toMatchObject({ state: 'given' });
  expect(await wayOf('dalisay', 'ph', 'ph-demo-ched-2')).toMatchObject({ state: 'next', lacks: ['ph-demo-h-3'] });
  expect(await wayOf('weiling', 'sg', 'sg-demo-wsq-1')).toMatchObject({ state: 'next', lacks: ['sg-demo-soa-water'] });
  // What was earned abroad counts for no award of New Zealand's, and is not lost.
  const ines = await standing('ines');
  expect(ines.decision.eligible).toBe(false);
  expect(new Set(ines.decision.excluded.map(({ reason }) => reason))).toEqual(new Set(['outcome-not-accredited']));
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

test('three micro-credentials are listed, one is a draft that the checks speak to, and one was returned', async () => {
  const { rows } = await at.owner.query(
    `select code, status, (select count(*)::integer from catalogue.micro_credential_event e where e.micro_credential_id = m.micro_credential_id and e.kind = 'returned') as returned
      from catalogue.micro_credential m order by code`,
  );
  expect(rows).toEqual([
    { code: 'MC-CARE', status: 'published', returned: 0 },
    { code: 'MC-MEDS', status: 'draft', returned: 1 },
    { code: 'MC-NET', status: 'published', returned: 0 },
    { code: 'MC-OLDER', status: 'draft', returned: 0 },
    { code: 'MC-POWHIRI', status: 'published', returned: 1 },
  ]);
  await loadMicroCredentials(services);
  expect((await at.owner.query('select from catalogue.micro_credential_event')).rowCount).toBe(3 * 4 + 2 + 2 + 4);
});

test('the employer has one package agreed, one proposed and one request that waits; loading again adds none', async () => {
  await composePackages(services);
  const { rows } =
    await at.owner.query(`select r.title, p.status, (select count(*)::integer from employer.course_package_day d where d.package_id = p.package_id) as days
    from employer.package_request r left join employer.course_package p using (request_id) order by r.request_id`);
  expect(rows).toEqual([
    { title: 'Safe moving and clean hands for new staff', status: 'agreed', days: 4 },
    { title: 'Dementia and the end of life', status: 'proposed', days: 4 },
    { title: 'Medicines under direction', status: null, days: 0 },
  ]);
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
