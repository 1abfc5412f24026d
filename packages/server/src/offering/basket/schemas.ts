import { z } from 'zod';
import { offeringView } from '../schemas.ts';
import { shelfItem } from '../shelf/schemas.ts';

const text = (most: number) => z.string().normalize('NFC').trim().max(most);

/** A basket's link carries 192 random bits, made by whoever shares it: sending the same basket twice under one link makes one. */
export const token = z.string().regex(/^[\w-]{32}$/u);

export const item = z.object({
  outcome: z.string().min(1).max(64),
  offering: z
    .string()
    .regex(/^[0-9]{1,16}$/u)
    .nullable()
    .default(null),
});
export type BasketItem = z.infer<typeof item>;
const items = z
  .array(item)
  .min(1)
  .max(100)
  .refine((given) => new Set(given.map(({ outcome }) => outcome)).size === given.length, { message: 'names an outcome twice' });

export const shareBody = z.object({
  token,
  title: text(200).default(''),
  items,
  days: z.int().min(1).max(365).default(90).meta({ description: 'For how many days the link opens it.' }),
});
export const shared = z.object({ expiresOn: z.iso.date() });
export const tokenParams = z.object({ token });

const line = z.object({
  outcome: shelfItem.nullable().meta({ description: 'Null where it is no longer listed.' }),
  id: z.string(),
  offering: offeringView.nullable().meta({ description: 'The one that was chosen, while it is open.' }),
});
export const basketView = z
  .object({ title: z.string(), expiresOn: z.iso.date(), items: z.array(line) })
  .meta({ id: 'SharedBasket', description: 'A basket that somebody shared, with what is known of each thing in it now.' });
export type BasketView = z.infer<typeof basketView>;

/** What somebody needs to read a basket that their browser keeps: the outcomes as they are now, and what can be made of them. */
export const contentsQuery = z.object({
  outcomes: z
    .string()
    .max(6500)
    .transform((said) =>
      said
        .split(',')
        .filter((one) => one !== '')
        .slice(0, 100),
    ),
});

const part = z.object({
  ref: z.string(),
  role: z.string(),
  minutes: z.int().nullable(),
  source: z.string().nullable(),
  creditBearing: z.boolean(),
  name: z.string().nullable().meta({ description: 'What the part is called, where the catalogue has it.' }),
  outcome: z.string().nullable().meta({ description: 'The id of the outcome that the part is, where the catalogue has it.' }),
});
export const definitionView = z
  .object({
    framework: z.string(),
    id: z.string(),
    award: z.string(),
    title: z.string(),
    level: z.string().nullable(),
    sector: z.string().nullable(),
    minutes: z.int().nullable(),
    parts: z.array(part),
    electives: z.int(),
    reviewYears: z.int().nullable(),
    withdrawn: z.string().nullable(),
    listing: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Definition', description: 'An award that is made of named outcomes.' });
export type DefinitionView = z.infer<typeof definitionView>;

const recordOutcome = z.record(z.string(), z.unknown());
export const contentsView = z
  .object({
    items: z.array(shelfItem.extend({ record: recordOutcome, offered: z.array(offeringView) })),
    missing: z.array(z.string()),
    definitions: z.array(definitionView),
  })
  .meta({
    id: 'BasketContents',
    description:
      'The outcomes of a basket as they are now, each as a portable record has it (`record`) and with its open offerings; and the definitions that one of them is a part of.',
  });
export type ContentsView = z.infer<typeof contentsView>;

export const sumQuery = contentsQuery.extend({
  framework: z
    .string()
    .regex(/^[a-z]{2,8}$/)
    .optional()
    .meta({ description: 'Of this framework alone; of all when left out.' }),
});
const standing = { enough: z.boolean(), missing: z.int(), majors: z.array(z.string()), before: z.boolean() };
const made = {
  definition: z.string(),
  award: z.string(),
  claimable: z.boolean(),
  missing: z.array(z.string()),
  before: z.boolean(),
};
export const sumView = z
  .object({
    items: z.array(z.object({ id: z.string(), lineage: z.string(), name: z.string(), framework: z.string() })),
    missing: z.array(z.string()).meta({ description: 'What was named and is not in the catalogue.' }),
    frameworks: z.array(
      z.object({
        framework: z.string(),
        size: z.object({ minutes: z.int(), amount: z.string(), unit: z.string(), remainder: z.int(), exact: z.boolean() }),
        compared: z.boolean().meta({ description: 'Some are another framework’s: a comparison, and no claim.' }),
        sized: z
          .array(z.object({ award: z.string(), ...standing }))
          .meta({ description: 'Awards by size; what is missing in minutes.' }),
        made: z.array(z.object(made)).meta({ description: 'Awards of named parts of which something is in the basket.' }),
        oneMore: z.array(z.object({ ref: z.string(), completes: z.array(z.string()) })),
      }),
    ),
    overlaps: z.array(
      z.object({ kind: z.enum(['held', 'twice', 'excludes']), lineage: z.string(), other: z.string().optional() }),
    ),
    unsized: z.array(z.string()).meta({ description: 'Whose size nobody said; the sums leave them out.' }),
    titles: z.record(z.string(), z.string()),
    names: z.record(z.string(), z.string()),
  })
  .meta({
    id: 'BasketSum',
    description: 'What outcomes add up to in each framework, what overlaps, and what one more completes.',
  });

export const sendBody = z.object({
  id: z.uuid().meta({ description: 'Made by whoever sends: the same is sent once.' }),
  provider: z.string().min(1).max(64),
  items,
  name: text(200).min(1),
  contact: text(200).min(3).meta({ description: 'How the provider reaches you: an address for mail, or a telephone number.' }),
  words: text(2000).default(''),
});
export const sent = z.object({ id: z.string() });

export const requestList = z.object({ state: z.enum(['open', 'all']).default('open') });
export const requestView = z
  .object({
    id: z.string(),
    items: z.array(
      z.object({
        outcome: z.string(),
        code: z.string().nullable(),
        name: z.string().nullable(),
        offering: offeringView.nullable(),
      }),
    ),
    name: z.string(),
    contact: z.string(),
    words: z.string(),
    status: z.enum(['open', 'answered', 'closed']),
    note: z.string(),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'BasketRequest', description: 'A basket that a visitor sent, with how to reach them.' });
export type RequestView = z.infer<typeof requestView>;
export const requests = z.object({ items: z.array(requestView) });
export const answerBody = z.object({ status: z.enum(['open', 'answered', 'closed']), note: text(2000).default('') });
export const requestParams = z.object({ id: z.uuid() });
