import { z } from 'zod';
import { definitionFile } from '../definition.ts';

/** The form of a framework's worked cases: inputs that are plainly invented, the rule that each tests, and what must come out. */

const text = z.string().min(1);
const expected = z.record(z.string(), z.unknown());

/** One achievement with its outcome, in short: what a case leaves out does not matter to it. */
const held = z.strictObject({
  id: text,
  /** The outcome's id and lineage; several achievements may be of one. */
  of: text,
  lineage: text.optional(),
  minutes: z.int().min(0).optional(),
  credits: z.int().min(0).optional(),
  level: text.optional(),
  kind: text.optional(),
  by: text.default('org-1'),
  on: text.default('2025-03-01'),
  mode: z.enum(['assessed', 'rpl', 'crt']).default('assessed'),
  source: text.optional(),
  result: z.enum(['achieved', 'merit', 'excellence', 'not-achieved']).default('achieved'),
  status: z.enum(['confirmed', 'provisional', 'withdrawn']).default('confirmed'),
  field: text.optional(),
  creditBearing: z.boolean().optional(),
  accredited: z.boolean().default(true),
  excludes: z.array(text).default([]),
  usedIn: z.array(text).default([]),
  /** So many of it, each an outcome of its own: x.1, x.2 and so on. */
  times: z.int().min(1).max(500).default(1),
});
export type HeldInCase = z.infer<typeof held>;

const common = {
  name: text,
  /** The rule that the case tests, as its source names it. */
  rule: text,
  /** Where no source was found, the case says that the reading is ours. */
  reading: z.literal('ours').optional(),
};
const definitions = z.array(definitionFile).default([]);
const entries = z.array(z.record(z.string(), z.unknown()));

const one = z.discriminatedUnion('do', [
  z.strictObject({
    ...common,
    do: z.literal('decide'),
    award: text,
    asOf: text.optional(),
    policy: text.optional(),
    supersedes: text.optional(),
    institution: text.optional(),
    definition: text.optional(),
    definitions,
    /** Providers without accreditation. */
    unaccredited: z.array(text).default([]),
    /** Minutes of one credit where the record is another framework's. */
    recordUnit: z.int().min(1).optional(),
    holds: z.array(held),
    expect: expected,
    /** Sentences that the explanation has, by language. */
    says: z.record(z.string(), text).default({}),
  }),
  z.strictObject({
    ...common,
    do: z.literal('check'),
    definition: definitionFile,
    others: definitions,
    asOf: text.optional(),
    version: text.optional(),
    expect: z.array(text),
  }),
  z.strictObject({ ...common, do: z.literal('in-force'), award: text, on: text, expect: text.nullable() }),
  z.strictObject({ ...common, do: z.literal('levels'), expect: z.record(text, z.int().nullable()) }),
  z.strictObject({ ...common, do: z.literal('convert'), minutes: z.int(), kind: text.optional(), expect: expected }),
  z.strictObject({
    ...common,
    do: z.literal('claimable'),
    definitions,
    holds: z.record(text, z.array(text)),
    expect: z.record(text, z.array(text)),
  }),
  z.strictObject({
    ...common,
    do: z.literal('bundle'),
    header: z.record(z.string(), z.unknown()),
    from: definitions,
    again: z.boolean().default(false),
    expect: expected,
  }),
  z.strictObject({ ...common, do: z.literal('bundling'), from: definitions, expect: text.nullable() }),
  z.strictObject({
    ...common,
    do: z.literal('package'),
    courses: definitions,
    on: text,
    group: text,
    participants: z.int(),
    expect: expected,
  }),
  z.strictObject({ ...common, do: z.literal('supplement'), days: z.int(), year: z.int(), expect: z.int().nullable() }),
  z.strictObject({
    ...common,
    do: z.literal('bank'),
    entries,
    on: text,
    expect: z.strictObject({ codes: z.array(text), statement: expected }),
  }),
  z.strictObject({
    ...common,
    do: z.literal('account'),
    listed: z.array(text),
    entries,
    on: text,
    expect: z.strictObject({ codes: z.array(text), statement: expected }),
  }),
  z.strictObject({
    ...common,
    do: z.literal('change'),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
    expect: z.array(text),
  }),
  z.strictObject({
    ...common,
    do: z.literal('role'),
    skills: z.array(z.record(z.string(), text)),
    held: z.array(z.record(z.string(), text)),
    expect: z.record(text, z.int()),
  }),
]);

export const caseFile = z.strictObject({ framework: text, invented: z.literal(true), cases: z.array(one).min(1) });
export type CaseFile = z.infer<typeof caseFile>;
export type WorkedCase = CaseFile['cases'][number];
