import { nz } from '@recognition/recognition';
import {
  asAccredited,
  type AwardDecision,
  type ClaimedAward,
  claimedAward,
  decide,
  type Definition,
  definitionFile,
  frameworkNamed,
  type RecognitionFramework,
  withBelow,
} from '@recognition/recognition/frameworks';
import type { RecognitionRecord } from '@recognition/recognition';
import { z } from 'zod';
import { type Kept, keptDefinitions } from '../framework/content/definitions.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { AwardRow } from './queries.ts';

/** An award of a framework that is claimed here, with the definition that it is made by. */
export interface Made extends ClaimedAward {
  readonly framework: RecognitionFramework;
  readonly definition: Definition;
  /** What all versions of the definition share. */
  readonly key: string;
  /** The definition and those below it: all that the decision reads. */
  readonly definitions: readonly Definition[];
  /**
   * What the framework has among its own units and definitions, and so is accredited there: of what the definitions ask for, and of what a
   * record holds, so that what does not count is told by its own reason.
   */
  readonly accredited: (record: RecognitionRecord) => readonly string[];
}

/** Which award is meant: its framework, its id there, and the definition that it is made by. */
export interface MadeBy {
  readonly framework: string;
  readonly award: string;
  readonly definition: string;
}

/** Throws `unknown-framework`, `definition-not-found` (404) and `award-not-claimed-here` (422). */
export async function madeBy(services: Pick<Services, 'db'>, { framework: id, award, definition }: MadeBy): Promise<Made> {
  const framework = frameworkNamed(id);
  if (framework === null) throw problem('unknown-framework', 404, 'There is no framework of this name.');
  const claimed = claimedAward(framework, award);
  if (claimed === null)
    throw problem('award-not-claimed-here', 422, 'The framework does not say that this award is claimed here.');
  const kept = (await keptDefinitions(services))(id);
  const found = kept.definitions.find((one) => one.id === definition && one.award === award);
  if (found === undefined)
    throw problem('definition-not-found', 404, 'The framework has no definition of this award with this id.');
  return { ...claimed, framework, ...keptAs(kept, found) };
}

/** A definition with all that a decision on it reads. */
export function keptAs(kept: Kept, definition: Definition): Pick<Made, 'definition' | 'key' | 'definitions' | 'accredited'> {
  const definitions = withBelow(definition, kept.definitions);
  const ids = new Set(kept.definitions.map(({ id }) => id));
  const refs = new Set(definitions.flatMap(({ parts }) => parts.map(({ ref }) => ref)));
  return {
    definition,
    key: kept.codes.get(definition.id) ?? definition.id,
    definitions,
    accredited: ({ outcomes }) => {
      const own = [...refs].filter((ref) => kept.names.has(ref) || ids.has(ref));
      const held = outcomes.map(({ lineage }) => lineage).filter((lineage) => kept.names.has(lineage));
      return [...new Set([...own, ...held])];
    },
  };
}

/** What a decision on an award that is made of named parts is made with, and kept with: the definitions themselves, since they may change. */
const optionsForm = z.object({
  framework: z.string(),
  definition: z.string(),
  definitions: z.array(definitionFile),
  accredited: z.array(z.string()),
  asOf: z.iso.date(),
  policy: z.string().optional(),
  supersedes: z.string().optional(),
});
export type MadeOptions = z.infer<typeof optionsForm>;
const traceForm = z.object({ options: optionsForm, decision: z.unknown() });

/** The decision on a record, by the options that are kept with it. Throws DecisionError. */
export function decideMade(
  framework: RecognitionFramework,
  award: string,
  record: RecognitionRecord,
  { definition, definitions, accredited, asOf, policy, supersedes }: MadeOptions,
): AwardDecision {
  return decide(framework, award, asAccredited(record, accredited), {
    asOf,
    definition,
    definitions,
    recordUnit: nz.unit.minutes,
    ...(policy === undefined ? {} : { policy }),
    ...(supersedes === undefined ? {} : { supersedes }),
  });
}

/** The options that an award was decided with; null where its trace has not their form. */
export function madeOptionsOf(trace: unknown): MadeOptions | null {
  const read = traceForm.safeParse(trace);
  return read.success ? read.data.options : null;
}

/**
 * Whether a record still makes an award of its kept options: of what it counted alone, under its own policy, as of the day of its issue, so
 * that what lapses afterwards takes nothing back.
 */
export function stillMade(award: AwardRow, options: MadeOptions, record: RecognitionRecord): boolean {
  const framework = frameworkNamed(options.framework);
  if (framework === null) return false;
  const counted = new Set(award.selection);
  const own = { ...record, achievements: record.achievements.filter(({ id }) => counted.has(id)) };
  return decideMade(framework, award.award, own, {
    ...options,
    policy: `${award.policyId}@${award.policyVersion}`,
    supersedes: award.publicId,
  }).eligible;
}

/** Whether an award uses up what it counts, by the rule that made it. */
export function usesUp({ framework: id, award, policyVersion, definition }: AwardRow): boolean {
  if (definition === null) return true;
  const found = frameworkNamed(id)?.awards.find((one) => one.id === award);
  return found?.rule === 'compose' && found.versions.find(({ version }) => version === policyVersion)?.use !== 'keeps';
}
