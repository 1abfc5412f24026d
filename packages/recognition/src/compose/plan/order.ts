import type { LocalDate, RecordId } from '../../record/portable-record.ts';
import type { PlannedCourse } from './content.ts';
import { planFinding, type PlanFinding } from './finding.ts';

const first = (dates: readonly LocalDate[]): LocalDate | undefined => [...dates].sort()[0];
const last = (dates: readonly LocalDate[]): LocalDate | undefined => [...dates].sort().at(-1);

/** Whether every course stands, and is taught, after the courses that it is to come after. A circle is found as well: some link of it goes back. */
export function checkOrder(courses: readonly PlannedCourse[]): readonly PlanFinding[] {
  const place = new Map(courses.map(({ course }, at) => [course, at]));
  return courses.flatMap(({ course, after, dates }, at) =>
    after.flatMap((before) => {
      const there = place.get(before);
      if (there === undefined) return [planFinding('prerequisite-missing', course)];
      if (there >= at) return [planFinding('prerequisite-later', course)];
      const [begins, ended] = [first(dates), last(courses[there]?.dates ?? [])];
      return begins !== undefined && ended !== undefined && begins <= ended ? [planFinding('begins-too-early', course)] : [];
    }),
  );
}

/** The courses with each after those it is to come after, moved no further than that takes. What stands in a circle stays where it is. */
export function inOrderOfNeed(courses: readonly PlannedCourse[]): readonly PlannedCourse[] {
  const there = new Set(courses.map(({ course }) => course));
  const placed = new Set<RecordId>();
  const sorted: PlannedCourse[] = [];
  let left = [...courses];
  while (left.length > 0) {
    const next = left.find(({ after }) => after.every((one) => placed.has(one) || !there.has(one))) ?? left[0];
    if (next === undefined) break;
    placed.add(next.course);
    sorted.push(next);
    left = left.filter((one) => one !== next);
  }
  return sorted;
}

/** The courses with the one at `from` moved to `to`; both count from 0. */
export function moved<T>(courses: readonly T[], from: number, to: number): readonly T[] {
  const rest = courses.filter((_, at) => at !== from);
  const one = courses[from];
  return one === undefined ? courses : [...rest.slice(0, to), one, ...rest.slice(to)];
}
