import { note } from '../award/events.ts';
import { findAward } from '../award/queries.ts';
import { ask } from '../award/second-person-queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { whoCorrects } from '../organisation/who-corrects.ts';
import type { Services } from '../services.ts';
import { correctionSince } from './answer.ts';
import { answerBy } from './deadline.ts';
import { disputeById, takeStep } from './found.ts';
import type { DisputeRow } from './queries.ts';
import { decidersOf } from './subject-queries.ts';
import { tellLearner } from './tell.ts';

export type StewardDecision = 'returned' | 'upheld' | 'dismissed';

/**
 * A steward settles what was brought before them. A line goes back to who corrects it (`returned`), was wrong and is corrected (`upheld`),
 * or stays (`dismissed`). An appeal is upheld or dismissed by someone who had no part in the decision; an upheld one over a suspended award
 * asks for its restoration, which a second steward agrees to. Throws `second-person-needed`, `not-corrected-yet`, `nobody-to-correct`,
 * `dispute-settled` (409).
 */
export async function settleDispute(
  services: Services,
  signedIn: SignedIn & { readonly accountId: number },
  id: string,
  decision: StewardDecision,
  words: string,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  const now = services.clock.now().toISOString();
  return services.db.as(signedIn.acting, async (tx) => {
    const dispute = await disputeById(tx, id);
    if (dispute.awardId !== null) await mayReview(tx, signedIn, dispute.learnerId, dispute.awardId, decision);
    const said = { answer: words, answeredAt: now, decidedBy: signedIn.accountId };
    if (decision === 'returned') {
      const answererId = dispute.providerId === null ? null : whoCorrects(catalogue, dispute.providerId, services.clock.today());
      if (answererId === null)
        throw problem('nobody-to-correct', 409, 'Nobody is left who corrects for this provider. Correct the line, or keep it.');
      const due = answerBy(services, 'achievement');
      const done = await takeStep(tx, services, signedIn, dispute, {
        kind: 'returned',
        words,
        from: ['escalated'],
        change: { ...said, status: 'open', answererId, answerBy: due },
        detail: { answerBy: due },
      });
      await tellLearner(tx, catalogue, { ...dispute, answererId, answerBy: due }, 'dispute-returned');
      return done;
    }
    const correction = dispute.awardId === null && decision === 'upheld' ? await correctionSince(tx, services, dispute) : null;
    if (dispute.awardId === null && decision === 'upheld' && correction === null)
      throw problem('not-corrected-yet', 409, 'The line has not been corrected since it was disputed. Correct it first.');
    const done = await takeStep(tx, services, signedIn, dispute, {
      kind: decision,
      words,
      from: ['escalated'],
      change: { ...said, status: decision },
      detail: correction === null ? {} : { correction: correction.eventId },
    });
    if (decision === 'upheld' && dispute.awardId !== null) await askToRestore(tx, services, signedIn, dispute, words);
    await tellLearner(tx, catalogue, dispute, `dispute-${decision}`);
    return done;
  });
}

async function mayReview(
  tx: Tx,
  { actor }: SignedIn,
  learnerId: number,
  awardId: number,
  decision: StewardDecision,
): Promise<void> {
  if (decision === 'returned') throw problem('invalid-request', 400, 'An appeal is upheld or dismissed.');
  if ((await decidersOf(tx, learnerId, awardId)).includes(actor))
    throw problem('second-person-needed', 409, 'You had a part in this decision. Another person must review it.');
}

/** An award that waits can stand again; one that has ended stays so, and what it spent is free for a new claim. */
async function askToRestore(
  tx: Tx,
  services: Services,
  { actor, accountId }: SignedIn & { readonly accountId: number },
  { learnerId, awardId }: DisputeRow,
  reason: string,
): Promise<void> {
  const award = awardId === null ? null : await findAward(tx, learnerId, awardId);
  if (award?.status !== 'suspended') return;
  if (!(await ask(tx, 'restore-award', award.publicId, reason, accountId))) return;
  await note(tx, services, award, { kind: 'review-asked', actor, reason, detail: { for: 'restore-award', appeal: true } });
}
