import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { change } from './events.ts';
import type { Tx } from '../database/connection.ts';
import { findAward, locate, lockLearner } from './queries.ts';

/** The learner gives an award back: what it spent is free again and its credential is revoked. 404 `award-not-found`, 409 `award-not-live`. */
export async function withdrawAward(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  publicId: string,
  reason: string,
): Promise<{ readonly id: string }> {
  const learnerIds = await aliasSet(services, signedIn.learnerId);
  return services.db.as(signedIn.acting, (tx) => withdraw(tx, services, learnerIds, publicId, { actor: signedIn.actor, reason }));
}

/** The same for an operator, whom the learner asked to. */
export async function withdrawForLearner(services: Services, publicId: string, reason: string): Promise<{ readonly id: string }> {
  const place = await services.db.asBatch((tx) => locate(tx, publicId));
  if (place === null) throw notFound();
  const learnerIds = await aliasSet(services, place.learnerId);
  return services.db.asBatch((tx) => withdraw(tx, services, learnerIds, publicId, { actor: 'operator', reason }));
}

async function withdraw(
  tx: Tx,
  services: Services,
  learnerIds: readonly number[],
  publicId: string,
  words: { readonly actor: string; readonly reason: string },
): Promise<{ readonly id: string }> {
  await lockLearner(tx, learnerIds);
  const found = await locate(tx, publicId);
  const award =
    found === null || found.awardId === null || !learnerIds.includes(found.learnerId)
      ? null
      : await findAward(tx, found.learnerId, found.awardId);
  if (award === null) throw notFound();
  if (!(await change(tx, services, award, 'withdrawn', words))) {
    throw problem('award-not-live', 409, `The award is ${award.status}; only one that stands can be withdrawn.`);
  }
  return { id: publicId };
}

function notFound(): Error {
  return problem('award-not-found', 404, 'There is no such award of this learner.');
}
