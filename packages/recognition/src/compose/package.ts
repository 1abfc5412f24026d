import type { Definition } from '../framework/definition.ts';
import type { RecognitionFramework } from '../framework/schema.ts';
import type { LocalDate } from '../record/portable-record.ts';
import { type Refused, refused } from './units.ts';

export interface PackageOptions {
  /** The day on which the first course begins. */
  readonly on: LocalDate;
  /** Whose tariff is paid, such as the group that the courses are made for. */
  readonly group: string;
  readonly participants: number;
}

/** Courses in order for one employer. Money is in hundredths of the currency; a price that no tariff gives is null. */
export interface CoursePackage {
  readonly ok: true;
  readonly courses: readonly string[];
  readonly minutes: number;
  /** Whole days of the framework's unit. */
  readonly days: number;
  readonly currency: string | null;
  readonly pricePerParticipant: number | null;
  readonly price: number | null;
  /** Courses that cost nothing because of their field. */
  readonly free: readonly string[];
  /** Each course is certified on its own; the package never is. */
  readonly certificates: readonly string[];
}

/**
 * A package of courses, in the order given: their days, what a participant pays by the tariff of the group and year, and a
 * certificate for each course. Refuses a course that stands twice, was withdrawn by the first day, or has no size. Source: domain 6.1.
 */
export function packageOf(
  framework: RecognitionFramework,
  courses: readonly Definition[],
  { on, group, participants }: PackageOptions,
): CoursePackage | Refused {
  if (courses.length === 0)
    return refused('nothing-to-bundle', null, 'The package has no course.', 'Kāore he akoranga o te mōkihi.');
  const seen = new Set<string>();
  let minutes = 0;
  for (const { id, withdrawn, minutes: own } of courses) {
    if (seen.has(id))
      return refused('course-twice', id, 'This course is in the package before.', 'Kei te mōkihi kē tēnei akoranga.');
    if (withdrawn !== null && withdrawn <= on)
      return refused(
        'course-withdrawn',
        id,
        'This course was withdrawn before the package begins.',
        'I tangohia tēnei akoranga i mua i te tīmatanga.',
      );
    if (own === null || own === 0)
      return refused('no-size', id, 'The length of this course is missing.', 'Kei te ngaro te roa o tēnei akoranga.');
    if (own % framework.unit.step !== 0)
      return refused(
        'no-size',
        id,
        'The length of this course is no whole step of the unit.',
        'Ehara te roa i te hipanga tōpū o te waeine.',
      );
    seen.add(id);
    minutes += own;
  }
  const { prices, unit } = framework;
  const free =
    prices === null
      ? []
      : courses.filter(({ sector }) => sector !== null && prices.freeFields.includes(sector)).map(({ id }) => id);
  const daily =
    prices?.tariffs.find((one) => one.year === Number(on.slice(0, 4)) && one.group === group)?.hundredthsPerDay ?? null;
  const paid = courses
    .filter(({ id }) => !free.includes(id))
    .reduce((days, course) => days + Math.ceil((course.minutes ?? 0) / unit.minutes), 0);
  const each = prices === null ? null : paid === 0 ? 0 : daily === null ? null : daily * paid;
  return {
    ok: true,
    courses: courses.map(({ id }) => id),
    minutes,
    days: courses.reduce((days, course) => days + Math.ceil((course.minutes ?? 0) / unit.minutes), 0),
    currency: prices?.currency ?? null,
    pricePerParticipant: each,
    price: each === null ? null : each * participants,
    free,
    certificates: courses.map(({ id }) => id),
  };
}

/** The most that may be added for special arrangements, in hundredths: the year's most a week, for each week begun; null without a figure. */
export function supplementMost({ prices }: RecognitionFramework, days: number, year: number): number | null {
  const most = prices?.supplementMostPerWeek.find((one) => one.year === year);
  return prices === null || most === undefined ? null : most.hundredths * Math.ceil(days / prices.daysPerWeek);
}
