import type { Field, LocalDate, RecordId } from '../record/portable-record.ts';

/** Why an achievement can never count on its own account; the first that applies, in this order (contracts 3). */
export const EXCLUSION_REASONS = [
  'after-as-of',
  'not-achieved',
  'not-confirmed',
  'withdrawn',
  'outcome-not-accredited',
  'provider-not-accredited',
  'assessed-too-late',
  'already-used',
  'zero-credit',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** One way to make the award. Credits are whole New Zealand credits. */
export interface AwardOption {
  readonly major: Field | null;
  readonly credits: number;
  readonly counted: readonly RecordId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly fieldCredits: Readonly<Partial<Record<Field | 'unclassified', number>>>;
}

export interface MissingCredits {
  readonly credits: number;
  readonly from: LocalDate | null;
  readonly by: LocalDate | null;
  readonly counted: readonly RecordId[];
}

export interface MajorStanding {
  readonly field: Field;
  readonly missing: number;
  readonly by: LocalDate | null;
}

/** The answer of `decide` for an award that is stacked, in the form of contracts 3. */
export interface Decision {
  readonly award: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly asOf: LocalDate;
  readonly eligible: boolean;
  readonly options: readonly AwardOption[];
  readonly excluded: readonly { readonly achievement: RecordId; readonly reason: ExclusionReason }[];
  readonly missing: MissingCredits | null;
  readonly majors: readonly MajorStanding[];
  readonly expiring: readonly { readonly achievement: RecordId; readonly on: LocalDate }[];
}

/** The answer for a selection that the learner edited (contracts 3, `--select`). */
export interface SelectionDecision {
  readonly award: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly asOf: LocalDate;
  readonly selection: {
    readonly valid: boolean;
    readonly credits: number;
    readonly from: LocalDate | null;
    readonly to: LocalDate | null;
    readonly majors: readonly Field[];
    readonly problems: readonly { readonly code: string; readonly achievements: readonly RecordId[] }[];
  };
}

/** An answer without a day: a record without achievements, when no day was asked for. */
export type Undated<Answer extends { readonly asOf: LocalDate }> = Omit<Answer, 'asOf'> & { readonly asOf: LocalDate | null };
