import { DecisionError } from '../award/decision-error.ts';
import { fold, type FreeSums, reachesOwn, reachesWith } from './bits.ts';
import { componentPairs, isSmall, partsOf, widestOf } from './choices.ts';
import type { Component } from './component.ts';
import type { Growing, Knot, Tangle } from './knot.ts';
import type { Model } from './model.ts';

/**
 * Search steps that all questions about one record may take; a step over many nodes counts for more. Beyond it the record is refused.
 * Records of 300 achievements with 600 exclusions take a few hundred. Those that come near are few lineages in many versions that
 * each exclude something else.
 */
export const MOST_STEPS = 20_000;

const tie = (open: readonly number[]): Knot => ({ open, less: null, more: null, split: null });

/** A tangle about which nothing has been asked. */
export const startTangle = (component: Component, side: number, choices: readonly (readonly number[])[]): Tangle => ({
  component,
  side,
  knots: choices.map(tie),
});

/** Whether exactly `own` and `other` can be reached with the tangle, the model's joined sums and the free ones. */
export function reachesTangled(model: Model, tangle: Tangle, free: FreeSums, own: number, other: number): boolean {
  const asked = (knot: Knot, a: number, b: number): boolean => {
    if (a < 0 || b < 0) return false;
    knot.less ??= start(model, tangle, knot.open, leastOf);
    if (grownReaches(model, tangle, knot.less, free, a, b)) return true;
    knot.more ??= start(model, tangle, knot.open, mostOf);
    if (!grownReaches(model, tangle, knot.more, free, a, b)) return false;
    knot.split ??= splitOf(tangle, knot.open);
    const { local, without, beside } = knot.split;
    const node = tangle.component.nodes[local]!;
    const taken = model.credits[node]!;
    const ofSide = model.field[node] === tangle.side;
    return asked(beside, ofSide ? a - taken : a, ofSide ? b : b - taken) || asked(without, a, b);
  };
  return tangle.knots.some((knot) => asked(knot, own, other));
}

function splitOf({ component }: Tangle, open: readonly number[]): NonNullable<Knot['split']> {
  const large = partsOf(component, open).filter((part) => !isSmall(component, part));
  const local = widestOf(component, large[0] ?? open);
  const size = component.nodes.length;
  return {
    local,
    without: tie(open.filter((other) => other !== local)),
    beside: tie(open.filter((other) => other !== local && component.adjacent[local * size + other] === 0)),
  };
}

/** Some of a part's nodes, in sets that do not clash with one another. */
type Sorting = (model: Model, tangle: Tangle, part: readonly number[]) => readonly (readonly number[])[];

/** The joined sums and what can be added to them: small parts as they are, large parts as they are sorted. What has the field is added at once. */
function start(model: Model, tangle: Tangle, open: readonly number[], sorting: Sorting): Growing {
  const { component, side } = tangle;
  model.steps.taken += 1 + (open.length >>> 6);
  if (model.steps.taken > MOST_STEPS)
    throw new DecisionError('too-entangled', 'The exclusions in this record need more search steps than are allowed.');
  const words = new Uint32Array((model.cap + 1) * model.width);
  words.set(model.joined.words.subarray(0, model.joined.rows * model.width));
  const growing: Growing = { sums: { rows: model.joined.rows, words }, left: [] };
  for (const part of partsOf(component, open)) {
    for (const set of isSmall(component, part) ? [part] : sorting(model, tangle, part)) {
      if (set.some((local) => model.field[component.nodes[local]!] === side)) add(model, tangle, growing, set);
      else growing.left.push(set);
    }
  }
  return growing;
}

/** Adds what a set can add that is a clique or small. */
function add(model: Model, { component, side }: Tangle, { sums }: Growing, set: readonly number[]): void {
  const pairs = componentPairs(component, set, side, model);
  if (pairs === null) throw new Error('a set that is added is a clique or small');
  fold(sums, model.beside, pairs, model);
}

function grownReaches(model: Model, tangle: Tangle, growing: Growing, free: FreeSums, own: number, other: number): boolean {
  const { sums, left } = growing;
  if (!reachesOwn(sums, model.width, free, own)) return false;
  while (!reachesWith(sums, model.width, free, own, other)) {
    const set = left.pop();
    if (set === undefined) return false;
    add(model, tangle, growing, set);
  }
  return true;
}

/** Nodes of the field asked about and all others, for they are counted apart. */
function bySide(model: Model, { component, side }: Tangle, part: readonly number[]): readonly (readonly number[])[] {
  const isOwn = (local: number): boolean => model.field[component.nodes[local]!] === side;
  return [part.filter(isOwn), part.filter((local) => !isOwn(local))];
}

/** As if nothing of the field clashed with anything else, and in what is large still, as if only the members of a clique clashed. */
const mostOf: Sorting = (model, tangle, part) =>
  bySide(model, tangle, part).flatMap((nodes) =>
    partsOf(tangle.component, nodes).flatMap((one) =>
      isSmall(tangle.component, one) ? [one] : cliquesOf(tangle.component, one),
    ),
  );

/** All of the field and what clashes with none of it; of what is large still, cliques without the nodes that clash with another one kept. */
const leastOf: Sorting = (model, tangle, part) => {
  const { component } = tangle;
  const kept = new Uint8Array(component.nodes.length);
  const apart = (local: number): boolean => component.clashes[local]!.every((other) => kept[other] === 0);
  const keep = (set: readonly number[]): void => {
    for (const local of set) kept[local] = 1;
  };
  return bySide(model, tangle, part).flatMap((nodes) => {
    const parts = partsOf(component, nodes.filter(apart));
    return parts.flatMap((one) => {
      if (isSmall(component, one)) {
        keep(one);
        return [one];
      }
      return cliquesOf(component, one).map((clique) => {
        const left = clique.filter(apart);
        keep(left);
        return left;
      });
    });
  });
};

/** Sorts nodes into cliques, each into one that it fits, those with few clashes first. */
function cliquesOf({ clashes }: Component, nodes: readonly number[]): readonly (readonly number[])[] {
  // 0 for a node that is not among them, -1 for one to come, else the number of its clique.
  const sorted = new Int32Array(clashes.length);
  for (const local of nodes) sorted[local] = -1;
  const clashing = (local: number): number => clashes[local]!.reduce((sum, other) => (sorted[other] === 0 ? sum : sum + 1), 0);
  const order = nodes.map((local) => ({ local, clashes: clashing(local) })).sort((x, y) => x.clashes - y.clashes);
  const cliques: number[][] = [];
  for (const { local } of order) {
    const near = clashes[local]!.map((other) => sorted[other]!);
    const fitting = near.find(
      (clique) => clique > 0 && near.filter((one) => one === clique).length === cliques[clique - 1]!.length,
    );
    if (fitting === undefined) {
      cliques.push([local]);
      sorted[local] = cliques.length;
    } else {
      cliques[fitting - 1]!.push(local);
      sorted[local] = fitting;
    }
  }
  return cliques;
}
