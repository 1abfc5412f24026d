import { FRAMEWORK_IDS, frameworks, type LearningAccount, type RecognitionFramework } from '@recognition/recognition/frameworks';
import { problem } from '../http/problem.ts';

/** A learning account: a framework whose file has an account of the rule `learning-account`. Which countries have one is data. */
export interface AccountRule {
  readonly framework: RecognitionFramework;
  readonly rule: LearningAccount;
}

export const ACCOUNT_RULES: readonly AccountRule[] = FRAMEWORK_IDS.flatMap((id) =>
  frameworks[id].accounts.flatMap((rule) => (rule.rule === 'learning-account' ? [{ framework: frameworks[id], rule }] : [])),
);

/** The rule of an account with this framework and id; 404 `unknown-account-rule`. */
export function accountRuleOr404(framework: string, id: string): AccountRule {
  const found = ACCOUNT_RULES.find((one) => one.framework.id === framework && one.rule.id === id);
  if (found === undefined) throw problem('unknown-account-rule', 404, 'There is no such learning account.');
  return found;
}
