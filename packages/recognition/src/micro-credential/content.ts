import { z } from 'zod';

const said = z
  .string()
  .max(4000)
  .refine((value) => !/\p{Cc}/u.test(value.replaceAll(/[\n\t]/g, '')), 'Text is without control characters.')
  .default('');
const line = said.unwrap().max(200).default('');
const ref = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/, 'A part is named by the lineage of an outcome or a standard.');

/**
 * What a developer writes of a micro-credential: every listing field of rule 6 (Listing Rules 2022; domain 2.2), and the parts that it
 * is made of. A draft may lack anything; an empty text is a field that is still missing. Credits are not written: they are the sum of
 * the parts.
 */
export const microCredentialContent = z.strictObject({
  title: line,
  /** The language that it is written in. */
  lang: z.enum(['en', 'mi']).default('en'),
  /** 1 to 10. */
  level: z.int().min(1).max(10).nullable().default(null),
  /** The six-digit code of the New Zealand Standard Classification of Education. */
  nzsced: line,
  /** Rule 6 (a): what it is good for in New Zealand or other countries. */
  use: said,
  /** Rule 6 (b): whom it matters to: students, whānau, hapū, iwi, hapori Māori, industry. */
  relevance: said,
  /** Rule 6 (c): the knowledge, skills and attributes that the learner will show. */
  skills: said,
  /** Rule 6 (d): the education that it leads to. */
  educationPathway: said,
  /** Rule 6 (e): the work, cultural or community contribution that it leads to. */
  employmentPathway: said,
  /** Evidence that employers, industry, iwi or a community need it. */
  need: said,
  /** How the learner is assessed as a whole. */
  assessment: said,
  /** Years until the next review. */
  reviewYears: z.int().min(1).max(20).nullable().default(null),
  /** Why the title names a person, an organisation or a product, where it does. */
  titleReason: said,
  /** The outcomes and standards that it is made of, by lineage, so that a new version of one stays the same part. */
  parts: z.array(z.strictObject({ ref })).max(100).default([]),
});

export type MicroCredentialContent = Readonly<z.infer<typeof microCredentialContent>>;

/** A micro-credential of which nothing is written yet. */
export const NOTHING_WRITTEN: MicroCredentialContent = microCredentialContent.parse({});

/** The texts of rule 6 with the name that the framework's rule gives each. */
export const LISTING_TEXTS = {
  nzsced: 'nzsced',
  use: 'use',
  relevance: 'relevance',
  skills: 'skills',
  educationPathway: 'education-pathway',
  employmentPathway: 'employment-pathway',
} as const satisfies Partial<Record<keyof MicroCredentialContent, string>>;
