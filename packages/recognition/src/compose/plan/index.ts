/** A package planned for one employer: what it comes to, and what stands between it and being proposed or agreed. Read from top to bottom. */
import type { Definition } from '../../framework/definition.ts';
import type { RecognitionFramework } from '../../framework/schema.ts';
import { dateOfDay, dayNumber } from '../../record/local-date.ts';
import type { LocalDate, RecordId } from '../../record/portable-record.ts';
import { packageOf } from '../package.ts';
import type { Refused } from '../units.ts';
import type { CourseFacts, PackageContent, PlannedCourse } from './content.ts';
import { planFinding, type PlanFinding } from './finding.ts';
import { checkOrder } from './order.ts';
import { checkTimetable } from './timetable.ts';

export type { CourseFacts, PackageContent, PayingGroup, PlannedCourse } from './content.ts';
export { PLAN_CODES, type PlanCode, type PlanFinding } from './finding.ts';
export { inOrderOfNeed, moved } from './order.ts';
export { daysOf, layOut } from './timetable.ts';

export interface PlanOptions {
  readonly today: LocalDate;
  /** The day by which the employer wants to begin; null where it said none. */
  readonly beginsBy?: LocalDate | null;
}

/** Money in hundredths of the framework's currency, of which the repository's own is the New Zealand dollar. */
export interface Plan {
  readonly findings: readonly PlanFinding[];
  readonly minutes: number;
  /** Whole units of the framework, each course rounded up: days in Denmark, credits in New Zealand. */
  readonly units: number;
  /** Days on which something is taught. */
  readonly days: number;
  readonly currency: string;
  /** What each course costs one participant of each group, in the order of courses and groups; null where nothing says it. */
  readonly prices: readonly (readonly (number | null)[])[];
  readonly groups: readonly {
    readonly name: string;
    readonly people: number;
    readonly each: number | null;
    readonly all: number | null;
  }[];
  readonly price: number | null;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  /** Each course is certified on its own; the package never is. */
  readonly certificates: readonly RecordId[];
}

const OWN_CURRENCY = 'NZD';

/**
 * What a planned package comes to in a framework, and everything that stands in its way. Pure: the same in the browser while it is
 * written and on the server when it is proposed and agreed. Sums, tariff and certificates are `packageOf`'s (domain 6.1); a price that the
 * provider wrote goes before the tariff's. A course without facts is one that the catalogue no longer has: it counts as withdrawn.
 */
export function planPackage(
  framework: RecognitionFramework,
  facts: ReadonlyMap<RecordId, CourseFacts>,
  content: PackageContent,
  { today, beginsBy = null }: PlanOptions,
): Plan {
  const { courses, groups } = content;
  const definitions = courses.map((planned) => definitionOf(planned, facts.get(planned.course), today));
  const prices = courses.map((planned, at) =>
    groups.map((group, nth) => planned.prices[nth] ?? tariff(framework, definitions[at], planned, group.name, today)),
  );
  const whole = packageOf(framework, definitions, { on: today, group: groups[0]?.name ?? '', participants: 1 });
  const dates = courses.flatMap((planned) => planned.dates).sort();
  const paying = groups.map(({ name, people }, nth) => {
    const each = total(prices.map((course) => course[nth] ?? null));
    return {
      name,
      people,
      each: courses.length === 0 ? null : each,
      all: each === null || courses.length === 0 ? null : each * people,
    };
  });
  const first = dates[0] ?? null;
  return {
    findings: [
      ...refusals(framework, definitions, courses, today),
      ...(groups.length === 0 ? [planFinding('no-group', null)] : []),
      ...courses.flatMap(({ course }, at) => [
        ...(facts.get(course)?.consented === false ? [planFinding('no-consent', course)] : []),
        ...(prices[at]?.includes(null) === true ? [planFinding('no-price', course)] : []),
      ]),
      ...checkOrder(courses),
      ...checkTimetable(framework, facts, courses, today),
      ...(first !== null && beginsBy !== null && first > beginsBy ? [planFinding('begins-late', null, first)] : []),
    ],
    minutes: definitions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    units: definitions.reduce((sum, { minutes }) => sum + Math.ceil((minutes ?? 0) / framework.unit.minutes), 0),
    days: new Set(dates).size,
    currency: framework.prices?.currency ?? OWN_CURRENCY,
    prices,
    groups: paying,
    price: total(paying.map(({ all }) => all)),
    first,
    last: dates.at(-1) ?? null,
    certificates: whole.ok ? whole.certificates : [...new Set(courses.map(({ course }) => course))],
  };
}

/** Whether nothing stands in the way of proposing or agreeing. */
export const isSound = ({ findings }: Pick<Plan, 'findings'>): boolean => findings.every(({ severity }) => severity !== 'error');

const lastOf = ({ dates }: PlannedCourse, otherwise: LocalDate): LocalDate => [...dates].sort().at(-1) ?? otherwise;

/** A course as the engine takes it: withdrawn on the day after the last on which it may be assessed. */
function definitionOf({ course }: PlannedCourse, facts: CourseFacts | undefined, today: LocalDate): Definition {
  const gone = facts === undefined || facts.withdrawn;
  const after = facts?.lastAssessment == null ? null : dateOfDay(dayNumber(facts.lastAssessment) + 1);
  return {
    id: course,
    award: 'course',
    title: facts?.name ?? course,
    level: null,
    sector: facts?.field ?? null,
    minutes: facts?.minutes ?? null,
    parts: [],
    electives: 0,
    reviewYears: null,
    withdrawn: gone ? today : after,
    listing: {},
  };
}

function tariff(
  framework: RecognitionFramework,
  definition: Definition | undefined,
  planned: PlannedCourse,
  group: string,
  today: LocalDate,
): number | null {
  if (definition === undefined) return null;
  const on = [...planned.dates].sort()[0] ?? today;
  const alone = packageOf(framework, [{ ...definition, withdrawn: null }], { on, group, participants: 1 });
  return alone.ok ? alone.pricePerParticipant : null;
}

/** What the engine refuses: each course by itself on its last day, and then the whole for what stands twice. */
function refusals(
  framework: RecognitionFramework,
  definitions: readonly Definition[],
  courses: readonly PlannedCourse[],
  today: LocalDate,
): readonly PlanFinding[] {
  const terms = { group: '', participants: 1 };
  const alone = definitions.flatMap((definition, at) => {
    const planned = courses[at];
    if (planned === undefined) return [];
    const made = packageOf(framework, [definition], { ...terms, on: lastOf(planned, today) });
    return made.ok ? [] : [said(framework, made)];
  });
  const seen = new Set<RecordId>();
  const twice = definitions.filter(({ id }) => seen.size === seen.add(id).size);
  const sound =
    definitions.length === 0 || twice.length > 0
      ? packageOf(framework, sized(framework, definitions), { ...terms, on: today })
      : null;
  return sound === null || sound.ok ? alone : [...alone, said(framework, sound)];
}

// Lengths and withdrawals were said course by course: here only what concerns the whole is asked.
const sized = ({ unit }: RecognitionFramework, definitions: readonly Definition[]): readonly Definition[] =>
  definitions.map((one) => ({ ...one, minutes: unit.step, withdrawn: null }));

const said = (framework: RecognitionFramework, { code, ref, message }: Refused): PlanFinding => ({
  code,
  severity: 'error',
  course: ref,
  date: null,
  source: code === 'no-size' ? framework.unit.source : 'A package of courses (domain 6.1)',
  text: message,
});

function total(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
