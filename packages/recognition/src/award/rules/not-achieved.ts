import type { Entry } from '../context.ts';

/** A result of Not Achieved never counts (domain A19). */
export const notAchieved = (entry: Entry): boolean => entry.achievement.result === 'not-achieved';
