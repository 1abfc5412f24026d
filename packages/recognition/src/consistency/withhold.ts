/** A table of people: a row each for who taught them, a column each for how it ended, with the sums of both. Null: withheld. */
export interface ShownTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowSums: readonly (number | null)[];
  readonly columnSums: readonly (number | null)[];
  readonly sum: number | null;
}

/**
 * Withholds every number under `smallest` (sums too, noughts too), and others beside it, the smallest that do, so that nobody can work a
 * withheld number out from those that are shown. A number in a table with sums can be worked out exactly when no cycle of withheld numbers
 * runs through it (Gusfield 1988, "A graph theoretic approach to statistical data security"); each that stands for somebody gets one, of
 * numbers over nought, so that along it one person more or one fewer is as possible as what is true.
 */
export function withholdTable(counts: readonly (readonly number[])[], smallest: number): ShownTable {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const whole = withSums(counts, columns);
  const hidden = whole.map((row) => row.map((count) => count < smallest));
  for (let row = 0; row <= rows; row += 1)
    for (let column = 0; column <= columns; column += 1)
      if (hidden[row]![column]! && whole[row]![column]! > 0)
        for (const [r, c] of cycleThrough(whole, hidden, row, column)) hidden[r]![c] = true;
  const shown = whole.map((row, r) => row.map((count, c) => (hidden[r]![c]! ? null : count)));
  return {
    cells: shown.slice(0, rows).map((row) => row.slice(0, columns)),
    rowSums: shown.slice(0, rows).map((row) => row[columns] ?? null),
    columnSums: (shown[rows] ?? []).slice(0, columns),
    sum: shown[rows]?.[columns] ?? null,
  };
}

/**
 * A number of people for a list beside such tables: down to a whole number of steps of `smallest`, so that it is no second sum to work a
 * withheld number out from; nought under `smallest`.
 */
export const inSteps = (people: number, smallest: number): number => people - (people % smallest);

function withSums(counts: readonly (readonly number[])[], columns: number): readonly (readonly number[])[] {
  const whole = counts.map((row) => [...row, sumOf(row)]);
  const last = Array.from({ length: columns + 1 }, (_, column) => sumOf(whole.map((row) => row[column] ?? 0)));
  return [...whole, last];
}

type Place = readonly [row: number, column: number];

/**
 * The cheapest way from a number's row back to its column over other numbers above nought; what is withheld already costs nothing, another
 * what it counts. There is always one: over the sum of the row, the sum of all and the sum of the column.
 */
function cycleThrough(
  whole: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): readonly Place[] {
  const [rows, columns] = [whole.length, whole[0]!.length];
  const cost = new Float64Array(rows + columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(rows + columns).fill(-1);
  const done = new Uint8Array(rows + columns);
  cost[row] = 0;
  for (;;) {
    let at = -1;
    for (let node = 0; node < cost.length; node += 1)
      if (done[node] === 0 && Number.isFinite(cost[node]!) && (at === -1 || cost[node]! < cost[at]!)) at = node;
    if (at === -1 || at === rows + column) break;
    done[at] = 1;
    const isRow = at < rows;
    for (let next = isRow ? rows : 0; next < (isRow ? rows + columns : rows); next += 1) {
      const [r, c] = isRow ? [at, next - rows] : [next, at - rows];
      const count = whole[r]![c]!;
      if (count === 0 || (r === row && c === column)) continue;
      const through = cost[at]! + (hidden[r]![c]! ? 0 : count);
      if (through < cost[next]!) {
        cost[next] = through;
        from[next] = at;
      }
    }
  }
  const places: Place[] = [];
  for (let node = rows + column; node !== row && from[node]! >= 0; node = from[node]!) {
    const before = from[node]!;
    places.push(before < rows ? [before, node - rows] : [node, before - rows]);
  }
  return places;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
