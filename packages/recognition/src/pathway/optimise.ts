import { candidatesOf, withoutDearer } from './candidates.ts';
import { faultsOf } from './check.ts';
import { capacityRows, type Content, contentsOf, enoughOfEach } from './contents.ts';
import { type Answer, answer, type Cut, cutRows, isFirst, NO_LEAST, refusedRows } from './ask.ts';
import type { Effort, Row, Solve } from './milp.ts';
import { measured, type Measure, type PlanModel, sumOf, writeModel } from './model.ts';
import type { Aim, Candidate, Problem } from './problem.ts';
import { countedBy, withinReach } from './reach.ts';

/**
 * The best plan for an aim; that there is none; or that the solver could not say in its time. `bound` is what no plan beats: a plan that
 * reaches it is proven to be the best, and of another it is said how far it may be from it.
 */
export type Best =
  | { readonly found: 'plan'; readonly taken: readonly Candidate[]; readonly bound: number }
  | { readonly found: 'none' }
  | { readonly found: 'unproven' };
type Found = Extract<Best, { found: 'plan' }>;

/** So often a plan that the exact rule refuses is ruled out and another asked for. */
const MOST_REFUSALS = 20;

interface Search {
  readonly problem: Problem;
  readonly candidates: readonly Candidate[];
  readonly solve: Solve;
  readonly cuts: readonly Cut[];
  readonly counts: (one: Candidate) => boolean;
}

/** The best plan for an aim within the limits of the problem; `most-skill` is in `most-skill.ts`. */
export async function bestFor(
  problem: Problem,
  aim: Exclude<Aim, 'most-skill'>,
  solve: Solve,
  cuts: readonly Cut[] = [],
): Promise<Best> {
  const candidates = withinReach(problem, withoutDearer(possible(problem)));
  const search: Search = { problem, candidates, solve, cuts, counts: countedBy(problem, candidates) };
  if (aim === 'soonest') return soonest(search);
  return least(search, aim === 'cheapest' ? 'cents' : 'minutes', aim === 'cheapest' ? 'minutes' : 'cents');
}

/** Candidates that can be in a plan on their own account: within the hours and the money. */
export function possible(problem: Problem): readonly Candidate[] {
  const { hours, cents } = problem.limits;
  return candidatesOf(problem, problem.limits).filter(
    ({ load, offer }) => load <= Math.floor(hours * 60) && (cents === null || offer.cents <= cents),
  );
}

/**
 * The least of a sum. First over contents, without when, which no plan beats; then a plan with its days that is as good, which proves it,
 * looked for over few candidates and then over more. Where there is none, the least over everything. `then` decides between equal plans, as
 * far as a short while goes.
 */
async function least(search: Search, measure: Measure, then: Measure): Promise<Best> {
  const contents = contentsOf(search.candidates, search.counts);
  const bound = await overContents(search, contents, measure, weeksOf(search.candidates), 'proof');
  if (bound.found !== 'plan') return bound;
  if (!bound.proven) return { found: 'unproven' };
  const most = sum(bound.taken, measure);
  for (const part of parts(search, contents, measure, bound.taken)) {
    const found = await overCandidates(search, part, measure, [{ measure, most }], 'any');
    if (found.found === 'plan')
      return { found: 'plan', taken: await tidied(search, part, found, [{ measure, most }], then), bound: most };
    if (found.found === 'unproven' && found.over) return { found: 'unproven' };
  }
  return leastOfAll(search, contents, { measure, next: then, most, near: bound.taken });
}

/**
 * The least over everything, where no plan with its days is as good as contents alone. The best among some of the candidates first: then it has
 * only to be shown that nothing is better, which is less than to find the best of all.
 */
async function leastOfAll(
  search: Search,
  contents: readonly Content[],
  known: { readonly measure: Measure; readonly next: Measure; readonly most: number; readonly near: readonly Candidate[] },
): Promise<Best> {
  const { measure, next, most, near } = known;
  const some = parts(search, contents, measure, near).at(-1) ?? search.candidates;
  const first = await overCandidates(search, some, measure, [], 'proof');
  const limit = first.found === 'plan' ? [{ measure, most: sum(first.taken, measure) - 1 }] : [];
  const whole =
    first.found === 'unproven' && first.over ? first : await overCandidates(search, search.candidates, measure, limit, 'proof');
  const best = whole.found === 'plan' ? whole : first;
  if (best.found !== 'plan') return { found: whole.found === 'none' ? 'none' : 'unproven' };
  const value = sum(best.taken, measure);
  const part = best === first ? some : search.candidates;
  const taken = await tidied(search, part, best, [{ measure, most: value }], next);
  const proven = whole.found === 'none' || (whole.found === 'plan' && whole.proven);
  return { found: 'plan', taken, bound: proven ? value : most };
}

/**
 * The earliest week in which a plan can be over, by halving: what can be over in one week can be over in every later one. A plan that is
 * found is proven where the week before was shown to be too early, and so every week before it; a week that the solver could not decide in its
 * time is passed over, and counts as open.
 */
async function soonest(search: Search): Promise<Best> {
  const weeks = [...new Set(search.candidates.map(({ lastWeek }) => lastWeek))].sort((a, b) => a - b);
  const all = await overContents(
    search,
    contentsOf(search.candidates, search.counts),
    'minutes',
    weeksOf(search.candidates),
    'proof',
  );
  if (all.found !== 'plan') return all;
  // The least there is to study takes so many weeks at least; of a least that is not proven nothing follows.
  const minutes = all.proven ? sum(all.taken, 'minutes') : 0;
  const fewest = Math.ceil(minutes / Math.max(1, Math.floor(search.problem.limits.hours * 60)));
  let low = weeks.filter((week) => week + 1 < fewest).length;
  let high = weeks.length;
  let tooEarly = low;
  let best: Within | null = null;
  let over = false;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const tried = await within(search, weeks[middle] ?? 0);
    if (tried.found === 'plan') {
      best = tried;
      // It may be over sooner than was asked.
      const last = weeksOf(tried.taken) - 1;
      high = Math.min(middle, Math.max(low, weeks.indexOf(last)));
    } else {
      low = middle + 1;
      if (tried.found === 'none') tooEarly = low;
      else if (tried.over) {
        over = true;
        break;
      }
    }
  }
  // What is left of the time goes to the week before the best: where no plan can be over in it, none can in any before.
  let open = !over;
  while (best !== null && open) {
    const sooner = weeks.indexOf(weeksOf(best.taken) - 1) - 1;
    open = sooner >= tooEarly;
    if (!open) break;
    const tried = await within(search, weeks[sooner] ?? 0, 'decide');
    if (tried.found === 'plan') best = tried;
    else if (tried.found === 'none') tooEarly = sooner + 1;
    else open = false;
  }
  if (best === null) return tooEarly === weeks.length ? { found: 'none' } : { found: 'unproven' };
  const taken = await tidied(best.search, best.part, best, [], 'cents');
  return { found: 'plan', taken, bound: Math.min(weeks[tooEarly] ?? 0, weeksOf(taken) - 1) };
}

/** A plan that is over by a week, with where it was found. */
interface Within {
  readonly found: 'plan';
  readonly taken: readonly Candidate[];
  readonly search: Search;
  readonly part: readonly Candidate[];
}

/** Whether a plan can be over by this week: contents alone may show that none can; else ever more candidates are looked among. */
async function within(
  whole: Search,
  week: number,
  ask: 'any' | 'decide' = 'any',
): Promise<Within | Exclude<Answer, { found: 'plan' }>> {
  const search: Search = { ...whole, candidates: whole.candidates.filter(({ lastWeek }) => lastWeek <= week) };
  const contents = contentsOf(search.candidates, search.counts);
  const alone = await overContents(search, contents, 'minutes', week + 1, 'any');
  if (alone.found === 'none') return alone;
  for (const part of parts(search, contents, 'minutes', alone.found === 'plan' ? alone.taken : [])) {
    const found = await overCandidates(search, part, 'minutes', [], ask);
    if (found.found === 'plan') return { ...found, search, part };
    if (found.found === 'unproven' && found.over) return found;
  }
  const found = await overCandidates(search, search.candidates, 'minutes', [], ask);
  return found.found === 'plan' ? { ...found, search, part: search.candidates } : found;
}

/** Ever more candidates to look among: near what contents alone would take, then enough of each kind. Everything is not among them. */
function parts(
  search: Search,
  contents: readonly Content[],
  measure: Measure,
  near: readonly Candidate[],
): readonly (readonly Candidate[])[] {
  const { problem, candidates } = search;
  const special = specialOf(search);
  const close = new Set(near.flatMap(({ lineages }) => lineages));
  const plain = enoughOfEach(problem, contents, measure, special);
  const some = (times: number): ReadonlySet<Candidate> =>
    new Set([
      ...contents.filter(({ best }) => best.lineages.some((lineage) => close.has(lineage))).flatMap(({ of }) => of),
      ...sparse(plain, times).flatMap(({ of }) => thinned(of)),
    ]);
  return [some(60), some(200)].map((part) => candidates.filter((one) => part.has(one)));
}

/** So many of the contents, evenly out of the whole list. */
const sparse = (contents: readonly Content[], many: number): readonly Content[] =>
  contents.filter((_, at) => at % Math.max(1, Math.ceil(contents.length / many)) === 0);

/** A few of the days on which something can be begun. */
const thinned = (of: readonly Candidate[]): readonly Candidate[] =>
  of.filter((_, at) => at % Math.max(1, Math.ceil(of.length / 6)) === 0);

const specialOf = ({ cuts }: Search): ReadonlySet<string> => new Set(cuts.flatMap(({ lineages }) => [...lineages]));
const weeksOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((most, { lastWeek }) => Math.max(most, lastWeek), 0) + 1;
export const sum = (taken: readonly Candidate[], measure: Measure): number =>
  taken.reduce((all, one) => all + measured(measure, one), 0);

/** The best plan of contents: a bound for every plan, and a proof that there is none where there is none. */
async function overContents(
  search: Search,
  contents: readonly Content[],
  measure: Measure,
  weeks: number,
  ask: Effort['ask'],
): Promise<Answer> {
  const { problem, solve, cuts } = search;
  // All of them: two contents of a kind are not alike to what the hours allow, so a bound over some would be none.
  const best = contents.map((one) => one.best);
  const model = writeModel(problem, best, { limits: problem.limits, without: ['hours'] });
  if (model === null) return { found: 'none' };
  const rows = [...capacityRows(contents, model.columns, weeks, problem.limits.hours), ...cutRows(model, cuts)];
  return answer(model, isFirst(ask) ? [] : sumOf(model, measure), rows, solve, ask);
}

interface Bound {
  readonly measure: Measure;
  readonly most: number;
}

/** The best plan over candidates, with their days; one that the exact rule refuses is ruled out and asked for again. */
async function overCandidates(
  { problem, solve, cuts }: Search,
  candidates: readonly Candidate[],
  measure: Measure,
  bounds: readonly Bound[],
  ask: Effort['ask'],
): Promise<Answer> {
  const { limits } = problem;
  const model = writeModel(problem, candidates, { limits });
  if (model === null) return { found: 'none' };
  const refused: (readonly Candidate[])[] = [];
  while (refused.length < MOST_REFUSALS) {
    const rows = [...boundRows(model, bounds), ...cutRows(model, cuts), ...refusedRows(model, refused)];
    const best = await answer(model, isFirst(ask) ? [] : sumOf(model, measure), rows, solve, ask);
    if (best.found !== 'plan' || faultsOf(problem, limits, best.taken).length === 0) return best;
    refused.push(best.taken);
  }
  return { found: 'unproven', over: false };
}

/** Of plans that are equally good, one that is better in the next thing, as far as a short while among the same candidates goes. */
async function tidied(
  search: Search,
  part: readonly Candidate[],
  { taken }: Pick<Found, 'taken'>,
  bounds: readonly Bound[],
  then: Measure,
): Promise<readonly Candidate[]> {
  const better = await overCandidates(search, part, then, bounds, 'better');
  return better.found === 'plan' && sum(better.taken, then) <= sum(taken, then) ? better.taken : taken;
}

const boundRows = (model: PlanModel, bounds: readonly Bound[]): readonly Row[] =>
  bounds.map(({ measure, most }) => ({ terms: sumOf(model, measure), least: NO_LEAST, most }));
