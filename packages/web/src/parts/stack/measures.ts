import type { StackInput } from './types.ts';

/** The measures of one size of the picture, in px. */
export interface Measures {
  readonly left: number;
  readonly plotWidth: number;
  readonly pxPerYear: number;
  readonly pxPerCredit: number;
  readonly block: number;
  readonly pile: number;
  readonly tab: number;
  readonly top: number;
  readonly font: number;
  readonly total: number;
}

export const MEASURES: Readonly<Record<StackInput['size'], Measures>> = {
  wide: { left: 34, plotWidth: 738, pxPerYear: 78, pxPerCredit: 9, block: 26, pile: 80, tab: 34, top: 84, font: 14, total: 1112 },
  still: {
    left: 34,
    plotWidth: 626,
    pxPerYear: 78,
    pxPerCredit: 9,
    block: 26,
    pile: 80,
    tab: 10,
    top: 50,
    font: 14,
    total: 1000,
  },
  narrow: {
    left: 22,
    plotWidth: 236,
    pxPerYear: 31.2,
    pxPerCredit: 10,
    block: 16,
    pile: 34,
    tab: 44,
    top: 88,
    font: 13,
    total: 350,
  },
};

/** Oldest first, then by id. */
export function byDate(a: { date: string; id: string }, b: { date: string; id: string }): number {
  return a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;
}

/** To a tenth of a px, so that pictures are short and the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
