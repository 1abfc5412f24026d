import type { Effort, Row, Solve, Terms } from './milp.ts';
import { closeWith, type PlanModel } from './model.ts';
import type { Candidate } from './problem.ts';

/** A plan may teach so many of these lineages and no more: another plan than the one that teaches them all. */
export interface Cut {
  readonly lineages: ReadonlySet<string>;
  readonly most: number;
}

/** Whether the first plan that keeps to every row will do, so that nothing is made small. */
export const isFirst = (ask: Effort['ask']): boolean => ask === 'any' || ask === 'decide';

/** What a solver said of one model. */
export type Answer =
  | { readonly found: 'plan'; readonly taken: readonly Candidate[]; readonly proven: boolean }
  | { readonly found: 'none' }
  /** `over`: nothing more is answered; asking again is in vain. */
  | { readonly found: 'unproven'; readonly over: boolean };

/** Solves a model for a cost, and reads what is taken. */
export async function answer(
  model: PlanModel,
  cost: Terms,
  rows: readonly Row[],
  solve: Solve,
  ask: Effort['ask'],
): Promise<Answer> {
  if (model.candidates.length === 0) return { found: 'none' };
  const solution = await solve(closeWith(model, cost, rows), { ask });
  if (solution.status === 'unknown') return { found: 'unproven', over: solution.over === true };
  if (solution.status === 'infeasible') return { found: 'none' };
  const taken = model.candidates.filter((_, at) => (solution.values[model.columns[at] ?? 0] ?? 0) > 0.5);
  return { found: 'plan', taken, proven: solution.status === 'optimal' };
}

/** A row that asks for no least. */
export const NO_LEAST = Number.NEGATIVE_INFINITY;

export function cutRows({ candidates, columns }: PlanModel, cuts: readonly Cut[]): readonly Row[] {
  return cuts.map(({ lineages, most }) => ({
    terms: candidates.flatMap((one, at) => {
      const shared = one.lineages.filter((lineage) => lineages.has(lineage)).length;
      return shared === 0 ? [] : [[columns[at] ?? 0, shared] as const];
    }),
    least: NO_LEAST,
    most,
  }));
}

/** Rules out exactly these plans, and no other. */
export function refusedRows({ candidates, columns }: PlanModel, refused: readonly (readonly Candidate[])[]): readonly Row[] {
  return refused.map((taken) => {
    const own = new Set(taken);
    return {
      terms: candidates.map((one, at) => [columns[at] ?? 0, own.has(one) ? 1 : -1] as const),
      least: NO_LEAST,
      most: own.size - 1,
    };
  });
}
