import { z } from 'zod';
import { date } from '../catalogue/schema.ts';

const words = z.record(z.string(), z.string());
const place = { framework: z.string().regex(/^[a-z]{2,8}$/), account: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) };
const id = z.string().regex(/^[1-9][0-9]{0,15}$/);

export const ruleList = z.object({
  items: z.array(
    z
      .object({
        framework: z.string(),
        account: z.string(),
        title: words,
        currency: z.string(),
        source: z.string(),
        grants: z.array(z.object({ id: z.string(), cents: z.int(), leastAge: z.int(), from: date, expires: date.nullable() })),
      })
      .meta({
        id: 'LearningAccountRule',
        description: 'Money is in hundredths of the currency; the rule is data of the framework.',
      }),
  ),
});

export const openBody = z.strictObject({
  ...place,
  learner: z.strictObject({
    nsn: z.string().regex(/^[0-9]{9,10}$/),
    familyName: z.string().max(200),
    givenNames: z.string().max(200),
    birthDate: date.nullable(),
  }),
});
export const made = z.object({ id: z.string() });

const summary = z.object({ id: z.string(), framework: z.string(), account: z.string(), title: words, openedOn: date });
export const accountList = z.object({ items: z.array(summary) });
export const accountParams = z.object({ id });

export const accountView = summary
  .extend({
    on: date,
    currency: z.string(),
    available: z.int(),
    reserved: z.int(),
    spent: z.int(),
    lapsed: z.int(),
    grants: z.array(
      z.object({
        id: z.string(),
        givenOn: date,
        cents: z.int(),
        left: z.int(),
        expires: date.nullable(),
        state: z.enum(['live', 'lapsed']),
      }),
    ),
    reservations: z.array(
      z.object({
        id: z.string(),
        programme: z.object({ id: z.string(), title: z.string().nullable(), provider: z.string().nullable() }),
        on: date,
        cents: z.int(),
        from: z.array(z.object({ grant: z.string(), cents: z.int() })),
        state: z.enum(['reserved', 'spent', 'released']),
        endedOn: date.nullable(),
      }),
    ),
  })
  .meta({ id: 'LearningAccount', description: 'Money is in hundredths of the currency.' });

export const programmeQuery = z.object({
  sector: z.string().max(64).optional(),
  audience: z.enum(['student', 'adult']).optional(),
});
export const programmeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      provider: z.string(),
      sector: z.string(),
      kind: z.enum(['vocational', 'higher']),
      audiences: z.array(z.enum(['student', 'adult'])),
      cents: z.int(),
    }),
  ),
});

export const reservationBody = z.strictObject({
  programme: z.string().min(1).max(64),
  cents: z.int().min(1).max(100_000_000).exactOptional().meta({ description: 'Absent: the price of the programme.' }),
});
export const reservationParams = z.object({ id, reservation: id });

export const accountStatementView = z
  .object({
    type: z.literal('LearningAccountStatement'),
    version: z.literal(1),
    framework: z.string(),
    account: z.string(),
    currency: z.string(),
    on: date,
    lines: z.array(
      z.object({
        on: date,
        entry: z.string().nullable(),
        kind: z.enum(['grant', 'reserve', 'spend', 'release', 'lapse']),
        grant: z.string().nullable(),
        programme: z.string().nullable(),
        title: z.string().nullable(),
        change: z.int(),
        available: z.int(),
        reserved: z.int(),
        spent: z.int(),
      }),
    ),
    available: z.int(),
  })
  .meta({ id: 'LearningAccountStatement', description: 'Oldest first; money is in hundredths of the currency.' });
