import { DecisionError } from '../award/decision-error.ts';
import { shiftOr, type Sums } from './bits.ts';
import type { Node } from './node.ts';

/**
 * Choices that hang together by conflicts (a lineage, an exclusion, a transfer chain), or one group on its own. What a component
 * can add is found once for each set of its nodes that is open, and kept.
 */
export interface Component {
  readonly nodes: readonly number[];
  /** `adjacent[a * size + b]` is 1 when the local nodes a and b may not count together. */
  readonly adjacent: Uint8Array;
  readonly fields: ReadonlySet<number>;
  readonly found: Map<number | string, Int32Array>;
  readonly steps: { taken: number };
}

/**
 * Search steps that one question to one component may take, and all questions to one component that is not small. A component of
 * 20 lineages is small; one question to it takes a few hundred steps. Beyond that the record is refused rather than answered late.
 */
export const MOST_STEPS_PER_QUESTION = 20_000;
export const MOST_STEPS = 40_000;
export const SMALL_COMPONENT = 48;

/** Groups the nodes that conflict, or that are groups, into components; all other nodes are free. */
export function makeComponents(nodes: readonly Node[]): readonly Component[] {
  const edges = conflicts(nodes);
  const root = Int32Array.from(nodes.keys());
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) {
      root[top] = root[root[top]!]!;
      top = root[top]!;
    }
    return top;
  };
  for (let e = 0; e < edges.length; e += 2) root[find(edges[e]!)] = find(edges[e + 1]!);
  const bound = new Set<number>(edges);
  for (let n = 0; n < nodes.length; n += 1) if (nodes[n]!.group >= 0) bound.add(n);
  const byRoot = new Map<number, number[]>();
  for (const n of [...bound].sort((a, b) => a - b)) {
    const top = find(n);
    const known = byRoot.get(top);
    if (known === undefined) byRoot.set(top, [n]);
    else known.push(n);
  }
  const place = new Map<number, number>();
  const components: Component[] = [];
  const byTop = new Map<number, Component>();
  for (const [top, members] of byRoot) {
    for (const [local, n] of members.entries()) place.set(n, local);
    const component: Component = {
      nodes: members,
      adjacent: new Uint8Array(members.length * members.length),
      fields: new Set(members.map((n) => nodes[n]!.field)),
      found: new Map(),
      steps: { taken: 0 },
    };
    components.push(component);
    byTop.set(top, component);
  }
  for (let e = 0; e < edges.length; e += 2) {
    const component = byTop.get(find(edges[e]!));
    if (component === undefined) continue;
    const a = place.get(edges[e]!) ?? 0;
    const b = place.get(edges[e + 1]!) ?? 0;
    component.adjacent[a * component.nodes.length + b] = 1;
    component.adjacent[b * component.nodes.length + a] = 1;
  }
  return components;
}

/** Pairs of nodes that may not count together, flat: one lineage, one group's lineage, one transfer chain, or an exclusion. */
function conflicts(nodes: readonly Node[]): number[] {
  const byName = new Map<string, number[]>();
  const byChain = new Map<number, number[]>();
  for (let n = 0; n < nodes.length; n += 1) {
    const { names, chains } = nodes[n]!;
    for (let at = 0; at < names.length; at += 1) put(byName, names[at]!, n);
    for (let at = 0; at < chains.length; at += 1) put(byChain, chains[at]!, n);
  }
  const edges: number[] = [];
  const clique = (members: readonly number[]): void => {
    for (let a = 0; a < members.length; a += 1)
      for (let b = a + 1; b < members.length; b += 1) edges.push(members[a]!, members[b]!);
  };
  for (const members of byName.values()) if (members.length > 1) clique(members);
  for (const members of byChain.values()) if (members.length > 1) clique(members);
  for (let n = 0; n < nodes.length; n += 1) {
    const { excludes } = nodes[n]!;
    for (let at = 0; at < excludes.length; at += 1) {
      for (const other of byName.get(excludes[at]!) ?? []) if (other !== n) edges.push(n, other);
    }
  }
  return edges;
}

function put<Key>(map: Map<Key, number[]>, key: Key, node: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [node]);
  else known.push(node);
}

export interface Asked {
  readonly credits: Int32Array;
  readonly field: Int32Array;
  readonly cap: number;
  readonly width: number;
}

/**
 * What the open local nodes of a component can add, as pairs (credits in the goal field, other credits), flat; always with 0, 0.
 * `goal` is a field index, or -1 when no field matters. Throws `too-entangled` beyond the counted steps.
 */
export function componentPairs(component: Component, open: readonly number[], goal: number, asked: Asked): Int32Array {
  if (open.length === 0) return NOTHING;
  const side = goal >= 0 && component.fields.has(goal) ? goal : -1;
  const key = keyOf(component, open, side);
  const known = component.found.get(key);
  if (known !== undefined) return known;
  const pairs = isClique(component, open) ? oneOrNone(component, open, side, asked) : search(component, open, side, asked);
  component.found.set(key, pairs);
  return pairs;
}

const NOTHING = new Int32Array(2);

function keyOf(component: Component, open: readonly number[], side: number): number | string {
  if (component.nodes.length <= 24) {
    let mask = 0;
    for (let at = 0; at < open.length; at += 1) mask |= 1 << open[at]!;
    return mask + (side + 1) * 0x2000000;
  }
  const words = new Uint16Array(((component.nodes.length - 1) >> 4) + 1);
  for (const local of open) words[local >> 4]! |= 1 << (local & 15);
  return `${side}:${String.fromCharCode(...words)}`;
}

function isClique({ adjacent, nodes }: Component, open: readonly number[]): boolean {
  for (let a = 0; a < open.length; a += 1) {
    for (let b = a + 1; b < open.length; b += 1) if (adjacent[open[a]! * nodes.length + open[b]!] === 0) return false;
  }
  return true;
}

function oneOrNone(component: Component, open: readonly number[], side: number, { credits, field }: Asked): Int32Array {
  const pairs = [0, 0];
  for (const local of open) {
    const node = component.nodes[local]!;
    const a = field[node] === side ? credits[node]! : 0;
    const b = credits[node]! - a;
    let fresh = true;
    for (let at = 0; at < pairs.length && fresh; at += 2) fresh = pairs[at] !== a || pairs[at + 1] !== b;
    if (fresh) pairs.push(a, b);
  }
  return Int32Array.from(pairs);
}

interface Branching {
  readonly component: Component;
  readonly side: number;
  readonly asked: Asked;
  steps: number;
}

function search(component: Component, open: readonly number[], side: number, asked: Asked): Int32Array {
  const start: Sums = { rows: 1, words: new Uint32Array(asked.width) };
  start.words[0] = 1;
  const branching = { component, side, asked, steps: 0 };
  const reached = branch(branching, start, open);
  component.steps.taken += branching.steps;
  return pairsOf(reached, asked);
}

/** Adds to the sums all that independent choices among the nodes can add: branch on the node with most conflicts, split what falls apart. */
function branch(branching: Branching, sums: Sums, nodes: readonly number[]): Sums {
  // A step over many nodes is more work, and counts for more.
  branching.steps += 1 + ((nodes.length * nodes.length) >>> 10);
  const all = branching.component.steps.taken + branching.steps;
  if (branching.steps > MOST_STEPS_PER_QUESTION || (all > MOST_STEPS && branching.component.nodes.length > SMALL_COMPONENT)) {
    throw new DecisionError('too-entangled', 'The exclusions in this record need more search steps than are allowed.');
  }
  const { adjacent } = branching.component;
  const size = branching.component.nodes.length;
  let reached = sums;
  for (const part of parts(branching.component, nodes)) {
    if (isClique(branching.component, part)) {
      let next: Sums = { rows: reached.rows, words: reached.words.slice() };
      for (const local of part) next = union(next, shifted(branching, reached, local));
      reached = next;
      continue;
    }
    let widest = part[0]!;
    let most = -1;
    for (const a of part) {
      let degree = 0;
      for (const b of part) degree += adjacent[a * size + b]!;
      if (degree > most) {
        most = degree;
        widest = a;
      }
    }
    const without = branch(
      branching,
      reached,
      part.filter((local) => local !== widest),
    );
    const apart = part.filter((local) => local !== widest && adjacent[widest * size + local] === 0);
    const beside = shifted(branching, reached, widest);
    reached = union(without, apart.length === 0 ? beside : branch(branching, beside, apart));
  }
  return reached;
}

/** The connected parts of some nodes of a component. */
function parts({ adjacent, nodes }: Component, among: readonly number[]): readonly (readonly number[])[] {
  const left = new Set(among);
  const found: number[][] = [];
  for (const start of among) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (let at = 0; at < part.length; at += 1) {
      const row = part[at]! * nodes.length;
      for (const other of left) {
        if (adjacent[row + other] === 1) {
          left.delete(other);
          part.push(other);
        }
      }
    }
    found.push(part);
  }
  return found;
}

function shifted({ component, side, asked }: Branching, sums: Sums, local: number): Sums {
  const node = component.nodes[local]!;
  const a = asked.field[node] === side ? asked.credits[node]! : 0;
  const b = asked.credits[node]! - a;
  const rows = Math.min(sums.rows + a, asked.cap + 1);
  const words = new Uint32Array(rows * asked.width);
  for (let row = 0; row + a < rows; row += 1)
    shiftOr(words, (row + a) * asked.width, sums.words, row * asked.width, b, asked.width);
  return { rows, words };
}

function union(a: Sums, b: Sums): Sums {
  const [large, small] = a.words.length >= b.words.length ? [a, b] : [b, a];
  const words = large.words.slice();
  for (let at = 0; at < small.words.length; at += 1) words[at]! |= small.words[at]!;
  return { rows: large.rows, words };
}

function pairsOf(sums: Sums, { width, cap }: Asked): Int32Array {
  const pairs: number[] = [];
  for (let row = 0; row < sums.rows; row += 1) {
    for (let sum = 0; sum <= cap; sum += 1) {
      if (((sums.words[row * width + (sum >>> 5)]! >>> (sum & 31)) & 1) === 1) pairs.push(row, sum);
    }
  }
  return Int32Array.from(pairs);
}
