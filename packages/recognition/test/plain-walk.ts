import { type Held, type Read, sevenYearsOn } from './brute-force.ts';

/** What is looked for: credits in the field (0 when none is asked about) and in all. */
export interface Wanted {
  readonly field: string | null;
  readonly own: number;
  readonly total: number;
}

/**
 * The tie-break for records that are too long to try every subset: the walk of the contract taken literally, each "still exists"
 * answered by a table of reachable sums over what hangs together. It shares nothing with the engine.
 */
export function walkPlainly({ held, clash }: Read, wanted: Wanted): readonly string[] {
  const clashing = held.map((x) => new Set(held.flatMap((y, j) => (x !== y && clash(x, y) ? [j] : []))));
  const parts = partsOf(held, clashing);
  const taken: number[] = [];
  for (let at = 0; at < held.length; at += 1) {
    const first = held[taken[0] ?? at]!;
    if (held[at]!.date > sevenYearsOn(first.date) || taken.some((one) => clashing[at]!.has(one))) continue;
    if (stillExists(held, clashing, parts, [...taken, at], at, wanted)) taken.push(at);
  }
  return taken.map((at) => held[at]!.a.id);
}

/** Achievements connected by clashes or by a group. */
function partsOf(held: readonly Held[], clashing: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  const part = held.map((_, at) => at);
  const join = (a: number, b: number): void => {
    const [from, to] = [part[a], part[b]];
    for (const [at, one] of part.entries()) if (one === from) part[at] = to!;
  };
  for (const [at, others] of clashing.entries()) for (const other of others) join(at, other);
  for (const [at, x] of held.entries())
    for (const [other, y] of held.entries()) if (x.o.group !== null && x.o.group.id === y.o.group?.id) join(at, other);
  return [...new Set(part)].map((name) => held.flatMap((_, at) => (part[at] === name ? [at] : [])));
}

function stillExists(
  held: readonly Held[],
  clashing: readonly ReadonlySet<number>[],
  parts: readonly (readonly number[])[],
  taken: readonly number[],
  after: number,
  { field, own, total }: Wanted,
): boolean {
  const last = sevenYearsOn(held[taken[0]!]!.date);
  const side = total + 1;
  let table = new Uint8Array(side * side);
  table[0] = 1;
  for (const part of parts) {
    const must = part.filter((at) => taken.includes(at));
    const may = part.filter((at) => at > after && held[at]!.date <= last && !must.some((one) => clashing[at]!.has(one)));
    if (must.length === 0 && may.length === 0) continue;
    const sums = sumsOf(held, clashing, must, may, field);
    const next = new Uint8Array(side * side);
    for (const [more, all] of sums) {
      for (let x = 0; x + more <= own; x += 1) {
        for (let y = 0; y + all <= total; y += 1) if (table[x * side + y] === 1) next[(x + more) * side + y + all] = 1;
      }
    }
    table = next;
  }
  return table[own * side + total] === 1;
}

/** Credits of the field and of all, for every admissible choice within one part. */
function sumsOf(
  held: readonly Held[],
  clashing: readonly ReadonlySet<number>[],
  must: readonly number[],
  may: readonly number[],
  field: string | null,
): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>();
  const choose = (chosen: readonly number[], rest: readonly number[]): void => {
    const [next, ...later] = rest;
    if (next === undefined) {
      const sum = worth(held, chosen, field);
      if (sum !== null) found.set(sum.join(), sum);
      return;
    }
    choose(chosen, later);
    choose(
      [...chosen, next],
      later.filter((at) => !clashing[next]!.has(at)),
    );
  };
  choose(must, may);
  return [...found.values()];
}

function worth(held: readonly Held[], chosen: readonly number[], field: string | null): readonly [number, number] | null {
  const groups = new Map<string, Set<string>>();
  let own = 0;
  let total = 0;
  const add = (credits: number, of: string | null): void => {
    total += credits;
    if (field !== null && of === field) own += credits;
  };
  for (const at of chosen) {
    const { o } = held[at]!;
    if (o.group === null) add(o.credits, o.field);
    else groups.set(o.group.id, (groups.get(o.group.id) ?? new Set()).add(o.id));
  }
  for (const [id, members] of groups) {
    const { group, field: of } = held[chosen.find((at) => held[at]!.o.group?.id === id)!]!.o;
    if (members.size !== group!.members) return null;
    add(group!.credits, of);
  }
  return [own, total];
}
