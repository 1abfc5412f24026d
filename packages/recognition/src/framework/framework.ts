import { z } from 'zod';
import { FIELDS } from '../record/portable-record.ts';
import { isLocalDate } from '../record/local-date.ts';

const words = z.strictObject({ en: z.string().min(1), mi: z.string().min(1) });

/**
 * One version of the rule of an award. `reuse`, `anchor`, `boundary` and `leapDay` are named so that a reader sees what was
 * decided (domain A2, A5, A6, A7); a framework that decides otherwise needs a new award rule, not a new number, and is refused here.
 */
const version = z.strictObject({
  version: z.string().regex(/^[0-9]{4}\.[0-9]+$/),
  from: z.string().refine(isLocalDate),
  minCredits: z.int().min(1).max(400),
  windowYears: z.int().min(1).max(50),
  majorPercent: z.int().min(50).max(99),
  minDistinctOutcomes: z.literal(1),
  reuse: z.literal('none'),
  anchor: z.literal('set'),
  boundary: z.literal('inclusive'),
  leapDay: z.literal('clamp'),
  countedStatus: z.array(z.literal('confirmed')).length(1),
  countedResults: z.array(z.enum(['achieved', 'merit', 'excellence'])).length(3),
});

const schema = z.strictObject({
  id: z.string().regex(/^[a-z]{2,8}$/),
  name: words,
  unit: z.strictObject({ name: z.string().min(1), minutes: z.int().min(1), whole: z.boolean() }),
  levels: z.strictObject({ least: z.int(), most: z.int() }),
  awards: z
    .array(z.strictObject({ id: z.string().min(1), title: words, policy: z.string().min(1), versions: z.array(version).min(1) }))
    .min(1),
  fields: z.array(z.strictObject({ slug: z.enum(FIELDS), en: z.string().min(1), mi: z.string().min(1) })),
});

export type Framework = Readonly<z.infer<typeof schema>>;
export type AwardPolicy = Framework['awards'][number]['versions'][number];
export type FrameworkAward = Framework['awards'][number];

/** Reads a country's rules out of JSON; throws a ZodError that names the path when they are not rules this engine can apply. */
export function loadFramework(json: unknown): Framework {
  return schema.parse(json);
}
