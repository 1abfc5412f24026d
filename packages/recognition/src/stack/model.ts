import type { Entry } from '../award/context.ts';
import { DecisionError } from '../award/decision-error.ts';
import { addYearsToDay, dayNumber } from '../record/local-date.ts';
import { FIELDS } from '../record/portable-record.ts';
import { type Component, makeComponents } from './component.ts';
import type { Node } from './node.ts';

export const UNCLASSIFIED = FIELDS.length;
const FIELD_INDEX: ReadonlyMap<string, number> = new Map(FIELDS.map((field, index) => [field, index]));
export const fieldIndex = (field: string | null): number =>
  field === null ? UNCLASSIFIED : (FIELD_INDEX.get(field) ?? UNCLASSIFIED);

/** Countable achievements in order of counting date and id: a position is a place in that order. */
export interface Model {
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly day: Int32Array;
  /** Last position whose date is within the window that begins at this one. */
  readonly end: Int32Array;
  readonly nodes: readonly Node[];
  readonly credits: Int32Array;
  readonly field: Int32Array;
  /** The node of a position that has no conflicts and one slot, or -1. */
  readonly free: Int32Array;
  /** The next position of the same free node, or `count`. */
  readonly next: Int32Array;
  /** Nodes of a position that is not free; none when it belongs to a group that cannot be whole. */
  readonly at: readonly (readonly number[])[];
  /** Which slot of its group's nodes the position fills. */
  readonly slot: Int32Array;
  /** The first position from here on that is not free; one more entry than positions. */
  readonly nextBound: Int32Array;
  readonly components: readonly Component[];
  /** No sum above this is ever needed, but for a single unit larger than it. */
  readonly cap: number;
  readonly width: number;
  readonly least: number;
  readonly percent: number;
  readonly years: number;
}

/** Variants of one group (which transferred achievement fills which slot); more is refused. */
const MOST_VARIANTS = 2000;
const NONE: readonly number[] = [];

export interface Rule {
  readonly minCredits: number;
  readonly windowYears: number;
  readonly majorPercent: number;
}

/** Orders the countable entries and turns them into choices and their conflicts. */
export function buildModel(countable: readonly Entry[], chain: Int32Array, rule: Rule): Model {
  const entries = [...countable].sort(byDateThenId);
  const count = entries.length;
  const day = new Int32Array(count);
  for (let p = 0; p < count; p += 1) {
    const same = p > 0 && entries[p - 1]!.countingDate === entries[p]!.countingDate;
    day[p] = same ? day[p - 1]! : dayNumber(entries[p]!.countingDate);
  }
  const end = new Int32Array(count);
  for (let p = 0, last = 0; p < count; p += 1) {
    if (p > 0 && day[p] === day[p - 1]) end[p] = end[p - 1]!;
    else {
      const limit = addYearsToDay(day[p]!, rule.windowYears);
      while (last + 1 < count && day[last + 1]! <= limit) last += 1;
      end[p] = last;
    }
  }
  const { nodes, slot } = makeNodes(entries, chain);
  return { ...connect(nodes, count, rule), count, entries, day, end, slot };
}

const byDateThenId = (a: Entry, b: Entry): number =>
  a.countingDate < b.countingDate ? -1 : a.countingDate > b.countingDate ? 1 : a.achievement.id < b.achievement.id ? -1 : 1;

interface GrowingNode extends Node {
  readonly slots: readonly number[][];
}

function makeNodes(entries: readonly Entry[], chain: Int32Array): { nodes: readonly Node[]; slot: Int32Array } {
  const shared = sharedChains(entries, chain);
  const nodes: Node[] = [];
  const byLineage = new Map<string, GrowingNode[]>();
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
    const own = shared === null ? -1 : shared.has(chain[index]!) ? chain[index]! : -1;
    const field = fieldIndex(outcome.field);
    const known = byLineage.get(outcome.lineage);
    const twin = known?.find(
      (node) =>
        node.credits === outcome.credits &&
        node.field === field &&
        (node.chains[0] ?? -1) === own &&
        sameList(node.excludes, outcome.excludes),
    );
    if (twin !== undefined) {
      twin.slots[0]!.push(p);
      continue;
    }
    const node: GrowingNode = {
      credits: outcome.credits,
      field,
      slots: [[p]],
      group: -1,
      names: [outcome.lineage],
      excludes: outcome.excludes,
      chains: own < 0 ? NONE : [own],
    };
    nodes.push(node);
    if (known === undefined) byLineage.set(outcome.lineage, [node]);
    else known.push(node);
  }
  let group = 0;
  for (const positions of groups.values()) {
    nodes.push(...wholeGroups(entries, positions, group, slot, chain, shared));
    group += 1;
  }
  return { nodes, slot };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

/** Chains that two or more countable entries share; null when there is none. */
function sharedChains(entries: readonly Entry[], chain: Int32Array): ReadonlySet<number> | null {
  let shared: Set<number> | null = null;
  const seen = new Set<number>();
  for (const { index } of entries) {
    const root = chain[index]!;
    if (root === index && !seen.has(root)) {
      seen.add(root);
      continue;
    }
    if (seen.has(root)) (shared ??= new Set()).add(root);
    seen.add(root);
  }
  return shared;
}

/** Every way in which the group can be whole, one node each: they differ only in which transferred achievement they rest on. */
function wholeGroups(
  entries: readonly Entry[],
  positions: readonly number[],
  group: number,
  slot: Int32Array,
  chain: Int32Array,
  shared: ReadonlySet<number> | null,
): readonly Node[] {
  const first = entries[positions[0]!]!.outcome;
  const standard = first.group;
  if (standard === null) return [];
  const members = new Map<string, { readonly slot: number; readonly byChain: Map<number, number[]> }>();
  const names = new Set([standard.lineage]);
  const excludes = new Set<string>();
  for (const p of positions) {
    const { outcome, index } = entries[p]!;
    let member = members.get(outcome.id);
    if (member === undefined) {
      member = { slot: members.size, byChain: new Map() };
      members.set(outcome.id, member);
      names.add(outcome.lineage);
      for (const excluded of outcome.excludes) excludes.add(excluded);
    }
    slot[p] = member.slot;
    const own = shared?.has(chain[index]!) === true ? chain[index]! : -1;
    const same = member.byChain.get(own);
    if (same === undefined) member.byChain.set(own, [p]);
    else same.push(p);
  }
  if (members.size < standard.members) return [];
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
  const common = { credits: standard.credits, field: fieldIndex(first.field), group, names: [...names], excludes: [...excludes] };
  return variants.map((variant) => ({ ...common, ...variant }));
}

type Connected = Omit<Model, 'count' | 'entries' | 'day' | 'end' | 'slot'>;

function connect(nodes: readonly Node[], count: number, rule: Rule): Connected {
  const components = makeComponents(nodes);
  const bound = new Uint8Array(nodes.length);
  for (const component of components) for (const node of component.nodes) bound[node] = 1;
  const free = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(count);
  const at: (readonly number[])[] = new Array<readonly number[]>(count).fill(NONE);
  const growing = new Map<number, number[]>();
  const credits = new Int32Array(nodes.length);
  const field = new Int32Array(nodes.length);
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n]!;
    credits[n] = node.credits;
    field[n] = node.field;
    if (bound[n] === 0) {
      const positions = node.slots[0]!;
      for (let index = 0; index < positions.length; index += 1) {
        free[positions[index]!] = n;
        next[positions[index]!] = positions[index + 1] ?? count;
      }
      continue;
    }
    for (const positions of node.slots) {
      for (const p of positions) {
        const known = growing.get(p);
        if (known === undefined) growing.set(p, [n]);
        else known.push(n);
      }
    }
  }
  for (const [p, known] of growing) at[p] = known;
  const nextBound = new Int32Array(count + 1).fill(count);
  for (let p = count - 1; p >= 0; p -= 1) nextBound[p] = at[p]!.length > 0 ? p : nextBound[p + 1]!;
  const cap = 2 * rule.minCredits - 2;
  return {
    nodes,
    credits,
    field,
    free,
    next,
    at,
    nextBound,
    components,
    cap: Math.max(cap, rule.minCredits),
    width: (Math.max(cap, rule.minCredits) >>> 5) + 1,
    least: rule.minCredits,
    percent: rule.majorPercent,
    years: rule.windowYears,
  };
}
