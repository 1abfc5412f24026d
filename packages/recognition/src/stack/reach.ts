import { fold, type FreeSums, hasBit, reachesOwn, reachesWith } from './bits.ts';
import { componentPairs } from './choices.ts';
import { type Component, hasField } from './component.ts';
import type { Model } from './model.ts';
import { reachesTangled, startTangle } from './tangle.ts';

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

/** Whether the node's slots can all be filled from positions lo to hi. */
export function isOpen(slots: readonly (readonly number[])[], lo: number, hi: number): boolean {
  for (let s = 0; s < slots.length; s += 1) if (!anyWithin(slots[s]!, lo, hi)) return false;
  return true;
}

function anyWithin(positions: readonly number[], lo: number, hi: number): boolean {
  for (let at = 0; at < positions.length; at += 1) if (positions[at]! >= lo && positions[at]! <= hi) return true;
  return false;
}

/** Positions that a question is about, and what is decided among them. */
export interface Span {
  readonly goal: number;
  readonly lo: number;
  readonly hi: number;
  readonly decided: Decided | null;
}

/**
 * Whether exactly `own` credits of the goal's field and `other` of all else can be reached, with free nodes and components. The
 * caller empties `model.joined` whenever the span or what is decided changes; until then what is joined stays.
 */
export function reaches(model: Model, span: Span, free: FreeSums, own: number, other: number): boolean {
  const { joined } = model;
  if (joined.holds === 'nothing') join(model, span, true);
  if (joined.holds === 'impossible') return false;
  if (joined.holds === 'needed') {
    // Components of other fields seldom matter: all else is seldom short, and never helps when it is the field that is short.
    if (joined.tangle === null) {
      if (reachesWith(joined, model.width, free, own, other)) return true;
      if (!reachesOwn(joined, model.width, free, own)) return false;
    }
    join(model, span, false);
  }
  if (joined.tangle !== null) return reachesTangled(model, joined.tangle, free, own, other);
  return reachesWith(joined, model.width, free, own, other);
}

/** Joins the components that are needed, which are those with the goal's field and those with a group that is begun; or all others. */
function join(model: Model, span: Span, needed: boolean): void {
  const { components, joined, width, home } = model;
  const begun = span.decided === null ? NONE : span.decided.begun;
  if (needed) {
    joined.rows = 1;
    joined.words.fill(0, 0, width);
    joined.words[0] = 1;
    joined.tangle = null;
  }
  joined.holds = needed ? 'needed' : 'all';
  for (let at = 0; at < components.length; at += 1) {
    const component = components[at]!;
    const here = begun.length === 0 ? NONE : begun.filter((one) => home[one.nodes[0]!] === at);
    if (needed !== (here.length > 0 || hasField(component, span.goal))) continue;
    if (here.length === 0 && (component.last < span.lo || component.first > span.hi)) continue;
    const choices = openBeside(model, component, span, here);
    if (choices.length === 0) {
      joined.holds = 'impossible';
      return;
    }
    const pairs = pairsOfAny(model, component, span.goal, choices);
    if (pairs === null) joined.tangle = startTangle(component, span.goal, choices);
    else if (pairs.length > 2) fold(joined, model.beside, pairs, model);
  }
}

const NONE: readonly Begun[] = [];

/** What any one of some sets of open nodes can add; null when one of them is too tangled to try every choice. */
function pairsOfAny(
  model: Model,
  component: Component,
  goal: number,
  choices: readonly (readonly number[])[],
): Int32Array | null {
  if (choices.length === 1) return componentPairs(component, choices[0]!, goal, model);
  const found = new Map<number, readonly [number, number]>();
  for (const open of choices) {
    const pairs = componentPairs(component, open, goal, model);
    if (pairs === null) return null;
    for (let at = 0; at < pairs.length; at += 2) found.set(pairs[at]! * 0x10000 + pairs[at + 1]!, [pairs[at]!, pairs[at + 1]!]);
  }
  return Int32Array.from([...found.values()].flat());
}

/**
 * The local nodes of a component that are open in the span beside what is decided: one set, or one for every way in which the begun
 * groups can still be made whole; none when they cannot.
 */
function openBeside(model: Model, component: Component, span: Span, begun: readonly Begun[]): readonly (readonly number[])[] {
  const { nodes, credits, cap } = model;
  const { lo, hi, decided } = span;
  const open: number[] = [];
  for (let local = 0; local < component.nodes.length; local += 1) {
    const n = component.nodes[local]!;
    if (credits[n]! > cap) continue;
    if (decided !== null && (decided.taken[n] === 1 || decided.blocked[n]! > 0)) continue;
    if (begun.some((one) => one.nodes.includes(n))) continue;
    if (isOpen(nodes[n]!.slots, lo, hi)) open.push(local);
  }
  if (begun.length === 0 || decided === null) return [open];
  return besideBegun(model, component, { ...span, decided }, begun, open);
}

/** Tries every variant of the begun groups that fits what is chosen. */
function besideBegun(
  model: Model,
  component: Component,
  span: Span & { readonly decided: Decided },
  begun: readonly Begun[],
  open: readonly number[],
): readonly (readonly number[])[] {
  const [first, ...rest] = begun;
  if (first === undefined) return [open];
  const size = component.nodes.length;
  return first.nodes.flatMap((n) => {
    if (span.decided.blocked[n]! > 0 || !fits(model.nodes[n]!.slots, first.chosen, span.lo, span.hi)) return [];
    const local = model.place[n]!;
    const apart = (other: number): boolean => component.adjacent[local * size + other] === 0;
    const others = rest.map((one) => ({ ...one, nodes: one.nodes.filter((node) => apart(model.place[node]!)) }));
    return besideBegun(model, component, span, others, open.filter(apart));
  });
}

function fits(slots: readonly (readonly number[])[], chosen: Int32Array, lo: number, hi: number): boolean {
  for (let s = 0; s < slots.length; s += 1) {
    const taken = chosen[s]!;
    if (taken >= 0 ? !slots[s]!.includes(taken) : !anyWithin(slots[s]!, lo, hi)) return false;
  }
  return true;
}

/** The same as `reaches` without any component. */
export const reachesAlone = ({ a, b, at }: FreeSums, own: number, other: number): boolean =>
  hasBit(a, at, own) && hasBit(b, at, other);
