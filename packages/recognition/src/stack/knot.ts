import type { Sums } from './bits.ts';
import type { Component } from './component.ts';

/**
 * A component of which too much hangs together to try every choice. A question about it is answered by what can be reached at least
 * and at most: `less` keeps only nodes that surely fit together, `more` forgets some of the clashes. Where the two disagree, one
 * node is tried, without and with it, until they agree: nothing is answered approximately.
 */
export interface Tangle {
  readonly component: Component;
  /** The field asked about, or -1. */
  readonly side: number;
  /** What is open, once for every way in which begun groups can be made whole. */
  readonly knots: readonly Knot[];
}

/** Open nodes, with what is known about them so far. */
export interface Knot {
  readonly open: readonly number[];
  less: Growing | null;
  more: Growing | null;
  /** One node tried: what stays open without it, and beside it. */
  split: { readonly local: number; readonly without: Knot; readonly beside: Knot } | null;
}

/** Sums to which sets of nodes are added, each whole choice of its own, only as long as a question needs them. */
export interface Growing {
  readonly sums: Sums;
  readonly left: (readonly number[])[];
}
