import { z } from 'zod';
import type { KeptOutcome } from './document.ts';
import { outcome } from './schema.ts';

// What the API answers. Output schemas are the file's own shapes, with what only the product knows.

export const outcomeView = z
  .object({
    ...outcome.shape,
    size: outcome.shape.size.unwrap(),
    developerName: z.string().nullable(),
    subjects: z.array(z.string()),
    inForceFrom: z.string().nullable(),
    inForceTo: z.string().nullable(),
  })
  .meta({
    id: 'OutcomeView',
    description:
      'One version of an outcome: the catalogue file’s form, with the developer’s name, the subjects of its listing and the days it is in force.',
  });

export function toView(outcome: KeptOutcome) {
  const {
    outcomeId: _key,
    developerId: _developer,
    excludes,
    assessments,
    theory,
    practice,
    skills,
    gradesAvailable,
    subjects,
    ...rest
  } = outcome;
  return {
    ...rest,
    excludes: [...excludes],
    assessments: [...assessments],
    theory: [...theory],
    practice: [...practice],
    skills: [...skills],
    gradesAvailable: [...gradesAvailable],
    subjects: [...subjects],
  };
}

export const outcomeDetail = outcomeView
  .extend({
    versions: z.array(
      z.object({
        id: z.string(),
        version: z.int().nullable(),
        status: outcome.shape.status.unwrap(),
        inForceFrom: z.string().nullable(),
        lastAssessment: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OutcomeDetail', description: 'One version with the others of its lineage.' });

export const finding = z
  .object({
    check: z.string(),
    severity: z.enum(['error', 'advice']),
    path: z.string(),
    source: z.string(),
    text: z.object({ en: z.string(), mi: z.string() }),
  })
  .meta({ id: 'Finding', description: 'What a listing check says: an error stands between the definition and being published.' });

export const moved = z
  .object({ id: z.string(), status: outcome.shape.status.unwrap() })
  .meta({ id: 'OutcomeMoved', description: 'The definition’s id and where it stands now.' });

const facet = z.array(z.object({ value: z.string().nullable(), count: z.int() }));

export const outcomePage = z
  .object({
    items: z.array(outcomeView),
    next: z.string().nullable(),
    total: z.int(),
    facets: z.object({ field: facet, level: facet, status: facet }),
  })
  .meta({
    id: 'OutcomePage',
    description: 'A page of outcomes, the cursor of the next one, and how many fit in all and by facet.',
  });
