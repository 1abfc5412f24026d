/** A calendar date, YYYY-MM-DD. */
export type LocalDate = string;

/** How one outcome stands in the picture. */
export type Standing = 'counted' | 'spare' | 'outside' | 'waiting' | 'excluded';

/** One block of the picture: an outcome, or a group whose credit is earned as a whole. */
export interface StackItem {
  readonly id: string;
  readonly name: string;
  readonly field: string | null;
  /** Whole credits; the height of the block. */
  readonly credits: number;
  /** The counting date: where its left edge stands. */
  readonly date: LocalDate;
  readonly standing: Standing;
  /** The first day on which nothing new can stack with it, when that is within a year of today. */
  readonly leaves: LocalDate | null;
}

export interface StackWords {
  /** "40 credits", above the pile. */
  readonly total: string;
  readonly today: string;
  readonly byField: string;
  /** "60% of 40", beside the major. */
  readonly share: string;
  /** "14 more" and "by 15 Aug 2029", in the gap; null when there is none. */
  readonly gap: readonly [string, string] | null;
  /** The label of the frame. */
  readonly frame: string;
  field(field: string | null): string;
  leaves(date: LocalDate): string;
  /** Why a block hangs below the line, in two or three words. */
  below(item: StackItem): string;
}

export interface StackInput {
  readonly items: readonly StackItem[];
  /** The frame: from, and seven calendar years later. */
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  /** Null in a still picture of an award. */
  readonly today: LocalDate | null;
  readonly major: string | null;
  /** Credits that the award needs (40) and the share of the major in percent (51). */
  readonly need: number;
  readonly share: number;
  readonly size: 'wide' | 'narrow' | 'still';
  readonly words: StackWords;
}

export interface PlacedBlock {
  readonly item: StackItem;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The number on the block, when it fits. */
  readonly number: string | null;
}

export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: 'label' | 'leave' | 'quiet' | 'tick' | 'strong' | 'major' | 'total' | 'year';
  readonly anchor: 'start' | 'middle' | 'end';
  /** A quieter end of the same line. */
  readonly tail?: { readonly text: string; readonly kind: 'leave' | 'quiet' };
}

export interface PlacedLine {
  readonly d: string;
  readonly kind: 'grid' | 'axis' | 'need' | 'year' | 'step' | 'today' | '51c' | '51' | 'brace' | 'lead' | 'miss';
}

/** Everything of the picture, placed; a renderer only draws it. Lengths are px of the viewBox. */
export interface StackScene {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly base: number;
  };
  readonly frame: { readonly left: number; readonly right: number; readonly tab: number };
  readonly pxPerDay: number;
  readonly stair: readonly PlacedBlock[];
  readonly below: readonly PlacedBlock[];
  readonly pile: readonly PlacedBlock[];
  readonly lines: readonly PlacedLine[];
  readonly texts: readonly PlacedText[];
  /** What hangs below and was left out of the drawing, because it is too much to see. */
  readonly notDrawn: number;
}
