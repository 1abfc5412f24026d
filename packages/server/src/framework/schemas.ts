import { AWARD_REASONS, COMPOSE_CODES, LEFT_OUT, SPOKEN } from '@recognition/recognition/frameworks';
import { z } from 'zod';
import { date } from '../catalogue/schema.ts';

const name = z.string().min(1).max(64);
const words = z.record(z.string(), z.string());

export const params = z.object({ framework: z.string().regex(/^[a-z]{2,8}$/) });

export const frameworkSummary = z
  .object({
    id: z.string(),
    name: words,
    unit: z.object({ name: z.string(), minutes: z.int(), step: z.int() }),
    languages: z.array(z.string()),
    awards: z.array(
      z.object({
        id: z.string(),
        title: words,
        versions: z.array(z.object({ version: z.string(), from: date })),
      }),
    ),
  })
  .meta({ id: 'FrameworkSummary', description: 'A framework of recognition: the rules of a country, as data.' });

export const frameworkView = z.object({
  summary: frameworkSummary,
  file: z.record(z.string(), z.unknown()).meta({ description: 'The framework file, as frameworks/ has it.' }),
});

export const assessBody = z
  .strictObject({
    award: name,
    record: z.record(z.string(), z.unknown()).meta({ description: 'A portable record (contracts 2).' }),
    definitions: z.array(z.record(z.string(), z.unknown())).max(1000).default([]),
    definition: name.exactOptional(),
    institution: name.exactOptional(),
    policy: z.string().max(64).exactOptional(),
    asOf: date.exactOptional(),
    language: z.enum(SPOKEN).exactOptional(),
  })
  .meta({ id: 'AwardAssessmentRequest' });

const gate = z.object({
  gate: z.enum(['size', 'at-level', 'cap', 'parts']),
  level: z.string().optional(),
  on: z.string().optional(),
  percent: z.int().optional(),
  role: z.string().optional(),
  need: z.int().optional(),
  most: z.int().optional(),
  have: z.int(),
  met: z.boolean(),
});

export const assessmentView = z
  .object({
    framework: z.string(),
    award: z.string(),
    version: z.string(),
    definition: z.string().nullable(),
    asOf: date.nullable(),
    eligible: z.boolean(),
    comparison: z.boolean().meta({ description: 'The record is of another framework: the answer compares, and is no claim.' }),
    route: z.string().nullable(),
    institution: z.string().nullable(),
    minutes: z.int(),
    rounded: z.int(),
    missing: z.int(),
    counted: z.array(z.string()),
    excluded: z.array(z.object({ achievement: z.string(), reason: z.enum(AWARD_REASONS) })),
    leftOut: z.array(z.object({ achievement: z.string(), why: z.enum(LEFT_OUT) })),
    gates: z.array(gate),
    parts: z.array(z.object({ ref: z.string(), role: z.string(), held: z.string().nullable() })),
    points: z.string().nullable(),
    use: z.enum(['keeps', 'spends', 'debits']),
    validUntil: date.nullable(),
    cumulative: z.array(z.string()).nullable(),
    expiring: z.array(z.object({ achievement: z.string(), on: date })),
    lines: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'AwardAssessment', description: 'Sizes are whole minutes; nothing of it is kept.' });

const definitions = z.array(z.record(z.string(), z.unknown())).min(1).max(1000);
const header = z.strictObject({ id: name, title: z.string().min(1).max(500), award: name });

export const composeBody = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('unbundle'), definitions }),
    z.strictObject({ do: z.literal('bundle'), header, definitions }),
    z.strictObject({ do: z.literal('rebundle'), header, definitions, sources: z.int().min(1).max(100).default(2) }),
    z.strictObject({
      do: z.literal('package'),
      definitions,
      on: date,
      group: name,
      participants: z.int().min(1).max(100_000),
    }),
    z.strictObject({
      do: z.literal('claimable'),
      definitions,
      held: z.record(z.string(), z.array(z.enum(['assessed', 'rpl', 'crt']))),
    }),
    z.strictObject({
      do: z.literal('check'),
      definitions,
      others: definitions.optional(),
      asOf: date.exactOptional(),
      version: z.string().max(20).exactOptional(),
    }),
  ])
  .meta({ id: 'CompositionRequest' });

const part = z.object({
  ref: z.string(),
  role: z.string(),
  minutes: z.int().nullable(),
  source: z.string().nullable(),
  creditBearing: z.boolean(),
});

export const compositionView = z
  .object({
    do: z.string(),
    ok: z.boolean(),
    refused: z
      .object({ code: z.enum(COMPOSE_CODES), ref: z.string().nullable(), message: z.object({ en: z.string(), mi: z.string() }) })
      .nullable()
      .default(null),
    parts: z.array(part).default([]),
    minutes: z.int().nullable().default(null),
    once: z.array(z.string()).default([]),
    package: z
      .object({
        courses: z.array(z.string()),
        days: z.int(),
        minutes: z.int(),
        currency: z.string().nullable(),
        pricePerParticipant: z.int().nullable(),
        price: z.int().nullable(),
        free: z.array(z.string()),
        certificates: z.array(z.string()),
      })
      .nullable()
      .default(null),
    standings: z
      .array(z.object({ definition: z.string(), award: z.string(), claimable: z.boolean(), missing: z.array(z.string()) }))
      .default([]),
    oneMore: z.array(z.object({ ref: z.string(), completes: z.array(z.string()) })).default([]),
    findings: z
      .array(
        z.object({
          definition: z.string(),
          check: z.string(),
          path: z.string(),
          source: z.string(),
          text: z.object({ en: z.string(), mi: z.string() }),
        }),
      )
      .default([]),
  })
  .meta({ id: 'Composition' });

export const sizeQuery = z.object({
  minutes: z.coerce.number().int().min(0).max(100_000_000).meta({ description: 'Whole minutes of learning.' }),
});
export const sizeView = z.object({
  items: z.array(
    z.object({
      framework: z.string(),
      minutes: z.int(),
      amount: z.string(),
      unit: z.string(),
      remainder: z.int().meta({ description: 'Minutes that make no whole step of the unit and were left out.' }),
      exact: z.boolean(),
    }),
  ),
});
