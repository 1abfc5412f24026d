import { z } from 'zod';
import { paging } from '../../http/paging.ts';
import { params } from '../schemas.ts';
import { jobRoleForm, programmeForm, unitForm } from './form.ts';

const name = z.string().min(1).max(500);
export const entryParams = params.extend({ id: z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/) });
const origin = { origin: z.string().meta({ description: 'Where it comes from.' }), invented: z.boolean() };
const definition = z.record(z.string(), z.unknown()).meta({ description: 'A definition, as `nzrr compose` takes it.' });
const names = z
  .record(z.string(), z.string())
  .meta({ description: 'What parts that are no definition here are called, by their ref.' });

export const listQuery = z.object({
  sector: name.optional(),
  q: z.string().max(200).optional(),
  ...paging,
});
export const definitionsQuery = listQuery.extend({ award: z.string().max(40).optional() });
export const unitsQuery = listQuery.extend({ kind: z.string().max(40).optional() });
export const rolesQuery = listQuery.extend({ track: name.optional() });
export const programmesQuery = z.object({ sector: name, audience: z.enum(['student', 'adult']).optional() });

export const definitionPage = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        award: z.string(),
        sector: z.string().nullable(),
        parts: z.int(),
        ...origin,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'DefinitionPage' });

export const definitionView = z
  .object({ id: z.string(), definitions: z.array(definition), names, ...origin })
  .meta({ id: 'DefinitionView', description: 'A definition with all that it leads to and is made of.' });

export const unitPage = z
  .object({ items: z.array(unitForm.extend(origin)), next: z.string().nullable() })
  .meta({ id: 'FrameworkUnitPage' });

export const rolePage = z
  .object({
    items: z.array(z.object({ id: z.string(), title: z.string(), sector: z.string(), track: z.string() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'JobRolePage' });

export const roleView = jobRoleForm.extend(origin).meta({ id: 'JobRoleView' });

export const programmeList = z
  .object({ items: z.array(programmeForm.extend(origin)) })
  .meta({ id: 'ProgrammeList', description: 'Programmes of one sector, for one audience where it is named.' });

export const sectorList = z
  .object({
    items: z.array(
      z.object({
        sector: z.string().nullable().meta({ description: 'Null for what names no sector.' }),
        units: z.array(z.object({ kind: z.string(), count: z.int() })),
        definitions: z.int(),
        tracks: z.array(z.object({ track: z.string(), roles: z.int() })),
        programmes: z.int(),
      }),
    ),
  })
  .meta({ id: 'SectorList' });

export const caseList = z.object({ items: z.array(z.record(z.string(), z.unknown())) }).meta({
  id: 'WorkedCases',
  description: 'Worked cases: invented inputs, each with the rule that it tests and what must come out.',
});

export const ownPathwayList = z
  .object({
    asOf: z.string(),
    items: z.array(
      z.object({
        framework: z.string(),
        definitions: z.array(definition),
        names,
        held: z.record(z.string(), z.array(z.string())).meta({ description: 'Ways in which each was earned.' }),
        standings: z.array(
          z.object({ definition: z.string(), award: z.string(), claimable: z.boolean(), missing: z.array(z.string()) }),
        ),
      }),
    ),
  })
  .meta({ id: 'OwnPathways' });

export const broughtView = z
  .object({
    framework: z.string(),
    units: z.int(),
    definitions: z.int(),
    jobRoles: z.int(),
    programmes: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
  })
  .meta({ id: 'BroughtContent' });
