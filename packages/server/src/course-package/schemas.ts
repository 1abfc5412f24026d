import { COMPOSE_CODES, FRAMEWORK_IDS, PLAN_CODES } from '@recognition/recognition/frameworks';
import { z } from 'zod';

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const text = (most: number) => z.string().normalize('NFC').trim().max(most);
const number = z.string().regex(/^[0-9]{1,16}$/u);
const outcome = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/u);
const cents = z.int().min(0).max(100_000_000);

const plannedCourse = z.strictObject({
  course: outcome,
  after: z.array(outcome).max(40).default([]),
  dates: z.array(z.iso.date()).max(200).default([]),
  prices: z.array(cents.nullable()).max(5).default([]),
});

/** What a provider writes of a package. Anything may be missing while it is a draft; what it comes to is decided, not written. */
export const packageContent = z
  .strictObject({
    framework: z.enum(FRAMEWORK_IDS),
    groups: z.array(z.strictObject({ name: line(80), people: z.int().min(1).max(100_000) })).max(5),
    place: text(200).default(''),
    note: text(4000).default(''),
    courses: z.array(plannedCourse).max(40),
  })
  .meta({
    id: 'CoursePackageContent',
    description: 'A package as its provider plans it. Prices are hundredths a participant, by group; null takes the tariff.',
  });
export type PackageText = z.infer<typeof packageContent>;

const sums = z.object({
  minutes: z.int(),
  units: z.int().meta({ description: 'Whole units of the framework: days in Denmark, credits in New Zealand.' }),
  days: z.int().meta({ description: 'Days on which something is taught.' }),
  currency: z.string(),
  prices: z.array(z.array(z.int().nullable()).readonly()).readonly(),
  groups: z.array(z.object({ name: z.string(), people: z.int(), each: z.int().nullable(), all: z.int().nullable() })).readonly(),
  price: z.int().nullable(),
  first: z.iso.date().nullable(),
  last: z.iso.date().nullable(),
  certificates: z.array(z.string()).readonly().meta({ description: 'One for each course; a package has none.' }),
});
export type Sums = z.infer<typeof sums>;

const finding = z.object({
  code: z.enum([...PLAN_CODES, ...COMPOSE_CODES]),
  severity: z.enum(['error', 'advice']),
  course: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string(),
  text: z.object({ en: z.string(), mi: z.string() }),
});

const party = z.object({ id: z.string(), name: z.string() });
const skill = z.object({ uri: z.string(), en: z.string(), mi: z.string().nullable() });
const STATUSES = ['draft', 'proposed', 'change-asked', 'agreed', 'declined', 'withdrawn'] as const;
export const ACTS = ['proposed', 'change-asked', 'agreed', 'declined', 'withdrawn'] as const;
const status = z.enum(STATUSES);
export type Status = z.infer<typeof status>;

export const courseView = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z.int().nullable(),
    name: z.string(),
    minutes: z.int().nullable(),
    level: z.int().nullable(),
    field: z.string().nullable(),
    lastAssessment: z.iso.date().nullable(),
    withdrawn: z.boolean(),
    consented: z.boolean().meta({ description: 'Whether the provider has consent to assess it today.' }),
    skills: z.array(skill).readonly(),
  })
  .meta({ id: 'PackageCourse' });
export type CourseView = z.infer<typeof courseView>;

export const coursePackageView = z
  .object({
    id: z.string(),
    employer: party,
    provider: party,
    title: z.string(),
    skills: z.array(skill).readonly(),
    request: z
      .object({ id: z.string(), people: z.int(), place: z.string(), beginsBy: z.iso.date().nullable(), ended: z.boolean() })
      .nullable(),
    status,
    version: z.int(),
    changedAt: z.iso.datetime(),
    draft: z
      .object({ content: packageContent, revision: z.int(), proposed: z.boolean() })
      .nullable()
      .meta({ description: 'What the provider is writing; null for the employer.' }),
    versions: z.array(z.object({ version: z.int(), content: packageContent, sums, proposedAt: z.iso.datetime() })).readonly(),
    courses: z.array(courseView).readonly(),
    findings: z
      .array(finding)
      .readonly()
      .meta({ description: 'What stands in the way of agreeing to the version in force today.' }),
    acts: z
      .array(
        z.object({
          kind: z.enum(ACTS),
          side: z.enum(['employer', 'provider']),
          version: z.int(),
          words: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'CoursePackage' });
export type CoursePackageView = z.infer<typeof coursePackageView>;

export const coursePackageList = z.object({
  items: z
    .array(
      z
        .object({
          id: z.string(),
          employer: party,
          provider: party,
          title: z.string(),
          status,
          version: z.int(),
          courses: z.int(),
          sums: sums.nullable(),
          changedAt: z.iso.datetime(),
          withdrawn: z.boolean().meta({ description: 'A course of it was withdrawn meanwhile.' }),
        })
        .meta({ id: 'CoursePackageLine' }),
    )
    .readonly(),
});
export type PackageLine = z.infer<typeof coursePackageList>['items'][number];

export const idParams = z.object({ id: number });
export const newPackage = z.union([
  z.strictObject({ request: number }),
  z.strictObject({ employer: outcome, title: line(200), skills: z.array(z.string().max(500)).max(100).default([]) }),
]);
export const made = z.object({ id: z.string() });
export const draftBody = z.object({ content: packageContent, revision: z.int() });
export const proposalBody = z.object({ revision: z.int(), words: text(4000).default('') });
export const actBody = z.object({ version: z.int(), words: text(4000).default('') });
export const changeBody = z.object({ version: z.int(), words: line(4000) });
export const courseQuery = z.object({ q: text(200).default('') });
export const courseList = z.object({ items: z.array(courseView).readonly() });
