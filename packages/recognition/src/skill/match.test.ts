import { expect, test } from 'vitest';
import { matchSkills, skillsNeeded } from './match.ts';

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

test('a skill is met through the same skill of another scheme where a steward confirmed it, and says so', () => {
  const same = [{ uri: 'esco-b', scheme: 'esco', en: 'B of theirs' }];
  const needed = [{ uri: 'b', weight: 'essential', en: 'B', mi: null, same }] as const;
  const shown = { uri: 'esco-b', relation: 'earns', through: ['Plan a roster'], latest: null };
  const [skill] = matchSkills(needed, [shown]).skills;
  expect(skill).toMatchObject({ shown, as: same[0] });
  expect(matchSkills(needed, [{ ...shown, uri: 'b' }]).skills[0]).toMatchObject({ shown: { uri: 'b' }, as: null });
  expect(matchSkills(needed, [{ ...shown, uri: 'c' }]).skills[0]).toMatchObject({ shown: null, as: null });
});

test('of a role the essential skills are needed, in its order; all of them where none is said to be', () => {
  const of = (...weights: readonly ('essential' | 'useful')[]) =>
    skillsNeeded(weights.map((weight, at) => ({ weight, at }))).map(({ at }) => at);
  expect(of('useful', 'essential', 'useful', 'essential')).toEqual([1, 3]);
  expect(of('useful', 'useful')).toEqual([0, 1]);
  expect(of()).toEqual([]);
});
