import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { readSkill } from './detail-queries.ts';
import { dropReplacement, isReplacedOnTo, keepReplacements } from './scheme/write-queries.ts';

/**
 * Says which skill takes the place of a retired one, such as of two versions of a scheme; null takes it back. The last word stands, and a
 * person's stands over the scheme's. Stewards and the operator. Throws 404 `skill-not-found`, 422 `skill-not-retired`, `replacement-circle`.
 */
export async function replaceSkill(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  { uri, by }: { readonly uri: string; readonly by: string | null },
): Promise<void> {
  requireSteward(actor);
  await runAs(services, actor, async (tx) => {
    const skill = await readSkill(tx, uri);
    if (skill === null || (by !== null && (await readSkill(tx, by)) === null))
      throw problem('skill-not-found', 404, 'There is no such skill here.');
    if (by === null) return dropReplacement(tx, uri);
    if (skill.status !== 'retired')
      throw problem('skill-not-retired', 422, 'Only a skill that its scheme has retired is replaced by another.');
    if (await isReplacedOnTo(tx, by, uri))
      throw problem('replacement-circle', 422, 'That skill is itself replaced by this one, so neither would be found.');
    await keepReplacements(tx, [{ uri, by }], 'steward', actor === 'operator' ? 'operator' : actor.actor, services.clock.now());
    return undefined;
  });
}
