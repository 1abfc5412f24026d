import type { Entry } from '../context.ts';

/** Only NZQA-accredited outcomes count; foreign learning may be shown (domain A30). */
export const outcomeNotAccredited = (entry: Entry): boolean => !entry.outcome.accredited;
