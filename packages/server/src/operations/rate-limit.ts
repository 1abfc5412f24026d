import type { Database } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { countCalls } from './queries.ts';

/** So many calls within so many seconds, per actor, over all processes. */
export interface Limit {
  readonly bucket: string;
  readonly calls: number;
  readonly seconds: number;
}

/** The kinds of limits; settings such as `RECOGNITION_LIMIT_API=600` give other numbers of calls. */
export interface Limits {
  readonly api: Limit;
  readonly signIn: Limit;
  readonly link: Limit;
  readonly verification: Limit;
  readonly share: Limit;
}

/** The limits where no setting says otherwise. */
export const LIMITS: Limits = {
  api: { bucket: 'api', calls: 1200, seconds: 60 },
  signIn: { bucket: 'sign-in', calls: 60, seconds: 60 },
  link: { bucket: 'link', calls: 5, seconds: 3600 },
  verification: { bucket: 'verification', calls: 120, seconds: 60 },
  share: { bucket: 'share', calls: 60, seconds: 60 },
};

/** Counts `cost` calls; throws `too-many-requests` (429) with the seconds to wait when the limit is passed. */
export async function countCall(db: Database, actor: string, limit: Limit, cost = 1): Promise<void> {
  const [row] = await db.ask<{ count: number; wait: number }>(countCalls(actor, limit.bucket, limit.seconds, cost));
  if (row !== undefined && row.count > limit.calls) {
    throw problem('too-many-requests', 429, `Too many requests. Wait ${Math.max(1, row.wait)} seconds.`, {
      retryAfter: Math.max(1, row.wait),
    });
  }
}

/**
 * The same for what is called often: each process takes a twentieth of the limit at a time, so most calls ask nothing of the
 * database. What a process took and did not use is lost, so the limit is never passed.
 */
export function makeLeases(db: Database): (actor: string, limit: Limit) => Promise<void> {
  const held = new Map<string, { left: number; until: number }>();
  return async (actor, limit) => {
    const chunk = Math.max(1, Math.floor(limit.calls / 20));
    const name = `${limit.bucket} ${actor}`;
    const now = Date.now();
    const lease = held.get(name);
    if (lease !== undefined && lease.left > 0 && lease.until > now) {
      lease.left -= 1;
      return;
    }
    if (held.size > 10_000) held.clear();
    await countCall(db, actor, limit, chunk);
    const slot = limit.seconds * 1000;
    held.set(name, { left: chunk - 1, until: Math.floor(now / slot) * slot + slot });
  };
}
