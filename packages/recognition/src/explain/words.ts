import type { DecisionErrorCode } from '../award/decision-error.ts';
import type { ExclusionReason } from '../award/decision.ts';

export type Language = 'en' | 'mi';

/** What a line of an explanation is about, as data; texts are made from it. */
export type Line =
  | { readonly code: 'eligible'; readonly data: { readonly majors: readonly string[] } }
  | {
      readonly code: 'not-eligible';
      readonly data: { readonly credits: number; readonly held: number; readonly by: string | null };
    }
  | {
      readonly code: 'stack';
      readonly data: { readonly credits: number; readonly outcomes: number; readonly from: string; readonly to: string };
    }
  | {
      readonly code: 'major';
      readonly data: {
        readonly field: string;
        readonly credits: number;
        readonly total: number;
        readonly percent: number;
        readonly needed: number;
      };
    }
  | {
      readonly code: 'major-missing';
      readonly data: { readonly field: string; readonly credits: number; readonly by: string | null };
    }
  | {
      readonly code: 'counts';
      readonly data: { readonly achievement: string; readonly name: string; readonly credits: number; readonly date: string };
    }
  | {
      readonly code: 'counts-in-group';
      readonly data: { readonly achievement: string; readonly name: string; readonly credits: number; readonly date: string };
    }
  | {
      readonly code: 'spare';
      readonly data: { readonly achievement: string; readonly name: string; readonly credits: number; readonly date: string };
    }
  | {
      readonly code: 'does-not-count';
      readonly data: ReasonData & { readonly achievement: string; readonly name: string; readonly reason: ExclusionReason };
    }
  | { readonly code: 'expires'; readonly data: { readonly achievement: string; readonly name: string; readonly on: string } };

/** What a reason's sentence may name. */
export interface ReasonData {
  readonly provider: string;
  readonly date: string;
  readonly asOf: string | null;
  readonly lastAssessment: string | null;
}

/** Everything said in one language. */
export interface Words {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly unclassified: string;
  readonly date: (day: number, month: string, year: string) => string;
  readonly reason: (reason: ExclusionReason, data: ReasonData) => string;
  readonly line: (line: Line, reason: string) => string;
  readonly error: Readonly<Record<DecisionErrorCode, string>>;
  readonly selection: Readonly<Record<string, string>>;
}
