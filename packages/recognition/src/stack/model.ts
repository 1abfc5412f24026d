import type { Entry } from '../award/context.ts';
import { addYearsToDay } from '../record/local-date.ts';
import type { Sums } from './bits.ts';
import { type Component, makeComponents } from './component.ts';
import { fieldIndex, UNCLASSIFIED } from './field.ts';
import type { Tangle } from './knot.ts';
import type { Node } from './node.ts';
import { type Choices, makeNodes } from './nodes.ts';

/** Sums of components, put together as far as a question needs. */
export interface Joined extends Sums {
  /** Which components are in them; `impossible` when one of those that must be cannot. */
  holds: 'nothing' | 'needed' | 'all' | 'impossible';
  /** The component that is too tangled to be put in, when it is one of them. */
  tangle: Tangle | null;
}

/** Countable achievements in order of counting date and id: a position is a place in that order. */
export interface Model {
  readonly count: number;
  readonly entries: readonly Entry[];
  /** Fields of the entries, each once, in the order of FIELDS. */
  readonly fields: readonly number[];
  readonly day: Int32Array;
  /** Last day of the window that begins at a position, and the last position within it. */
  readonly until: Int32Array;
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
  /** What a position stands for in a bound, and in which field: a group's credit stands on its first slot. */
  readonly weight: Int32Array;
  readonly weightField: Int32Array;
  readonly components: readonly Component[];
  /** No sum above this is ever needed, but for a single unit larger than it. */
  readonly cap: number;
  readonly width: number;
  readonly least: number;
  readonly percent: number;
  readonly years: number;
  /** Index of a node's component, or -1, and its place among the component's nodes. */
  readonly home: Int32Array;
  readonly place: Int32Array;
  /** Room in which the sums of the components are put together; each use undoes the one before. */
  readonly joined: Joined;
  readonly beside: Uint32Array;
  /** Search steps that tangles have taken, all questions together. */
  readonly steps: { taken: number };
}

export interface Rule {
  readonly minCredits: number;
  readonly windowYears: number;
  readonly majorPercent: number;
}

/** Orders the countable entries and turns them into choices and their conflicts. */
export function buildModel(countable: readonly Entry[], chain: Int32Array, rule: Rule): Model {
  const entries = inOrder(countable);
  const count = entries.length;
  const day = new Int32Array(count);
  const until = new Int32Array(count);
  const end = new Int32Array(count);
  for (let p = 0; p < count; p += 1) day[p] = entries[p]!.day;
  for (let p = 0, last = 0; p < count; p += 1) {
    const same = p > 0 && day[p] === day[p - 1];
    until[p] = same ? until[p - 1]! : addYearsToDay(day[p]!, rule.windowYears);
    while (last + 1 < count && day[last + 1]! <= until[p]!) last += 1;
    end[p] = last;
  }
  return { ...connect(makeNodes(entries, chain), count, rule), count, entries, fields: fieldsOf(entries), day, until, end };
}

/** By counting date and then id: each entry's day and place make one number, and ids are put in order within a day. */
function inOrder(countable: readonly Entry[]): readonly Entry[] {
  const count = countable.length;
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = countable[at]!.day * count + at;
  keys.sort();
  const entries: Entry[] = [];
  for (let p = 0; p < count; p += 1) entries.push(countable[keys[p]! - count * Math.floor(keys[p]! / count)]!);
  for (let from = 0, to = 1; from < count; from = to, to += 1) {
    while (to < count && entries[to]!.day === entries[from]!.day) to += 1;
    if (to === from + 1) continue;
    const oneDay = entries.slice(from, to).sort(byId);
    for (let p = from; p < to; p += 1) entries[p] = oneDay[p - from]!;
  }
  return entries;
}

const byId = (a: Entry, b: Entry): number => (a.achievement.id < b.achievement.id ? -1 : 1);

function fieldsOf(entries: readonly Entry[]): readonly number[] {
  const present = new Uint8Array(UNCLASSIFIED + 1);
  for (let p = 0; p < entries.length; p += 1) present[fieldIndex(entries[p]!.outcome.field)] = 1;
  const fields: number[] = [];
  for (let field = 0; field < UNCLASSIFIED; field += 1) if (present[field] === 1) fields.push(field);
  return fields;
}

const NONE: number[] = [];

type Connected = Omit<Model, 'count' | 'entries' | 'fields' | 'day' | 'until' | 'end'>;

function connect({ nodes, names, slot }: Choices, count: number, rule: Rule): Connected {
  const components = makeComponents(nodes, names);
  const home = new Int32Array(nodes.length).fill(-1);
  const place = new Int32Array(nodes.length);
  for (let index = 0; index < components.length; index += 1) {
    for (const [local, node] of components[index]!.nodes.entries()) {
      home[node] = index;
      place[node] = local;
    }
  }
  const free = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(count);
  const at = new Array<number[]>(count).fill(NONE);
  const credits = new Int32Array(nodes.length);
  const field = new Int32Array(nodes.length);
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n]!;
    credits[n] = node.credits;
    field[n] = node.field;
    if (home[n]! < 0) {
      const positions = node.slots[0]!;
      for (let index = 0; index < positions.length; index += 1) {
        free[positions[index]!] = n;
        next[positions[index]!] = positions[index + 1] ?? count;
      }
      continue;
    }
    for (const positions of node.slots) {
      for (const p of positions) {
        if (at[p] === NONE) at[p] = [n];
        else at[p]!.push(n);
      }
    }
  }
  const nextBound = new Int32Array(count + 1).fill(count);
  for (let p = count - 1; p >= 0; p -= 1) nextBound[p] = at[p]!.length > 0 ? p : nextBound[p + 1]!;
  const cap = largestSum(credits, rule.minCredits);
  const width = (cap >>> 5) + 1;
  const weight = new Int32Array(count);
  const weightField = new Int32Array(count);
  for (let p = 0; p < count; p += 1) {
    const node = free[p]! >= 0 ? free[p]! : slot[p] === 0 ? (at[p]![0] ?? -1) : -1;
    if (node < 0 || credits[node]! > cap) continue;
    weight[p] = credits[node]!;
    weightField[p] = field[node]!;
  }
  return {
    nodes,
    credits,
    field,
    free,
    next,
    at,
    slot,
    nextBound,
    weight,
    weightField,
    components,
    home,
    place,
    cap,
    width,
    least: rule.minCredits,
    percent: rule.majorPercent,
    years: rule.windowYears,
    joined: { holds: 'nothing', tangle: null, rows: 0, words: new Uint32Array((cap + 1) * width) },
    steps: { taken: 0 },
    beside: new Uint32Array((cap + 1) * width),
  };
}

/**
 * No best selection holds more than this, but for a single unit of more credits than twice the least. Take away one of its units,
 * one of another field where there is one: the share of the major does not fall, so the rest must be short of the least.
 */
function largestSum(credits: Int32Array, least: number): number {
  let largest = 1;
  for (let n = 0; n < credits.length; n += 1) {
    if (credits[n]! > largest && credits[n]! <= 2 * least - 2) largest = credits[n]!;
  }
  return Math.max(least, Math.min(2 * least - 2, least - 1 + largest));
}
