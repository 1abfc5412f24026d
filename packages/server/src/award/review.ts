import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { change, note } from './events.ts';
import { type AwardRow, findAward, locate, lockLearner } from './queries.ts';
import { readForDecision } from './reading.ts';
import { stillHolds } from './redecide.ts';
import { ask, openRequest, settle } from './second-person-queries.ts';

export type ReviewKind = 'revoke-award' | 'restore-award';

/** A steward asks for an award to be revoked, or a suspended one to be restored. Nothing changes until another steward agrees. */
export async function askReview(
  services: Services,
  signedIn: SignedIn,
  kind: ReviewKind,
  publicId: string,
  reason: string,
): Promise<{ readonly id: string }> {
  const accountId = accountOf(signedIn);
  return services.db.as(signedIn.acting, async (tx) => {
    const award = await awardToReview(tx, publicId);
    if (award.status !== 'suspended' && (award.status !== 'live' || kind === 'restore-award')) throw notOpen(award);
    if (!(await ask(tx, kind, publicId, reason, accountId)))
      throw problem('review-open', 409, 'This is asked already and waits for a second person.');
    await note(tx, services, award, { kind: 'review-asked', actor: signedIn.actor, reason, detail: { for: kind } });
    return { id: publicId };
  });
}

/**
 * Another steward settles what was asked: the award is revoked or restored, or stays as it is. Throws `second-person-needed` (409) to who
 * asked, `review-not-found` (404), `award-not-live` (409), `selection-not-valid` (409) for restoring an award that does not hold.
 */
export async function settleReview(
  services: Services,
  signedIn: SignedIn,
  kind: ReviewKind,
  publicId: string,
  agreed: boolean,
): Promise<{ readonly id: string }> {
  const accountId = accountOf(signedIn);
  const place = await services.db.as(signedIn.acting, (tx) => awardToReview(tx, publicId));
  const learnerIds = await aliasSet(services, place.learnerId);
  return services.db.as(signedIn.acting, async (tx) => {
    await lockLearner(tx, learnerIds);
    const request = await openRequest(tx, kind, publicId);
    if (request === null) throw problem('review-not-found', 404, 'Nobody has asked for this, or it is settled.');
    if (request.askedBy === accountId)
      throw problem('second-person-needed', 409, 'Another person than the one who asked must agree.');
    const award = await awardToReview(tx, publicId);
    await settle(tx, request.requestId, accountId, agreed);
    const { actor } = signedIn;
    if (!agreed) {
      await note(tx, services, award, { kind: 'review-declined', actor, reason: request.reason, detail: { for: kind } });
      return { id: publicId };
    }
    if (kind === 'restore-award' && (await stillHolds(tx, services, await readForDecision(tx, learnerIds), award)).length > 0) {
      throw problem('selection-not-valid', 409, 'The award does not hold with the record as it is; it cannot be restored.');
    }
    const done = await change(tx, services, award, kind === 'revoke-award' ? 'revoked' : 'restored', {
      actor,
      reason: request.reason,
    });
    if (!done) throw notOpen(award);
    await tell(tx, {
      learnerId: award.learnerId,
      code: kind === 'revoke-award' ? 'award-revoked' : 'award-restored',
      data: { award: publicId, reason: request.reason },
    });
    return { id: publicId };
  });
}

/** The learner answers for a suspended award, within the time given or after: the answer is kept for the review. */
export async function answerForAward(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  publicId: string,
  text: string,
): Promise<{ readonly id: string }> {
  return services.db.as(signedIn.acting, async (tx) => {
    const award = await awardToReview(tx, publicId);
    if (award.status !== 'suspended') throw problem('award-not-suspended', 409, 'Only a suspended award waits for an answer.');
    await note(tx, services, award, { kind: 'answered', actor: signedIn.actor, reason: null, detail: { text } });
    return { id: publicId };
  });
}

async function awardToReview(tx: Tx, publicId: string): Promise<AwardRow> {
  const found = await locate(tx, publicId);
  const award = found === null || found.awardId === null ? null : await findAward(tx, found.learnerId, found.awardId);
  if (award === null) throw problem('award-not-found', 404, 'There is no such award.');
  return award;
}

function accountOf({ accountId }: SignedIn): number {
  if (accountId === null) throw problem('not-your-door', 403, 'Only a person can ask for this or agree to it.');
  return accountId;
}

function notOpen(award: AwardRow): Error {
  return problem('award-not-live', 409, `The award is ${award.status}.`);
}
