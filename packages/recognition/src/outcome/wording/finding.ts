import type { Finding, ListingRule } from '../finding.ts';
import type { Statements } from './statements.ts';
import type { Worded } from './worded.ts';

/** Better words for one place of a definition, where a rule gives them: they take the place of what stands at the path. */
export interface Better {
  /** A text of the definition, such as `name`, `practice[0].text` or `theory[1].lang`. */
  readonly path: string;
  readonly to: string;
}

/** What a rule of wording says of a definition: always advice, never in the way of being listed. */
export interface WordingFinding extends Finding {
  readonly severity: 'advice';
  readonly better: Better | null;
}

export interface WordingRule extends ListingRule {
  /** How many of the 100 points it stands for. The weights of all rules add up to 100. */
  readonly weight: number;
}

/** What a rule looked at and found. */
export interface Looked {
  /** How many places it looked at; 0 where it does not apply, as an English rule to a definition in te reo Māori. */
  readonly of: number;
  readonly findings: readonly WordingFinding[];
}

export interface WordingCheck {
  readonly rule: WordingRule;
  readonly look: (outcome: Worded, statements: Statements) => Looked;
}

/** Says one thing, with the name and the source of the rule given once. */
export const advise =
  ({ check, source }: WordingRule) =>
  (path: string, en: string, mi: string, better: Better | null = null): WordingFinding => ({
    check,
    severity: 'advice',
    path,
    source,
    text: { en, mi },
    better,
  });
