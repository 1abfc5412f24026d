import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { ForProvider } from '../offering/publish.ts';
import type { Services } from '../services.ts';
import { dropTeaching, keepTeaching, type TeachingToKeep } from './queries.ts';
import { outcomeOf } from './view.ts';

type Tools = Pick<Services, 'db' | 'clock'>;

/**
 * A provider says how it teaches and assesses an outcome, in place of what it said before; saying the same again changes nothing. Throws
 * 422 `outcome-not-found`.
 */
export async function sayTeaching(services: Tools, by: ForProvider, name: string, said: TeachingToKeep): Promise<void> {
  const lineage = await lineageOf(services, name);
  await run(services, by, (tx) => keepTeaching(tx, lineage, by.organisationId, said, by.actor, services.clock.now()));
}

/** A provider takes back what it said; where it said nothing, nothing changes. */
export async function takeTeachingBack(services: Tools, by: ForProvider, name: string): Promise<void> {
  const lineage = await lineageOf(services, name);
  await run(services, by, (tx) => dropTeaching(tx, lineage, by.organisationId));
}

async function lineageOf(services: Tools, name: string): Promise<string> {
  const outcome = outcomeOf(await loadSnapshot(services), name, services.clock.today());
  if (outcome === undefined) throw problem('outcome-not-found', 422, 'There is no such outcome.');
  return outcome.lineage;
}

function run(services: Tools, { acting }: ForProvider, work: Parameters<typeof services.db.asBatch<void>>[0]): Promise<void> {
  return acting === 'operator' ? services.db.asBatch(work) : services.db.as(acting, work);
}
