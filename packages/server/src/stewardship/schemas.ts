import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { NUMBER_TABLES } from './exports.ts';

const said = z.object({ en: z.string(), mi: z.string() });
const count = z.int();
const cell = z.object({ key: z.string(), count: z.int().nullable() });
const named = cell.extend({ name: said.nullable() });

export const period = z.object({ from: z.iso.date(), to: z.iso.date() });
export const tableParams = z.object({ table: z.enum(NUMBER_TABLES) });
export const page = z.object(paging);

export const todayView = z
  .object({
    day: z.iso.date(),
    today: z.object({
      imports: count,
      recorded: count,
      corrected: count,
      withdrawn: count,
      rejected: count,
      awards: count,
      disputes: count,
    }),
    waiting: z.object({
      revocations: count,
      restorations: count,
      disputes: count,
      appeals: count,
      lateDisputes: count,
      linkReviews: count,
      outcomes: count,
      suspended: count,
    }),
  })
  .meta({ id: 'StewardToday' });

export const numbersView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    smallest: z.int(),
    days: z
      .array(
        z.object({
          day: z.iso.date(),
          recorded: z.int().nullable(),
          corrected: z.int().nullable(),
          withdrawn: z.int().nullable(),
          rejected: z.int().nullable(),
        }),
      )
      .readonly(),
    awardsByField: z.array(cell).readonly(),
    awardsByPolicy: z.array(cell).readonly(),
    rejectsByReason: z.array(named).readonly(),
    rejectsByProvider: z.array(named).readonly(),
  })
  .meta({ id: 'StewardNumbers', description: 'Numbers of a period. A count that is null is too small to be shown.' });

export const reviewsView = z
  .object({
    items: z
      .array(
        z.object({
          kind: z.enum(['revoke-award', 'restore-award']),
          award: z.string(),
          reason: z.string(),
          askedAt: z.iso.datetime(),
          mine: z.boolean(),
        }),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .meta({ id: 'OpenReviews' });

export const importSearch = z.object({ provider: z.string().max(64).optional(), id: z.uuid().optional() });
export const importsView = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          provider: z.string().nullable(),
          startedAt: z.iso.datetime(),
          endedAt: z.iso.datetime().nullable(),
          recorded: z.int(),
          corrected: z.int(),
          withdrawn: z.int(),
          rejected: z.int(),
          asked: z.boolean(),
        }),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .meta({ id: 'StewardImports' });

export const policiesView = z
  .object({
    awards: z
      .array(
        z.object({
          award: z.string(),
          title: said,
          policy: z.string(),
          versions: z.array(z.object({ version: z.string(), from: z.iso.date() })).readonly(),
          parameters: z
            .array(z.object({ name: z.string(), values: z.array(z.string()).readonly(), differs: z.boolean() }))
            .readonly(),
        }),
      )
      .readonly(),
    service: z
      .array(z.object({ name: z.string(), value: z.int(), unit: z.string(), source: z.string(), link: z.string().nullable() }))
      .readonly(),
  })
  .meta({ id: 'Policies' });
