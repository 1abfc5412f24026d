import type { RecognitionFramework } from '../../framework/schema.ts';
import { dateOfDay, dayNumber } from '../../record/local-date.ts';
import type { LocalDate, RecordId } from '../../record/portable-record.ts';
import { isWorkingDate } from '../../record/working-days.ts';
import type { CourseFacts, PlannedCourse } from './content.ts';
import { planFinding, type PlanFinding } from './finding.ts';

type Facts = ReadonlyMap<RecordId, Pick<CourseFacts, 'minutes'>>;

/** The days that a course takes where its framework counts in days, half a day as a day; null where it counts otherwise. */
export function daysOf(framework: RecognitionFramework, minutes: number | null): number | null {
  return framework.unit.name === 'day' && minutes !== null ? Math.ceil(minutes / framework.unit.minutes) : null;
}

/** What is wrong with the dates of a package's courses. `today` is the first day that is not over. */
export function checkTimetable(
  framework: RecognitionFramework,
  facts: Facts,
  courses: readonly PlannedCourse[],
  today: LocalDate,
): readonly PlanFinding[] {
  const taken = new Set<LocalDate>();
  return courses.flatMap(({ course, dates }) => {
    if (dates.length === 0) return [planFinding('dates-missing', course)];
    const days = daysOf(framework, facts.get(course)?.minutes ?? null);
    return [
      ...(days !== null && days !== dates.length ? [planFinding('days-differ', course)] : []),
      ...dates.flatMap((date) => {
        const twice = taken.has(date);
        taken.add(date);
        return [
          ...(twice ? [planFinding('day-twice', course, date)] : []),
          ...(isWorkingDate(date) ? [] : [planFinding('not-a-working-day', course, date)]),
          ...(date < today ? [planFinding('day-past', course, date)] : []),
        ];
      }),
    ];
  });
}

/**
 * Dates for every course, one after another, each on the next free working day from `from` on: as many as the course has days where the
 * framework counts in days, else as many as it had, and at least one.
 */
export function layOut(
  framework: RecognitionFramework,
  facts: Facts,
  courses: readonly PlannedCourse[],
  from: LocalDate,
): readonly PlannedCourse[] {
  let day = dayNumber(from);
  const next = (): LocalDate => {
    while (!isWorkingDate(dateOfDay(day))) day += 1;
    day += 1;
    return dateOfDay(day - 1);
  };
  return courses.map((planned) => {
    const days = daysOf(framework, facts.get(planned.course)?.minutes ?? null) ?? Math.max(1, planned.dates.length);
    return { ...planned, dates: Array.from({ length: days }, next) };
  });
}
