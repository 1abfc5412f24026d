import { locate } from '../award/queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { whoCorrects } from '../organisation/who-corrects.ts';
import type { Services } from '../services.ts';
import { answerBy } from './deadline.ts';
import { newEvent } from './events.ts';
import { insertDispute, type NewDispute, nextIds } from './queries.ts';
import { type DisputeReason, MISSING_REASON, RPL_REASON } from './reasons.ts';
import { appealedAwards, lastOwnEvent, ownLine } from './subject-queries.ts';

type Learner = SignedIn & { readonly learnerId: number };

export interface Complaint {
  readonly reason: DisputeReason;
  readonly words: string;
}

/**
 * A learner says what is wrong with a line. It goes to the provider that reported it, or to who corrects for it; where nobody is left, to
 * the stewards. Throws `line-not-found` (404), `dispute-open` (409).
 */
export async function disputeLine(
  services: Services,
  learner: Learner,
  achievementId: number,
  complaint: Complaint,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(learner.acting, async (tx) => {
    const line = await ownLine(tx, achievementId);
    if (line === null) throw problem('line-not-found', 404, 'There is no such line on your record.');
    const answererId = whoCorrects(catalogue, line.providerId, services.clock.today());
    return open(tx, services, learner, line.learnerId, {
      ...complaint,
      subject: 'achievement',
      achievementId,
      lineEvent: line.lastEvent,
      awardId: null,
      providerId: line.providerId,
      answererId,
      status: answererId === null ? 'escalated' : 'open',
      escalatedWhy: answererId === null ? 'nobody' : null,
      answerBy: answerBy(services, 'achievement'),
    });
  });
}

/** What a learner says should be on their record. */
export interface Missing {
  readonly provider: string;
  readonly outcome: string;
  /** About when it was assessed; null: not said. */
  readonly on: string | null;
  readonly words: string;
}

/**
 * A learner says that a result is missing. It goes to the provider that should have reported it, or to who corrects for it, which is told
 * the learner's name and date of birth, because it has no reference to find them by. Throws `organisation-not-found`, `outcome-not-found`,
 * `day-to-come` (422), `dispute-open` (409).
 */
export async function disputeMissing(services: Services, learner: Learner, missing: Missing): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  const provider = catalogue.organisationByPublicId(missing.provider);
  if (provider === undefined) throw problem('organisation-not-found', 422, 'There is no such provider.');
  const outcome = catalogue.outcomeByPublicId(missing.outcome);
  if (outcome === undefined || outcome.status === 'draft' || outcome.status === 'in-review')
    throw problem('outcome-not-found', 422, 'There is no such outcome.');
  const today = services.clock.today();
  if (missing.on !== null && missing.on > today) throw problem('day-to-come', 422, 'This day is still to come.');
  const providerId = provider.organisation_id;
  const answererId = whoCorrects(catalogue, providerId, today);
  return services.db.as(learner.acting, async (tx) =>
    open(tx, services, learner, learner.learnerId, {
      subject: 'missing',
      reason: MISSING_REASON,
      words: missing.words,
      achievementId: null,
      lineEvent: await lastOwnEvent(tx),
      awardId: null,
      missingOutcomeId: outcome.outcome_id,
      missingOn: missing.on,
      providerId,
      answererId,
      status: answererId === null ? 'escalated' : 'open',
      escalatedWhy: answererId === null ? 'nobody' : null,
      answerBy: answerBy(services, 'missing'),
    }),
  );
}

/**
 * A learner appeals against an assessment of prior learning that declined an outcome, in the caller's transaction. It goes to the provider
 * that assessed, or to who corrects for it. Throws `dispute-open` (409).
 */
export async function openRplAppeal(
  services: Services,
  tx: Tx,
  learner: Learner,
  about: { readonly providerId: number; readonly outcomeId: number; readonly words: string; readonly on: string | null },
): Promise<{ readonly id: string }> {
  const answererId = whoCorrects(await loadSnapshot(services), about.providerId, services.clock.today());
  return open(tx, services, learner, learner.learnerId, {
    subject: 'missing',
    reason: RPL_REASON,
    words: about.words,
    achievementId: null,
    lineEvent: await lastOwnEvent(tx),
    awardId: null,
    missingOutcomeId: about.outcomeId,
    missingOn: about.on,
    providerId: about.providerId,
    answererId,
    status: answererId === null ? 'escalated' : 'open',
    escalatedWhy: answererId === null ? 'nobody' : null,
    answerBy: answerBy(services, 'missing'),
  });
}

/** A learner appeals against a decision on an award; a steward who had no part in it reviews it. Throws `award-not-found`, `dispute-open`. */
export async function appealAward(
  services: Services,
  learner: Learner,
  publicId: string,
  complaint: Complaint,
): Promise<{ readonly id: string }> {
  return services.db.as(learner.acting, async (tx) => {
    const place = await locate(tx, publicId);
    const [award] = place === null || place.awardId === null ? [] : await appealedAwards(tx, [place.learnerId], [place.awardId]);
    if (award === undefined) throw problem('award-not-found', 404, 'There is no such award of this learner.');
    return open(tx, services, learner, award.learnerId, {
      ...complaint,
      subject: 'award',
      achievementId: null,
      lineEvent: null,
      awardId: award.awardId,
      providerId: null,
      answererId: null,
      status: 'escalated',
      escalatedWhy: 'asked',
      answerBy: answerBy(services, 'award'),
    });
  });
}

async function open(
  tx: Tx,
  services: Services,
  { actor }: Learner,
  learnerId: number,
  dispute: NewDispute,
): Promise<{ readonly id: string }> {
  const ids = await nextIds(tx, learnerId);
  const { reason, words, answerBy: due } = dispute;
  const event = newEvent(services, { learnerId, ...ids, kind: 'opened', actor, words, detail: { reason, answerBy: due } });
  if (!(await insertDispute(tx, event, dispute)))
    throw problem('dispute-open', 409, 'You have said already that something is wrong here, and it is not settled yet.');
  return { id: String(ids.disputeId) };
}
