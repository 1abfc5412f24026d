import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, requireSteward, runAs } from './actor.ts';
import { lockAny, lockOwn, type Moved } from './change.ts';
import { requireSecondPerson, wrongState } from './review.ts';
import { askExpiry, insertEvents, moveOutcome } from './write-queries.ts';

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
  if (lastAssessment < services.clock.today()) throw lastAssessmentPast();
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'published' && outcome.status !== 'expiring')
      throw wrongState(outcome, 'Only a published outcome can expire.');
    if (outcome.expiryAsked !== null) await requireSecondPerson(tx, actor, outcome.outcomeId, ['expiry-asked']);
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status: 'expiring', lastAssessment, category: 'D' }, at);
    await insertEvents(
      tx,
      [{ outcomeId: outcome.outcomeId, kind: 'expiring', note: note ?? `until ${lastAssessment}` }],
      actor,
      at,
    );
    return { id, status: 'expiring' };
  });
}

/**
 * Asks the stewards to let a published outcome expire without a replacement (review category D), saying why. It stays as it is until
 * one agrees with `expire`, or declines. Its developer, or a steward for them.
 */
export async function askForExpiry(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { lastAssessment, note }: { readonly lastAssessment: string; readonly note: string },
): Promise<Moved> {
  if (lastAssessment < services.clock.today()) throw lastAssessmentPast();
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    if (outcome.status !== 'published' && outcome.status !== 'expiring')
      throw wrongState(outcome, 'Only a published outcome can expire.');
    const at = services.clock.now();
    await askExpiry(tx, outcome.outcomeId, lastAssessment, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'expiry-asked', note }], actor, at);
    return { id, status: outcome.status };
  });
}

/** Leaves a published outcome as it is after its developer asked for its expiry, saying why. Stewards only. */
export async function declineExpiry(services: Services, actor: CatalogueActor, id: string, note: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.expiryAsked === null) throw wrongState(outcome, 'Nobody has asked for its expiry.');
    const at = services.clock.now();
    await askExpiry(tx, outcome.outcomeId, null, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'expiry-declined', note }], actor, at);
    return { id, status: outcome.status };
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
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'discontinued' }], actor, at);
    return { id, status: 'discontinued' };
  });
}

const lastAssessmentPast = () => problem('last-assessment-past', 422, 'The last date for assessment cannot be in the past.');
