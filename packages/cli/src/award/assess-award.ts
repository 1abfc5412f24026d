import { nz, type RecognitionRecord } from '@recognition/recognition';
import {
  decide,
  type Definition,
  explain,
  frameworkNamed,
  type RecognitionFramework,
  type Spoken,
} from '@recognition/recognition/frameworks';
import type { Io } from '../command.ts';
import { definitionsIn, Unusable } from '../compose/read.ts';

export interface AwardAsked {
  readonly award: string;
  readonly definitions: string | undefined;
  readonly definition: string | undefined;
  readonly institution: string | undefined;
  readonly policy: string | undefined;
  readonly asOf: string | undefined;
  readonly supersedes: string | undefined;
  readonly language: Spoken;
}

export type AwardAnswer =
  | { readonly eligible: boolean; readonly answer: object; readonly sentences: readonly string[] }
  | { readonly error: { readonly code: string; readonly message: string } };

const COMPARED: Readonly<Partial<Record<Spoken, string>>> & { readonly en: string } = {
  en: 'The record is of another framework: this is for comparison, and is no claim.',
  mi: 'Nō tētahi atu anga te mauhanga: hei whakataurite noa tēnei, ehara i te tono.',
};

/**
 * Decides an award of any framework by the rules alone. A record of another framework is read for comparison only, and says so.
 * Throws DecisionError; what cannot be read is answered as an error.
 */
export async function assessAward(
  framework: RecognitionFramework,
  record: RecognitionRecord,
  asked: AwardAsked,
  io: Io,
): Promise<AwardAnswer> {
  let definitions: readonly Definition[] = [];
  try {
    if (asked.definitions !== undefined) definitions = await definitionsIn(asked.definitions, io);
  } catch (error) {
    if (error instanceof Unusable) return { error: { code: error.code, message: error.message } };
    throw error;
  }
  const own = record.framework ?? nz.id;
  const { award, definition, institution, policy, asOf, supersedes, language } = asked;
  const decision = decide(framework, award, record, {
    definitions,
    recordUnit: frameworkNamed(own)?.unit.minutes ?? framework.unit.minutes,
    ...(definition === undefined ? {} : { definition }),
    ...(institution === undefined ? {} : { institution }),
    ...(policy === undefined ? {} : { policy }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(supersedes === undefined ? {} : { supersedes }),
  });
  const comparison = own !== framework.id;
  const sentences = explain(framework, decision, record, language, definitions).map(({ text }) => text);
  return {
    eligible: decision.eligible,
    answer: { ...decision, comparison },
    sentences: comparison ? [COMPARED[language] ?? COMPARED.en, ...sentences] : sentences,
  };
}
