import type { Effort, Milp, MilpSolution, Solve } from '@recognition/recognition/pathway';
import type { Highs } from 'highs';
import * as highsModule from 'highs';

const OPTIMAL = 7;
/** Infeasible; or infeasible or unbounded, and with every column between bounds it cannot be unbounded. */
const INFEASIBLE: readonly number[] = [8, 9];
const HAS_SOLUTION = 2;
/** Seconds for one model: a proof, the first that will do, whether there is any, and the better of two that are equally good. */
const SECONDS: Readonly<Record<Effort['ask'], number>> = { proof: 3, any: 1.5, decide: 5, better: 0.3 };
/** Above so many columns the solver's own reductions cost more than they save. */
const LARGE = 1000;

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** The loader, under whichever name the module system gives it: its declarations describe the CommonJS form only. */
function loader(from: unknown): () => Promise<Highs> {
  if (isLoader(from)) return from;
  if (typeof from === 'object' && from !== null && 'default' in from) return loader(from.default);
  throw new TypeError('highs has no loader');
}

/**
 * HiGHS as the rules take a solver: to proof means without any gap, absolute or relative. Each model is limited in time, and all of them
 * together by `patience` in milliseconds; after that every answer is `unknown`. It blocks its thread.
 */
export async function openHighs(patience: number): Promise<Solve> {
  const highs = await loader(highsModule)();
  const end = performance.now() + patience;
  return (milp, { ask }) => {
    const left = (end - performance.now()) / 1000;
    return left <= 0.05 ? { status: 'unknown', over: true } : solveWith(highs, milp, ask, Math.min(left, SECONDS[ask]));
  };
}

function solveWith(highs: Highs, milp: Milp, ask: Effort['ask'], seconds: number): MilpSolution {
  return highs.withModel((model): MilpSolution => {
    model.passModel({
      numCols: milp.columns,
      numRows: milp.rows,
      colCost: milp.cost,
      colLower: milp.lower,
      colUpper: milp.upper,
      rowLower: milp.rowLower,
      rowUpper: milp.rowUpper,
      integrality: Int32Array.from(milp.integral),
      matrix: {
        format: 'csr',
        numRows: milp.rows,
        numCols: milp.columns,
        starts: milp.starts,
        indices: milp.indices,
        values: milp.values,
      },
    });
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      time_limit: seconds,
      presolve: milp.columns > LARGE ? 'off' : 'on',
    });
    if (ask === 'any' || ask === 'decide') model.options.set({ mip_max_improving_sols: 1 });
    const { modelStatus } = model.run();
    if (modelStatus === OPTIMAL) return { status: 'optimal', values: model.getSolution().colValue };
    if (INFEASIBLE.includes(modelStatus)) return { status: 'infeasible' };
    return Number(model.info.get('primal_solution_status')) === HAS_SOLUTION
      ? { status: 'feasible', values: model.getSolution().colValue }
      : { status: 'unknown' };
  });
}
