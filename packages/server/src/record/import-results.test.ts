import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { testServices } from '../test-services.ts';
import { importResults } from './import-results.ts';
import { aFile, aRow, csvOf, sceneServices, setScene } from './test-scene.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
const operator = { actor: 'operator', organisationId: null };

beforeAll(async () => {
  at = await testDatabase();
  services = sceneServices(at);
  await setScene(at.owner);
});
afterAll(() => at.end());

async function load(rows: readonly ReturnType<typeof aRow>[], options: Parameters<typeof importResults>[3] = {}) {
  return importResults(services, operator, { path: aFile(csvOf(rows)), name: 'test.csv' }, options);
}

test('records a result: event, state and reference', async () => {
  const answer = await load([aRow({ reference: 'first' })]);
  expect(answer).toMatchObject({ state: 'done', recorded: 1, rejected: 0, rows_total: 1 });
  const { rows } = await at.owner.query('select * from record.achievement_state');
  expect(rows).toHaveLength(1);
});
