/** The checks, in the order in which they are listed (contracts 4). */
export const CHECKS = ['format', 'schema', 'proof', 'issuer', 'recognised', 'status', 'validity', 'log'] as const;
export type CheckName = (typeof CHECKS)[number];
export type Outcome = 'pass' | 'fail' | 'unknown' | 'not-applicable';
export type Answer = 'verified' | 'not-verified' | 'inconclusive';

export interface CheckResult {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** One plain English phrase: a fixed text for each finding (findings.ts). */
  readonly detail: string;
}

/** The answer of contracts 4, exactly. */
export interface VerificationAnswer {
  readonly answer: Answer;
  readonly checks: readonly CheckResult[];
  /** Of a presentation or a CLR: each credential inside. */
  readonly credentials: readonly VerificationAnswer[];
}

/** `verified`: every check passes or does not apply; `not-verified`: one fails; `inconclusive`: none fails, some are unknown. */
export function conclude(outcomes: readonly Outcome[]): Answer {
  if (outcomes.includes('fail')) return 'not-verified';
  return outcomes.includes('unknown') ? 'inconclusive' : 'verified';
}

const ORDER: readonly Answer[] = ['verified', 'inconclusive', 'not-verified'];

export function worst(answers: readonly Answer[]): Answer {
  return ORDER[Math.max(0, ...answers.map((answer) => ORDER.indexOf(answer)))] ?? 'inconclusive';
}
