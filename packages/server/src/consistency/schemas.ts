import { BANDS, ENDS, MEASURES, METHODS } from '@recognition/recognition/consistency';
import { z } from 'zod';
import { words } from '../catalogue/schema.ts';
import { paging } from '../http/paging.ts';
import { DELIVERIES } from '../offering/offering.ts';

const method = z.enum(METHODS);

export const lineageParams = z.object({ lineage: z.string().min(1).max(100) });
export const listQuery = z.object(paging);

export const teachingBody = z
  .strictObject({
    methods: z
      .array(method)
      .min(1)
      .max(METHODS.length)
      .transform((all) => [...new Set(all)]),
    hours: z.int().min(1).max(10_000).nullable().default(null).meta({ description: 'Hours of learning that you plan for it.' }),
    skills: z
      .array(words.max(1000))
      .max(30)
      .default([])
      .transform((all) => [...new Set(all)])
      .meta({ description: 'Addresses of skills of a loaded scheme that you say your teaching of it leads to.' }),
  })
  .meta({ id: 'TeachingToSay', description: 'How a provider assesses an outcome, and what it says its teaching leads to.' });

const named = z.object({ lineage: z.string(), id: z.string(), code: z.string(), name: z.string() });
const count = z.int().nullable();
const counts = z.array(count).meta({ description: 'People, in the order of `ends`; null where it is withheld.' });

const difference = z.object({
  measure: z.enum(MEASURES).meta({ description: 'grades: of the assessed. ways: how those came to it who hold it.' }),
  test: z.enum(['exact', 'chi-squared']),
  sure: z
    .enum(BANDS)
    .meta({ description: 'The chance of this where there is no difference, corrected for every comparison of the outcome.' }),
  of100: z.int().meta({ description: 'How many of 100 people would have ended otherwise, were both alike; to the next five.' }),
  differs: z.boolean(),
});

const teaching = z.object({
  methods: z.array(method),
  hours: z.int().nullable(),
  skills: z.array(z.object({ uri: z.string(), label: z.string() })),
  changedAt: z.iso.datetime(),
});

const row = z.object({
  provider: z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: 'Null: all others together.' }),
  people: count,
  counts,
  differences: z.array(difference).meta({ description: 'Beside all others together; [] where either side has too few people.' }),
  recognisedDays: z
    .int()
    .nullable()
    .meta({ description: 'Median days from applying for recognition to the result; null where few.' }),
  offerings: z.int(),
  delivery: z.array(z.enum(DELIVERIES)),
  weeks: z
    .object({ fewest: z.int(), most: z.int() })
    .nullable()
    .meta({ description: 'From first to last day of what is offered now; null where no offering has both.' }),
  teaching: teaching.nullable(),
});

export const consistencyView = z
  .object({
    outcome: named,
    since: z.iso.date().nullable(),
    countedOn: z.iso.date().nullable(),
    smallest: z.int(),
    side: z.enum(['all', 'own']).meta({ description: 'own: a provider sees itself beside all others together.' }),
    ends: z.array(z.enum(ENDS)),
    rows: z.array(row),
    all: z.object({ people: count, counts }).nullable(),
    comparisons: z.int().meta({ description: 'How many comparisons the correction is for.' }),
    definedSkills: z.array(z.object({ uri: z.string(), label: z.string() })),
    others: z
      .object({
        methods: z.array(z.object({ method, providers: z.int() })),
        skills: z.array(z.object({ uri: z.string(), label: z.string(), providers: z.int() })),
      })
      .nullable()
      .meta({ description: 'What others say of their teaching, without names; null where fewer than two do.' }),
  })
  .meta({ id: 'Consistency', description: 'One outcome that several providers teach, side by side.' });
export type ConsistencyView = z.infer<typeof consistencyView>;
export type ConsistencyRow = ConsistencyView['rows'][number];

export const consistencyPage = z
  .object({
    smallest: z.int(),
    items: z.array(
      named.extend({
        providers: z.int(),
        people: count,
        differs: z
          .int()
          .nullable()
          .meta({ description: 'How many providers differ in something; null: a provider sees itself alone.' }),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ConsistencyPage', description: 'Outcomes that several providers teach, those of most people first.' });
