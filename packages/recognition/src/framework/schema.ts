import { z } from 'zod';
import { isLocalDate } from '../record/local-date.ts';
import { FIELDS } from '../record/portable-record.ts';

/**
 * The form of a framework file: the rules of recognition of one country, as data. Sizes are whole minutes. What a form alone cannot
 * say (a circle of awards, gates that contradict one another) is held in `check-file.ts`.
 */

/** Languages that an explanation speaks: English and te reo Māori always, and a framework's own. */
export const SPOKEN = ['en', 'mi', 'es', 'da', 'fr'] as const;
export type Spoken = (typeof SPOKEN)[number];

const text = z.string().min(1);
const own = { es: text.optional(), da: text.optional(), fr: text.optional() };
const words = z.strictObject({ en: text, mi: text, ...own });
const counted = z.tuple([text, text]);
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const date = z.string().refine(isLocalDate, 'A date that exists, as YYYY-MM-DD, is needed here.');
const minutes = z.int().min(1).max(100_000_000);
const percent = z.int().min(1).max(1000);
const source = text;

/** How learning is measured: `minutes` in one unit, and the smallest part of it that a size may be made of. */
const unit = z.strictObject({
  name: text,
  minutes,
  step: minutes,
  /** One word for one, one for many, in each language. */
  words: z.strictObject({
    en: counted,
    mi: counted,
    es: counted.optional(),
    da: counted.optional(),
    fr: counted.optional(),
  }),
  /** Minutes of one unit for kinds of learning that are measured otherwise, such as a credit of theory in India. */
  kinds: z.record(id, minutes).default({}),
  source,
});

const level = z.strictObject({ label: z.string().regex(/^[A-Za-z0-9.]{1,20}$/), eqf: z.int().min(1).max(8).nullable() });

const MODES = ['assessed', 'rpl', 'crt'] as const;
const roles = z.array(id).min(1);

/** How an award is made of what was earned. */
export type Composition =
  | { readonly kind: 'any' }
  | { readonly kind: 'list' }
  | { readonly kind: 'all-of'; readonly roles: readonly string[]; readonly modes?: readonly (typeof MODES)[number][] | undefined }
  | { readonly kind: 'core-elective'; readonly core: readonly string[]; readonly elective: string }
  | { readonly kind: 'lattice'; readonly of: string }
  | { readonly kind: 'one-of'; readonly routes: readonly Route[] };
export interface Route {
  readonly id: string;
  readonly title: Readonly<z.infer<typeof words>>;
  readonly of: Composition;
}

const composition: z.ZodType<Composition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any') }),
    z.strictObject({ kind: z.literal('list') }),
    z.strictObject({ kind: z.literal('all-of'), roles, modes: z.array(z.enum(MODES)).min(1).optional() }),
    z.strictObject({ kind: z.literal('core-elective'), core: roles, elective: id }),
    z.strictObject({ kind: z.literal('lattice'), of: id }),
    z.strictObject({
      kind: z.literal('one-of'),
      routes: z.array(z.strictObject({ id, title: words, of: composition })).min(2),
    }),
  ]),
);

/** What may be counted, each on its own account. */
const counts = z.strictObject({
  accredited: z.boolean(),
  creditBearing: z.boolean(),
  kinds: z.array(id).min(1).nullable().default(null),
  modes: z.array(z.enum(MODES)).min(1).nullable().default(null),
  levels: z
    .strictObject({ least: text, most: text.nullable().default(null) })
    .nullable()
    .default(null),
  /** Years after which one credit no longer counts, the anniversary included. */
  shelfLifeYears: z.int().min(1).max(100).nullable().default(null),
});

/** At most so much of the size that the award needs, from kinds of outcome or from institutions that do not make the award. */
const cap = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('kind'), kinds: z.array(id).min(1), mostPercent: percent, source }),
  z.strictObject({ on: z.literal('other-institution'), mostPercent: percent, source }),
]);

/** What the definition of an award of this kind must keep to. */
const definition = z.strictObject({
  required: z.array(id).default([]),
  titleBans: z.array(text).default([]),
  titleBegins: z.array(text).min(1).nullable().default(null),
  reviewYears: z
    .strictObject({ least: z.int().min(1), most: z.int().max(50) })
    .nullable()
    .default(null),
  parts: z
    .strictObject({ least: z.int().min(1), most: z.int().max(1000).nullable().default(null) })
    .nullable()
    .default(null),
  partStep: minutes.nullable().default(null),
  roles: z.array(id).min(1).nullable().default(null),
  /** It has at least one part of each of these roles. */
  needs: z.array(id).default([]),
  /** Parts come from at least and at most so many sources, such as training regulations. */
  leastSources: z.int().min(1).max(100).nullable().default(null),
  mostSources: z.int().min(1).max(100).nullable().default(null),
  /** Less than each whole that its parts come from. */
  lesserThanWhole: z.boolean().default(false),
  /** At most so much of it may be in one definition that is there already. */
  mostOverlapPercent: z.int().min(0).max(1000).nullable().default(null),
});

const version = z.strictObject({
  version: z.string().regex(/^[0-9]{4}\.[0-9]+$/),
  from: date,
  source,
  size: z
    .strictObject({ least: minutes.nullable().default(null), most: minutes.nullable().default(null) })
    .default({ least: null, most: null }),
  atLevels: z.array(z.strictObject({ from: text, least: minutes })).default([]),
  counts,
  caps: z.array(cap).default([]),
  use: z.enum(['keeps', 'spends', 'debits']),
  /** For how long the award holds before it is renewed. */
  validYears: z.int().min(1).max(100).nullable().default(null),
  /** Whether credit points (credits x level) are worked out. */
  points: z.boolean().default(false),
  /** Whether what was passed on the way is certified to who leaves early. */
  cumulative: z.boolean().default(false),
  composition,
  definition: definition.nullable().default(null),
});

/** Kinds of achievement in Open Badges 3.0 (appendix B, AchievementType) that an award of a framework may be; a single outcome is a `Competency`. */
const ACHIEVEMENT_TYPES = [
  'AssociateDegree',
  'Award',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'Degree',
  'Diploma',
  'MicroCredential',
  'QualityAssuranceCredential',
] as const;

/** That the repository issues an award to who claims it, and how it is then called. */
const claim = z.strictObject({
  /** The name on it; `{title}` stands for the title of the definition. */
  name: words,
  /** What everybody who sees it is told, such as what it is not. */
  note: words,
  achievementType: z.enum(ACHIEVEMENT_TYPES),
});

/** The Applied Learning Qualification's rule: the best set in a window, with a major. Its parameters are held in `framework.ts`. */
const stackVersion = z.looseObject({ version: z.string(), from: date });

const award = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('stack'), id, title: words, policy: text, versions: z.array(stackVersion).min(1) }),
  z.strictObject({
    rule: z.literal('compose'),
    id,
    title: words,
    note: words.nullable().default(null),
    /** Null: the framework decides it, and nobody claims it here. */
    claim: claim.nullable().default(null),
    versions: z.array(version).min(1),
  }),
]);

const account = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('credit-bank'), id, title: words, shelfLifeYears: z.int().min(1).max(100), source }),
  z.strictObject({
    rule: z.literal('learning-account'),
    id,
    title: words,
    currency: z.string().regex(/^[A-Z]{3}$/),
    grants: z
      .array(
        z.strictObject({ id, cents: z.int().min(1), leastAge: z.int().min(0).max(120), from: date, expires: date.nullable() }),
      )
      .min(1),
    source,
  }),
]);

/** What a participant pays for a course, by year and group; a group without a tariff has no price here. Money in the hundredth part. */
const prices = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  freeFields: z.array(id),
  tariffs: z
    .array(z.strictObject({ year: z.int().min(1990).max(2200), group: id, hundredthsPerDay: z.int().min(0), source }))
    .min(1),
  supplementMostPerWeek: z.array(z.strictObject({ year: z.int(), hundredths: z.int().min(0), source })).default([]),
  daysPerWeek: z.int().min(1).max(7),
});

const changes = z.strictObject({ newApproval: z.array(id), durationMoreThanPercent: z.int().min(1).max(1000), source });

const proficiency = z.strictObject({ scales: z.record(id, z.array(text).min(1)), source });

export const frameworkFile = z.strictObject({
  id: z.string().regex(/^[a-z]{2,8}$/),
  name: words,
  /** The language of the country's own explanations, where this product speaks it. */
  language: z.enum(['es', 'da', 'fr']).nullable(),
  unit,
  levels: z.array(level).min(1),
  awards: z.array(award).min(1),
  accounts: z.array(account).default([]),
  prices: prices.nullable().default(null),
  changes: changes.nullable().default(null),
  proficiency: proficiency.nullable().default(null),
  /** NZQA's fields with their names; only its own framework has them. */
  fields: z.array(z.strictObject({ slug: z.enum(FIELDS), en: text, mi: text })).default([]),
});

export type RecognitionFramework = Readonly<z.infer<typeof frameworkFile>>;
export type Award = RecognitionFramework['awards'][number];
export type ComposedAward = Extract<Award, { rule: 'compose' }>;
export type RuleVersion = ComposedAward['versions'][number];
export type AwardClaim = NonNullable<ComposedAward['claim']>;
export type Cap = RuleVersion['caps'][number];
export type Account = RecognitionFramework['accounts'][number];
export type Translated = Readonly<z.infer<typeof words>>;
