import { townNamed } from '@recognition/recognition/places';
import { TAUGHT_IN } from '@recognition/recognition';
import { z } from 'zod';
import { AUDIENCES, DELIVERIES, MOST_REQUIRED } from './offering.ts';

const text = (most: number) => z.string().normalize('NFC').trim().max(most);
const day = z.iso.date();
export const idParams = z.object({ id: z.string().regex(/^[0-9]{1,16}$/u) });
export const town = z
  .string()
  .max(40)
  .refine((slug) => townNamed(slug) !== null, { message: 'is no town of ours; /api/v1/places lists them' });
export const delivery = z.enum(DELIVERIES);
export const audience = z.enum(AUDIENCES);
export const taughtIn = z.enum(TAUGHT_IN).meta({ description: 'BCP 47; nzs is New Zealand Sign Language.' });

const cents = z.int().min(0).max(10_000_000);
const prices = z
  .strictObject({
    student: cents.optional(),
    adult: cents.optional(),
    employer: cents.optional(),
    international: cents.optional(),
  })
  .refine((given) => Object.keys(given).length > 0, { message: 'has a price for one audience at least; 0 is free' })
  .meta({ description: 'Cents of New Zealand dollars with GST, by audience; who has none is not offered to. 0 is free.' });

const link = z
  .url({ protocol: /^https?$/u })
  .max(500)
  .nullable()
  .default(null);

const content = {
  title: text(200).min(1).nullable().default(null).meta({ description: 'What several outcomes are called together.' }),
  programme: z.string().max(64).nullable().default(null).meta({ description: 'The definition that it is made for.' }),
  outcomes: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(50)
    .meta({ description: 'Ids or codes of outcomes; a standard’s code or id stands for all of its outcomes.' }),
  requires: z.array(z.string().min(1).max(100)).max(MOST_REQUIRED).default([]).meta({
    description: 'Ids or codes of outcomes that whoever begins must hold; plans put them before it.',
  }),
  delivery,
  languages: z.array(taughtIn).max(TAUGHT_IN.length).default([]).meta({ description: 'In which it is taught; none: not said.' }),
  town: town.nullable().default(null),
  venue: text(200).default(''),
  begins: day.nullable().default(null).meta({ description: 'Null: any day.' }),
  ends: day.nullable().default(null),
  applyBy: day.nullable().default(null),
  schedule: text(200).default('').meta({ description: 'In a few words, such as “six Saturdays”.' }),
  prices,
  places: z.int().min(1).max(100_000).nullable().default(null),
  placesLeft: z.int().min(0).max(100_000).nullable().default(null).meta({ description: 'Left out: all of them.' }),
  link,
};
const reference = text(100)
  .min(1)
  .meta({ description: 'Your own id of it: the same one is published once, however often it is sent.' });

type Content = z.infer<z.ZodObject<typeof content>>;

/** What one value alone cannot say; `null` where all is well. */
function wrong({
  delivery: how,
  town: where,
  begins,
  ends,
  applyBy,
  places,
  placesLeft,
}: Content): [keyof Content, string] | null {
  if (how === 'online' && where !== null) return ['town', 'is left out for what is online'];
  if ((how === 'on-site' || how === 'blended') && where === null) return ['town', 'is needed for what is on site'];
  if (ends !== null && (begins === null || ends < begins)) return ['ends', 'is after it begins'];
  if (applyBy !== null && begins !== null && applyBy > begins) return ['applyBy', 'is no later than it begins'];
  if (placesLeft !== null && (places === null || placesLeft > places)) return ['placesLeft', 'is no more than there are places'];
  return null;
}

const sensible = (given: Content, context: z.RefinementCtx): void => {
  const found = wrong(given);
  if (found !== null) context.addIssue({ code: 'custom', path: [found[0]], message: found[1] });
};

export const offeringBody = z.object({ reference, ...content }).superRefine(sensible);
export type OfferingBody = z.infer<typeof offeringBody>;
export const offeringChange = z.object({ ...content, revision: z.int() }).superRefine(sensible);
export type OfferingContent = Content;
export const batchBody = z.object({ items: z.array(offeringBody).min(1).max(500) });
export const batchAnswer = z.object({
  items: z.array(
    z.object({ reference: z.string(), id: z.string().nullable(), code: z.string().nullable(), message: z.string().nullable() }),
  ),
});
export const placesBody = z.object({ left: z.int().min(0).max(100_000) });

const unit = z.object({ id: z.string(), code: z.string(), version: z.int().nullable(), name: z.string(), lineage: z.string() });
const offered = {
  id: z.string(),
  provider: z.object({ id: z.string(), name: z.string() }),
  title: z.string().nullable(),
  programme: z.string().nullable(),
  outcomes: z.array(unit),
  requires: z.array(unit).default([]),
  delivery,
  languages: z.array(taughtIn).default([]),
  town: z.string().nullable(),
  region: z.string().nullable(),
  venue: z.string(),
  begins: day.nullable(),
  ends: day.nullable(),
  applyBy: day.nullable(),
  schedule: z.string(),
  prices: z.object({
    student: z.int().optional(),
    adult: z.int().optional(),
    employer: z.int().optional(),
    international: z.int().optional(),
  }),
  places: z.int().nullable(),
  placesLeft: z.int().nullable(),
  link: z.string().nullable(),
};
export const offeringView = z
  .object(offered)
  .meta({ id: 'Offering', description: 'What a provider offers, where, when and for how much.' });
export type OfferingView = z.infer<typeof offeringView>;
export const ownOffering = z
  .object({
    ...offered,
    reference: z.string(),
    revision: z.int(),
    changedAt: z.iso.datetime(),
    status: z.enum(['open', 'closed', 'withdrawn']),
    why: z.enum(['begun', 'outcome', 'consent']).nullable().meta({
      description: 'Why nobody sees a closed one: it has begun, an outcome is no longer assessed, or consent has ended.',
    }),
  })
  .meta({ id: 'OwnOffering', description: 'An offering as the provider’s staff see it.' });
export type OwnOffering = z.infer<typeof ownOffering>;
export const ownOfferings = z.object({ items: z.array(ownOffering), next: z.string().nullable() });

export const placesView = z.object({
  regions: z.array(z.object({ slug: z.string(), en: z.string(), mi: z.string() })),
  towns: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      mi: z.string().nullable(),
      region: z.string(),
      lat: z.number(),
      lon: z.number(),
    }),
  ),
});
