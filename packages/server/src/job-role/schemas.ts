import { z } from 'zod';
import { suggestion } from '../skill/schemas.ts';
import { ROLE_FORMS } from './job-role.ts';

export const roleLine = z
  .object({
    id: z.string(),
    source: z.string(),
    title: z.string(),
    sector: z.string().nullable(),
    track: z.string().nullable(),
    skills: z.int().meta({ description: 'How many skills its source says it needs.' }),
  })
  .meta({ id: 'JobRoleLine' });

export const roleDetail = z
  .object({
    id: z.string(),
    source: z.string(),
    code: z.string(),
    title: z.string(),
    sector: z.string().nullable(),
    track: z.string().nullable(),
    description: z.string(),
    tasks: z.array(z.string()).readonly(),
    skills: z
      .array(z.object({ uri: z.string(), weight: z.enum(['essential', 'useful']), en: z.string(), mi: z.string().nullable() }))
      .readonly()
      .meta({ description: 'Those that its source says it needs, the most needed first.' }),
    suggested: z.array(suggestion).readonly().meta({ description: 'Suggested from its words, where the source says none.' }),
  })
  .meta({ id: 'JobRole' });

export const roleSource = z
  .object({
    source: z.string(),
    form: z.enum(ROLE_FORMS),
    version: z.string(),
    name: z.string(),
    scheme: z.string().nullable(),
    roles: z.int(),
    loadedAt: z.iso.datetime(),
  })
  .meta({ id: 'JobRoleSource' });

export const bringBody = z.object({
  from: z.enum(ROLE_FORMS),
  version: z.string().trim().min(1).max(60),
  scheme: z.string().max(40).optional().meta({ description: 'The scheme whose skills the files speak of.' }),
  files: z
    .array(z.object({ name: z.string().min(1).max(200), content: z.string().min(1) }))
    .min(1)
    .max(20),
});

export const brought = z
  .object({
    source: z.string(),
    version: z.string(),
    rows: z.int(),
    roles: z.int(),
    withSkills: z.int(),
    unchanged: z.boolean(),
    left: z.record(z.string(), z.int()),
    notTaken: z.array(z.object({ file: z.string(), row: z.int(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'JobRolesBrought' });
