import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { loadDemonstrationCatalogue } from './catalogue/load.ts';
import { loadDemonstrationResults } from './index.ts';
import { offersOf } from './offers.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

test('the catalogue holds about 150 outcomes, some in each of the 17 fields, and loads twice without change', async () => {
  const services = testServices(at);
  await loadDemonstrationCatalogue(services);
  await loadDemonstrationCatalogue(services);
  const snapshot = await loadSnapshot(services);
  expect(snapshot.outcomes.length).toBe(151);
  expect(new Set(snapshot.outcomes.map((outcome) => outcome.field)).size).toBe(17);
  const offered = new Set(offersOf(snapshot, services.clock.today()).map((offer) => offer.outcome));
  expect([...new Set(snapshot.outcomes.map((outcome) => outcome.code))].filter((code) => !offered.has(code))).toEqual([]);
});

test('everybody has results, and none of them is rejected', async () => {
  const services = testServices(at);
  await loadDemonstrationResults(services, 50).catch(async (error: unknown) => {
    const { rows } = await at.owner.query('select code, line from record.import_reject limit 5');
    throw new Error(JSON.stringify(rows), { cause: error });
  });
  const { rows } = await at.owner.query('select count(distinct learner_id)::int as learners, count(*)::int as results from record.achievement_state');
  expect(rows[0].results).toBeGreaterThan(1300);
  expect(rows[0].learners).toBeGreaterThan(50);
});
