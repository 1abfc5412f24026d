import { randomInt } from 'node:crypto';
import type { Acting } from '../database/connection.ts';
import { withinLimit } from '../identity/index.ts';
import type { Found } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { endCodes, insertCode, openCodes, useCode } from './queries.ts';

/** Without the letters and digits that are mistaken for one another. 8 of 31: 39 bits, for minutes and under the limit of misses. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;
const MINUTES = 30;
/** So many may be open at one time, so that a forgotten page is no stock of keys. */
const OPEN = 5;

/**
 * A code that the learner shows to whoever may read their record: for half an hour, and so many times. Only its keyed hash is kept. The
 * oldest codes end when there are too many.
 */
export async function makeReadingCode(
  services: Services,
  acting: Acting,
  learnerId: number,
  uses: number,
): Promise<{ readonly code: string; readonly uses: number; readonly expiresAt: string }> {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const at = services.clock.now();
  const until = new Date(at.getTime() + MINUTES * 60_000);
  await services.db.as(acting, async (tx) => {
    const { rows } = await tx.query<{ open: number }>(openCodes(at));
    if ((rows[0]?.open ?? 0) >= OPEN) await tx.query(endCodes);
    await tx.query(insertCode(hashOf(services, code), learnerId, uses, at, until));
  });
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, uses, expiresAt: until.toISOString() };
}

/** Ends every code of the learner who is signed in. */
export async function endReadingCodes(services: Services, acting: Acting): Promise<void> {
  await services.db.as(acting, (tx) => tx.query(endCodes));
}

/** Whose code this is; one use of it is gone. Wrong codes count as misses of who asks. */
export async function redeemCode(services: Services, asker: string, code: string): Promise<Found> {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return withinLimit(services, asker, async () => {
    if (typed.length !== LENGTH) return null;
    const hashes = services.keys.indexKeys().map((keyId) => hashOf(services, typed, keyId));
    const { rows } = await services.db.asBatch((tx) => tx.query<{ id: number }>(useCode(hashes, services.clock.now())));
    return rows[0]?.id ?? null;
  });
}

// The prefix keeps these hashes apart from those of NSNs, which are digits under the same key.
function hashOf({ keys }: Services, code: string, keyId?: string): Uint8Array {
  return keys.blindIndex(`reading-code:${code}`, keyId).hash;
}
