import { EXCLUSION_REASONS, FIELDS } from '@recognition/recognition';
import { z } from 'zod';

const said = z.object({ en: z.string(), mi: z.string() });
const date = z.string();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

export const importView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['receiving', 'checking', 'recording', 'done', 'stopped', 'failed']),
  dryRun: z.boolean(),
  rows: z.int(),
  done: z.int(),
  recorded: z.int(),
  corrected: z.int(),
  withdrawn: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  bytesTotal: z.int(),
  bytesRead: z.int(),
  rowsPerSecond: z.int().nullable(),
  secondsLeft: z.int().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  rejectsByCode: list(
    z.object({
      code: z.string(),
      count: z.int(),
      message: said,
      fix: said,
      examples: list(z.object({ row: z.int(), message: z.string() })),
    }),
  ),
  marks: list(z.int()),
});

export const reportedView = z.object({
  items: list(
    z.object({
      reference: z.string(),
      outcome: z.string(),
      provider: z.string(),
      date,
      result: z.string(),
      mode: z.string(),
      status: z.string(),
      change: z.enum(['recorded', 'corrected', 'withdrawn']),
      at: z.string(),
    }),
  ),
  next: z.string().nullable(),
});

const field = z.enum(FIELDS);
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('field'), field, maxLevel: z.int().optional() }),
  z.object({ kind: z.literal('subfield'), subfield: z.string(), maxLevel: z.int().optional() }),
  z.object({ kind: z.literal('domain'), domain: z.string(), maxLevel: z.int().optional() }),
  z.object({ kind: z.literal('outcome'), lineage: z.string() }),
]);
const organisation = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  accreditations: list(z.object({ from: date, to: date.nullable(), scope: list(scope) })),
});
const outcome = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int().nullable(),
  name: z.string(),
  credits: z.int(),
  level: z.int().nullable(),
  field: field.nullable(),
  subfield: z.string().nullable(),
  domain: z.string().nullable(),
  lineage: z.string(),
  accredited: z.boolean(),
  excludes: list(z.string()),
  group: z.object({ id: z.string(), lineage: z.string(), credits: z.int(), members: z.int() }).nullable(),
  lastAssessment: date.nullable(),
  size: z.object({ minutes: z.int(), amount: z.string(), unit: z.string() }).nullable().optional(),
  kind: z.string().nullable().optional(),
  creditBearing: z.boolean().optional(),
  levelLabel: z.string().nullable().optional(),
});
const achievement = z.object({
  id: z.string(),
  outcome: z.string(),
  provider: z.string(),
  date,
  result: z.enum(['achieved', 'merit', 'excellence', 'not-achieved']),
  mode: z.enum(['assessed', 'rpl', 'crt']),
  originalDate: date.nullable(),
  source: z.string().nullable(),
  status: z.enum(['confirmed', 'provisional', 'withdrawn']),
  usedIn: list(z.string()),
  alsoCountedIn: list(z.string()),
});
const record = z.object({
  type: z.literal('RecognitionRecord'),
  version: z.literal(1),
  framework: z.string().optional(),
  learner: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  organisations: list(organisation),
  outcomes: list(outcome),
  achievements: list(achievement),
});

const option = z.object({
  major: field.nullable(),
  credits: z.int(),
  counted: list(z.string()),
  from: date,
  to: date,
  fieldCredits: z.partialRecord(z.enum([...FIELDS, 'unclassified']), z.int()),
});
const decision = z.object({
  award: z.string(),
  policy: z.object({ id: z.string(), version: z.string() }),
  asOf: date,
  eligible: z.boolean(),
  options: list(option),
  excluded: list(z.object({ achievement: z.string(), reason: z.enum(EXCLUSION_REASONS) })),
  missing: z.object({ credits: z.int(), from: date.nullable(), by: date.nullable(), counted: list(z.string()) }).nullable(),
  majors: list(z.object({ field, missing: z.int(), by: date.nullable() })),
  expiring: list(z.object({ achievement: z.string(), on: date })),
});

const text = z.object({ text: z.string(), lang: z.string() });
const skill = z.object({
  uri: z.string(),
  scheme: z.string(),
  label: z.string(),
  relation: z.string(),
  proficiency: z.string().nullable(),
});

export const recordView = z.object({
  asOf: date,
  record,
  decision: decision.nullable(),
  outcomes: z.record(
    z.string(),
    z.object({ status: z.string(), assessments: list(text), theory: list(text), practice: list(text), skills: list(skill) }),
  ),
  learnerName: z.string(),
  awards: list(
    z.object({
      id: z.string(),
      award: z.string(),
      major: z.string().nullable(),
      credits: z.int(),
      from: date,
      to: date,
      issuedOn: date,
      status: z.enum(['live', 'superseded', 'suspended', 'withdrawn', 'revoked']),
      title: z.object({ en: z.string(), mi: z.string() }),
      framework: z.string(),
      size: z.object({ en: z.string(), mi: z.string() }).nullable(),
    }),
  ),
  statements: list(z.object({ achievement: z.string(), statement: z.string(), on: date })),
  looked: list(
    z.object({
      at: z.string(),
      who: z.string().nullable(),
      name: z.string().nullable(),
      reason: z.string().nullable(),
      purpose: z.string(),
      delegate: z.string().nullable(),
      did: z.string().nullable(),
    }),
  ),
});

export const importsView = z.object({ items: list(importView), next: z.string().nullable() });
