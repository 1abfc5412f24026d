/**
 * The portable record: one file that holds all a decision needs, so that anyone can re-run the decision without our
 * database (contracts 2). These are the parsed shapes; `parse-record.ts` turns untrusted JSON into them.
 */

/** A calendar date, `YYYY-MM-DD`, local to Pacific/Auckland. */
export type LocalDate = string;

/** Matches `[A-Za-z0-9._:-]{1,64}`; compared by code point. */
export type RecordId = string;

/** NZQA's 17 fields (domain 1.1), in slug order. */
export const FIELDS = [
  'agriculture-forestry-and-fisheries',
  'arts-and-crafts',
  'business',
  'community-and-social-services',
  'computing-and-information-technology',
  'core-generic',
  'education',
  'engineering-and-technology',
  'health',
  'humanities',
  'law-and-security',
  'manufacturing',
  'maori',
  'planning-and-construction',
  'sciences',
  'service-sector',
  'social-sciences',
] as const;
export type Field = (typeof FIELDS)[number];

export type AccreditationScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'field'; readonly field: Field; readonly maxLevel?: number }
  | { readonly kind: 'subfield'; readonly subfield: string; readonly maxLevel?: number }
  | { readonly kind: 'domain'; readonly domain: string; readonly maxLevel?: number }
  | { readonly kind: 'outcome'; readonly lineage: string };

export interface Accreditation {
  /** First day in force, inclusive. */
  readonly from: LocalDate;
  /** Last day in force, inclusive; null is open. */
  readonly to: LocalDate | null;
  readonly scope: readonly AccreditationScope[];
}

export interface Organisation {
  readonly id: RecordId;
  readonly name: string;
  readonly kind: string;
  readonly accreditations: readonly Accreditation[];
}

/** The standard that credit sits on when it belongs to a whole set of outcomes (domain A1). */
export interface OutcomeGroup {
  readonly id: RecordId;
  readonly lineage: string;
  readonly credits: number;
  readonly members: number;
}

export interface OutcomeSize {
  readonly minutes: number;
  readonly amount: string;
  readonly unit: string;
}

export interface Outcome {
  readonly id: RecordId;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly credits: number;
  readonly level: number | null;
  readonly field: Field | null;
  readonly subfield: string | null;
  readonly domain: string | null;
  readonly lineage: string;
  readonly accredited: boolean;
  readonly excludes: readonly string[];
  readonly group: OutcomeGroup | null;
  readonly lastAssessment: LocalDate | null;
  readonly size?: OutcomeSize | null;
  readonly kind?: string | null;
  readonly creditBearing?: boolean;
  readonly levelLabel?: string | null;
}

export type Result = 'achieved' | 'merit' | 'excellence' | 'not-achieved';
export type Mode = 'assessed' | 'rpl' | 'crt';
export type AchievementStatus = 'confirmed' | 'provisional' | 'withdrawn';

export interface Achievement {
  readonly id: RecordId;
  readonly outcome: RecordId;
  readonly provider: RecordId;
  readonly date: LocalDate;
  readonly result: Result;
  readonly mode: Mode;
  readonly originalDate: LocalDate | null;
  readonly source: RecordId | null;
  readonly status: AchievementStatus;
  readonly usedIn: readonly string[];
  readonly alsoCountedIn: readonly string[];
}

export interface RecognitionRecord {
  readonly type: 'RecognitionRecord';
  readonly version: 1;
  readonly framework?: string;
  readonly learner?: { readonly id: RecordId; readonly name?: string };
  readonly organisations: readonly Organisation[];
  readonly outcomes: readonly Outcome[];
  readonly achievements: readonly Achievement[];
}
