import { addYears, dateOfDay } from '../record/local-date.ts';
import type { LocalDate } from '../record/portable-record.ts';
import { busiestWeek, faultsOf } from './check.ts';
import type { Solve } from './milp.ts';
import { bestFor } from './optimise.ts';
import type { Candidate, Limits, Problem } from './problem.ts';

/** A limit that stands in the way alone, with the nearest value at which there is a plan and all the others are kept. */
export type Nearest =
  | { readonly limit: 'finish'; readonly value: LocalDate }
  | { readonly limit: 'hours' | 'cents' | 'km'; readonly value: number }
  | { readonly limit: 'deliveries' | 'languages'; readonly value: readonly string[] }
  /** Without the major there is a plan. */
  | { readonly limit: 'major' };

/** The longest that is looked ahead, where the last day stands in the way. */
const YEARS_AHEAD = 5;
/** Hours a week and kilometres that are tried in turn. */
const HOURS = [5, 8, 10, 12, 15, 20, 25, 30, 40, 60] as const;
const KILOMETRES = [10, 25, 50, 100, 150, 200, 300, 500, 1000, 2000] as const;

/** Gives each limit up in turn, and finds the nearest at which there is a plan: exactly for the day and the money, in steps for hours and travel. */
export async function nearestOf(problem: Problem, solve: Solve): Promise<readonly Nearest[]> {
  const found: Nearest[] = [];
  const { limits, goal } = problem;
  const plan = async (
    over: Partial<Limits>,
    aim: 'soonest' | 'cheapest' | 'least-study' = 'least-study',
  ): Promise<readonly Candidate[] | null> => {
    const relaxed: Problem = { ...problem, limits: { ...limits, ...over } };
    const best = await bestFor(relaxed, aim, solve);
    return best.found === 'plan' && faultsOf(relaxed, relaxed.limits, best.taken).length === 0 ? best.taken : null;
  };
  const hours = await firstOf(
    HOURS.filter((one) => one > limits.hours),
    (one) => plan({ hours: one }),
  );
  if (hours !== null)
    found.push({ limit: 'hours', value: Math.max(Math.ceil(busiestWeek(hours.taken) / 60), Math.ceil(limits.hours)) });
  if (limits.cents !== null) {
    const cheapest = await plan({ cents: null }, 'cheapest');
    if (cheapest !== null) found.push({ limit: 'cents', value: cheapest.reduce((sum, { offer }) => sum + offer.cents, 0) });
  }
  if (limits.km !== null) {
    const near = limits.km;
    const far = await firstOf(
      KILOMETRES.filter((one) => one > near),
      (one) => plan({ km: one }),
    );
    if (far !== null) found.push({ limit: 'km', value: far.taken.reduce((most, { offer }) => Math.max(most, offer.km ?? 0), 0) });
  }
  if (limits.deliveries !== null) {
    const any = await plan({ deliveries: null });
    if (any !== null)
      found.push({
        limit: 'deliveries',
        value: unlike(
          any.map(({ offer }) => offer.delivery),
          limits.deliveries,
        ),
      });
  }
  if (limits.languages !== null) {
    const any = await plan({ languages: null });
    const spoken = limits.languages;
    const others = any?.filter(({ offer }) => !offer.languages.some((one) => spoken.includes(one))) ?? [];
    if (any !== null)
      found.push({
        limit: 'languages',
        value: unlike(
          others.flatMap(({ offer }) => offer.languages),
          spoken,
        ),
      });
  }
  if (goal.kind === 'stack' && goal.major !== null) {
    const best = await bestFor({ ...problem, goal: { ...goal, major: null } }, 'least-study', solve);
    if (best.found === 'plan') found.push({ limit: 'major' });
  }
  // Asked for last: the soonest takes what time is left.
  const later = await plan({ finish: addYears(limits.start, YEARS_AHEAD) }, 'soonest');
  if (later !== null)
    found.unshift({ limit: 'finish', value: dateOfDay(later.reduce((last, { ends }) => Math.max(last, ends), 0)) });
  return found;
}

/** The first value, by halving, for which there is a plan: where there is one for a value, there is for every larger. */
async function firstOf(
  values: readonly number[],
  plan: (value: number) => Promise<readonly Candidate[] | null>,
): Promise<{ readonly taken: readonly Candidate[] } | null> {
  let taken: readonly Candidate[] | null = null;
  let [low, high] = [0, values.length - 1];
  const most = values[high];
  if (most === undefined || (taken = await plan(most)) === null) return null;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const made = await plan(values[middle] ?? most);
    if (made === null) low = middle + 1;
    else {
      taken = made;
      high = middle;
    }
  }
  return { taken };
}

const unlike = (used: readonly string[], had: readonly string[]): readonly string[] =>
  [...new Set(used)].filter((one) => !had.includes(one)).sort();
