import type { Highs } from 'highs';
import * as highsModule from 'highs';
import type { Effort, Milp, MilpSolution, Solve } from '../src/pathway/milp.ts';

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** The loader, under whichever name the module system gives it: its declarations describe the CommonJS form only. */
function loader(from: unknown): () => Promise<Highs> {
  if (isLoader(from)) return from;
  if (typeof from === 'object' && from !== null && 'default' in from) return loader(from.default);
  throw new TypeError('highs has no loader');
}

const OPTIMAL = 7;
/** Infeasible; or infeasible or unbounded, and with every column between bounds it cannot be unbounded. */
const INFEASIBLE: readonly number[] = [8, 9];
const SHORT = 0.3;
const LARGE = 1000;

/** HiGHS itself, without a gap, as tests and figures hand it in. */
export async function realSolver(seconds = 60): Promise<Solve> {
  const highs = await loader(highsModule)();
  return (milp: Milp, { ask }: Effort): MilpSolution =>
    highs.withModel((model): MilpSolution => {
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
        time_limit: ask === 'better' ? SHORT : seconds,
        presolve: milp.columns > LARGE ? 'off' : 'on',
      });
      if (ask === 'any' || ask === 'decide') model.options.set({ mip_max_improving_sols: 1 });
      const { modelStatus } = model.run();
      if (modelStatus === OPTIMAL) return { status: 'optimal', values: model.getSolution().colValue };
      if (!INFEASIBLE.includes(modelStatus) && Number(model.info.get('primal_solution_status')) === 2)
        return { status: 'feasible', values: model.getSolution().colValue };
      return { status: INFEASIBLE.includes(modelStatus) ? 'infeasible' : 'unknown' };
    });
}
