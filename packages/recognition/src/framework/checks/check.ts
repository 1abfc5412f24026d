import type { Finding } from '../../outcome/finding.ts';
import type { Definition } from '../definition.ts';
import type { RecognitionFramework, RuleVersion } from '../schema.ts';

/** What a check of a definition may look at. */
export interface DefinitionContext {
  readonly framework: RecognitionFramework;
  readonly rule: RuleVersion;
  /** Other definitions: what its parts are, what they come from, what exists already. */
  readonly others: readonly Definition[];
}

export type DefinitionCheck = (definition: Definition, context: DefinitionContext) => readonly Finding[];

/** One finding; the source is that of the rule's version. */
export const finding = (check: string, path: string, { rule }: DefinitionContext, en: string, mi: string): Finding => ({
  check,
  severity: 'error',
  path,
  source: rule.source,
  text: { en, mi },
});

/** Its own size, else the sum of its parts where all of them have one, else null. */
export function minutesOf({ minutes, parts }: Definition): number | null {
  if (minutes !== null) return minutes;
  let sum = 0;
  for (const part of parts) {
    if (part.minutes === null) return null;
    sum += part.minutes;
  }
  return parts.length === 0 ? null : sum;
}
