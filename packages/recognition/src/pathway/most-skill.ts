import { type Answer, answer, type Cut, cutRows, isFirst, refusedRows } from './ask.ts';
import { withoutDearer } from './candidates.ts';
import { faultsOf } from './check.ts';
import { capacityRows, contentsOf } from './contents.ts';
import type { Effort, Row, Solve } from './milp.ts';
import { type PlanModel, sumOf, writeModel } from './model.ts';
import { bestFor, type Best, possible, sum } from './optimise.ts';
import type { Candidate, Problem } from './problem.ts';
import { countedBy, withinReach } from './reach.ts';

/** A plan for the most skill takes at most a quarter more study than the least that reaches the goal. */
export const MORE_STUDY = { times: 5, of: 4 } as const;
const MOST_REFUSALS = 20;
const BESIDE = 150;
const DAYS_EACH = 6;

/** Skills that what is taken brings and that are not held. */
export const skillsGained = ({ skills }: Pick<Problem, 'skills'>, taken: readonly Candidate[]): readonly string[] => {
  const held = new Set(skills);
  return [...new Set(taken.flatMap((one) => one.skills))].filter((uri) => !held.has(uri));
};

/**
 * The plan that reaches the goal and brings the most skills that are not held, with at most a quarter more study than the least. As for the
 * other aims: the most over contents is a bound for every plan, and a plan with its days that reaches it is proven.
 */
export async function mostSkill(problem: Problem, solve: Solve, cuts: readonly Cut[] = []): Promise<Best> {
  const least = await bestFor(problem, 'least-study', solve);
  if (least.found !== 'plan') return least;
  const most = Math.floor((sum(least.taken, 'minutes') * MORE_STUDY.times) / MORE_STUDY.of);
  const all = withoutDearer(possible(problem)).filter(({ minutes }) => minutes <= most);
  const near = new Set(withinReach(problem, all));
  const held = new Set(problem.skills);
  const useful = all.filter(
    (one) => near.has(one) || (one.offer.requires.length === 0 && one.skills.some((uri) => !held.has(uri))),
  );
  const contents = contentsOf(useful, countedBy(problem, useful));
  const limited = (model: PlanModel): readonly Row[] => [
    { terms: sumOf(model, 'minutes'), least: Number.NEGATIVE_INFINITY, most },
    ...cutRows(model, cuts),
  ];
  const alone = writeModel(
    problem,
    contents.map(({ best }) => best),
    { limits: problem.limits, without: ['hours'], loose: true },
  );
  if (alone === null) return { found: 'none' };
  const weeks = useful.reduce((last, { lastWeek }) => Math.max(last, lastWeek), 0) + 1;
  const rows = [...capacityRows(contents, alone.columns, weeks, problem.limits.hours), ...limited(alone)];
  const bound = await answer(
    alone,
    alone.gained.map((column) => [column, -1] as const),
    rows,
    solve,
    'proof',
  );
  if (bound.found !== 'plan') return bound;
  if (!bound.proven) return { found: 'unproven' };
  const value = skillsGained(problem, bound.taken).length;
  const close = new Set(bound.taken.flatMap(({ lineages }) => lineages));
  const chosen = new Set(contents.filter(({ best }) => best.lineages.some((one) => close.has(one))).flatMap(({ of }) => of));
  const found = await placed(
    problem,
    useful.filter((one) => chosen.has(one)),
    value,
    limited,
    solve,
    'any',
  );
  if (found.found === 'plan') return { found: 'plan', taken: found.taken, bound: value };
  // Beside what contents alone would take, some of everything else: what is found there is compared with the bound.
  const some = new Set(
    contents.filter((_, at) => at % Math.ceil(contents.length / BESIDE) === 0).flatMap(({ of }) => of.slice(0, DAYS_EACH)),
  );
  const part = useful.filter((one) => chosen.has(one) || some.has(one));
  const best = await placed(problem, part, null, limited, solve, 'proof');
  if (best.found !== 'plan') return best;
  return { found: 'plan', taken: best.taken, bound: value };
}

/** A plan with its days that gains so many skills, or the most. */
async function placed(
  problem: Problem,
  candidates: readonly Candidate[],
  least: number | null,
  limited: (model: PlanModel) => readonly Row[],
  solve: Solve,
  ask: Effort['ask'],
): Promise<Answer> {
  const model = writeModel(problem, candidates, { limits: problem.limits, loose: true });
  if (model === null) return { found: 'none' };
  const enough: readonly Row[] =
    least === null ? [] : [{ terms: model.gained.map((column) => [column, 1] as const), least, most: Number.POSITIVE_INFINITY }];
  const refused: (readonly Candidate[])[] = [];
  while (refused.length < MOST_REFUSALS) {
    const cost = isFirst(ask) ? [] : model.gained.map((column) => [column, -1] as const);
    const best = await answer(model, cost, [...limited(model), ...enough, ...refusedRows(model, refused)], solve, ask);
    if (best.found !== 'plan' || faultsOf(problem, problem.limits, best.taken).length === 0) return best;
    refused.push(best.taken);
  }
  return { found: 'unproven', over: false };
}
