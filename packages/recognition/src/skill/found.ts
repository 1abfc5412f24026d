/** Fewer people than this are never spoken of: not counted, not shown, not approached as a group. */
export const FEWEST_FOUND = 5;
/** As many skills as one search names: each narrows it. */
export const MOST_SEARCHED = 8;

/** How many people hold exactly these of the skills that are looked for, by their places in the list, ascending. */
export interface FoundSet {
  readonly held: readonly number[];
  readonly people: number;
}

/** People who look the same to this search: all of them hold these skills. */
export interface FoundGroup {
  readonly held: readonly number[];
  readonly people: number;
  /** The exact sets that went into it. */
  readonly sets: readonly (readonly number[])[];
}

const keyOf = (held: readonly number[]): string => held.join(',');

/**
 * Puts people together so that nobody can be singled out by narrowing a search: a group is shown only where at least `fewest` people look
 * the same in it. A smaller group gives up the skill that the employer named last and joins those who hold the rest; whoever is
 * then still among fewer is not shown at all. (k-anonymity by generalisation; the skills that are looked for are all that a group says.)
 * Most skills first. Pure and deterministic.
 */
export function groupsFound(sets: readonly FoundSet[], fewest: number = FEWEST_FOUND): readonly FoundGroup[] {
  const open = new Map<string, { readonly held: readonly number[]; people: number; sets: (readonly number[])[] }>();
  const put = (held: readonly number[], people: number, from: readonly (readonly number[])[]): void => {
    const key = keyOf(held);
    const before = open.get(key);
    if (before === undefined) open.set(key, { held, people, sets: [...from] });
    else {
      before.people += people;
      before.sets.push(...from);
    }
  };
  for (const { held, people } of sets) if (held.length > 0 && people > 0) put(held, people, [held]);
  const most = Math.max(0, ...sets.map(({ held }) => held.length));
  for (let size = most; size > 0; size -= 1)
    for (const group of [...open.values()].filter(({ held }) => held.length === size)) {
      if (group.people >= fewest) continue;
      open.delete(keyOf(group.held));
      if (size > 1) put(group.held.slice(0, -1), group.people, group.sets);
    }
  return [...open.values()].sort(
    (one, other) => other.held.length - one.held.length || (keyOf(one.held) < keyOf(other.held) ? -1 : 1),
  );
}

/** How many people are said to be in a group: from, and to where there is an end. Exact numbers could be set against each other. */
export interface Band {
  readonly from: number;
  readonly to: number | null;
}

const EDGES = [FEWEST_FOUND, 10, 20, 50, 100, 500] as const;

/** The band of a number of people; null for fewer than are spoken of. */
export function bandOf(people: number): Band | null {
  const at = EDGES.findLastIndex((edge) => people >= edge);
  const from = EDGES[at];
  if (from === undefined) return null;
  const next = EDGES[at + 1];
  return { from, to: next === undefined ? null : next - 1 };
}
