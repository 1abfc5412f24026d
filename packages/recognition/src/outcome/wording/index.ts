/** How well people and machines can read a definition: advice, one rule a file. The score is what the rules give of 100 points. */
import { abbreviations } from './checks/abbreviations.ts';
import { conditions } from './checks/conditions.ts';
import { language } from './checks/language.ts';
import { observableVerb } from './checks/observable-verb.ts';
import { oneOutcome } from './checks/one-outcome.ts';
import { plainEnglish } from './checks/plain-english.ts';
import { plainWords } from './checks/plain-words.ts';
import { skillsLinked } from './checks/skills-linked.ts';
import { standard } from './checks/standard.ts';
import { structure } from './checks/structure.ts';
import type { WordingCheck, WordingFinding, WordingRule } from './finding.ts';
import { gradeOf } from './readability.ts';
import { isEnglish, statementsOf } from './statements.ts';
import type { Worded } from './worded.ts';

export type { Better, WordingFinding, WordingRule } from './finding.ts';
export type { Worded } from './worded.ts';
export { mend } from './mend.ts';
export { inOtherLanguage } from './statements.ts';

const WORDING_CHECKS: readonly WordingCheck[] = [
  observableVerb,
  oneOutcome,
  conditions,
  standard,
  plainWords,
  abbreviations,
  plainEnglish,
  language,
  structure,
  skillsLinked,
];

/** Every rule of wording as it is published: what it asks for, the source, and its weight of 100. */
export const WORDING_RULES: readonly WordingRule[] = WORDING_CHECKS.map(({ rule }) => rule);

/** What one rule gave. */
export interface WordingPart {
  readonly check: string;
  readonly weight: number;
  /** Points of the weight, to a tenth; null where the rule does not apply to this definition. */
  readonly points: number | null;
}

export interface WordingReport {
  /** 0 to 100: the points of the rules that apply, for each hundred of their weights. */
  readonly score: number;
  readonly parts: readonly WordingPart[];
  readonly findings: readonly WordingFinding[];
  /** Flesch-Kincaid grade of all its English; null where there is none. */
  readonly grade: number | null;
}

/**
 * How readable a definition is, with every finding. Each rule gives its weight times the share of the places it looked at where it found
 * nothing; English rules look at English texts only, so that a definition in te reo Māori is judged by what makes sense for it.
 */
export function checkWording(outcome: Worded): WordingReport {
  const statements = statementsOf(outcome);
  const looked = WORDING_CHECKS.map(({ rule, look }) => ({ rule, ...look(outcome, statements) }));
  const parts = looked.map(({ rule, of, findings }): WordingPart => {
    const bad = new Set(findings.map(({ path }) => path)).size;
    const points = of === 0 ? null : Math.round(10 * rule.weight * (1 - Math.min(1, bad / of))) / 10;
    return { check: rule.check, weight: rule.weight, points };
  });
  const applying = parts.filter(({ points }) => points !== null);
  const weights = applying.reduce((sum, { weight }) => sum + weight, 0);
  const points = applying.reduce((sum, part) => sum + (part.points ?? 0), 0);
  return {
    score: weights === 0 ? 0 : Math.round((100 * points) / weights),
    parts,
    findings: looked.flatMap(({ findings }) => findings),
    grade: gradeOf(statements.all.filter(isEnglish).map(({ text }) => text)),
  };
}
