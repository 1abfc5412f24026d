import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

test('a transaction runs under the role of its actor', async () => {
  const learner = await at.session('learner', { learnerId: 1025 });
  const answer = await at.db.as(learner, (tx) =>
    tx.query<{ role: string; learner: number }>({ text: 'select current_user as role, access.current_learner() as learner' }),
  );
  expect(answer.rows[0]).toEqual({ role: 'nzrr_learner', learner: 1025 });
});

test('an unknown token is refused', async () => {
  await expect(at.db.as({ kind: 'learner', token: 'nobody' }, async () => 1)).rejects.toMatchObject({ code: 'session-ended' });
});
