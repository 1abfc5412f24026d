import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { change } from './events.ts';
import { findAward, locate, lockLearner } from './queries.ts';

/** The learner gives an award back: what it spent is free again and its credential is revoked. 404 `award-not-found`, 409 `award-not-live`. */
export async function withdrawAward(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  publicId: string,
  reason: string,
): Promise<{ readonly id: string }> {
  const learnerIds = await aliasSet(services, signedIn.learnerId);
  return services.db.as(signedIn.acting, async (tx) => {
    await lockLearner(tx, learnerIds);
    const found = await locate(tx, publicId);
    const award =
      found === null || found.awardId === null || !learnerIds.includes(found.learnerId)
        ? null
        : await findAward(tx, found.learnerId, found.awardId);
    if (award === null) throw problem('award-not-found', 404, 'You have no award with this id.');
    if (!(await change(tx, services, award, 'withdrawn', { actor: signedIn.actor, reason }))) {
      throw problem('award-not-live', 409, `The award is ${award.status}; only one that stands can be withdrawn.`);
    }
    return { id: publicId };
  });
}
