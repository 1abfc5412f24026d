import { decide as decideStack } from '../award/decide.ts';
import { decide } from '../framework/decide/index.ts';
import { frameworkNamed, frameworks } from '../framework/frameworks.ts';
import { stackOf } from '../framework/stack.ts';
import { dateOfDay, dayNumber } from '../record/local-date.ts';
import type { RecordId } from '../record/portable-record.ts';
import { lineagesHeld } from './goal/requirement.ts';
import { plannedRecord } from './planned-record.ts';
import type { Candidate, Limits, Problem } from './problem.ts';
import { suits } from './candidates.ts';

/** What the rule says of a plan: whether the goal is reached, and by which achievements of the record and the plan together. */
export interface Reached {
  readonly met: boolean;
  /** Ids of achievements of the record that count. */
  readonly held: readonly RecordId[];
  /** Which of what is taken counts, by its place. */
  readonly planned: ReadonlySet<number>;
  readonly credits: number | null;
  readonly fieldCredits: number | null;
}

/** Decides the goal on the record as it will be, by the same rules that decide any record, on the day on which the plan ends. */
export function reached(problem: Problem, taken: readonly Candidate[]): Reached {
  const { goal } = problem;
  const { record, places } = plannedRecord(problem, taken);
  const asOf = dateOfDay(taken.reduce((last, { ends }) => Math.max(last, ends), dayNumber(problem.today)));
  const from = (counted: readonly RecordId[]): Pick<Reached, 'held' | 'planned'> => {
    const own = new Set(counted);
    const idAt = (place: number): string => record.achievements[place]?.id ?? '';
    return {
      held: problem.record.achievements.flatMap(({ id }) => (own.has(id) ? [id] : [])),
      planned: new Set(places.flatMap((all, at) => (all.some((place) => own.has(idAt(place))) ? [at] : []))),
    };
  };
  switch (goal.kind) {
    case 'stack': {
      const { options } = decideStack(stackOf(frameworks[goal.framework]), goal.award, record, { asOf });
      const option = options.find(({ major }) => goal.major === null || major === goal.major);
      const inField = goal.major === null || option === undefined ? null : (option.fieldCredits[goal.major] ?? 0);
      return {
        met: option !== undefined,
        ...from(option?.counted ?? []),
        credits: option?.credits ?? null,
        fieldCredits: inField,
      };
    }
    case 'definition': {
      const framework = frameworkNamed(goal.framework);
      if (framework === null) return NOTHING;
      const { definition, definitions, award } = goal;
      const decision = decide(framework, award, record, { asOf, definition, definitions });
      return { met: decision.eligible, ...from(decision.counted), credits: null, fieldCredits: null };
    }
    case 'skills':
    case 'units': {
      const there = new Set<string>(goal.kind === 'skills' ? problem.skills : lineagesHeld(problem));
      const asked = goal.kind === 'skills' ? goal.skills : goal.units;
      const gives = (one: Candidate): readonly string[] => (goal.kind === 'skills' ? one.skills : one.lineages);
      const missing = asked.filter((one) => !there.has(one));
      return {
        met: missing.every((one) => taken.some((own) => gives(own).includes(one))),
        held: [],
        planned: new Set(taken.flatMap((own, at) => (gives(own).some((one) => missing.includes(one)) ? [at] : []))),
        credits: null,
        fieldCredits: null,
      };
    }
  }
}

const NOTHING: Reached = { met: false, held: [], planned: new Set(), credits: null, fieldCredits: null };

/** What is wrong with a plan, by whole numbers alone; nothing where it keeps to every limit and reaches the goal. */
export const PLAN_FAULTS = ['dates', 'hours', 'cents', 'offer', 'order', 'twice', 'goal'] as const;
export type PlanFault = (typeof PLAN_FAULTS)[number];

/** Checks a plan from nothing: no word of the solver is taken. */
export function faultsOf(problem: Problem, limits: Limits, taken: readonly Candidate[]): readonly PlanFault[] {
  const faults = new Set<PlanFault>();
  const first = Math.max(dayNumber(limits.start), dayNumber(problem.today));
  const last = dayNumber(limits.finish);
  if (taken.some(({ begins, ends }) => begins < first || ends > last || ends < begins)) faults.add('dates');
  if (busiestWeek(taken) > Math.floor(limits.hours * 60)) faults.add('hours');
  if (limits.cents !== null && taken.reduce((sum, { offer }) => sum + offer.cents, 0) > limits.cents) faults.add('cents');
  if (taken.some(({ offer }) => !suits(offer, limits))) faults.add('offer');
  const lineages = taken.flatMap((one) => one.lineages);
  if (new Set(lineages).size < lineages.length) faults.add('twice');
  const held = lineagesHeld(problem);
  const ready = ({ offer, lineages: own, begins }: Candidate): boolean =>
    offer.requires.every(
      (one) => held.has(one) || own.includes(one) || taken.some((other) => other.lineages.includes(one) && other.ends < begins),
    );
  if (!taken.every(ready)) faults.add('order');
  if (!reached(problem, taken).met) faults.add('goal');
  return [...faults];
}

/** Minutes in the fullest week of what is taken. */
export function busiestWeek(taken: readonly Candidate[]): number {
  return taken.reduce((most, { firstWeek }) => {
    const load = taken.reduce((sum, one) => (one.firstWeek <= firstWeek && firstWeek <= one.lastWeek ? sum + one.load : sum), 0);
    return Math.max(most, load);
  }, 0);
}
