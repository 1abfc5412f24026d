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
    revision: _revision,
    submittedAt: _submitted,
    previousUntil: _until,
    expiryAsked: _asked,
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

export const listingRule = z
  .object({ check: z.string(), source: z.string(), says: z.object({ en: z.string(), mi: z.string() }) })
  .meta({ id: 'ListingRule', description: 'What a listing check asks for, and the rule that it comes from.' });

export const developersView = z
  .object({
    asOf: z.string(),
    developers: z.array(
      z.object({
        developer: z.string().nullable(),
        name: z.string().nullable(),
        listed: z.int(),
        passes: z.array(z.object({ check: z.string(), passes: z.int() })),
      }),
    ),
  })
  .meta({
    id: 'OutcomeDevelopers',
    description: 'Of the outcomes that each developer answers for, how many pass each check today.',
  });

export const moved = z
  .object({ id: z.string(), status: outcome.shape.status.unwrap(), revision: z.int().optional() })
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

const work = z.object({
  outcome: outcomeView,
  revision: z.int(),
  lacks: z.array(z.string()),
  findings: z.array(finding),
  changedAt: z.string(),
  returned: z.object({ note: z.string(), at: z.string() }).nullable(),
  people: z
    .int()
    .nullable()
    .meta({ description: 'How many people hold it, in steps of five; null for one to nine, or while `countedOn` is null.' }),
  countedOn: z.string().nullable(),
  successor: z
    .object({ id: z.string(), code: z.string(), version: z.int().nullable(), status: outcome.shape.status.unwrap() })
    .nullable(),
});

export const worklist = z
  .object({
    items: z.array(work.extend({ work: z.enum(['returned', 'draft', 'in-review', 'expiring', 'expiry-asked']) })),
    legacy: z.int(),
  })
  .meta({ id: 'OutcomeWorklist', description: 'Which definitions need work, and what; and how many legacy outcomes there are.' });

export const legacyPage = z.object({ items: z.array(work), next: z.string().nullable() }).meta({ id: 'LegacyOutcomePage' });

export const pastList = z.object({ items: z.array(work) }).meta({ id: 'PastOutcomes', description: 'What a steward may close.' });

export const waitingList = z
  .object({
    items: z.array(work.extend({ since: z.string(), expiryAsked: z.string().nullable(), own: z.boolean() })),
  })
  .meta({ id: 'WaitingOutcomes', description: 'What waits for a steward, longest first.' });

export const writingView = z
  .object({
    outcome: outcomeView,
    revision: z.int(),
    submittedAt: z.string().nullable(),
    previousUntil: z.string().nullable(),
    expiryAsked: z.string().nullable(),
    ready: z.boolean(),
    findings: z.array(finding),
    previous: outcomeView.nullable(),
    versions: z.array(
      z.object({ id: z.string(), version: z.int().nullable(), status: outcome.shape.status.unwrap(), name: z.string() }),
    ),
    own: z.boolean().meta({ description: 'You wrote some of it, so that another steward approves it.' }),
    events: z.array(
      z.object({
        kind: z.string(),
        at: z.string(),
        note: z.string().nullable(),
        path: z.string().nullable(),
        by: z.enum(['developer', 'steward', 'operator']).nullable(),
        yours: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OutcomeWriting', description: 'A definition as its writers and stewards see it.' });
