import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { countSkills } from '../employer/queries.ts';
import { type ForProvider, runFor } from '../offering/publish.ts';
import type { Services } from '../services.ts';
import { dropTeaching, keepTeaching, type TeachingToKeep } from './queries.ts';
import { outcomeOf } from './view.ts';

type Tools = Pick<Services, 'db' | 'clock'>;

/**
 * A provider says how it teaches and assesses an outcome, in place of what it said before; saying the same again changes nothing. Throws
 * 422 `outcome-not-found`, `skill-not-found`: other providers read the labels, so they are those of a scheme.
 */
export async function sayTeaching(services: Tools, by: ForProvider, name: string, said: TeachingToKeep): Promise<void> {
  const lineage = await lineageOf(services, name);
  await runFor(services, by, async (tx) => {
    if ((await countSkills(tx, said.skills)) !== said.skills.length)
      throw problem('skill-not-found', 422, 'One of these skills is in no scheme that is loaded here.');
    await keepTeaching(tx, lineage, by.organisationId, said, by.actor, services.clock.now());
  });
}

/** A provider takes back what it said; where it said nothing, nothing changes. */
export async function takeTeachingBack(services: Tools, by: ForProvider, name: string): Promise<void> {
  const lineage = await lineageOf(services, name);
  await runFor(services, by, (tx) => dropTeaching(tx, lineage, by.organisationId));
}

async function lineageOf(services: Tools, name: string): Promise<string> {
  const outcome = outcomeOf(await loadSnapshot(services), name, services.clock.today());
  if (outcome === undefined) throw problem('outcome-not-found', 422, 'There is no such outcome.');
  return outcome.lineage;
}
