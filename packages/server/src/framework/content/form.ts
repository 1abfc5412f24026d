import { definitionFile, type RecognitionFramework } from '@recognition/recognition/frameworks';
import { z } from 'zod';

/** What a framework is filled with, beside its rules. One list each; what a source does not say is null or empty, and stays so. */

const id = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'An id is 1 to 64 letters, digits, full stops, underscores, colons or hyphens.');
const words = z.string().trim().min(1).max(2000);
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A unit that awards are made of, or a skill: its id is the lineage of the outcome, where the catalogue has it. */
export const unitForm = z
  .strictObject({
    id,
    code: z.string().min(1).max(100),
    title: words,
    /** Such as module, competency, technical-skill or critical-core-skill. */
    kind: slug,
    level: z.string().min(1).max(40).nullable().default(null),
    minutes: z.int().min(0).max(100_000_000).nullable().default(null),
    sector: words.nullable().default(null),
    category: words.nullable().default(null),
    description: z.string().max(20_000).nullable().default(null),
  })
  .meta({ id: 'FrameworkUnit' });

export const jobRoleForm = z
  .strictObject({
    id,
    title: words,
    sector: words,
    track: words,
    description: z.string().max(20_000).nullable().default(null),
    expectation: z.string().max(20_000).nullable().default(null),
    /** Critical work functions with their tasks. */
    functions: z
      .array(z.strictObject({ title: words, tasks: z.array(words).max(100) }))
      .max(50)
      .default([]),
    /** Each skill at the proficiency that the role needs; `unit` where a unit of this framework is that skill. */
    skills: z
      .array(z.strictObject({ skill: words, scale: slug, level: z.string().min(1).max(40), unit: id.nullable().default(null) }))
      .max(200)
      .default([]),
  })
  .meta({ id: 'FrameworkJobRole' });

export const programmeForm = z
  .strictObject({
    id,
    title: words,
    sector: words,
    kind: z.enum(['vocational', 'higher']),
    audiences: z.array(z.enum(['student', 'adult'])).min(1),
    provider: words.nullable().default(null),
    minutes: z.int().min(0).max(100_000_000).nullable().default(null),
    /** Definitions, such as statements of attainment, that it leads to. */
    leadsTo: z.array(id).max(100).default([]),
  })
  .meta({ id: 'FrameworkProgramme' });

export const contentForm = z
  .strictObject({
    type: z.literal('FrameworkContent'),
    version: z.literal(1),
    framework: z.string().regex(/^[a-z]{2,8}$/),
    /** Where it comes from, as the page says it to a reader. */
    origin: words,
    invented: z.boolean().default(false),
    units: z.array(unitForm).max(20_000).default([]),
    definitions: z.array(definitionFile).max(5000).default([]),
    jobRoles: z.array(jobRoleForm).max(5000).default([]),
    programmes: z.array(programmeForm).max(5000).default([]),
  })
  .meta({ id: 'FrameworkContent', description: 'Units, definitions, job roles and programmes of one framework.' });

export type FrameworkContent = z.infer<typeof contentForm>;
export type UnitEntry = z.infer<typeof unitForm>;
export type JobRoleEntry = z.infer<typeof jobRoleForm>;
export type ProgrammeEntry = z.infer<typeof programmeForm>;

export interface ContentProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What the form alone cannot hold: ids that stand twice, awards and proficiencies that the framework does not have. */
export function contentProblems(content: FrameworkContent, framework: RecognitionFramework): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const list of ['units', 'definitions', 'jobRoles', 'programmes'] as const) {
    const seen = new Set<string>();
    for (const [at, { id: own }] of content[list].entries()) {
      if (seen.has(own))
        problems.push({ path: `${list}[${at}].id`, code: 'duplicate-id', message: 'This id is in the file before.' });
      seen.add(own);
    }
  }
  const awards = new Set(framework.awards.map((one) => one.id));
  for (const [at, { award }] of content.definitions.entries())
    if (!awards.has(award))
      problems.push({
        path: `definitions[${at}].award`,
        code: 'unknown-award',
        message: 'The framework has no such kind of award.',
      });
  const scales = framework.proficiency?.scales ?? {};
  for (const [at, { skills }] of content.jobRoles.entries())
    for (const [nth, { scale, level }] of skills.entries())
      if (scales[scale]?.includes(level) !== true)
        problems.push({
          path: `jobRoles[${at}].skills[${nth}].level`,
          code: 'unknown-level',
          message: 'The framework has no such proficiency.',
        });
  return problems;
}
