import type { Services } from '../services.ts';
import { learnersWithEvents, rebuildStates } from './rebuild-queries.ts';

/** Ids of learners that one transaction takes on; an id counts in steps of 1,024 buckets. */
const SPAN = 1024 * 5000;

/**
 * Makes the state of learners from their events anew, from one learner id to another, both included. Answers how many rows were
 * rebuilt. What only the state knows (in what else a result counted) stays.
 */
export async function rebuildState(services: Services, range: { readonly from: number; readonly to: number }): Promise<number> {
  const { rowCount } = await services.db.asBatch((tx) => tx.query(rebuildStates(range.from, range.to)));
  return rowCount;
}

/** The same for every learner, some thousands in each transaction: it may be stopped, and run again. Answers how many rows were rebuilt. */
export async function rebuildEveryState(
  services: Services,
  onProgress: (rows: number) => void = () => undefined,
): Promise<number> {
  const { rows } = await services.db.asBatch((tx) => tx.query<{ first: number | null; last: number | null }>(learnersWithEvents));
  const { first, last } = rows[0] ?? { first: null, last: null };
  let rebuilt = 0;
  for (let from = first ?? 1; from <= (last ?? 0); from += SPAN) {
    rebuilt += await rebuildState(services, { from, to: from + SPAN - 1 });
    onProgress(rebuilt);
  }
  return rebuilt;
}
