/** No number of people under this is published (the brief of the figures of supply; Stats NZ suppresses small cells likewise). */
export const FEWEST_PUBLISHED = 10;
/** Numbers are published to the nearest of these. */
export const ROUNDED_TO = 5;

/** A cell of a row of a table: how many people, in one region. Each person is in one cell of a row. */
export interface Cell {
  readonly key: string;
  readonly people: number;
}

/** A row as it is published; null is withheld. */
export interface PublishedRow {
  readonly cells: readonly { readonly key: string; readonly people: number | null }[];
  readonly total: number | null;
}

/**
 * Which cells of a row may be shown beside its total. Cells under `fewest` are withheld, noughts too. What is withheld must not be found by
 * taking the rest from the total: so at least two are withheld together, and together they are no fewer than `fewest`; until that is so, the
 * next cell in the order of the row is withheld as well (complementary suppression). It is the next one and not the smallest, since the
 * choice of the smallest would itself tell how large the others can be. Where nothing is left to withhold, so is the total.
 */
export function withheldOf(
  cells: readonly Cell[],
  fewest: number,
): { readonly cells: ReadonlySet<string>; readonly total: boolean } {
  const withheld = new Set(cells.filter(({ people }) => people < fewest).map(({ key }) => key));
  const first = cells.findIndex(({ key }) => withheld.has(key));
  const others = [...cells.slice(first), ...cells.slice(0, Math.max(0, first))].filter(({ key }) => !withheld.has(key));
  const together = (): number => cells.reduce((sum, { key, people }) => sum + (withheld.has(key) ? people : 0), 0);
  while (withheld.size > 0 && (withheld.size < 2 || together() < fewest)) {
    const next = others.shift();
    if (next === undefined) return { cells: withheld, total: true };
    withheld.add(next.key);
  }
  return { cells: withheld, total: cells.reduce((sum, { people }) => sum + people, 0) < fewest };
}

/**
 * A row as it is published: small cells withheld with as many others as keeps them unknown, everything else to the nearest five, so that two
 * days' numbers, or those of two skills, set against each other tell of nobody.
 */
export function publishRow(
  cells: readonly Cell[],
  { fewest = FEWEST_PUBLISHED, to = ROUNDED_TO }: { readonly fewest?: number; readonly to?: number } = {},
): PublishedRow {
  const withheld = withheldOf(cells, fewest);
  const rounded = (people: number): number => Math.max(fewest, Math.round(people / to) * to);
  const total = cells.reduce((sum, { people }) => sum + people, 0);
  return {
    cells: cells.map(({ key, people }) => ({ key, people: withheld.cells.has(key) ? null : rounded(people) })),
    total: withheld.total ? null : rounded(total),
  };
}
