import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CourseFacts,
  frameworks,
  inOrderOfNeed,
  isSound,
  layOut,
  type PackageContent,
  type PlannedCourse,
  planPackage,
} from '../src/framework/index.ts';
import { isWorkingDate } from '../src/index.ts';

const TODAY = '2026-11-24'; // a Tuesday
const facts = (id: string, change: Partial<CourseFacts> = {}): CourseFacts => ({
  id,
  name: `Invented ${id}`,
  minutes: 2400,
  field: 'health',
  lastAssessment: null,
  withdrawn: false,
  consented: true,
  ...change,
});
const planned = (course: string, change: Partial<PlannedCourse> = {}): PlannedCourse => ({
  course,
  after: [],
  dates: [],
  prices: [10_000],
  ...change,
});
const known = (...all: readonly CourseFacts[]) => new Map(all.map((one) => [one.id, one]));
const twelve = [{ name: 'care workers', people: 12 }];
const two: PackageContent = {
  groups: twelve,
  courses: [planned('a', { dates: ['2026-12-01'] }), planned('b', { dates: ['2026-12-02'], after: ['a'], prices: [5_000] })],
};
const codes = (content: PackageContent, of = known(facts('a'), facts('b')), framework = frameworks.nz) =>
  planPackage(framework, of, content, { today: TODAY }).findings.map(({ code, course, date }) =>
    [code, course, date].filter((part) => part !== null).join(' '),
  );

describe('a package for one employer', () => {
  test('sums credits and price by group, and certifies each course and never the package', () => {
    const plan = planPackage(frameworks.nz, known(facts('a'), facts('b', { minutes: 1800 })), two, { today: TODAY });
    expect(plan).toMatchObject({
      findings: [],
      minutes: 4200,
      units: 7,
      days: 2,
      currency: 'NZD',
      groups: [{ name: 'care workers', people: 12, each: 15_000, all: 180_000 }],
      price: 180_000,
      first: '2026-12-01',
      last: '2026-12-02',
      certificates: ['a', 'b'],
    });
    expect(isSound(plan)).toBe(true);
  });

  test('takes the tariff of the target group where the provider wrote no price, days being of 444 minutes', () => {
    const danish: PackageContent = {
      groups: [
        { name: 'target', people: 10 },
        { name: 'other', people: 2 },
      ],
      courses: [planned('a', { dates: ['2024-05-02', '2024-05-03'], prices: [null, 90_000] })],
    };
    const plan = planPackage(frameworks.dk, known(facts('a', { minutes: 888 })), danish, { today: '2024-05-01' });
    expect(plan).toMatchObject({
      findings: [],
      units: 2,
      currency: 'DKK',
      groups: [
        { each: 41_600, all: 416_000 },
        { each: 90_000, all: 180_000 },
      ],
      price: 596_000,
    });
    expect(codes(danish, known(facts('a', { minutes: 889 })), frameworks.dk)).toContain('no-size a');
    expect(
      codes({ ...danish, groups: [{ name: 'other', people: 1 }] }, known(facts('a', { minutes: 888 })), frameworks.dk),
    ).toContain('no-price a');
  });

  test('begins with a course that needs no other, on working days, one course a day', () => {
    expect(codes({ ...two, courses: [...two.courses].reverse() })).toEqual(['prerequisite-later b']);
    expect(codes({ ...two, courses: two.courses.slice(1) })).toEqual(['prerequisite-missing b']);
    const on = (...dates: readonly (readonly string[])[]) => ({
      ...two,
      courses: two.courses.map((one, at) => ({ ...one, dates: dates[at] ?? [] })),
    });
    expect(codes(on(['2026-12-02'], ['2026-12-01']))).toEqual(['begins-too-early b']);
    expect(codes(on(['2026-12-01'], ['2026-12-01']))).toEqual(['begins-too-early b', 'day-twice b 2026-12-01']);
    expect(codes(on(['2026-12-05'], ['2026-12-25']))).toEqual([
      'not-a-working-day a 2026-12-05',
      'not-a-working-day b 2026-12-25',
    ]);
    expect(codes(on(['2026-11-23'], []))).toEqual(['day-past a 2026-11-23', 'dates-missing b']);
    expect(
      codes(
        on(['2024-05-02', '2024-05-03'], []),
        known(facts('a', { minutes: 444 }), facts('b', { minutes: 444 })),
        frameworks.dk,
      ),
    ).toContain('days-differ a');
  });

  test('says which course was withdrawn meanwhile, is not the provider’s to assess, or stands twice', () => {
    expect(codes(two, known(facts('a'), facts('b', { withdrawn: true })))).toEqual(['course-withdrawn b']);
    expect(codes(two, known(facts('a')))).toEqual(['course-withdrawn b']);
    expect(codes(two, known(facts('a', { lastAssessment: '2026-12-01' }), facts('b')))).toEqual([]);
    expect(codes(two, known(facts('a', { lastAssessment: '2026-11-30' }), facts('b')))).toEqual(['course-withdrawn a']);
    expect(codes(two, known(facts('a', { consented: false }), facts('b')))).toEqual(['no-consent a']);
    expect(
      codes({ ...two, courses: [planned('a', { dates: ['2026-12-01'] }), planned('a', { dates: ['2026-12-02'] })] }),
    ).toEqual(['course-twice a']);
  });

  test('is nothing without a course, somebody who takes part, a length and a price', () => {
    expect(codes({ groups: twelve, courses: [] })).toEqual(['nothing-to-bundle']);
    expect(codes({ ...two, groups: [] })).toEqual(['no-group']);
    expect(codes(two, known(facts('a', { minutes: null }), facts('b')))).toEqual(['no-size a']);
    expect(codes({ ...two, courses: [planned('a', { dates: ['2026-12-01'], prices: [] })] })).toEqual(['no-price a']);
  });

  test('may begin later than was asked, and says so', () => {
    const plan = planPackage(frameworks.nz, known(facts('a'), facts('b')), two, { today: TODAY, beginsBy: '2026-11-30' });
    expect(plan.findings).toMatchObject([{ code: 'begins-late', severity: 'advice', date: '2026-12-01' }]);
    expect(isSound(plan)).toBe(true);
  });
});

describe('the order and the timetable, whatever the courses', () => {
  const courses = fc
    .array(fc.array(fc.nat(30), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
    .map((all) =>
      all.map((before, at) =>
        // Each needs some that were made before it, so that there is an order; they stand in another.
        planned(`c-${at}`, {
          after: [...new Set(before.map((one) => one % (at + 1)).filter((one) => one < at))].map((one) => `c-${one}`),
        }),
      ),
    )
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
  const all = known(...Array.from({ length: 12 }, (_, at) => facts(`c-${at}`, { minutes: (at + 1) * 222 })));

  test('a put-right order has every course, none before what it needs, and stays as it is', () => {
    fc.assert(
      fc.property(courses, (given) => {
        const right = inOrderOfNeed(given);
        expect(new Set(right)).toEqual(new Set(given));
        expect(codes({ groups: twelve, courses: right }, all).filter((code) => code.startsWith('prerequisite'))).toEqual([]);
        expect(inOrderOfNeed(right)).toEqual(right);
      }),
      { numRuns: 60 },
    );
  });

  test('dates laid out leave nothing to say, and give each course its days', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 0, max: 400 }), (given, later) => {
        const from = new Date(Date.parse(`${TODAY}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);
        const laid = layOut(frameworks.dk, all, inOrderOfNeed(given), from);
        expect(codes({ groups: twelve, courses: laid }, all, frameworks.dk)).toEqual([]);
        for (const { course, dates } of laid) {
          expect(dates).toHaveLength(Math.ceil((all.get(course)?.minutes ?? 0) / 444));
          for (const date of dates) expect(isWorkingDate(date)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
