import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide, nz } from '@recognition/recognition';
import { listenToRecord } from '../award/index.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { matchLearners } from '../identity/index.ts';
import { exportRecord } from '../record/read-record.ts';
import { testServices } from '../test-services.ts';
import { frameworks, pathway } from '@recognition/recognition/frameworks';
import { keptDefinitions } from '../framework/content/definitions.ts';
import { heldIn } from '../framework/content/own-pathways.ts';
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
  const own = snapshot.outcomes.filter(({ accredited }) => accredited);
  expect(own.length).toBe(156);
  expect(own.filter(({ status }) => status === 'legacy')).toHaveLength(5);
  expect(new Set(own.map((outcome) => outcome.field)).size).toBe(17);
  const offered = new Set(offersOf(snapshot, services.clock.today()).map((offer) => offer.outcome));
  expect([...new Set(own.map((outcome) => outcome.code))].filter((code) => !offered.has(code))).toEqual([]);
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
  expect(await wayOf('weiling', 'sg', 'sg-demo-wsq-1')).toMatchObject({ state: 'next', lacks: ['sg-demo-soa-water'] });
  // What was earned abroad counts for no award of New Zealand's, and is not lost.
  const ines = await standing('ines');
  expect(ines.decision.eligible).toBe(false);
  expect(new Set(ines.decision.excluded.map(({ reason }) => reason))).toEqual(new Set(['outcome-not-accredited']));
  expect((await standing('moana')).record.achievements).toHaveLength(300);
});
