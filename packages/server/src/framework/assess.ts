import { DecisionError, explainError, nz, parseRecord } from '@recognition/recognition';
import {
  type AwardDecision,
  decide,
  type Definition,
  explain,
  frameworkNamed,
  languagesOf,
  readDefinitions,
  type RecognitionFramework,
  type Spoken,
} from '@recognition/recognition/frameworks';
import type { z } from 'zod';
import { problem } from '../http/problem.ts';
import type { assessBody } from './schemas.ts';

export type Assessment = Omit<AwardDecision, 'stack'> & {
  readonly comparison: boolean;
  readonly lines: readonly { readonly code: string; readonly text: string }[];
};

/** A framework by its id; 404 `unknown-framework`. */
export function frameworkOr404(id: string): RecognitionFramework {
  const framework = frameworkNamed(id);
  if (framework === null) throw problem('unknown-framework', 404, explainError('unknown-framework', 'en'));
  return framework;
}

/** Definitions out of a request; 422 with the path and the code of each that is wrong. */
export function definitionsOr422(json: readonly unknown[]): readonly Definition[] {
  const read = readDefinitions(json);
  if (read.ok) return read.definitions;
  throw problem('not-a-definition', 422, 'A definition is not as it should be.', { problems: read.problems.slice(0, 100) });
}

/**
 * Decides an award on the record of a request: nothing is read from the database and nothing is kept. 422 with a code when the record,
 * a definition, the award or its version cannot be used, or the record is too entangled to be decided exactly.
 */
export function assess(framework: RecognitionFramework, body: z.infer<typeof assessBody>, language: Spoken): Assessment {
  const parsed = parseRecord(body.record);
  if (!parsed.ok) throw problem('record-not-usable', 422, 'The record cannot be used.', { problems: parsed.problems });
  const own = parsed.record.framework ?? nz.id;
  const recordOf = frameworkNamed(own);
  if (recordOf === null) throw problem('unknown-framework', 422, explainError('unknown-framework', 'en'));
  const definitions = definitionsOr422(body.definitions);
  const { definition, institution, policy, asOf } = body;
  try {
    const { stack: _, ...decision } = decide(framework, body.award, parsed.record, {
      definitions,
      recordUnit: recordOf.unit.minutes,
      ...(definition === undefined ? {} : { definition }),
      ...(institution === undefined ? {} : { institution }),
      ...(policy === undefined ? {} : { policy }),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const spoken = languagesOf(framework).includes(body.language ?? language) ? (body.language ?? language) : 'en';
    const lines = explain(framework, { ...decision, stack: _ }, parsed.record, spoken, definitions).map(({ code, text }) => ({
      code,
      text,
    }));
    return { ...decision, comparison: own !== framework.id, lines };
  } catch (error) {
    if (error instanceof DecisionError) throw problem(error.code, 422, explainError(error.code, 'en'));
    throw error;
  }
}
