import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('one statement in one trip', () => {
  const whoAmI = { name: 'who-am-i', text: 'select current_user as role, access.current_learner() as learner', values: [] };

  test('is asked as its actor, prepared once for each role, and leaves nothing of them to the next', async () => {
    const people = [
      await at.session('learner', { learnerId: 1025 }),
      await at.session('steward', {}),
      await at.session('learner', { learnerId: 2050 }),
    ];
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(people.map((acting) => at.db.look(acting, whoAmI)));
      expect(answers.flat()).toEqual([
        { role: 'nzrr_learner', learner: 1025 },
        { role: 'nzrr_steward', learner: null },
        { role: 'nzrr_learner', learner: 2050 },
      ]);
    }
  });

  test('values are values', async () => {
    const learner = await at.session('learner', { learnerId: 1025 });
    const echo = { name: 'echo', text: 'select $1::text as text, $2::bigint as number, $3::text as nothing' };
    for (const text of ["O'Neil", `"); drop table x; --`, 'back\\slash', '$1', 'ā'])
      expect(await at.db.look(learner, { ...echo, values: [text, 7, null] })).toEqual([{ text, number: 7, nothing: null }]);
  });

  test('an ended session is refused, and a statement that fails costs the next one nothing', async () => {
    await expect(at.db.look({ kind: 'learner', token: 'nobody' }, whoAmI)).rejects.toMatchObject({ code: 'session-ended' });
    const learner = await at.session('learner', { learnerId: 1025 });
    const divide = { name: 'divide', text: 'select 1 / $1::integer as answer' };
    await expect(at.db.look(learner, { ...divide, values: [0] })).rejects.toThrow('division by zero');
    expect(await at.db.look(learner, { ...divide, values: [1] })).toEqual([{ answer: 1 }]);
    expect(await at.db.look(learner, whoAmI)).toEqual([{ role: 'nzrr_learner', learner: 1025 }]);
  });
});
