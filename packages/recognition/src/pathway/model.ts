import { beginProgramme, type Milp, type Programme, type Row, type Terms } from './milp.ts';
import { lineagesHeld, type Requirement, requirementOf, writeRequirement } from './goal/requirement.ts';
import { writeStackGoal } from './goal/stack.ts';
import type { Candidate, Limits, Problem } from './problem.ts';

/** A plan's model: one binary column for each candidate, the rows that every plan keeps to, and what aims are measured by. */
export interface PlanModel {
  readonly candidates: readonly Candidate[];
  readonly columns: readonly number[];
  readonly programme: Programme;
  /** What the goal asks for, where it is made of named parts. */
  readonly requirement: Requirement | null;
  /** Skills that are not held and that some candidate gives: whether they are gained. Made only where an aim asks for them. */
  readonly gained: readonly number[];
}

export interface ModelOptions {
  readonly limits: Limits;
  /** Which limits are left out of the rows, because they are asked for. */
  readonly without?: readonly ('hours' | 'cents')[];
  /** Whether somebody may take what the goal does not count, for its skills. */
  readonly loose?: boolean;
}

/**
 * Writes the model of a problem over these candidates. Null where the goal is one that no plan can be made for (an award by size, or whose
 * parts are recognised only). Source: docs/explanation/pathways.md says the same in words and formulas.
 */
export function writeModel(problem: Problem, candidates: readonly Candidate[], options: ModelOptions): PlanModel | null {
  const { goal } = problem;
  const programme = beginProgramme();
  const columns = candidates.map(() => programme.binary());
  const { limits, without = [], loose = false } = options;
  onceEach(programme, candidates, columns);
  inOrder(programme, problem, candidates, columns);
  if (!without.includes('hours'))
    for (const terms of weeklyLoads(candidates, columns, limits.hours * 60))
      programme.atMost(terms, Math.floor(limits.hours * 60));
  if (!without.includes('cents') && limits.cents !== null)
    programme.atMost(
      candidates.map(({ offer }, at) => [columns[at] ?? 0, offer.cents] as const),
      limits.cents,
    );
  let requirement: Requirement | null = null;
  if (goal.kind === 'stack') {
    const before = new Set(candidates.flatMap(({ offer }) => offer.requires));
    const together = new Set(candidates.flatMap(({ lineages }) => (lineages.length > 1 ? lineages : [])));
    const free = (lineage: string): boolean => loose || before.has(lineage) || together.has(lineage);
    writeStackGoal(programme, problem, goal, candidates, columns, free);
  } else {
    requirement = requirementOf(problem, goal);
    if (requirement === null) return null;
    writeRequirement(programme, problem, requirement, candidates, columns);
  }
  return {
    candidates,
    columns,
    programme,
    requirement,
    gained: loose ? skillColumns(programme, problem, candidates, columns) : [],
  };
}

/** Nothing is taken twice: neither an offer at two times, nor the same learning at two places. */
function onceEach(programme: Programme, candidates: readonly Candidate[], columns: readonly number[]): void {
  const same = new Map<string, number[]>();
  for (const [at, { offer, lineages }] of candidates.entries()) {
    const names = lineages.length === 1 ? lineages : [...lineages, `offer ${offer.id}`];
    for (const name of new Set(names)) same.set(name, [...(same.get(name) ?? []), columns[at] ?? 0]);
  }
  for (const group of same.values())
    if (group.length > 1)
      programme.atMost(
        group.map((column) => [column, 1] as const),
        1,
      );
}

/** What an offer asks for is held, or is learnt before it begins, or is a part of it. */
function inOrder(programme: Programme, problem: Problem, candidates: readonly Candidate[], columns: readonly number[]): void {
  const held = lineagesHeld(problem);
  const givers = new Map<string, number[]>();
  for (const [at, { lineages }] of candidates.entries())
    for (const lineage of lineages) givers.set(lineage, [...(givers.get(lineage) ?? []), at]);
  for (const [at, { offer, begins, lineages }] of candidates.entries())
    for (const lineage of offer.requires) {
      if (held.has(lineage) || lineages.includes(lineage)) continue;
      const earlier = (givers.get(lineage) ?? []).filter((other) => (candidates[other]?.ends ?? begins) < begins);
      programme.atMost([[columns[at] ?? 0, 1], ...earlier.map((other) => [columns[other] ?? 0, -1] as const)], 0);
    }
}

/**
 * The load of every week in which something begins: in any other week there is no more than in the one before. Weeks that hold the same,
 * and weeks that cannot be too full, are left out.
 */
export function weeklyLoads(candidates: readonly Candidate[], columns: readonly number[], most: number): readonly Terms[] {
  const starts = [...new Set(candidates.map(({ firstWeek }) => firstWeek))].sort((a, b) => a - b);
  return starts.flatMap((week) => {
    const terms = candidates.flatMap(({ firstWeek, lastWeek, load }, at) =>
      firstWeek <= week && week <= lastWeek ? [[columns[at] ?? 0, load] as const] : [],
    );
    return terms.reduce((sum, [, load]) => sum + load, 0) <= most ? [] : [terms];
  });
}

function skillColumns(
  programme: Programme,
  problem: Problem,
  candidates: readonly Candidate[],
  columns: readonly number[],
): readonly number[] {
  const held = new Set(problem.skills);
  const givers = new Map<string, number[]>();
  for (const [at, { skills }] of candidates.entries())
    for (const uri of skills) if (!held.has(uri)) givers.set(uri, [...(givers.get(uri) ?? []), columns[at] ?? 0]);
  return [...givers.values()].map((own) => {
    const gained = programme.between(0, 1);
    programme.atMost([[gained, 1], ...own.map((column) => [column, -1] as const)], 0);
    return gained;
  });
}

/** What is made small: a sum over what is taken, or the last of something over what is taken. */
export type Measure = 'finish' | 'cents' | 'minutes';

export const measured = (measure: Measure, { lastWeek, offer, minutes }: Candidate): number =>
  measure === 'finish' ? lastWeek : measure === 'cents' ? offer.cents : minutes;

/** The sum of a measure over what is taken. */
export const sumOf = ({ candidates, columns }: PlanModel, measure: Measure): Terms =>
  candidates.map((one, at) => [columns[at] ?? 0, measured(measure, one)] as const);

export const closeWith = ({ programme }: PlanModel, cost: Terms, more: readonly Row[] = []): Milp => programme.close(cost, more);
