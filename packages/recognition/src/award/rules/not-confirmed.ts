import type { Entry } from '../context.ts';

/** A provisional result does not count until its provider confirms it (domain A19). */
export const notConfirmed = (entry: Entry): boolean => entry.achievement.status === 'provisional';
