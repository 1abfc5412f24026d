import { z } from 'zod';
import singapore from '../../../../frameworks/sg/programmes.json' with { type: 'json' };
import type { LocalDate } from '../record/portable-record.ts';
import type { Programme } from './job-role.ts';

/** A programme that a learning account may pay for, from one day to another, both inclusive. Its price is in the hundredth part. */
export interface ListedProgramme extends Programme {
  readonly title: string;
  readonly provider: string;
  readonly cents: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const listing = z.strictObject({
  invented: z.boolean(),
  note: z.string(),
  programmes: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/),
      title: z.string().min(1),
      provider: z.string().min(1),
      sector: z.string().min(1),
      kind: z.enum(['vocational', 'higher']),
      audiences: z.array(z.enum(['student', 'adult'])).min(1),
      cents: z.int().min(1),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
});

const LISTS: Readonly<Record<string, readonly ListedProgramme[]>> = { sg: listing.parse(singapore).programmes };

/** The programmes that a framework lists on a day, by id; none where it lists none. Source: the framework's programmes.json. */
export function listedProgrammes(framework: string, on: LocalDate): readonly ListedProgramme[] {
  return (LISTS[framework] ?? [])
    .filter(({ from, to }) => from <= on && (to === null || on <= to))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
