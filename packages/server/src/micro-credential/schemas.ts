import { microCredentialContent } from '@recognition/recognition/micro-credential';
import { z } from 'zod';
import { date, field, id, words } from '../catalogue/schema.ts';
import { finding, listingRule } from '../catalogue/views.ts';

export const content = microCredentialContent.meta({
  id: 'MicroCredentialContent',
  description:
    'What a developer writes of a micro-credential: every listing field of rule 6, and its parts by lineage. A draft may lack any.',
});

export const partFacts = z
  .object({
    ref: z.string(),
    role: z.enum(['outcome', 'standard']),
    code: z.string(),
    name: z.string(),
    version: z.int().nullable(),
    kind: z.string().nullable(),
    credits: z.int(),
    level: z.int().nullable(),
    field: field.nullable(),
    accredited: z.boolean(),
    creditBearing: z.boolean(),
    excludes: z.array(z.string()),
    within: z.array(z.string()),
    status: z.enum(['offered', 'expiring', 'closed', 'draft']),
    lastAssessment: z.string().nullable(),
  })
  .meta({ id: 'MicroCredentialPart', description: 'A part as the catalogue has it today.' });

const status = z.enum(['draft', 'in-review', 'published', 'discontinued']);

export const view = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z.int(),
    status,
    developer: z.string(),
    developerName: z.string(),
    listedOn: z.string().nullable(),
    discontinuedOn: z.string().nullable(),
    reviewDue: z.string().nullable(),
    credits: z.int().nullable().meta({ description: 'The sum of its parts; null while one is missing.' }),
    hours: z.int().nullable().meta({ description: 'Notional hours, ten a credit.' }),
    content,
    parts: z.array(partFacts),
  })
  .meta({ id: 'MicroCredential', description: 'One version of a micro-credential.' });

export const page = z
  .object({ items: z.array(view), next: z.string().nullable() })
  .meta({ id: 'MicroCredentialPage', description: 'A page of listed micro-credentials, and the cursor of the next.' });

const versions = z.array(z.object({ id: z.string(), version: z.int(), status, listedOn: z.string().nullable() }));
const overlap = z.object({ id: z.string(), title: z.string(), percent: z.int(), shared: z.array(z.string()) });
const named = { code: z.string(), version: z.int() };

export const detail = view
  .extend({
    versions,
    findings: z.array(finding),
    overlaps: z.array(overlap.extend(named)),
    onward: z.object({
      awards: z.array(
        z.object({
          award: z.string(),
          title: z.object({ en: z.string(), mi: z.string() }),
          credits: z.int(),
          of: z.int(),
          majors: z.array(field),
          note: z.object({ en: z.string(), mi: z.string() }).nullable(),
        }),
      ),
      definitions: z.array(z.object({ id: z.string(), title: z.string(), have: z.int(), of: z.int(), ...named })),
    }),
  })
  .meta({
    id: 'MicroCredentialDetail',
    description:
      'One version, with the others of its code, what the checks find today, its overlaps, and where it stacks onward.',
  });

export const definitions = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        award: z.string(),
        title: z.string(),
        level: z.string().nullable(),
        sector: z.string().nullable(),
        minutes: z.int().nullable(),
        parts: z.array(
          z.object({
            ref: z.string(),
            role: z.string(),
            minutes: z.int().nullable(),
            source: z.string().nullable(),
            creditBearing: z.boolean(),
          }),
        ),
        electives: z.int(),
        reviewYears: z.int().nullable(),
        withdrawn: z.string().nullable(),
        listing: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({
    id: 'MicroCredentialDefinitions',
    description: 'Listed micro-credentials in the form that the engine checks and composes.',
  });

export const checkBody = content
  .extend({
    code: id.max(56).default('draft'),
    developer: words.max(300).nullable().default(null).meta({ description: 'The name of the organisation that answers for it.' }),
    asOf: date.exactOptional().meta({ description: 'The rule in force on this day decides; today when it is left out.' }),
    version: z
      .string()
      .regex(/^[0-9]{4}\.[0-9]+$/)
      .exactOptional()
      .meta({ description: 'A version of the rule by name, such as 2018.1.' }),
  })
  .meta({ id: 'MicroCredentialToCheck' });

const judged = {
  ready: z.boolean(),
  credits: z.int().nullable(),
  findings: z.array(finding),
  overlaps: z.array(overlap),
};

export const checked = z.object({ rule: z.string(), ...judged }).meta({
  id: 'MicroCredentialChecked',
  description: 'What the checks find, under which version of the rule, and what overlaps.',
});

export const checks = z
  .object({
    version: z.string(),
    from: z.string(),
    source: z.string(),
    versions: z.array(z.object({ version: z.string(), from: z.string() })),
    items: z.array(listingRule),
  })
  .meta({ id: 'MicroCredentialChecks', description: 'The one published set of checks of a version of the rule.' });

export const developers = z
  .object({
    asOf: z.string(),
    rule: z.string(),
    checks: z.array(listingRule),
    developers: z.array(
      z.object({
        developer: z.string(),
        name: z.string(),
        listed: z.int(),
        submitted: z.int(),
        returned: z.int(),
        passes: z.array(z.object({ check: z.string(), passes: z.int() })),
        largestOverlap: z.object({ id: z.string(), with: z.string(), percent: z.int() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'MicroCredentialDevelopers', description: 'Of what each developer has listed, how many pass each check today.' });

export const moved = z
  .object({ id: z.string(), status, revision: z.int() })
  .meta({ id: 'MicroCredentialMoved', description: 'The id and where it stands now.' });

export const worklist = z
  .object({
    items: z.array(
      z.object({
        document: view,
        findings: z.array(finding),
        changedAt: z.string(),
        returned: z.object({ note: z.string(), at: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'MicroCredentialWorklist' });

export const waiting = z
  .object({ items: z.array(z.object({ document: view, since: z.string(), own: z.boolean() })) })
  .meta({ id: 'WaitingMicroCredentials', description: 'What waits for a steward, longest first.' });

export const writing = z
  .object({
    document: view,
    revision: z.int(),
    submittedAt: z.string().nullable(),
    ...judged,
    versions,
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
  .meta({ id: 'MicroCredentialWriting', description: 'A version as its writers and stewards see it.' });

export const standing = z
  .object({
    asOf: z.string(),
    whole: z.boolean(),
    have: z.int(),
    of: z.int(),
    parts: z.array(
      z.object({ ref: z.string(), code: z.string(), name: z.string(), held: z.string().nullable(), on: z.string().nullable() }),
    ),
    lines: z.object({ en: z.array(z.string()), mi: z.array(z.string()) }),
  })
  .meta({
    id: 'MicroCredentialStanding',
    description: 'Which parts the signed-in learner holds, and the decision line by line.',
  });
