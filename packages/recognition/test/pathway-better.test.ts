import { beforeAll, expect, test } from 'vitest';
import { type Aim, AIMS, isBetter, mayBeat, planPathway, type Problem, type Solve, type Worth } from '../src/pathway/index.ts';
import { realSolver } from './highs.ts';
import { market, problemOf, seededInts } from './pathway-generator.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await realSolver();
});

const CASES = 24;

const worthOf = async (problem: Problem, aim: Aim): Promise<Worth | null> => {
  const answer = await planPathway({ ...problem, aims: [aim] }, solve, { besides: false });
  const plan = answer.state === 'plans' ? answer.plans[0] : undefined;
  return plan === undefined ? null : { ...plan, skills: plan.skills.length };
};

test('one plan beats another in its own aim alone, and days of one week are equal', () => {
  const plan: Worth = { finish: '2027-02-14', cents: 40_000, minutes: 3000, skills: 2 };
  // 2027-02-08 is the Monday of the same week.
  const cases: readonly (readonly [Aim, Partial<Worth>, boolean])[] = [
    ['soonest', { finish: '2027-02-08' }, false],
    ['soonest', { finish: '2027-02-07' }, true],
    ['soonest', { cents: 0 }, false],
    ['cheapest', { cents: 39_999 }, true],
    ['cheapest', { finish: '2026-12-01' }, false],
    ['least-study', { minutes: 2999 }, true],
    ['most-skill', { skills: 3 }, true],
    ['most-skill', { skills: 2, cents: 0 }, false],
  ];
  for (const [aim, change, better] of cases)
    expect([aim, change, isBetter(aim, { ...plan, ...change }, plan)]).toEqual([aim, change, better]);
});

test(`an offer that makes a better plan possible is never passed over, on ${CASES} small cases; one that cannot is, without solving`, async () => {
  const seen = { better: 0, passedOver: 0 };
  for (let seed = 1; seed <= CASES; seed += 1) {
    const int = seededInts(seed * 17 + 3);
    const own = market(seed, { outcomes: 14, offers: 9, skills: 8 });
    const goal =
      seed % 3 === 0
        ? ({ kind: 'skills', skills: [`https://skills.example/${int(1, 8)}`] } as const)
        : ({ kind: 'stack', framework: 'nz', award: 'alq', major: null } as const);
    const whole = problemOf(own, seed, int(2, 4) * 10, goal, { finish: '2026-12-20', hours: 40 });
    for (const fresh of whole.offers) {
      const aim = AIMS[int(0, AIMS.length - 1)] ?? 'cheapest';
      const before = await worthOf({ ...whole, offers: whole.offers.filter((one) => one !== fresh) }, aim);
      if (before === null) continue;
      const may = mayBeat(whole, aim, before, new Set([fresh.id]));
      if (!may) seen.passedOver += 1;
      const after = await worthOf(whole, aim);
      if (after === null || !isBetter(aim, after, before)) continue;
      seen.better += 1;
      expect([seed, fresh.id, aim, may]).toEqual([seed, fresh.id, aim, true]);
    }
  }
  expect(seen.better).toBeGreaterThan(3);
  expect(seen.passedOver).toBeGreaterThan(10);
}, 120_000);
