import { describe, expect, test } from 'vitest';
import {
  centsOf,
  type Content,
  coverageOf,
  money,
  priceText,
  withAfter,
  withCourse,
  withDates,
  withGroup,
  withoutCourse,
  withoutGroup,
  withPrice,
} from './model.ts';

const empty: Content = {
  framework: 'nz',
  groups: [
    { name: 'a', people: 2 },
    { name: 'b', people: 3 },
  ],
  place: '',
  note: '',
  courses: [],
};

describe('what is written of a package', () => {
  test('a course stands once, and nothing comes after one that was taken out', () => {
    const two = withAfter(withCourse(withCourse(withCourse(empty, 'x'), 'y'), 'x'), 'y', 'x', true);
    expect(two.courses.map(({ course, after }) => [course, after])).toEqual([
      ['x', []],
      ['y', ['x']],
    ]);
    expect(withoutCourse(two, 'x').courses).toEqual([{ course: 'y', after: [], dates: [], prices: [null, null] }]);
    expect(withAfter(two, 'y', 'x', false).courses[1]?.after).toEqual([]);
  });

  test('prices stay with their group when another comes or goes', () => {
    const priced = withPrice(withPrice(withCourse(empty, 'x'), 'x', 0, 100), 'x', 1, 200);
    expect(withGroup(priced, { name: 'c', people: 1 }).courses[0]?.prices).toEqual([100, 200, null]);
    expect(withoutGroup(priced, 0)).toMatchObject({ groups: [{ name: 'b' }], courses: [{ prices: [200] }] });
  });

  test('dates are kept once each, in order', () => {
    expect(withDates(withCourse(empty, 'x'), 'x', ['2026-12-02', '2026-12-01', '2026-12-02']).courses[0]?.dates).toEqual([
      '2026-12-01',
      '2026-12-02',
    ]);
  });

  test('skills are told with the courses that give them', () => {
    const skill = { uri: 'u:1', en: 'One', mi: null };
    const facts = {
      id: 'x',
      code: 'X',
      version: 1,
      name: 'Course',
      minutes: 600,
      level: 3,
      field: null,
      lastAssessment: null,
      withdrawn: false,
      consented: true,
    };
    const courses = [{ ...facts, skills: [skill] }];
    expect(coverageOf([skill, { ...skill, uri: 'u:2' }], withCourse(empty, 'x'), courses).map(({ by }) => by)).toEqual([
      ['Course'],
      [],
    ]);
    expect(coverageOf([skill], empty, courses)[0]?.by).toEqual([]);
  });
});

test.each([
  ['150', 15_000],
  ['1,250.5', 125_050],
  ['', null],
  ['1.234', undefined],
  ['-3', undefined],
  ['free', undefined],
] as const)('the price "%s" is %s hundredths', (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
  if (typeof cents === 'number') expect(centsOf(priceText(cents))).toBe(cents);
});

test('money names another country’s currency', () => {
  expect(money(125_050, 'NZD')).toBe('$1,250.50');
  expect(money(20_800, 'DKK')).toMatch(/^DKK.208\.00$/u);
});
