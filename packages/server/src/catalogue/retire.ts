import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountOf, type CatalogueActor, requireSteward, runAs } from './actor.ts';
import { lockAny, type Moved } from './change.ts';
import { wrongState } from './review.ts';
import { insertEvents, moveOutcome } from './write-queries.ts';

/**
 * Sets a published version's last date for assessment, without a replacement (review category D). The date may not be past
 * (422 `last-assessment-past`): what was assessed in good faith stays valid. Stewards only.
 */
export async function expire(
  services: Services,
  actor: CatalogueActor,
  id: string,
  lastAssessment: string,
  note?: string,
): Promise<Moved> {
  requireSteward(actor);
  if (lastAssessment < services.clock.today())
    throw problem('last-assessment-past', 422, 'The last date for assessment cannot be in the past.');
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'published' && outcome.status !== 'expiring')
      throw wrongState(outcome, 'Only a published outcome can expire.');
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status: 'expiring', lastAssessment, category: 'D' }, at);
    await insertEvents(
      tx,
      [{ outcomeId: outcome.outcomeId, kind: 'expiring', note: note ?? `until ${lastAssessment}` }],
      accountOf(actor),
      at,
    );
    return { id, status: 'expiring' };
  });
}

/** Closes an expiring version once its last date for assessment has passed (409 `still-assessable` before). Stewards only. */
export async function discontinue(services: Services, actor: CatalogueActor, id: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'expiring') throw wrongState(outcome, 'Only an expiring outcome can be discontinued.');
    if (outcome.lastAssessment === null || outcome.lastAssessment >= services.clock.today()) {
      throw problem(
        'still-assessable',
        409,
        'This outcome may still be assessed. Wait until its last date for assessment has passed.',
      );
    }
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status: 'discontinued' }, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'discontinued' }], accountOf(actor), at);
    return { id, status: 'discontinued' };
  });
}
