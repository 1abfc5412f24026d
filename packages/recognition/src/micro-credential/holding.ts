import type { AwardDecision } from '../framework/decide/answer.ts';
import { decide } from '../framework/decide/index.ts';
import { explain } from '../framework/words/index.ts';
import type { LocalDate, RecognitionRecord } from '../record/portable-record.ts';
import { type MicroCredential, toDefinition } from './definition.ts';
import { AWARD, FRAMEWORK } from './framework.ts';

/** How a learner's record stands to one micro-credential. */
export interface Holding {
  /** Whether every part is held. */
  readonly whole: boolean;
  readonly have: number;
  readonly of: number;
  readonly parts: AwardDecision['parts'];
  readonly decision: AwardDecision;
  /** The decision line by line, in both languages. */
  readonly lines: { readonly en: readonly string[]; readonly mi: readonly string[] };
}

/** Decides a micro-credential on a record by the engine of all frameworks. Throws DecisionError `too-entangled` as it does. */
export function holdings(one: MicroCredential, record: RecognitionRecord, asOf: LocalDate): Holding {
  const definition = toDefinition(one);
  const decision = decide(FRAMEWORK, AWARD, record, { asOf, definition: definition.id, definitions: [definition] });
  const say = (language: 'en' | 'mi'): readonly string[] =>
    explain(FRAMEWORK, decision, record, language, [definition]).map(({ text }) => text);
  return {
    whole: decision.eligible,
    have: decision.parts.filter(({ held }) => held !== null).length,
    of: decision.parts.length,
    parts: decision.parts,
    decision,
    lines: { en: say('en'), mi: say('mi') },
  };
}
