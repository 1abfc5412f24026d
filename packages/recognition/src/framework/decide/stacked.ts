import { decide as decideStack, type DecideOptions } from '../../award/decide.ts';
import type { RecognitionRecord } from '../../record/portable-record.ts';
import type { RecognitionFramework } from '../schema.ts';
import { stackOf } from '../stack.ts';
import type { AwardDecision } from './answer.ts';

/** The Applied Learning Qualification's own rule, in the form of every other award. */
export function stacked(
  framework: RecognitionFramework,
  award: string,
  record: RecognitionRecord,
  options: DecideOptions,
): AwardDecision {
  const stack = decideStack(stackOf(framework), award, record, options);
  const [best] = stack.options;
  const needed = stack.missing?.credits ?? 0;
  const held =
    best?.credits ??
    (stack.missing === null || stack.missing.from === null ? 0 : stackNeed(framework, award, stack.policy.version) - needed);
  const unit = framework.unit.minutes;
  const need = stackNeed(framework, award, stack.policy.version) * unit;
  return {
    framework: framework.id,
    award,
    version: stack.policy.version,
    definition: null,
    asOf: stack.asOf,
    eligible: stack.eligible,
    route: null,
    institution: null,
    minutes: held * unit,
    rounded: 0,
    counted: best?.counted ?? stack.missing?.counted ?? [],
    excluded: stack.excluded.map(({ achievement, reason }) => ({
      achievement,
      reason: reason === 'zero-credit' ? 'no-size' : reason,
    })),
    leftOut: [],
    gates: [{ gate: 'size', need, have: held * unit, met: stack.eligible }],
    parts: [],
    missing: needed * unit,
    points: null,
    use: 'spends',
    validUntil: null,
    cumulative: null,
    expiring: stack.expiring,
    stack,
  };
}

const stackNeed = (framework: RecognitionFramework, award: string, version: string): number =>
  stackOf(framework)
    .awards.find(({ id }) => id === award)
    ?.versions.find((one) => one.version === version)?.minCredits ?? 0;
