import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { canonicalJson } from '../log/canonical.ts';
import type { Services } from '../services.ts';
import { type Counted, countedOf } from './counted.ts';
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
  tx: Tx,
  { learnerId, learnerIds }: Holder,
  achievementId: string,
): Promise<unknown> {
  await lockLearner(tx, learnerIds);
  const [counted] = countedOf(await readForDecision(tx, learnerIds), [achievementId]);
  if (counted === undefined) throw problem('achievement-not-found', 404, 'Your record has no such achievement.');
  if (!isCreditable(counted)) {
    throw problem('achievement-not-creditable', 422, 'Only a confirmed achievement of an accredited outcome has a credential.');
  }
  return credentialOf(services, tx, { learnerId, learnerIds }, counted);
}

/** Whose credential it is: the learner under the number in use now, and every number that is theirs. */
export interface Holder {
  readonly learnerId: number;
  readonly learnerIds: readonly number[];
}

export async function holderOf(services: Services, learnerId: number): Promise<Holder> {
  return { learnerId, learnerIds: await aliasSet(services, learnerId) };
}

/** Whether an achievement has a credential: achieved, confirmed, and of an accredited outcome. */
export function isCreditable({ achievement, outcome }: Counted): boolean {
  return achievement.result !== 'not-achieved' && achievement.status === 'confirmed' && outcome.accredited;
}

/** The same for an achievement that was read in this transaction, its learner locked. */
export async function credentialOf(
  services: Services,
  tx: Tx,
  { learnerId, learnerIds }: Holder,
  counted: Counted,
): Promise<unknown> {
  const { achievement, outcome } = counted;
  const achievementId = achievement.id;
  const facts = await outcomeFacts(tx, learnerIds, [achievementId]);
  // Which grades an outcome knows is no news about the learner: it makes no new credential.
  const { grades: _, ...known } = facts.get(achievementId) ?? { grades: [] };
  const said = facts.has(achievementId) ? known : null;
  const hash = createHash('sha256')
    .update(
      canonicalJson({
        achievement: { ...achievement, usedIn: [], alsoCountedIn: [] },
        outcome,
        provider: counted.provider.name,
        facts: said,
      }),
    )
    .digest();
  const held = await liveOutcomeCredential(tx, learnerIds, achievementId);
  if (held !== null && held.hash.equals(hash)) return held.credential;
  if (held !== null) await endOutcomeCredential(tx, held);
  const credentialId = `urn:uuid:${randomUUID()}`;
  const places = await drawStatus(tx, learnerId, credentialId);
  const credential = await outcomeCredential(services, { credentialId, counted, facts, name: null, places });
  await keepOutcomeCredential(tx, { learnerId, achievementId, credentialId, hash, credential });
  return credential;
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
