/** A count under a name; null once it is withheld. */
export interface Cell {
  readonly key: string;
  readonly count: number | null;
}

/**
 * Withholds counts that are small enough to tell of a person (over none, under `smallest`). Where that hides a single cell, the next
 * smallest goes too, so that nobody finds it by taking the others from a total.
 */
export function withholdSmall(
  cells: readonly { readonly key: string; readonly count: number }[],
  smallest: number,
): readonly Cell[] {
  const hidden = new Set(cells.filter(({ count }) => count > 0 && count < smallest).map(({ key }) => key));
  if (hidden.size === 1) {
    const next = cells.filter(({ key, count }) => count > 0 && !hidden.has(key)).sort((a, b) => a.count - b.count)[0];
    if (next !== undefined) hidden.add(next.key);
  }
  return cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count }));
}
