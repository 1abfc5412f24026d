import { describe, expect, test } from 'vitest';
import { criteriaOf, judgedBy } from './rubric.ts';
import { needsSecond } from './second-assessor.ts';

describe('the rubric', () => {
  const criteria = criteriaOf({
    assessments: [{ text: 'Observed', lang: 'en' }],
    practice: [{ text: 'Lifts a person', lang: 'en' }],
    skills: [{ uri: 'u', label: 'Assess risk', relation: 'earns' }],
  });
  const all = criteria.map(({ id }) => ({ criterion: id, judgement: 'met' as const, reason: 'Seen.' }));

  test('asks for what is done and for each skill; for the assessments only where the definition says no more', () => {
    expect(criteria.map(({ id }) => id)).toEqual(['practice-1', 'skill:earns:u']);
    expect(criteriaOf({ assessments: [{ text: 'Observed', lang: 'en' }], practice: [], skills: [] })).toMatchObject([
      { id: 'assessment-1' },
    ]);
  });

  test('each criterion is judged once, with a reason', () => {
    expect(judgedBy(criteria, all, 'granted')).toMatchObject([{ judgement: 'met' }, { judgement: 'met' }]);
    expect(judgedBy(criteria, all.slice(1), 'declined')).toBe('rubric-incomplete');
    expect(judgedBy(criteria, [...all, all[0]!], 'granted')).toBe('rubric-incomplete');
    expect(
      judgedBy(
        criteria,
        all.map((one) => ({ ...one, reason: ' ' })),
        'granted',
      ),
    ).toBe('rubric-incomplete');
    expect(judgedBy(criteria, [...all, { ...all[0]!, criterion: 'other' }], 'granted')).toBe('rubric-unknown');
  });

  test.each(['partly', 'not-met'] as const)(
    'a criterion that is %s: the outcome is not granted, and can be declined',
    (judgement) => {
      const given = [{ ...all[0]!, judgement }, all[1]!];
      expect(judgedBy(criteria, given, 'granted')).toBe('rubric-not-met');
      expect(judgedBy(criteria, given, 'declined')).toHaveLength(2);
    },
  );
});

test('a second assessor is needed from the credits that the policy names', () => {
  expect([14, 15, 16].map((credits) => needsSecond(credits, 15))).toEqual([false, true, true]);
});
