import { shiftOr, type Sums } from './bits.ts';
import { type Component, hasField, MOST_UNITS } from './component.ts';

export interface Asked {
  readonly credits: Int32Array;
  readonly field: Int32Array;
  readonly cap: number;
  readonly width: number;
}

/**
 * What the open local nodes of a component can add, as pairs (credits in the goal field, other credits), flat; always with 0, 0.
 * `goal` is a field index, or -1 when no field matters. Null when too many of them hang together to try every choice.
 */
export function componentPairs(component: Component, open: readonly number[], goal: number, asked: Asked): Int32Array | null {
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

/** What nodes can add of which one at most is taken. */
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

/** The connected parts of some nodes of a component. */
export function partsOf({ clashes }: Component, among: readonly number[]): readonly (readonly number[])[] {
  const left = new Uint8Array(clashes.length);
  for (const local of among) left[local] = 1;
  const found: number[][] = [];
  for (const start of among) {
    if (left[start] === 0) continue;
    left[start] = 0;
    const part = [start];
    for (let at = 0; at < part.length; at += 1) {
      for (const other of clashes[part[at]!]!) {
        if (left[other] === 0) continue;
        left[other] = 0;
        part.push(other);
      }
    }
    found.push(part);
  }
  return found;
}

/** Whether a part has few enough units to try every choice. */
export function isSmall(component: Component, part: readonly number[]): boolean {
  if (part.length <= MOST_UNITS) return true;
  let left = part;
  for (let units = 0; units < MOST_UNITS && left.length > 0; units += 1) {
    const unit = twinsOf(component, left[0]!, part);
    left = left.filter((local) => !unit.includes(local));
  }
  return left.length === 0;
}

/** The node and those that clash with it and with all that it clashes with, and with nothing else of the part: they are one unit. */
function twinsOf({ adjacent, nodes }: Component, local: number, part: readonly number[]): readonly number[] {
  const size = nodes.length;
  const alike = (other: number): boolean =>
    adjacent[local * size + other] === 1 &&
    part.every((one) => one === local || one === other || adjacent[local * size + one] === adjacent[other * size + one]);
  return part.filter((other) => other === local || alike(other));
}

interface Branching {
  readonly component: Component;
  readonly side: number;
  readonly asked: Asked;
}

function search(component: Component, open: readonly number[], side: number, asked: Asked): Int32Array | null {
  if (!partsOf(component, open).every((part) => isSmall(component, part))) return null;
  const start: Sums = { rows: 1, words: new Uint32Array(asked.width) };
  start.words[0] = 1;
  return pairsOf(branch({ component, side, asked }, start, open), asked);
}

/** Adds to the sums all that independent choices among the nodes can add: branch on the unit with most conflicts, split what falls apart. */
function branch(branching: Branching, sums: Sums, nodes: readonly number[]): Sums {
  const { component } = branching;
  const size = component.nodes.length;
  let reached = sums;
  for (const part of partsOf(component, nodes)) {
    if (isClique(component, part)) {
      reached = union(reached, shifted(branching, reached, part));
      continue;
    }
    const unit = twinsOf(component, widestOf(component, part), part);
    const rest = part.filter((local) => !unit.includes(local));
    const without = branch(branching, reached, rest);
    const apart = rest.filter((local) => component.adjacent[unit[0]! * size + local] === 0);
    const beside = shifted(branching, reached, unit);
    reached = union(without, apart.length === 0 ? beside : branch(branching, beside, apart));
  }
  return reached;
}

/** The node of a part that clashes with most of the others. */
export function widestOf({ clashes }: Component, part: readonly number[]): number {
  const inside = new Uint8Array(clashes.length);
  for (const local of part) inside[local] = 1;
  let widest = part[0]!;
  let most = -1;
  for (const local of part) {
    let degree = 0;
    for (const other of clashes[local]!) degree += inside[other]!;
    if (degree > most) {
      most = degree;
      widest = local;
    }
  }
  return widest;
}

/** The sums with one of the unit's nodes added. */
function shifted({ component, side, asked }: Branching, sums: Sums, unit: readonly number[]): Sums {
  const { credits, field, cap, width } = asked;
  const ownOf = (local: number): number => (field[component.nodes[local]!] === side ? credits[component.nodes[local]!]! : 0);
  let most = 0;
  for (const local of unit) most = Math.max(most, ownOf(local));
  const rows = Math.min(sums.rows + most, cap + 1);
  const words = new Uint32Array(rows * width);
  for (const local of unit) {
    const a = ownOf(local);
    const b = credits[component.nodes[local]!]! - a;
    for (let row = 0; row < sums.rows && row + a < rows; row += 1)
      shiftOr(words, (row + a) * width, sums.words, row * width, b, width);
  }
  return { rows, words };
}

function union(a: Sums, b: Sums): Sums {
  const [large, small] = a.rows >= b.rows ? [a, b] : [b, a];
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
