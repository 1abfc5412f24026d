import type { Entry } from '../context.ts';

/** Without credit, of its own or of a group, there is nothing to count. */
export const zeroCredit = (entry: Entry): boolean => entry.outcome.credits === 0 && entry.outcome.group === null;
