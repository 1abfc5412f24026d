import type { Decision, Undated } from '../../award/decision.ts';
import type { LocalDate, RecordId } from '../../record/portable-record.ts';

/** Why an achievement can never count for this award on its own account; the first that applies, in this order. */
export const AWARD_REASONS = [
  'after-as-of',
  'not-achieved',
  'not-confirmed',
  'withdrawn',
  'outcome-not-accredited',
  'provider-not-accredited',
  'assessed-too-late',
  'already-used',
  'not-credit-bearing',
  'kind-not-counted',
  'mode-not-counted',
  'level-not-counted',
  'expired',
  'no-size',
] as const;
export type AwardReason = (typeof AWARD_REASONS)[number];

/** Why one that may count was not counted here. */
export const LEFT_OUT = ['same-learning', 'excluded-pair', 'over-cap', 'not-needed', 'not-a-part', 'group-not-whole'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** One thing that the award asks for, in whole minutes or in numbers of parts, and what there is. */
export type Gate =
  | { readonly gate: 'size'; readonly need: number; readonly have: number; readonly met: boolean }
  | { readonly gate: 'at-level'; readonly level: string; readonly need: number; readonly have: number; readonly met: boolean }
  | {
      readonly gate: 'cap';
      readonly on: string;
      readonly percent: number;
      readonly most: number;
      readonly have: number;
      readonly met: boolean;
    }
  | { readonly gate: 'parts'; readonly role: string; readonly need: number; readonly have: number; readonly met: boolean };

export interface PartStanding {
  readonly ref: string;
  readonly role: string;
  /** The achievement that holds it, or the definition below that can be claimed. */
  readonly held: string | null;
}

/** The answer for an award of any framework. Sizes are whole minutes. */
export interface AwardDecision {
  readonly framework: string;
  readonly award: string;
  readonly version: string;
  readonly definition: string | null;
  readonly asOf: LocalDate | null;
  readonly eligible: boolean;
  /** The way that makes the award, where there are several. */
  readonly route: string | null;
  /** Who makes the award, where shares of other institutions are capped: the one asked for, else the one that counts most. */
  readonly institution: string | null;
  /** What is counted, in minutes of the framework's unit, and what was rounded away in reading sizes of another. */
  readonly minutes: number;
  readonly rounded: number;
  readonly counted: readonly RecordId[];
  readonly excluded: readonly { readonly achievement: RecordId; readonly reason: AwardReason }[];
  readonly leftOut: readonly { readonly achievement: RecordId; readonly why: LeftOut }[];
  readonly gates: readonly Gate[];
  readonly parts: readonly PartStanding[];
  /** Minutes still needed where the award is made by size; 0 when there are enough. */
  readonly missing: number;
  /** Credits x level of what is counted, as a decimal; null where the framework has none. */
  readonly points: string | null;
  readonly use: 'keeps' | 'spends' | 'debits';
  /** The last day on which the award holds without renewal, when it is made now. */
  readonly validUntil: LocalDate | null;
  /** Parts that are certified to who leaves before the whole is made; null where the framework has no such certificate. */
  readonly cumulative: readonly string[] | null;
  /** The first day on which each counted achievement no longer counts; empty where credit does not age. */
  readonly expiring: readonly { readonly achievement: RecordId; readonly on: LocalDate }[];
  /** The answer of the window and major, for an award that is stacked (contracts 3). */
  readonly stack: Undated<Decision> | null;
}
