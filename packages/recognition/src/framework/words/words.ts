import type { AwardReason, LeftOut } from '../decide/answer.ts';

/** What a line of an explanation is about, with its values already in words. */
export type AwardLine =
  | { readonly code: 'can' | 'cannot'; readonly title: string }
  | { readonly code: 'rule'; readonly version: string; readonly from: string }
  | { readonly code: 'route'; readonly title: string }
  | { readonly code: 'institution'; readonly name: string }
  | { readonly code: 'size'; readonly have: string; readonly need: string }
  | { readonly code: 'at-level'; readonly level: string; readonly have: string; readonly need: string }
  | { readonly code: 'cap'; readonly on: string; readonly percent: number; readonly have: string; readonly most: string }
  | { readonly code: 'parts'; readonly role: string; readonly have: number; readonly need: number }
  | { readonly code: 'part-missing'; readonly name: string }
  | { readonly code: 'counts'; readonly name: string; readonly date: string }
  | { readonly code: 'left-out'; readonly name: string; readonly why: LeftOut }
  | {
      readonly code: 'does-not-count';
      readonly name: string;
      readonly reason: AwardReason;
      readonly provider: string;
      readonly date: string;
    }
  | { readonly code: 'missing'; readonly size: string }
  | { readonly code: 'points'; readonly points: string }
  | { readonly code: 'keeps' | 'spends' | 'debits' }
  | { readonly code: 'valid-until'; readonly on: string }
  | { readonly code: 'cumulative'; readonly count: number }
  | { readonly code: 'expires'; readonly name: string; readonly on: string }
  | { readonly code: 'rounded'; readonly size: string }
  | { readonly code: 'note'; readonly text: string };

/** Everything that an explanation says in one language. */
export interface AwardWords {
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: string) => string;
  readonly reason: (reason: AwardReason, provider: string, date: string) => string;
  readonly leftOut: Readonly<Record<LeftOut, string>>;
  readonly line: (line: AwardLine) => string;
}
