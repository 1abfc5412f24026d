import { DecisionError } from '../../award/decision-error.ts';
import type { Countable, Reading } from './read.ts';

/** One way to count a knot of learning that cannot all count: achievements that may stand side by side. */
export interface Choice {
  readonly members: readonly Countable[];
}

/** Learning that is decided together: the same learning earned more than once, and learning that excludes one another. */
export interface Knot {
  readonly members: readonly Countable[];
  /** Every way to count some of it, with at least one. */
  readonly choices: readonly Choice[];
}

/** Steps of looking through exclusions, counted so that the limit is the same on every machine. */
const MOST_STEPS = 200_000;

/**
 * Cuts what may count into knots: within one lineage, one group's lineage or one transfer chain only one counts, and of what excludes
 * one another (read both ways) only one side. Throws DecisionError `too-entangled`.
 */
export function knotsOf({ countable, context }: Reading): readonly Knot[] {
  const learnings = new Map<string, Countable[]>();
  const chains = new Map<number, string>();
  let excluding = false;
  const alias = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (let up = alias.get(at); up !== undefined; up = alias.get(at)) at = up;
    return at;
  };
  for (const one of countable) {
    const { index } = one.entry;
    const chain = context.chain[index]!;
    const name = find(learningOf(one));
    const known = chains.get(chain);
    if (known === undefined) chains.set(chain, name);
    else if (find(known) !== name) alias.set(name, find(known));
    if (excludesOf(one).length > 0) excluding = true;
  }
  for (const one of countable) {
    const name = find(learningOf(one));
    const same = learnings.get(name);
    if (same === undefined) learnings.set(name, [one]);
    else same.push(one);
  }
  if (!excluding)
    return [...learnings.values()].map((members) => ({ members, choices: members.map((one) => ({ members: [one] })) }));
  return entangled(learnings);
}

const learningOf = ({ entry: { outcome } }: Countable): string => outcome.group?.lineage ?? outcome.lineage;

const namesOf = ({ entry, beside }: Countable): readonly string[] => [
  ...(entry.outcome.group === null ? [] : [entry.outcome.group.lineage]),
  entry.outcome.lineage,
  ...beside.map(({ outcome }) => outcome.lineage),
];
const excludesOf = ({ entry, beside }: Countable): readonly string[] =>
  beside.length === 0 ? entry.outcome.excludes : [entry, ...beside].flatMap(({ outcome }) => outcome.excludes);

const bars = (a: Countable, b: Countable): boolean =>
  namesOf(b).some((name) => excludesOf(a).includes(name)) || namesOf(a).some((name) => excludesOf(b).includes(name));

function entangled(learnings: ReadonlyMap<string, readonly Countable[]>): readonly Knot[] {
  const all = [...learnings.values()];
  const byName = new Map<string, number[]>();
  for (const [at, members] of all.entries())
    for (const name of new Set(members.flatMap(namesOf))) byName.set(name, [...(byName.get(name) ?? []), at]);
  const root = all.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top]!;
    return top;
  };
  for (const [at, members] of all.entries())
    for (const one of members)
      for (const other of excludesOf(one).flatMap((name) => byName.get(name) ?? [])) {
        // Learning that excludes another of its own lineage is one knot already.
        const [a, b] = [find(at), find(other)];
        if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
      }
  const parts = new Map<number, number[]>();
  for (const at of all.keys()) {
    const top = find(at);
    const same = parts.get(top);
    if (same === undefined) parts.set(top, [at]);
    else same.push(at);
  }
  const budget = { steps: MOST_STEPS };
  return [...parts.values()].map((places) => {
    const groups = places.map((at) => all[at]!);
    const members = groups.flat();
    return { members, choices: groups.length === 1 ? members.map((one) => ({ members: [one] })) : combinations(groups, budget) };
  });
}

function combinations(groups: readonly (readonly Countable[])[], budget: { steps: number }): readonly Choice[] {
  const choices: Choice[] = [];
  const walk = (at: number, taken: readonly Countable[]): void => {
    budget.steps -= 1;
    if (budget.steps < 0) throw new DecisionError('too-entangled', 'The exclusions of this record need too many steps.');
    const group = groups[at];
    if (group === undefined) {
      if (taken.length > 0) choices.push({ members: taken });
      return;
    }
    for (const one of group) if (!taken.some((other) => bars(one, other))) walk(at + 1, [...taken, one]);
    walk(at + 1, taken);
  };
  walk(0, []);
  return choices;
}
