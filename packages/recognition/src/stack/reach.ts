import { hasBit, isFull, reachTogether, shiftOr, type Sums } from './bits.ts';
import { type Component, componentPairs, hasField } from './component.ts';
import type { Model } from './model.ts';

/** A group that the walk has begun to take: which position fills each slot so far, -1 for those still to come. */
export interface Begun {
  readonly group: number;
  readonly nodes: readonly number[];
  readonly chosen: Int32Array;
}

/** What is already decided. Nothing is, when only the value of a window is asked for. */
export interface Decided {
  /** 1 for nodes that are taken. */
  readonly taken: Uint8Array;
  /** How many taken nodes conflict with each node. */
  readonly blocked: Int32Array;
  readonly begun: readonly Begun[];
}

/** Sums of the free nodes in positions lo to hi: `a` of the goal's field, `b` of all else. `goal` -1 puts all in `b`. */
export function freeSums(model: Model, goal: number, lo: number, hi: number, a: Uint32Array, b: Uint32Array): void {
  const { free, next, credits, field, width, cap } = model;
  a.fill(0);
  b.fill(0);
  a[0] = 1;
  b[0] = 1;
  let full = false;
  for (let p = lo; p <= hi; p += 1) {
    const node = free[p]!;
    if (node < 0 || next[p]! <= hi || credits[node]! > cap) continue;
    if (field[node] === goal) shiftOr(a, 0, a, 0, credits[node]!, width);
    else if (!full) {
      shiftOr(b, 0, b, 0, credits[node]!, width);
      full = isFull(b, 0, width);
    }
  }
}

/** The same from every position to hi, at `position * width`; nodes that are taken are left out. */
export function freeTables(
  model: Model,
  goal: number,
  lo: number,
  hi: number,
  taken: Uint8Array,
  a: Uint32Array,
  b: Uint32Array,
): void {
  const { free, next, credits, field, width, cap } = model;
  const base = (hi + 1) * width;
  a.fill(0, base, base + width);
  b.fill(0, base, base + width);
  a[base] = 1;
  b[base] = 1;
  let full = false;
  for (let p = hi; p >= lo; p -= 1) {
    const at = p * width;
    for (let word = at; word < at + width; word += 1) {
      a[word] = a[word + width]!;
      b[word] = b[word + width]!;
    }
    const node = free[p]!;
    if (node < 0 || next[p]! <= hi || taken[node] === 1 || credits[node]! > cap) continue;
    if (field[node] === goal) shiftOr(a, at, a, at, credits[node]!, width);
    else if (!full) {
      shiftOr(b, at, b, at, credits[node]!, width);
      full = isFull(b, at, width);
    }
  }
}

/** Whether the node's slots can all be filled from positions lo to hi. */
export function isOpen(slots: readonly (readonly number[])[], lo: number, hi: number): boolean {
  for (let s = 0; s < slots.length; s += 1) if (!anyWithin(slots[s]!, lo, hi)) return false;
  return true;
}

function anyWithin(positions: readonly number[], lo: number, hi: number): boolean {
  for (let at = 0; at < positions.length; at += 1) if (positions[at]! >= lo && positions[at]! <= hi) return true;
  return false;
}

/**
 * Sums of all components in positions lo to hi beside what is decided; null when a begun group cannot be made whole. They stand in
 * the model's room until the next call.
 */
export function boundSums(model: Model, goal: number, lo: number, hi: number, decided: Decided | null): Sums | null {
  const { components, joined, width } = model;
  joined.rows = 1;
  joined.words.fill(0, 0, width);
  joined.words[0] = 1;
  // A group that is begun must be made whole, so its component is asked even when nothing of it is left.
  const begun = decided !== null && decided.begun.length > 0;
  // Components without the field keep to one row, so they come first.
  for (let pass = goal < 0 ? 1 : 0; pass < 2; pass += 1) {
    for (const component of components) {
      if ((!begun && (component.last < lo || component.first > hi)) || hasField(component, goal) !== (pass === 1 && goal >= 0)) continue;
      const pairs = pairsBeside(model, component, goal, lo, hi, decided);
      if (pairs === null) return null;
      if (pairs.length > 2) fold(model, pairs);
    }
  }
  return joined;
}

/** Adds to the joined sums what pairs can add; 0, 0 is always one of them. */
function fold({ joined, beside, width, cap }: Model, pairs: Int32Array): void {
  const { words, rows } = joined;
  let most = 0;
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at]! > most) most = pairs[at]!;
  const last = Math.min(rows + most, cap + 1);
  for (let word = 0; word < rows * width; word += 1) beside[word] = words[word]!;
  words.fill(0, rows * width, last * width);
  joined.rows = last;
  for (let at = 0; at < pairs.length; at += 2) {
    const a = pairs[at]!;
    const b = pairs[at + 1]!;
    if (a === 0 && b === 0) continue;
    for (let row = 0; row < rows && row + a < last; row += 1)
      shiftOr(words, (row + a) * width, beside, row * width, b, width);
  }
}

const NONE: readonly Begun[] = [];

function pairsBeside(
  model: Model,
  component: Component,
  goal: number,
  lo: number,
  hi: number,
  decided: Decided | null,
): Int32Array | null {
  const { nodes, credits, cap } = model;
  const open: number[] = [];
  const here =
    decided === null || decided.begun.length === 0
      ? NONE
      : decided.begun.filter((one) => component.nodes.includes(one.nodes[0]!));
  for (let local = 0; local < component.nodes.length; local += 1) {
    const n = component.nodes[local]!;
    if (credits[n]! > cap) continue;
    if (decided !== null) {
      if (decided.taken[n] === 1 || decided.blocked[n]! > 0) continue;
      if (here.some((one) => one.nodes.includes(n))) continue;
    }
    if (isOpen(nodes[n]!.slots, lo, hi)) open.push(local);
  }
  if (here.length === 0 || decided === null) return componentPairs(component, open, goal, model);
  return besideBegun(model, component, goal, { lo, hi, decided }, here, open);
}

interface Span {
  readonly lo: number;
  readonly hi: number;
  readonly decided: Decided;
}

/** Tries every variant of the begun groups that fits what is chosen, and joins what the rest can add beside each. */
function besideBegun(
  model: Model,
  component: Component,
  goal: number,
  span: Span,
  begun: readonly Begun[],
  open: readonly number[],
): Int32Array | null {
  const [first, ...rest] = begun;
  if (first === undefined) return componentPairs(component, open, goal, model);
  const size = component.nodes.length;
  const joined = new Map<number, readonly [number, number]>();
  let possible = false;
  for (const n of first.nodes) {
    if (span.decided.blocked[n]! > 0 || !fits(model.nodes[n]!.slots, first.chosen, span.lo, span.hi)) continue;
    const local = component.nodes.indexOf(n);
    const apart = (other: number): boolean => component.adjacent[local * size + other] === 0;
    const others = rest.map((one) => ({ ...one, nodes: one.nodes.filter((node) => apart(component.nodes.indexOf(node))) }));
    if (others.some((one) => one.nodes.length === 0)) continue;
    const pairs = besideBegun(model, component, goal, span, others, open.filter(apart));
    if (pairs === null) continue;
    possible = true;
    for (let at = 0; at < pairs.length; at += 2) joined.set(pairs[at]! * 0x10000 + pairs[at + 1]!, [pairs[at]!, pairs[at + 1]!]);
  }
  return possible ? Int32Array.from([...joined.values()].flat()) : null;
}

function fits(slots: readonly (readonly number[])[], chosen: Int32Array, lo: number, hi: number): boolean {
  for (let s = 0; s < slots.length; s += 1) {
    const taken = chosen[s]!;
    if (taken >= 0 ? !slots[s]!.includes(taken) : !anyWithin(slots[s]!, lo, hi)) return false;
  }
  return true;
}

/** Whether exactly `own` credits of the goal's field and `other` of all else can be reached. */
export function reaches(
  sums: Sums,
  a: Uint32Array,
  aAt: number,
  b: Uint32Array,
  bAt: number,
  own: number,
  other: number,
  width: number,
): boolean {
  for (let row = 0; row < sums.rows && row <= own; row += 1) {
    const left = own - row;
    if (((a[aAt + (left >>> 5)]! >>> (left & 31)) & 1) === 1 && reachTogether(sums.words, row * width, b, bAt, other))
      return true;
  }
  return false;
}

/** The same without any component. */
export const reachesAlone = (a: Uint32Array, aAt: number, b: Uint32Array, bAt: number, own: number, other: number): boolean =>
  hasBit(a, aAt, own) && hasBit(b, bAt, other);
