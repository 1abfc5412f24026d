import type { Entry } from '../context.ts';

/** A result that its provider withdrew does not count (domain A25). */
export const withdrawn = (entry: Entry): boolean => entry.achievement.status === 'withdrawn';
