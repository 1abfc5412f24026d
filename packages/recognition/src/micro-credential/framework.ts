import json from '../../../../frameworks/nz/framework.json' with { type: 'json' };
import { loadFrameworkFile, versionInForce, versionNamed } from '../framework/load.ts';
import type { ComposedAward, RecognitionFramework, RuleVersion } from '../framework/schema.ts';
import { DecisionError } from '../award/decision-error.ts';
import type { LocalDate } from '../record/portable-record.ts';

/** New Zealand's framework alone, so that a page about micro-credentials does not carry the six others. */
export const FRAMEWORK: RecognitionFramework = loadFrameworkFile(json);

export const AWARD = 'micro-credential';

function ownAward(): ComposedAward {
  const found = FRAMEWORK.awards.find(({ id }) => id === AWARD);
  if (found?.rule !== 'compose') throw new DecisionError('unknown-award', `The framework ${FRAMEWORK.id} has no ${AWARD}.`);
  return found;
}

/** Every version of the rule of micro-credentials, oldest first. */
export const ruleVersions = (): readonly RuleVersion[] => [...ownAward().versions].sort((a, b) => (a.from < b.from ? -1 : 1));

/**
 * The rule that decides: the one that is named (`2018.1`), else the one in force on the day, else the latest. Throws DecisionError
 * `unknown-policy` for a version that is not there and a day before the first.
 */
export function ruleOf({ asOf, version }: { readonly asOf?: LocalDate; readonly version?: string }): RuleVersion {
  const award = ownAward();
  const rule = version === undefined ? versionInForce(award, asOf ?? null) : versionNamed(award, version);
  if (rule === null)
    throw new DecisionError('unknown-policy', `There is no rule of micro-credentials ${version ?? `on ${asOf ?? ''}`}.`);
  return rule;
}
