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
  /** The same as lists: the local nodes that may not count with each. */
  readonly clashes: readonly number[][];
  /** The fields of its nodes, one bit each. */
  readonly fields: number;
  /** The first and last position that any of its nodes stands on. */
  readonly first: number;
  readonly last: number;
  readonly found: Map<number | string, Int32Array | null>;
}

/**
 * Every choice is tried where no more units than this hang together, without any bound on steps: so a component of up to 20 lineages
 * is always decided. A unit is a node, or nodes of one lineage that clash with the same others, such as versions of an outcome with
 * the same exclusions. The unit that clashes with most others, d of them, is tried: n units leave n - 1 without it and n - 1 - d
 * beside it, and what falls apart is counted apart. With d of 3 and more the steps grow by less than 1.4 for each unit; with 2 there
 * are only chains and rings, which fall apart. A ring is the worst that was met: 415 steps for 20 units, 1,280 for 24.
 */
export const MOST_UNITS = 24;

/** Whether any of its nodes is of the field; never for -1. */
export const hasField = ({ fields }: Component, goal: number): boolean => goal >= 0 && ((fields >>> goal) & 1) === 1;

/** Groups the nodes that conflict, or that are groups, into components; all other nodes are free. Large components are one. */
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
  joinLarge(root, bound, find);
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
    const { adjacent, clashes, nodes: own } = byTop.get(find(edges[e]!))!;
    const a = place[edges[e]!]!;
    const b = place[edges[e + 1]!]!;
    if (adjacent[a * own.length + b] === 1) continue;
    adjacent[a * own.length + b] = 1;
    adjacent[b * own.length + a] = 1;
    clashes[a]!.push(b);
    clashes[b]!.push(a);
  }
  return [...byTop.values()];
}

/** Components that may be too large to try every choice become one, so that there is one question about them. */
function joinLarge(root: Int32Array, bound: Uint8Array, find: (node: number) => number): void {
  const size = new Int32Array(root.length);
  for (let n = 0; n < root.length; n += 1) if (bound[n] === 1) size[find(n)]! += 1;
  let large = -1;
  for (let n = 0; n < root.length; n += 1) {
    if (size[n]! <= MOST_UNITS) continue;
    if (large < 0) large = n;
    else root[n] = large;
  }
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
  return { nodes: own, adjacent, clashes: own.map(() => []), fields, first, last, found: new Map() };
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
