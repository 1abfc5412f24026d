import type { Services } from '../services.ts';
import { rebuildStates } from './rebuild-queries.ts';

/**
 * Makes the state of learners from their events anew, from one learner id to another, both included. Answers how many rows were
 * rebuilt. What only the state knows (in what else a result counted) stays.
 */
export async function rebuildState(services: Services, range: { readonly from: number; readonly to: number }): Promise<number> {
  const { rowCount } = await services.db.asBatch((tx) => tx.query(rebuildStates(range.from, range.to)));
  return rowCount;
}
