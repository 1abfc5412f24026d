import { freeTables } from './free.ts';
import { type Begun, type Decided, reaches, reachesAlone } from './reach.ts';
import type { Model } from './model.ts';
import type { Bounds, Value } from './best-value.ts';

/** A group that is begun, open to change while the walk goes on. */
interface BeginningGroup extends Begun {
  readonly chosen: Int32Array;
}

/** Space that the walks of one model share. */
export interface WalkSpace {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly taken: Uint8Array;
  readonly blocked: Int32Array;
}

export const walkSpace = (model: Model): WalkSpace => ({
  a: new Uint32Array((model.count + 1) * model.width),
  b: new Uint32Array((model.count + 1) * model.width),
  taken: new Uint8Array(model.nodes.length),
  blocked: new Int32Array(model.nodes.length),
});

/**
 * The tie-break of contracts 3: walks the achievements by counting date and id and takes each one whenever a selection of the best
 * value with it, and with what is already taken, still exists. The first that can be taken is the oldest of the answer, so it
 * fixes the window.
 */
export function walkAllWindows(model: Model, goal: number, value: Value, bounds: Bounds, space: WalkSpace): readonly number[] {
  if (value.single) return walkSingle(model, goal, value);
  const other = value.total - value.own;
  for (let p = 0; p < model.count; p += 1) {
    const node = model.free[p]! >= 0 ? model.free[p]! : (model.at[p]![0] ?? -1);
    if (node < 0 || model.credits[node]! > (model.field[node] === goal ? value.own : other)) continue;
    const hi = model.end[p]!;
    // A group's credit stands on its first slot, which may come later in the window or, when it is this one, is counted here.
    const own = bounds.own[hi + 1]! - bounds.own[p]!;
    const total = bounds.total[hi + 1]! - bounds.total[p]!;
    if (own < value.own || total - own < other) continue;
    const found = walkWindow(model, goal, { own: value.own, other, lo: p, hi, first: true }, space);
    if (found !== null) return found;
  }
  throw new Error('a value that was proved has a selection');
}

/** The units of exactly that size, each worth the whole: the walk takes one of them. */
function walkSingle(model: Model, goal: number, value: Value): readonly number[] {
  const credits = model.credits.map((own, n) =>
    own === value.total && (goal < 0 || model.field[n] === goal) ? model.least : model.cap + 1,
  );
  const components = model.components.map((component) => ({ ...component, found: new Map<number | string, Int32Array>() }));
  const only: Model = { ...model, credits, components };
  const own = goal < 0 ? 0 : model.least;
  const space = walkSpace(only);
  for (let p = 0; p < model.count; p += 1) {
    const found = walkWindow(only, goal, { own, other: model.least - own, lo: p, hi: model.end[p]!, first: true }, space);
    if (found !== null) return found;
  }
  throw new Error('a value that was proved has a selection');
}

export interface Target {
  /** Credits of the goal's field still to find, and of all else. */
  readonly own: number;
  readonly other: number;
  readonly lo: number;
  readonly hi: number;
  /** Whether the position `lo` must be taken. */
  readonly first: boolean;
}

/** The walk inside one window; null when there is no selection of that value (with `lo` in it, where it must be). */
export function walkWindow(model: Model, goal: number, target: Target, space: WalkSpace): readonly number[] | null {
  const { lo, hi } = target;
  const { free, next, credits, field, width } = model;
  const begun: BeginningGroup[] = [];
  const decided: Decided & { begun: BeginningGroup[] } = {
    taken: space.taken.fill(0),
    blocked: space.blocked.fill(0),
    begun,
  };
  let { own, other } = target;
  let version = 0;
  // What the joined sums of the components were put together for.
  let span = { goal, lo: -1, hi, decided };
  let joinedVersion = 0;
  freeTables(model, goal, lo, hi, decided.taken, space.a, space.b);

  const possible = (from: number): boolean => {
    // The free nodes alone often suffice; then no component needs to be asked.
    const free = { a: space.a, b: space.b, at: from * width };
    if (begun.length === 0 && reachesAlone(free, own, other)) return true;
    if (model.components.length === 0) return false;
    const at = Math.min(model.nextBound[from]!, hi + 1);
    if (span.lo !== at || joinedVersion !== version) {
      span = { goal, lo: at, hi, decided };
      joinedVersion = version;
      model.joined.holds = 'nothing';
    }
    return reaches(model, span, free, own, other);
  };
  const spend = (n: number, sign: number): void => {
    if (field[n] === goal) own -= sign * credits[n]!;
    else other -= sign * credits[n]!;
  };
  const affordable = (n: number): boolean => credits[n]! <= (field[n] === goal ? own : other);

  const takeFree = (p: number, n: number): boolean => {
    if (decided.taken[n] === 1 || !affordable(n)) return false;
    const repeats = next[p]! <= hi;
    decided.taken[n] = 1;
    spend(n, 1);
    if (repeats) freeTables(model, goal, p + 1, hi, decided.taken, space.a, space.b);
    if (possible(p + 1)) return true;
    decided.taken[n] = 0;
    spend(n, -1);
    if (repeats) freeTables(model, goal, p + 1, hi, decided.taken, space.a, space.b);
    return false;
  };
  const block = (n: number, by: number): void => {
    const component = model.components[model.home[n]!]!;
    const size = component.nodes.length;
    const row = model.place[n]! * size;
    for (let local = 0; local < size; local += 1) {
      if (component.adjacent[row + local] === 1) decided.blocked[component.nodes[local]!]! += by;
    }
  };
  const takeBound = (p: number, n: number): boolean => {
    if (decided.taken[n] === 1 || decided.blocked[n]! > 0 || !affordable(n)) return false;
    decided.taken[n] = 1;
    block(n, 1);
    spend(n, 1);
    version += 1;
    if (possible(p + 1)) return true;
    decided.taken[n] = 0;
    block(n, -1);
    spend(n, -1);
    version += 1;
    return false;
  };
  const takeMember = (p: number, nodes: readonly number[]): boolean => {
    const n = nodes[0]!;
    const { group, slots } = model.nodes[n]!;
    const slot = model.slot[p]!;
    const going = begun.find((one) => one.group === group);
    if (going !== undefined) {
      if (going.chosen[slot]! >= 0) return false;
      going.chosen[slot] = p;
      version += 1;
      if (possible(p + 1)) return true;
      going.chosen[slot] = -1;
      version += 1;
      return false;
    }
    if (!affordable(n)) return false;
    const chosen = new Int32Array(slots.length).fill(-1);
    chosen[slot] = p;
    begun.push({ group, nodes, chosen });
    spend(n, 1);
    version += 1;
    if (possible(p + 1)) return true;
    begun.pop();
    spend(n, -1);
    version += 1;
    return false;
  };

  if (!target.first && !possible(lo)) return null;
  const taken: number[] = [];
  for (let p = lo; p <= hi; p += 1) {
    if (own === 0 && other === 0 && !begun.some(({ chosen }) => chosen.includes(-1))) break;
    const nodes = model.at[p]!;
    const took =
      free[p]! >= 0
        ? takeFree(p, free[p]!)
        : nodes.length > 0 && (model.nodes[nodes[0]!]!.group < 0 ? takeBound(p, nodes[0]!) : takeMember(p, nodes));
    if (took) taken.push(p);
    else if (target.first && p === lo) return null;
  }
  return taken;
}
