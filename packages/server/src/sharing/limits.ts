import type { Services } from '../services.ts';
import { countCall } from '../operations/rate-limit.ts';

/** Links that lead nowhere, per caller: who guesses is answered no more for the rest of the hour. */
export const MISSED_LINKS = { bucket: 'share-missed', calls: 20, seconds: 3600 } as const;

/** Counts a link that led nowhere. Throws `too-many-requests`. */
export async function countMiss(services: Services, caller: string): Promise<void> {
  await countCall(services.db, caller, MISSED_LINKS);
}

/** Throws `too-many-requests` for a caller whose links led nowhere too often, before anything is looked up. */
export async function refuseGuesser(services: Services, caller: string): Promise<void> {
  await countCall(services.db, caller, MISSED_LINKS, 0);
}

/** How long, in seconds, after this many wrong PINs in a row; the tenth locks the link. */
export function waitAfter(misses: number): number {
  return misses < 3 ? 0 : Math.min(1800, 30 * 2 ** (misses - 3));
}

export const MISSES_TO_LOCK = 10;
