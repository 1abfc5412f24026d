import type { Definition } from '../framework/definition.ts';
import type { FrameworkId } from '../framework/frameworks.ts';
import type { Field, LocalDate, Organisation, Outcome, RecognitionRecord } from '../record/portable-record.ts';

/** What somebody wants to reach. */
export type Goal =
  /** An award that stacks by size, such as the Applied Learning Qualification, with a major or without one. */
  | { readonly kind: 'stack'; readonly framework: FrameworkId; readonly award: string; readonly major: Field | null }
  /** An award that is made of named parts: a micro-credential, a national certificate. With the definitions below it. */
  | {
      readonly kind: 'definition';
      readonly framework: FrameworkId;
      readonly award: string;
      readonly definition: string;
      readonly definitions: readonly Definition[];
    }
  /** Every one of these skills, by their public addresses. */
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  /** Every one of these units, by lineage: the skills of a job role, where a framework's units are the skills. */
  | { readonly kind: 'units'; readonly units: readonly string[] };

/** Within what it has to be. What is null narrows nothing. */
export interface Limits {
  /** The first day on which anything may begin. */
  readonly start: LocalDate;
  /** The last day by which everything has ended. */
  readonly finish: LocalDate;
  /** Hours of study in a week. */
  readonly hours: number;
  readonly cents: number | null;
  readonly km: number | null;
  readonly deliveries: readonly string[] | null;
  readonly languages: readonly string[] | null;
}
export type LimitName = 'finish' | 'hours' | 'cents' | 'km' | 'deliveries' | 'languages';

/** What is offered, as one person meets it: at their price, from where they live. */
export interface Offer {
  readonly id: string;
  /** Ids of outcomes in `Problem.outcomes`. */
  readonly outcomes: readonly string[];
  readonly provider: string;
  /** Null: any day. */
  readonly begins: LocalDate | null;
  readonly ends: LocalDate | null;
  readonly cents: number;
  /** 0 online; null where nobody can say, such as a workplace that is not named. */
  readonly km: number | null;
  readonly delivery: string;
  readonly languages: readonly string[];
  /** Lineages that whoever begins must hold. */
  readonly requires: readonly string[];
  /** None are left: it is not planned with. */
  readonly full: boolean;
}

/** An outcome with the skills that it stands for, by their public addresses. */
export interface PlannedOutcome extends Outcome {
  readonly skills: readonly string[];
}

/** What a plan may be made for: the aims, each with a plan that no other beats. */
export const AIMS = ['soonest', 'cheapest', 'least-study', 'most-skill'] as const;
export type Aim = (typeof AIMS)[number];

/** All that a plan is made from. Nothing else of a person enters. */
export interface Problem {
  readonly today: LocalDate;
  readonly record: RecognitionRecord;
  /** Skills that the record stands for. */
  readonly skills: readonly string[];
  readonly goal: Goal;
  readonly limits: Limits;
  readonly outcomes: readonly PlannedOutcome[];
  readonly organisations: readonly Organisation[];
  readonly offers: readonly Offer[];
  readonly aims: readonly Aim[];
}

/** An offer at its time: one that may begin any day stands here once for each day that is considered. */
export interface Candidate {
  readonly offer: Offer;
  /** Days since 1970, both inclusive. */
  readonly begins: number;
  readonly ends: number;
  /** Weeks from the first week of the plan, both inclusive. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** Minutes of study in each of its weeks, rounded up. */
  readonly load: number;
  readonly minutes: number;
  readonly lineages: readonly string[];
  readonly skills: readonly string[];
}
