import type { Context, Entry } from '../context.ts';

/** What was achieved after the day of the decision does not count yet. */
export const afterAsOf = (entry: Entry, { asOf }: Context): boolean => asOf !== null && entry.countingDate > asOf;
