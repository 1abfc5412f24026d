import { z } from 'zod';
import { dateFault } from '../record/check-row.ts';
import { COLUMNS } from '../record/read/columns.ts';

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
export const day = z.string().refine((text) => dateFault(text) === null, 'is not a day of the calendar, year-month-day');
const said = z.object({ en: z.string(), mi: z.string() });

export const mappingView = z.object({
  columns: z.record(z.string(), z.string().nullable()),
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
});
export const mappingBody = z.strictObject({
  columns: z
    .record(z.string().min(1).max(200), z.enum(COLUMNS).nullable())
    .refine((columns) => Object.keys(columns).length <= 300, 'has more than 300 columns'),
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
});

/** Why a row can be rejected, in both languages: the closed set, for a preview before anything is sent. */
export const reasonsView = z.object({ items: list(z.object({ code: z.string(), message: said, fix: said })) });

export const factsBody = z.strictObject({ codes: z.array(z.string().min(1).max(200)).max(2000) });
export const factsView = z.object({
  items: list(
    z.object({
      code: z.string(),
      kind: z.enum(['outcome', 'standard', 'unknown']),
      versions: list(
        z.object({
          version: z.int().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          consent: list(z.object({ from: z.string(), to: z.string().nullable() })),
        }),
      ),
    }),
  ),
});

const own = {
  provider: z.string(),
  reference: z.string(),
  outcome: z.object({ code: z.string(), version: z.int().nullable(), name: z.string() }),
  date: z.string(),
  result: z.string(),
  mode: z.string(),
  originalDate: z.string().nullable(),
  originalProvider: z.string().nullable(),
  status: z.string(),
};
export const searchBody = z.union([
  z.strictObject({ reference: z.string().trim().min(1).max(200) }),
  z.strictObject({ nsn: z.string().regex(/^[0-9]{9,10}$/), dateOfBirth: day }),
]);
export const ownView = z.object({ items: list(z.object(own)) });
export const historyBody = z.strictObject({ provider: z.string().min(1).max(64), reference: z.string().min(1).max(200) });
export const historyView = z.object({
  items: list(
    z.object({
      ...own,
      change: z.enum(['recorded', 'corrected', 'withdrawn']),
      at: z.string(),
      import: z.object({ id: z.string(), name: z.string() }).nullable(),
      reason: z.string().nullable(),
      byPerson: z.boolean(),
    }),
  ),
});
export const exportQuery = z.object({ from: day.optional(), to: day.optional() });
