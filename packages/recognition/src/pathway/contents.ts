import type { Field } from '../record/portable-record.ts';
import type { Row } from './milp.ts';
import { lineagesHeld } from './goal/requirement.ts';
import { measured, type Measure } from './model.ts';
import type { Candidate, Offer, Problem } from './problem.ts';

/** All candidates that teach the same and ask for the same before, as one that no candidate of it beats: cheaper, sooner over, later begun. */
export interface Content {
  readonly of: readonly Candidate[];
  readonly best: Candidate;
}

const keys = new WeakMap<Offer, string>();

function keyOf({ offer }: Candidate): string {
  const known = keys.get(offer);
  if (known !== undefined) return known;
  const key = `${[...offer.outcomes].sort().join(' ')}|${[...offer.requires].sort().join(' ')}`;
  keys.set(offer, key);
  return key;
}

/**
 * What there is to learn, without when: a plan of candidates is a plan of their contents that costs no more, so the best plan of contents
 * is a bound for every plan. `counts` keeps apart what is assessed on a day on which it counts.
 */
export function contentsOf(candidates: readonly Candidate[], counts: (one: Candidate) => boolean): readonly Content[] {
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const key = `${keyOf(one)}|${counts(one)}`;
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [one]);
    else before.push(one);
  }
  return [...groups.values()].map((of): Content => {
    const first = of[0]!;
    const cents = of.reduce((least, { offer }) => Math.min(least, offer.cents), first.offer.cents);
    const soonest = of.reduce((best, one) => (one.ends < best.ends ? one : best));
    const begins = of.reduce((latest, one) => Math.max(latest, one.begins), first.begins);
    const lastWeek = of.reduce((least, one) => Math.min(least, one.lastWeek), first.lastWeek);
    return { of, best: { ...soonest, begins, lastWeek, offer: { ...soonest.offer, cents } } };
  });
}

/**
 * Leaves out contents of which enough of the same kind are cheaper. Two are of a kind when a goal cannot tell them apart: one outcome of
 * the same credits, counting for the major or not, that nothing else names. No plan that is best needs more than `times` `ENOUGH` credits of a kind.
 */
export function enoughOfEach(
  problem: Problem,
  contents: readonly Content[],
  measure: Measure,
  special: ReadonlySet<string>,
  times = 1,
): readonly Content[] {
  const { goal } = problem;
  if (goal.kind !== 'stack') return contents;
  const outcomes = new Map(problem.outcomes.map((one) => [one.id, one]));
  const named = namedElsewhere(problem, contents, special);
  const largest = contents.reduce((most, { best }) => Math.max(most, creditsOf(best, outcomes)), 0);
  const kinds = new Map<string, Content[]>();
  const kept = new Set<Content>();
  for (const one of contents) {
    const { best } = one;
    const outcome = best.offer.outcomes.length === 1 ? outcomes.get(best.offer.outcomes[0] ?? '') : undefined;
    if (outcome === undefined || outcome.group !== null || best.offer.requires.length > 0 || named.has(outcome.lineage)) {
      kept.add(one);
      continue;
    }
    const key = `${outcome.credits} ${best.minutes} ${inField(outcome.field, goal.major)}`;
    kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  for (const kind of kinds.values()) {
    const credits = Math.max(1, creditsOf(kind[0]!.best, outcomes));
    const enough = Math.ceil((ENOUGH + largest) / credits) * times;
    const sorted = [...kind].sort(
      (a, b) =>
        measured(measure, a.best) - measured(measure, b.best) ||
        a.best.lastWeek - b.best.lastWeek ||
        a.best.offer.cents - b.best.offer.cents,
    );
    for (const one of sorted.slice(0, enough)) kept.add(one);
  }
  return contents.filter((one) => kept.has(one));
}

/** Credits of the largest stacked award that a plan is made for, and no plan that is best holds more than one unit beyond it. */
const ENOUGH = 40;

const inField = (field: Field | null, major: Field | null): boolean => major !== null && field === major;

const creditsOf = ({ offer }: Candidate, outcomes: ReadonlyMap<string, Problem['outcomes'][number]>): number =>
  offer.outcomes.reduce((sum, id) => sum + (outcomes.get(id)?.credits ?? 0), 0);

/** Lineages that something else names: what is held, excludes or is excluded, comes before something, or stands in several contents. */
function namedElsewhere(problem: Problem, contents: readonly Content[], special: ReadonlySet<string>): ReadonlySet<string> {
  const named = new Set([...namedByOutcomes(problem), ...special]);
  const times = new Map<string, number>();
  for (const { best } of contents) {
    for (const lineage of best.lineages) times.set(lineage, (times.get(lineage) ?? 0) + 1);
    for (const lineage of best.offer.requires) named.add(lineage);
  }
  for (const [lineage, many] of times) if (many > 1) named.add(lineage);
  return named;
}

const byOutcomes = new WeakMap<Problem, ReadonlySet<string>>();

function namedByOutcomes(problem: Problem): ReadonlySet<string> {
  const known = byOutcomes.get(problem);
  if (known !== undefined) return known;
  const named = new Set([...lineagesHeld(problem), ...problem.record.outcomes.map(({ lineage }) => lineage)]);
  for (const { lineage, excludes } of [...problem.outcomes, ...problem.record.outcomes]) {
    if (excludes.length > 0) named.add(lineage);
    for (const other of excludes) named.add(other);
  }
  byOutcomes.set(problem, named);
  return named;
}

/**
 * What the hours allow, without when: in the weeks from any one on, and in those up to any one, every plan studies at least as much as its
 * contents must there, and no more than the hours of those weeks. `columns` are those of the contents.
 */
export function capacityRows(
  contents: readonly Content[],
  columns: readonly number[],
  weeks: number,
  hours: number,
): readonly Row[] {
  const most = Math.floor(hours * 60);
  const rows: Row[] = [];
  const add = (from: number, to: number): void => {
    const terms = contents.flatMap(({ of }, at) => {
      let least = Number.POSITIVE_INFINITY;
      for (const { firstWeek, lastWeek, load } of of) {
        least = Math.min(least, load * Math.max(0, Math.min(to, lastWeek) - Math.max(from, firstWeek) + 1));
        if (least === 0) break;
      }
      return least === 0 ? [] : [[columns[at] ?? 0, least] as const];
    });
    const all = (to - from + 1) * most;
    if (terms.reduce((sum, [, load]) => sum + load, 0) > all) rows.push({ terms, least: Number.NEGATIVE_INFINITY, most: all });
  };
  const step = Math.max(1, Math.floor(weeks / 26));
  for (let week = 0; week < weeks; week += step) add(week, weeks - 1);
  for (let week = weeks - 1 - step; week >= 0; week -= step) add(0, week);
  return rows;
}
