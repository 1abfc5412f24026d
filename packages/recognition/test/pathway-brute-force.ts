import { candidatesOf } from '../src/pathway/candidates.ts';
import { faultsOf } from '../src/pathway/check.ts';
import { MORE_STUDY, skillsGained } from '../src/pathway/most-skill.ts';
import type { Aim, Candidate, Problem } from '../src/pathway/problem.ts';

/** The value of an aim for every plan there is, by trying all: the least, or for the most skill the most. Null where there is none. */
export function bruteForce(problem: Problem): Readonly<Record<Aim, number>> | null {
  const candidates = candidatesOf(problem, problem.limits);
  const plans: (readonly Candidate[])[] = [];
  const walk = (at: number, taken: readonly Candidate[]): void => {
    if (at === candidates.length) {
      if (taken.length > 0 && faultsOf(problem, problem.limits, taken).length === 0) plans.push(taken);
      return;
    }
    walk(at + 1, taken);
    const one = candidates[at]!;
    // Nothing is taken twice: those plans are faulty, and are passed over here to save time.
    if (!taken.some(({ lineages }) => lineages.some((lineage) => one.lineages.includes(lineage)))) walk(at + 1, [...taken, one]);
  };
  walk(0, []);
  if (plans.length === 0) return null;
  const total = (of: readonly Candidate[], value: (one: Candidate) => number): number =>
    of.reduce((sum, one) => sum + value(one), 0);
  const minutes = Math.min(...plans.map((plan) => total(plan, (one) => one.minutes)));
  const most = Math.floor((minutes * MORE_STUDY.times) / MORE_STUDY.of);
  const within = plans.filter((plan) => total(plan, (one) => one.minutes) <= most);
  return {
    soonest: Math.min(...plans.map((plan) => Math.max(...plan.map(({ lastWeek }) => lastWeek)))),
    cheapest: Math.min(...plans.map((plan) => total(plan, ({ offer }) => offer.cents))),
    'least-study': minutes,
    'most-skill': Math.max(...within.map((plan) => skillsGained(problem, plan).length)),
  };
}

export const candidateCount = (problem: Problem): number => candidatesOf(problem, problem.limits).length;
