import type { Services } from '../services.ts';
import { momentBefore, RETENTION, tellRetention } from './retention-queries.ts';

/** Removes what is past its time. Answers how many rows of each went. A job runs it daily; running it twice removes nothing more. */
export async function runRetention({ db, clock }: Services): Promise<ReadonlyMap<string, number>> {
  const now = clock.now();
  await db.asBatch((tx) => tx.query(tellRetention));
  const removed = new Map<string, number>();
  for (const { data, period, remove } of RETENTION) {
    if (period === null || remove === null) continue;
    const work = remove.includes('identity.') ? db.asIdentity : db.asBatch;
    const count = await work(async (tx) => {
      const { rows } = await tx.query<{ before: Date }>(momentBefore(now, period));
      return (await tx.query({ text: remove, values: [rows[0]?.before] })).rowCount;
    });
    removed.set(data, count);
  }
  return removed;
}
