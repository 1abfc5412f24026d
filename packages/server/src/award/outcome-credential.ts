import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import { canonicalJson } from '../log/canonical.ts';
import type { Services } from '../services.ts';
import { countedOf } from './counted.ts';
import { outcomeCredential } from './credential.ts';
import { outcomeFacts } from './facts-queries.ts';
import { keepOutcomeCredential, liveOutcomeCredential, revokeOutcomeCredential } from './outcome-credential-queries.ts';
import { lockLearner } from './queries.ts';
import { readForDecision } from './reading.ts';
import { drawStatus, setStatus } from './status.ts';

/**
 * The credential of one achievement, for the learner who earned it: made at the first request, the same afterwards, and made anew (the old one
 * revoked) when what it says has changed. 404 `achievement-not-found`, 422 `achievement-not-creditable` for what was not achieved or not confirmed.
 */
export async function credentialOfAchievement(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  achievementId: string,
): Promise<unknown> {
  const learnerIds = await aliasSet(services, signedIn.learnerId);
  return services.db.as(signedIn.acting, async (tx) => {
    await lockLearner(tx, learnerIds);
    const [counted] = countedOf(await readForDecision(tx, learnerIds), [achievementId]);
    if (counted === undefined) throw problem('achievement-not-found', 404, 'Your record has no such achievement.');
    const { achievement, outcome } = counted;
    if (achievement.result === 'not-achieved' || achievement.status !== 'confirmed' || !outcome.accredited) {
      throw problem('achievement-not-creditable', 422, 'Only a confirmed achievement of an accredited outcome has a credential.');
    }
    const facts = await outcomeFacts(tx, learnerIds, [achievementId]);
    const hash = createHash('sha256')
      .update(
        canonicalJson({
          achievement: { ...achievement, usedIn: [], alsoCountedIn: [] },
          outcome,
          provider: counted.provider.name,
          facts: facts.get(achievementId) ?? null,
        }),
      )
      .digest();
    const held = await liveOutcomeCredential(tx, learnerIds, achievementId);
    if (held !== null && held.hash.equals(hash)) return held.credential;
    if (held !== null) await endOutcomeCredential(tx, held);
    const credentialId = `urn:uuid:${randomUUID()}`;
    const places = await drawStatus(tx, signedIn.learnerId, credentialId);
    const credential = await outcomeCredential(services, { credentialId, counted, facts, name: null, places });
    await keepOutcomeCredential(tx, { learnerId: signedIn.learnerId, achievementId, credentialId, hash, credential });
    return credential;
  });
}

/** Revokes the credentials of achievements that were corrected or withdrawn: what they say is no longer so. */
export async function endCredentialsOf(tx: Tx, learnerIds: readonly number[], achievementIds: readonly number[]): Promise<void> {
  for (const achievementId of achievementIds) {
    const held = await liveOutcomeCredential(tx, learnerIds, String(achievementId));
    if (held !== null) await endOutcomeCredential(tx, held);
  }
}

async function endOutcomeCredential(tx: Tx, held: { readonly learnerId: number; readonly credentialId: string }): Promise<void> {
  await revokeOutcomeCredential(tx, held.learnerId, held.credentialId);
  await setStatus(tx, 'revocation', held.credentialId, true);
}
