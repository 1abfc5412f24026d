import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { disputeById, takeStep } from './found.ts';
import type { DisputeRow } from './queries.ts';
import { RPL_REASON } from './reasons.ts';
import { lineEvents, type LineEventRow, recordedSince } from './subject-queries.ts';
import { tellLearner } from './tell.ts';

/**
 * A provider answers. `corrected` needs a correction of the line since it was disputed, which goes the way of all results; the dispute
 * links to it. Throws `not-corrected-yet` (409), `dispute-settled` (409).
 */
export async function answerDispute(
  services: Services,
  signedIn: SignedIn,
  id: string,
  answer: 'corrected' | 'declined',
  words: string,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(signedIn.acting, async (tx) => {
    const dispute = await disputeById(tx, id);
    if (dispute.reason === RPL_REASON)
      throw problem('answered-by-review', 409, 'An assessor who had no part in the decision reviews this, and that answers it.');
    const correction = answer === 'corrected' ? await correctionSince(tx, services, dispute) : null;
    if (answer === 'corrected' && correction === null)
      throw problem('not-corrected-yet', 409, 'The line has not been corrected since it was disputed. Correct it first.');
    const done = await takeStep(tx, services, signedIn, dispute, {
      kind: answer,
      words,
      from: ['open'],
      change: { status: answer, answer: words, answeredAt: services.clock.now().toISOString() },
      detail: correction === null ? {} : { correction: correction.eventId },
    });
    await tellLearner(tx, catalogue, dispute, `dispute-${answer}`);
    return done;
  });
}

/**
 * Answers an appeal against an assessment with its review, in the caller's transaction of the batch role. One that is no longer open (it
 * went to the stewards, or was taken back) is left to whoever has it.
 */
export async function answerReviewed(
  services: Services,
  tx: Tx,
  actor: string,
  disputeId: number,
  answer: 'corrected' | 'declined',
  words: string,
): Promise<void> {
  const dispute = await disputeById(tx, String(disputeId));
  if (dispute.status !== 'open') return;
  const correction = answer === 'corrected' ? await correctionSince(tx, services, dispute) : null;
  await takeStep(tx, services, { actor }, dispute, {
    kind: answer,
    words,
    from: ['open'],
    change: { status: answer, answer: words, answeredAt: services.clock.now().toISOString() },
    detail: correction === null ? {} : { correction: correction.eventId },
  });
  await tellLearner(tx, await loadSnapshot(services), dispute, `dispute-${answer}`);
}

/** The last correction or withdrawal of the line since it was disputed; of what was missing, the result that has been recorded since. */
export async function correctionSince(tx: Tx, services: Services, dispute: DisputeRow): Promise<LineEventRow | null> {
  if (dispute.missingOutcomeId !== null) {
    const learnerIds = await aliasSet(services, dispute.learnerId);
    return (await recordedSince(tx, learnerIds, dispute.missingOutcomeId, dispute.lineEvent ?? 0)).at(-1) ?? null;
  }
  if (dispute.achievementId === null) return null;
  const events = await lineEvents(tx, dispute.learnerId, dispute.achievementId);
  return events.findLast(({ eventId, kind }) => kind !== 'recorded' && eventId > (dispute.lineEvent ?? 0)) ?? null;
}
