import { DecisionError } from '../award/decision-error.ts';
import { shiftOr, type Sums } from './bits.ts';
import { type Names, nodesNamed } from './names.ts';
import type { Node } from './node.ts';

/**
 * Choices that hang together by conflicts (a lineage, an exclusion, a transfer chain), or one group on its own. What a component
 * can add is found once for each set of its nodes that is open, and kept.
 */
export interface Component {
  readonly nodes: readonly number[];
  /** `adjacent[a * size + b]` is 1 when the local nodes a and b may not count together. */
  readonly adjacent: Uint8Array;
  /** The fields of its nodes, one bit each. */
  readonly fields: number;
  /** The first and last position that any of its nodes stands on. */
  readonly first: number;
  readonly last: number;
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

/** Whether any of its nodes is of the field; never for -1. */
export const hasField = ({ fields }: Component, goal: number): boolean => goal >= 0 && ((fields >>> goal) & 1) === 1;

/** Groups the nodes that conflict, or that are groups, into components; all other nodes are free. */
export function makeComponents(nodes: readonly Node[], names: Names): readonly Component[] {
  const edges = conflicts(nodes, names);
  const root = new Int32Array(nodes.length);
  const bound = new Uint8Array(nodes.length);
  for (let n = 0; n < nodes.length; n += 1) {
    root[n] = n;
    if (nodes[n]!.group >= 0) bound[n] = 1;
  }
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) {
      root[top] = root[root[top]!]!;
      top = root[top]!;
    }
    return top;
  };
  for (let e = 0; e < edges.length; e += 2) {
    root[find(edges[e]!)] = find(edges[e + 1]!);
    bound[edges[e]!] = 1;
    bound[edges[e + 1]!] = 1;
  }
  const place = new Int32Array(nodes.length);
  const members = new Map<number, number[]>();
  for (let n = 0; n < nodes.length; n += 1) {
    if (bound[n] === 0) continue;
    const known = members.get(find(n));
    place[n] = known === undefined ? 0 : known.length;
    if (known === undefined) members.set(find(n), [n]);
    else known.push(n);
  }
  const byTop = new Map<number, Component>();
  for (const [top, own] of members) byTop.set(top, makeComponent(nodes, own));
  for (let e = 0; e < edges.length; e += 2) {
    const { adjacent, nodes: own } = byTop.get(find(edges[e]!))!;
    const a = place[edges[e]!]!;
    const b = place[edges[e + 1]!]!;
    adjacent[a * own.length + b] = 1;
    adjacent[b * own.length + a] = 1;
  }
  return [...byTop.values()];
}

function makeComponent(nodes: readonly Node[], own: readonly number[]): Component {
  let fields = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const n of own) {
    fields |= 1 << nodes[n]!.field;
    for (const positions of nodes[n]!.slots) {
      first = Math.min(first, positions[0]!);
      last = Math.max(last, positions.at(-1)!);
    }
  }
  const adjacent = new Uint8Array(own.length * own.length);
  return { nodes: own, adjacent, fields, first, last, found: new Map(), steps: { taken: 0 } };
}

/** Pairs of nodes that may not count together, flat: one lineage, one group's lineage, one transfer chain, or an exclusion. */
function conflicts(nodes: readonly Node[], names: Names): number[] {
  const edges: number[] = [];
  const clique = (members: readonly number[]): void => {
    for (let a = 0; a < members.length; a += 1)
      for (let b = a + 1; b < members.length; b += 1) edges.push(members[a]!, members[b]!);
  };
  const byChain = new Map<number, number[]>();
  for (let n = 0; n < nodes.length; n += 1) {
    const { chains, excludes } = nodes[n]!;
    for (let at = 0; at < chains.length; at += 1) {
      const known = byChain.get(chains[at]!);
      if (known === undefined) byChain.set(chains[at]!, [n]);
      else known.push(n);
    }
    for (let at = 0; at < excludes.length; at += 1) {
      for (const other of nodesNamed(names, excludes[at]!)) if (other !== n) edges.push(n, other);
    }
  }
  for (const members of names.shared.values()) clique(members);
  for (const members of byChain.values()) if (members.length > 1) clique(members);
  return edges;
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
  const side = hasField(component, goal) ? goal : -1;
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
