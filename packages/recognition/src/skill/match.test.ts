import { expect, test } from 'vitest';
import { matchSkills } from './match.ts';

test('a match names what is met and through what, and what is missing; nothing but skills enters', () => {
  const needed = [
    { uri: 'a', weight: 'essential', en: 'A', mi: null },
    { uri: 'b', weight: 'essential', en: 'B', mi: null },
    { uri: 'c', weight: 'useful', en: 'C', mi: 'Ch' },
  ] as const;
  const shown = { uri: 'b', relation: 'competent', through: ['Plan a roster'], latest: '2025-03-01' };
  const match = matchSkills(needed, [shown, { ...shown, uri: 'z' }]);
  expect(match.essential).toEqual({ met: 1, of: 2 });
  expect(match.useful).toEqual({ met: 0, of: 1 });
  expect(match.skills.map((skill) => skill.shown)).toEqual([null, shown, null]);
});
