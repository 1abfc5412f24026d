import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, reached } from '../src/pathway/check.ts';
import { mostSkill, skillsGained } from '../src/pathway/most-skill.ts';
import { bestFor } from '../src/pathway/optimise.ts';
import { nearestOf } from '../src/pathway/relax.ts';
import type { Problem, Solve } from '../src/pathway/index.ts';
import type { Aim, Candidate, Goal } from '../src/pathway/problem.ts';
import { realSolver } from './highs.ts';
import { bruteForce, candidateCount } from './pathway-brute-force.ts';
import { market, problemOf, seededInts } from './pathway-generator.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await realSolver();
});

const AIMS = ['soonest', 'cheapest', 'least-study', 'most-skill'] as const;
/** Cases that are tried; RECOGNITION_PATHWAY_CASES asks for more. */
const CASES = Number(process.env['RECOGNITION_PATHWAY_CASES'] ?? 16);

/** A small case of every kind: a stacked award with and without a major, skills, units, a definition; tight and loose limits. */
function small(seed: number): Problem {
  const int = seededInts(seed * 31 + 7);
  const own = market(seed, { outcomes: 14, offers: 10, skills: 8 });
  const field = own.outcomes[int(0, 13)]?.field ?? 'health';
  const refs = [0, 1, 2].map((at) => `l${(seed + at * 3) % 14}`);
  const goals: readonly Goal[] = [
    { kind: 'stack', framework: 'nz', award: 'alq', major: null },
    { kind: 'stack', framework: 'nz', award: 'alq', major: field },
    { kind: 'skills', skills: [1, 2].map(() => `https://skills.example/${int(1, 8)}`) },
    { kind: 'units', units: refs.slice(0, 2) },
    {
      kind: 'definition',
      framework: 'nz',
      award: 'micro-credential',
      definition: 'mc-test',
      definitions: [
        {
          id: 'mc-test',
          award: 'micro-credential',
          title: 'Invented',
          level: null,
          sector: null,
          minutes: null,
          electives: 0,
          reviewYears: null,
          withdrawn: null,
          listing: {},
          parts: refs.slice(0, 2).map((ref) => ({ ref, role: 'outcome', minutes: null, source: null, creditBearing: true })),
        },
      ],
    },
  ];
  const goal = goals[seed % 2 === 0 ? int(0, 1) : int(0, goals.length - 1)] ?? goals[0]!;
  return problemOf(own, seed, int(1, 4) * 10, goal, {
    // Small enough that what may begin any day stands only a few times.
    finish: int(1, 3) === 1 ? '2026-06-20' : '2026-12-20',
    hours: int(10, 60),
    cents: int(1, 5) === 1 ? int(200, 3000) * 100 : null,
    km: int(1, 5) === 1 ? int(50, 500) : null,
  });
}

const valueOf = (problem: Problem, aim: Aim, taken: readonly Candidate[]): number =>
  ({
    soonest: () => Math.max(...taken.map(({ lastWeek }) => lastWeek)),
    cheapest: () => taken.reduce((sum, { offer }) => sum + offer.cents, 0),
    'least-study': () => taken.reduce((sum, { minutes }) => sum + minutes, 0),
    'most-skill': () => skillsGained(problem, taken).length,
  })[aim]();

describe('a plan for an aim', () => {
  test(`is what trying everything finds, on ${CASES} small cases, and is proven`, async () => {
    let plans = 0;
    for (let seed = 1, done = 0; done < CASES; seed += 1) {
      const problem = small(seed);
      const many = candidateCount(problem);
      if (many > 11 || many < 2 || reached(problem, []).met) continue;
      done += 1;
      const best = bruteForce(problem);
      for (const aim of AIMS) {
        const found = aim === 'most-skill' ? await mostSkill(problem, solve) : await bestFor(problem, aim, solve);
        const said = `seed ${seed}, ${problem.goal.kind}, ${aim}`;
        if (best === null) {
          expect(found.found, said).toBe('none');
          continue;
        }
        expect(found.found, said).toBe('plan');
        if (found.found !== 'plan') continue;
        plans += 1;
        expect(faultsOf(problem, problem.limits, found.taken), said).toEqual([]);
        if (aim === 'most-skill') {
          // The bound of this aim may stay above; what is found is never more than there is, and said to be proven only when it is.
          expect(found.bound, said).toBeGreaterThanOrEqual(best[aim]);
          if (valueOf(problem, aim, found.taken) === found.bound) expect(found.bound, said).toBe(best[aim]);
        } else
          expect({ value: valueOf(problem, aim, found.taken), bound: found.bound }, said).toEqual({
            value: best[aim],
            bound: best[aim],
          });
      }
    }
    expect(plans).toBeGreaterThan(CASES / 2);
  });
});

test('once the solver says that its time is over nothing more is asked, and a plan that was found is kept with what no plan beats', async () => {
  const problem = problemOf(market(3, { outcomes: 24, offers: 30, skills: 12 }), 3, 30, {
    kind: 'stack',
    framework: 'nz',
    award: 'alq',
    major: null,
  });
  const whole = await bestFor(problem, 'soonest', solve);
  if (whole.found !== 'plan') throw new Error('the case has no plan');
  const last = (taken: readonly Candidate[]): number => taken.reduce((most, one) => Math.max(most, one.lastWeek), 0);
  expect(whole.bound).toBe(last(whole.taken));
  for (const answered of [1, 3, 6]) {
    let [asked, after] = [0, 0];
    const best = await bestFor(problem, 'soonest', (milp, effort) => {
      asked += 1;
      if (asked > answered) after += 1;
      return asked > answered ? { status: 'unknown', over: true } : solve(milp, effort);
    });
    expect(after, `${answered} answered`).toBeLessThanOrEqual(4);
    if (best.found === 'plan') {
      expect(faultsOf(problem, problem.limits, best.taken)).toEqual([]);
      expect(best.bound).toBeLessThanOrEqual(last(whole.taken));
      expect(last(best.taken)).toBeGreaterThanOrEqual(last(whole.taken));
    } else expect(best.found).toBe('unproven');
  }
});

test('of the limits that stand in the way the last day takes no time from the others', async () => {
  const goal: Goal = { kind: 'stack', framework: 'nz', award: 'alq', major: null };
  const limits = { finish: '2026-06-20', hours: 5 } as const;
  const problem = problemOf(market(5, { outcomes: 24, offers: 60, skills: 12 }), 5, 20, goal, limits);
  let largest = 0;
  const whole = await nearestOf(problem, (milp, effort) => {
    largest = Math.max(largest, milp.columns);
    return solve(milp, effort);
  });
  const said = whole.map(({ limit }) => limit);
  expect(said).toEqual(['finish', 'hours']);
  // Only looking years ahead makes a model so large: there the time is over.
  let over = false;
  const rest = await nearestOf(problem, (milp, effort) => {
    over ||= milp.columns === largest;
    return over ? { status: 'unknown', over: true } : solve(milp, effort);
  });
  expect(rest).toEqual(whole.slice(1));
});
