import { dateOfDay, dayNumber } from '../record/local-date.ts';
import type { LocalDate, RecordId } from '../record/portable-record.ts';
import { busiestWeek, reached } from './check.ts';
import { givenByNone, requirementOf } from './goal/requirement.ts';
import type { Solve } from './milp.ts';
import { mostSkill, skillsGained } from './most-skill.ts';
import type { Cut } from './ask.ts';
import { bestFor, type Best, possible, sum } from './optimise.ts';
import type { Aim, Candidate, Problem } from './problem.ts';
import { type Nearest, nearestOf } from './relax.ts';
import { type Why, whyOf } from './why.ts';

/** One course of a plan: which offer, when, and why. Money in cents, study in minutes. */
export interface PlanStep {
  readonly offer: string;
  readonly outcomes: readonly RecordId[];
  readonly begins: LocalDate;
  readonly ends: LocalDate;
  readonly minutes: number;
  readonly hoursAWeek: number;
  readonly cents: number;
  readonly why: readonly Why[];
}

/**
 * Whether a plan is proven to be the best for an aim. Where the time was over first, `bound` is what no plan beats: a date for the
 * soonest, cents, minutes, or a number of skills.
 */
export type Proof = { readonly status: 'optimal' } | { readonly status: 'bounded'; readonly bound: number | LocalDate };

export interface Plan {
  /** What it is the best for, each with its proof. */
  readonly aims: readonly { readonly aim: Aim; readonly proof: Proof }[];
  /** True for one that is the best for its aim only among those that teach something else than the plan before. */
  readonly other: boolean;
  readonly steps: readonly PlanStep[];
  readonly finish: LocalDate;
  readonly cents: number;
  readonly minutes: number;
  readonly busiestHours: number;
  readonly skills: readonly string[];
  /** Achievements of the record that count for the goal beside the plan. */
  readonly held: readonly RecordId[];
  readonly credits: number | null;
}

export type PathwayAnswer =
  | { readonly state: 'met' }
  | { readonly state: 'plans'; readonly plans: readonly Plan[]; readonly unproven: readonly Aim[] }
  /** No plan keeps to every limit. `nearest`: for each limit that stands in the way alone, the nearest at which there is one. */
  | { readonly state: 'cannot'; readonly nearest: readonly Nearest[]; readonly notOffered: readonly string[] }
  /** The time was over before anything could be said. */
  | { readonly state: 'unproven' };

/** A plan beside the others shares at most so much of what the first of them teaches. */
const SHARED = { times: 2, of: 3 } as const;

/**
 * Plans a way to a goal: for each aim the best plan there is, and why. The solver is handed in; whatever it says, a plan is shown only when
 * the exact rules say yes to the record and the plan together. `besides`: whether a second plan is looked for where all aims have the same.
 * Throws DecisionError as `decide` does.
 */
export async function planPathway(
  problem: Problem,
  solve: Solve,
  { besides = true }: { readonly besides?: boolean } = {},
): Promise<PathwayAnswer> {
  if (reached(problem, []).met) return { state: 'met' };
  const found: { readonly aim: Aim; readonly best: Extract<Best, { found: 'plan' }>; readonly other: boolean }[] = [];
  const unproven: Aim[] = [];
  const place = (aim: Aim): number => problem.aims.indexOf(aim);
  // The soonest takes what time is left: it is asked for last, so that it takes none of the others.
  for (const aim of problem.aims.toSorted((one, other) => Number(one === 'soonest') - Number(other === 'soonest'))) {
    const best = await ask(problem, aim, solve, []);
    if (best.found === 'none') return cannot(problem, solve);
    if (best.found === 'unproven') unproven.push(aim);
    else found.push({ aim, best, other: false });
  }
  found.sort((one, other) => place(one.aim) - place(other.aim));
  unproven.sort((one, other) => place(one) - place(other));
  const [first] = found;
  if (first === undefined) return { state: 'unproven' };
  const plans = together(problem, found);
  if (besides && plans.length < 2 && first.aim !== 'most-skill') {
    const lineages = new Set(first.best.taken.flatMap((one) => one.lineages));
    const cut: Cut = { lineages, most: Math.floor((lineages.size * SHARED.times) / SHARED.of) };
    const next = await ask(problem, first.aim, solve, [cut]);
    if (next.found === 'plan') plans.push(...together(problem, [{ aim: first.aim, best: next, other: true }]));
  }
  return { state: 'plans', plans, unproven };
}

const ask = (problem: Problem, aim: Aim, solve: Solve, cuts: readonly Cut[]): Promise<Best> =>
  aim === 'most-skill' ? mostSkill(problem, solve, cuts) : bestFor(problem, aim, solve, cuts);

/** Plans that take the same are one, with all their aims; the aims in their order. */
function together(
  problem: Problem,
  found: readonly { readonly aim: Aim; readonly best: Extract<Best, { found: 'plan' }>; readonly other: boolean }[],
): Plan[] {
  const groups = Map.groupBy(found, ({ best }) =>
    best.taken
      .map(({ offer, begins }) => `${offer.id} ${begins}`)
      .sort()
      .join('|'),
  );
  return [...groups.values()].map((same): Plan => {
    const { best, other } = same[0]!;
    return planOf(
      problem,
      best.taken,
      other,
      same.map((one) => ({ aim: one.aim, proof: proofOf(problem, one.aim, one.best) })),
    );
  });
}

function proofOf(problem: Problem, aim: Aim, { taken, bound }: Extract<Best, { found: 'plan' }>): Proof {
  const value = {
    soonest: (): number => taken.reduce((last, one) => Math.max(last, one.lastWeek), 0),
    cheapest: (): number => sum(taken, 'cents'),
    'least-study': (): number => sum(taken, 'minutes'),
    'most-skill': (): number => skillsGained(problem, taken).length,
  }[aim]();
  if (value === bound) return { status: 'optimal' };
  const first = Math.max(dayNumber(problem.limits.start), dayNumber(problem.today));
  const monday = first - ((((first + 3) % 7) + 7) % 7);
  return { status: 'bounded', bound: aim === 'soonest' ? dateOfDay(Math.max(first, monday + 7 * bound)) : bound };
}

/** A plan in words and dates, out of what is taken. */
export function planOf(problem: Problem, taken: readonly Candidate[], other: boolean, aims: Plan['aims']): Plan {
  const inOrder = [...taken].sort((a, b) => a.begins - b.begins || a.ends - b.ends || (a.offer.id < b.offer.id ? -1 : 1));
  const result = reached(problem, inOrder);
  return {
    aims,
    other,
    steps: inOrder.map(
      (one, at): PlanStep => ({
        offer: one.offer.id,
        outcomes: one.offer.outcomes,
        begins: dateOfDay(one.begins),
        ends: dateOfDay(one.ends),
        minutes: one.minutes,
        hoursAWeek: Math.round((one.load / 60) * 10) / 10,
        cents: one.offer.cents,
        why: whyOf(problem, inOrder, at, result),
      }),
    ),
    finish: dateOfDay(inOrder.reduce((last, { ends }) => Math.max(last, ends), dayNumber(problem.today))),
    cents: sum(inOrder, 'cents'),
    minutes: sum(inOrder, 'minutes'),
    busiestHours: Math.round((busiestWeek(inOrder) / 60) * 10) / 10,
    skills: skillsGained(problem, inOrder),
    held: result.held,
    credits: result.credits,
  };
}

/** Which limit stands in the way, and the nearest that does not; or what nobody offers at all. */
async function cannot(problem: Problem, solve: Solve): Promise<PathwayAnswer> {
  const { goal } = problem;
  const nearest = await nearestOf(problem, solve);
  const all = possible({
    ...problem,
    limits: {
      ...problem.limits,
      finish: dateOfDay(dayNumber(problem.limits.start) + 5 * 366),
      hours: 168,
      cents: null,
      km: null,
      deliveries: null,
      languages: null,
    },
  });
  const requirement = goal.kind === 'stack' ? null : requirementOf(problem, goal);
  return { state: 'cannot', nearest, notOffered: requirement === null ? [] : givenByNone(requirement, all, problem) };
}
