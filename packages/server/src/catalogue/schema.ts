import { FIELDS } from '@recognition/recognition';
import { z } from 'zod';

// The shapes of contracts 2 and 2b, for files and for the API alike.

const MOST_CREDITS = 999;

export const id = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'An id is 1 to 64 letters, digits, full stops, underscores, colons or hyphens.');
export const words = z
  .string()
  .min(1)
  .max(20_000)
  .refine(
    (value) => value.normalize('NFC') === value && !/\p{Cc}/u.test(value.replaceAll(/[\n\t]/g, '')),
    'Text is in normal form C, without control characters.',
  );
export const date = z.iso
  .date('A date that exists, as YYYY-MM-DD, is needed here.')
  .meta({ description: 'A calendar date, local to Pacific/Auckland.' });
export const field = z.enum(FIELDS, { error: 'This is not one of the 17 fields.' });
export const level = z.int().min(1).max(10);
export const text = z.strictObject({
  text: words,
  lang: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'A language is a tag such as en or mi.'),
});

export const skill = z.strictObject({
  uri: words.max(1000),
  scheme: words.max(200),
  label: words.max(500),
  relation: z.enum(['earns', 'competent', 'showcases']),
  proficiency: words.max(200).nullable().default(null),
});

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('field'), field, maxLevel: level.exactOptional() }),
  z.strictObject({ kind: z.literal('subfield'), subfield: words, maxLevel: level.exactOptional() }),
  z.strictObject({ kind: z.literal('domain'), domain: words, maxLevel: level.exactOptional() }),
  z.strictObject({ kind: z.literal('outcome'), lineage: id }),
]);

export const accreditation = z
  .strictObject({ from: date, to: date.nullable(), scope: z.array(scope).min(1) })
  .refine(({ from, to }) => to === null || from <= to, { error: 'This period ends before it begins.', path: ['to'] });

export const organisation = z.strictObject({
  id,
  name: words.max(300),
  kind: words.max(100),
  accreditations: z.array(accreditation),
});

export const outcome = z.strictObject({
  id,
  code: words.max(100),
  version: z.int().min(1).max(1_000_000).nullable(),
  name: words.max(500),
  credits: z.int().min(0).max(MOST_CREDITS).nullable(),
  level: level.nullable(),
  field: field.nullable(),
  subfield: words.max(200).nullable(),
  domain: words.max(200).nullable(),
  lineage: id,
  accredited: z.boolean(),
  excludes: z.array(id),
  group: z
    .strictObject({ id, lineage: id, credits: z.int().min(1).max(MOST_CREDITS), members: z.int().min(1).max(1000) })
    .nullable(),
  lastAssessment: date.nullable(),
  size: z
    .strictObject({ minutes: z.int().min(0).max(100_000_000), amount: words.max(40), unit: words.max(40) })
    .nullable()
    .default(null),
  kind: words.max(100).nullable().default(null),
  creditBearing: z.boolean().default(true),
  levelLabel: words.max(40).nullable().default(null),
  developer: id.nullable().default(null),
  assessments: z.array(text).default([]),
  theory: z.array(text).default([]),
  practice: z.array(text).default([]),
  skills: z.array(skill).default([]),
  status: z.enum(['draft', 'in-review', 'published', 'expiring', 'discontinued', 'legacy']).default('draft'),
  registered: date.nullable().default(null),
  replaces: z
    .strictObject({ lineage: id, category: z.enum(['A', 'B', 'C', 'D']) })
    .nullable()
    .default(null),
  gradesAvailable: z.array(words.max(100)).default([]),
});

/** What a developer writes of a definition. */
export const content = outcome
  .pick({
    name: true,
    credits: true,
    level: true,
    field: true,
    subfield: true,
    domain: true,
    excludes: true,
    group: true,
    assessments: true,
    theory: true,
    practice: true,
    skills: true,
    gradesAvailable: true,
    kind: true,
  })
  .extend({
    credits: outcome.shape.credits.default(null),
    level: outcome.shape.level.default(null),
    field: outcome.shape.field.default(null),
    subfield: outcome.shape.subfield.default(null),
    domain: outcome.shape.domain.default(null),
    excludes: outcome.shape.excludes.default([]),
    group: outcome.shape.group.default(null),
  })
  .meta({ id: 'OutcomeContent', description: 'What a developer writes of a definition. What is still missing may be left out.' });

/** Some parts of what a developer writes: those that are left out stay as they are. */
export const parts = z
  .strictObject({
    name: outcome.shape.name.exactOptional(),
    credits: outcome.shape.credits.exactOptional(),
    level: outcome.shape.level.exactOptional(),
    field: outcome.shape.field.exactOptional(),
    subfield: outcome.shape.subfield.exactOptional(),
    domain: outcome.shape.domain.exactOptional(),
    assessments: z.array(text).exactOptional(),
    theory: z.array(text).exactOptional(),
    practice: z.array(text).exactOptional(),
    skills: z.array(skill).exactOptional(),
  })
  .meta({ id: 'OutcomeParts' });
