import type { Context, Entry } from '../context.ts';

/** Learning is spent once: by its lineage, its group, its transfer chain or an exclusion (domain A2, contracts 3). */
export const alreadyUsed = (entry: Entry, context: Context): boolean => context.used(entry);
