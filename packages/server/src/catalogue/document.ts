import type { Outcome } from '@recognition/recognition';

/** A text in its language (contracts 2b). */
export interface Text {
  readonly text: string;
  readonly lang: string;
}

/** What a learner earns, becomes competent in, or showcases, tied to a public scheme (S2). */
export interface SkillStatement {
  readonly uri: string;
  readonly scheme: string;
  readonly label: string;
  readonly relation: 'earns' | 'competent' | 'showcases';
  readonly proficiency: string | null;
}

export type Status = 'draft' | 'in-review' | 'published' | 'expiring' | 'discontinued' | 'legacy';
export type ReviewCategory = 'A' | 'B' | 'C' | 'D';

/** An outcome as the catalogue file has it (contracts 2b). What a draft still lacks is null. */
export interface OutcomeDocument extends Omit<Outcome, 'credits' | 'size' | 'kind' | 'creditBearing' | 'levelLabel'> {
  readonly credits: number | null;
  readonly size: NonNullable<Outcome['size']> | null;
  readonly kind: string | null;
  readonly creditBearing: boolean;
  readonly levelLabel: string | null;
  /** The id of the organisation that answers for the definition. */
  readonly developer: string | null;
  readonly assessments: readonly Text[];
  readonly theory: readonly Text[];
  readonly practice: readonly Text[];
  readonly skills: readonly SkillStatement[];
  readonly status: Status;
  readonly registered: string | null;
  readonly replaces: { readonly lineage: string; readonly category: ReviewCategory } | null;
  readonly gradesAvailable: readonly string[];
}

/** A document as the database keeps it: with the key of its row. */
export interface KeptOutcome extends OutcomeDocument {
  readonly outcomeId: number;
  readonly developerId: number | null;
  readonly developerName: string | null;
  readonly subjects: readonly string[];
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  /** Moves with every change of what is written. */
  readonly revision: number;
  /** Since when it waits for a steward. */
  readonly submittedAt: Date | null;
  /** Until when what it replaces may still be assessed, as its developer proposes. */
  readonly previousUntil: string | null;
  /** The last day for assessment that its developer asks for, without a replacement. */
  readonly expiryAsked: string | null;
}

/** The parts of a definition that its developer writes. */
export type OutcomeContent = Pick<
  OutcomeDocument,
  | 'name'
  | 'credits'
  | 'level'
  | 'field'
  | 'subfield'
  | 'domain'
  | 'excludes'
  | 'group'
  | 'assessments'
  | 'theory'
  | 'practice'
  | 'skills'
  | 'gradesAvailable'
  | 'kind'
>;
