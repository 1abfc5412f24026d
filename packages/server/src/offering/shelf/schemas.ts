import { z } from 'zod';
import { outcome } from '../../catalogue/schema.ts';
import { offeringView, town } from '../schemas.ts';
import type { Facet } from './facets.ts';
import { SORTS } from './search.ts';

/** Several values of one facet in one place of the address, parted by commas. */
const values = z
  .string()
  .max(2000)
  .transform((said) =>
    said
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .slice(0, 50),
  );

const narrowed = values.optional();
const day = z.iso.date().optional();

export const searchQuery = z.object({
  q: z.string().max(200).default('').meta({ description: 'Words, all of which must fit; case and macrons do not matter.' }),
  framework: narrowed,
  field: narrowed,
  level: narrowed,
  size: narrowed,
  skill: narrowed,
  provider: narrowed,
  place: narrowed,
  price: narrowed,
  start: narrowed,
  delivery: narrowed,
  language: narrowed,
  audience: narrowed,
  left: narrowed,
  near: town.optional().meta({ description: 'A town, by its slug.' }),
  km: z.coerce.number().int().min(1).max(2000).default(30),
  from: day,
  to: day,
  offered: z.stringbool().default(false).meta({ description: 'Only what somebody offers.' }),
  sort: z.enum(SORTS).default('best'),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const value = z.object({
  value: z.string(),
  count: z.int(),
  en: z.string().optional(),
  mi: z.string().nullable().optional(),
});
export type FacetValue = z.infer<typeof value>;

export const shelfItem = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z.int().nullable(),
    lineage: z.string(),
    name: z.string(),
    framework: z.string(),
    credits: z.int().nullable(),
    level: z.string().nullable(),
    field: z.string().nullable(),
    kind: z.string().nullable(),
    status: outcome.shape.status.unwrap(),
    minutes: z.int().nullable(),
    skills: z.array(z.object({ uri: z.string(), en: z.string(), mi: z.string().nullable() })),
    offerings: z.int().meta({ description: 'How many offerings of it fit.' }),
    offering: offeringView.nullable().meta({ description: 'The first of them.' }),
    fromCents: z.int().nullable(),
  })
  .meta({ id: 'ShelfItem', description: 'Something that can be learnt, with how it is offered.' });
export type ShelfItem = z.infer<typeof shelfItem>;

const counted = z.array(value);
const facetShape = {
  framework: counted,
  field: counted,
  level: counted,
  size: counted,
  skill: counted,
  provider: counted,
  place: counted,
  price: counted,
  start: counted,
  delivery: counted,
  language: counted,
  audience: counted,
  left: counted,
} satisfies Record<Facet, typeof counted>;

export const shelfPage = z
  .object({
    items: z.array(shelfItem),
    next: z.string().nullable(),
    total: z.int(),
    facets: z.object(facetShape),
    towns: z.array(z.object({ slug: z.string(), count: z.int() })),
  })
  .meta({
    id: 'ShelfPage',
    description:
      'What fits, how many there are in all and by each facet (as if nothing else of that facet were chosen), and in which towns.',
  });
export type ShelfPage = z.infer<typeof shelfPage>;
