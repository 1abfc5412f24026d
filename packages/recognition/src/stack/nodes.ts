import type { Entry } from '../award/context.ts';
import { DecisionError } from '../award/decision-error.ts';
import { fieldIndex } from './field.ts';
import { addName, type Names, nodesNamed, noNames } from './names.ts';
import type { Node } from './node.ts';

/** The choices that ordered entries make, and which of a group's slots each position fills. */
export interface Choices {
  readonly nodes: readonly Node[];
  readonly names: Names;
  readonly slot: Int32Array;
}

/** Variants of one group (which transferred achievement fills which slot); more is refused. */
const MOST_VARIANTS = 2000;
const NONE: readonly number[] = [];

interface GrowingNode extends Node {
  readonly slots: readonly number[][];
}

/** Turns entries into choices: achievements that can stand for one another are one, a group is one for each way to be whole. */
export function makeNodes(entries: readonly Entry[], chain: Int32Array): Choices {
  const chainOf = sharedChain(entries, chain);
  const nodes: Node[] = [];
  const single: GrowingNode[] = [];
  const names = noNames();
  const groups = new Map<string, number[]>();
  const slot = new Int32Array(entries.length);
  for (let p = 0; p < entries.length; p += 1) {
    const { outcome, index } = entries[p]!;
    if (outcome.group !== null) {
      const members = groups.get(outcome.group.id);
      if (members === undefined) groups.set(outcome.group.id, [p]);
      else members.push(p);
      continue;
    }
    const own = chainOf(index);
    const field = fieldIndex(outcome.field);
    const { credits, excludes } = outcome;
    const twin = nodesNamed(names, outcome.lineage).find((n) => {
      const node = single[n]!;
      return (
        node.credits === credits && node.field === field && (node.chains[0] ?? -1) === own && sameList(node.excludes, excludes)
      );
    });
    if (twin !== undefined) {
      single[twin]!.slots[0]!.push(p);
      continue;
    }
    addName(names, outcome.lineage, single.length);
    single.push({ credits, field, slots: [[p]], group: -1, excludes, chains: own < 0 ? NONE : [own] });
  }
  nodes.push(...single);
  let group = 0;
  for (const positions of groups.values()) {
    const { whole, bears } = wholeGroups(entries, positions, group, slot, chainOf);
    for (const node of whole) {
      for (const name of bears) addName(names, name, nodes.length);
      nodes.push(node);
    }
    group += 1;
  }
  return { nodes, names, slot };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

/** The transfer chain of an achievement when two or more of the entries share it, else -1. */
function sharedChain(entries: readonly Entry[], chain: Int32Array): (index: number) => number {
  const held = new Int32Array(chain.length);
  for (let p = 0; p < entries.length; p += 1) held[chain[entries[p]!.index]!]! += 1;
  return (index) => (held[chain[index]!]! > 1 ? chain[index]! : -1);
}

interface WholeGroup {
  readonly whole: readonly Node[];
  /** Its lineage and those of its members. */
  readonly bears: ReadonlySet<string>;
}

/** Every way in which the group can be whole, one node each: they differ only in which transferred achievement they rest on. */
function wholeGroups(
  entries: readonly Entry[],
  positions: readonly number[],
  group: number,
  slot: Int32Array,
  chainOf: (index: number) => number,
): WholeGroup {
  const first = entries[positions[0]!]!.outcome;
  const standard = first.group;
  const bears = new Set<string>();
  if (standard === null) return { whole: [], bears };
  bears.add(standard.lineage);
  const members = new Map<string, { readonly slot: number; readonly byChain: Map<number, number[]> }>();
  const excludes = new Set<string>();
  for (const p of positions) {
    const { outcome, index } = entries[p]!;
    let member = members.get(outcome.id);
    if (member === undefined) {
      member = { slot: members.size, byChain: new Map() };
      members.set(outcome.id, member);
      bears.add(outcome.lineage);
      for (const excluded of outcome.excludes) excludes.add(excluded);
    }
    slot[p] = member.slot;
    const own = chainOf(index);
    const same = member.byChain.get(own);
    if (same === undefined) member.byChain.set(own, [p]);
    else same.push(p);
  }
  if (members.size < standard.members) return { whole: [], bears };
  let variants: { readonly slots: readonly (readonly number[])[]; readonly chains: readonly number[] }[] = [
    { slots: [], chains: [] },
  ];
  for (const { byChain } of members.values()) {
    variants = variants.flatMap(({ slots, chains }) =>
      [...byChain].flatMap(([own, filling]) =>
        own >= 0 && chains.includes(own) ? [] : [{ slots: [...slots, filling], chains: own < 0 ? chains : [...chains, own] }],
      ),
    );
    if (variants.length > MOST_VARIANTS)
      throw new DecisionError('too-entangled', `The group ${standard.id} can be made whole in too many ways.`);
  }
  const common = { credits: standard.credits, field: fieldIndex(first.field), group, excludes: [...excludes] };
  return { whole: variants.map((variant) => ({ ...common, ...variant })), bears };
}
