/** What the definition of an award must keep to, by its framework: one check a file. */
import { DecisionError } from '../../award/decision-error.ts';
import type { Finding } from '../../outcome/finding.ts';
import type { LocalDate } from '../../record/portable-record.ts';
import type { Definition } from '../definition.ts';
import { versionInForce, versionNamed } from '../load.ts';
import type { RecognitionFramework } from '../schema.ts';
import type { DefinitionCheck } from './check.ts';
import { lesserThanWhole } from './lesser-than-whole.ts';
import { level } from './level.ts';
import { overlap } from './overlap.ts';
import { parts } from './parts.ts';
import { required } from './required.ts';
import { reviewPeriod } from './review-period.ts';
import { size } from './size.ts';
import { sources } from './sources.ts';
import { title } from './title.ts';

export { overlapPercent } from './overlap.ts';

const CHECKS: readonly DefinitionCheck[] = [title, required, size, level, reviewPeriod, parts, sources, lesserThanWhole, overlap];

export interface DefinitionOptions {
  /** The day of the check; the latest rule when it is left out. */
  readonly asOf?: LocalDate;
  /** The version of the rule, such as 2018.1. */
  readonly version?: string;
  readonly others?: readonly Definition[];
}

/**
 * Everything that stands between a definition and its listing under a framework, the same for every developer. Throws DecisionError
 * `unknown-award` or `unknown-policy`.
 */
export function checkDefinition(
  framework: RecognitionFramework,
  definition: Definition,
  options: DefinitionOptions = {},
): readonly Finding[] {
  const award = framework.awards.find(({ id }) => id === definition.award);
  if (award?.rule !== 'compose')
    throw new DecisionError('unknown-award', `The framework ${framework.id} has no award ${definition.award}.`);
  const rule = options.version === undefined ? versionInForce(award, options.asOf ?? null) : versionNamed(award, options.version);
  if (rule === null) throw new DecisionError('unknown-policy', `The award ${award.id} has no such version of its rule.`);
  return CHECKS.flatMap((check) => check(definition, { framework, rule, others: options.others ?? [] }));
}
