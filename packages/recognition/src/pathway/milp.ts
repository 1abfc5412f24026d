/**
 * A mixed-integer linear programme in a plain form, so that the rules know no solver: columns with bounds and costs, rows with bounds and
 * coefficients (compressed by row). Whoever solves it is handed in as a function.
 */
export interface Milp {
  readonly columns: number;
  readonly rows: number;
  /** What is made as small as it can be, for each column. */
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** 1 for a whole number, 0 for any. */
  readonly integral: readonly number[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  /** The entries of row i are those from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** What a solver found. `optimal` is proven: no gap is left, absolute or relative. */
export type MilpSolution =
  | { readonly status: 'optimal'; readonly values: ArrayLike<number> }
  /** One that keeps to every row, when the time was over: nothing says that it is the best. */
  | { readonly status: 'feasible'; readonly values: ArrayLike<number> }
  | { readonly status: 'infeasible' }
  /** The time was over, or the solver could not say: nothing is known then. `over`: the time of all its models, so that no more is asked. */
  | { readonly status: 'unknown'; readonly over?: boolean };

/** How much is asked of a solver. */
export interface Effort {
  /**
   * `proof`: the optimum, proven. `any`: the first that keeps to every row, in a short while; `decide`: the same, or that there is none, in as long as
   * it takes. `better`: what a short while gives.
   */
  readonly ask: 'proof' | 'any' | 'decide' | 'better';
  /** Where to begin: values of the columns that keep to every row. */
  readonly from?: ArrayLike<number>;
}

/** Solves one programme, or says that it could not. */
export type Solve = (milp: Milp, effort: Effort) => MilpSolution | Promise<MilpSolution>;

/** A linear expression: columns with their coefficients. */
export type Terms = readonly (readonly [column: number, coefficient: number])[];

/** A programme that is being written. Rows stay as they were written; costs are given when it is closed, so that one serves several aims. */
export interface Programme {
  readonly binary: () => number;
  readonly between: (lower: number, upper: number) => number;
  readonly atLeast: (terms: Terms, least: number) => void;
  readonly atMost: (terms: Terms, most: number) => void;
  /** Fixes a column. */
  readonly fix: (column: number, value: number) => void;
  /** The programme with these costs, and rows of this aim alone. */
  readonly close: (cost: Terms, more?: readonly Row[]) => Milp;
}

export interface Row {
  readonly terms: Terms;
  readonly least: number;
  readonly most: number;
}

/** Begins a programme without columns and rows. A column that stands in a row twice is summed. */
export function beginProgramme(): Programme {
  const lower: number[] = [];
  const upper: number[] = [];
  const integral: number[] = [];
  const rows: Row[] = [];
  const add = (low: number, high: number, whole: number): number => {
    lower.push(low);
    upper.push(high);
    return integral.push(whole) - 1;
  };
  return {
    binary: () => add(0, 1, 1),
    between: (low, high) => add(low, high, 0),
    atLeast: (terms, least) => void rows.push({ terms, least, most: Number.POSITIVE_INFINITY }),
    atMost: (terms, most) => void rows.push({ terms, least: Number.NEGATIVE_INFINITY, most }),
    fix: (column, value) => {
      lower[column] = value;
      upper[column] = value;
    },
    close: (cost, more = []) => {
      const costs = new Array<number>(lower.length).fill(0);
      for (const [column, each] of cost) costs[column] = (costs[column] ?? 0) + each;
      return {
        cost: costs,
        lower: [...lower],
        upper: [...upper],
        integral: [...integral],
        ...packed([...rows, ...more]),
        columns: lower.length,
      };
    },
  };
}

function packed(rows: readonly Row[]): Pick<Milp, 'rows' | 'rowLower' | 'rowUpper' | 'starts' | 'indices' | 'values'> {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    const sums = new Map<number, number>();
    for (const [column, value] of terms) sums.set(column, (sums.get(column) ?? 0) + value);
    for (const [column, value] of sums) {
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return {
    rows: rows.length,
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    starts,
    indices,
    values,
  };
}
