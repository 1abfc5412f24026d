import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { latestExtension } from './deadline.ts';
import { disputeById, takeStep } from './found.ts';
import { disputeEvents, type DisputeEventRow, type DisputeRow } from './queries.ts';
import { tellLearner } from './tell.ts';

/**
 * A provider takes longer for its answer, once, with its reason, before the day is over; the learner is told both (Privacy Act 2020,
 * section 65). Throws `extension-date` (422, with the latest day), `extended-already`, `extension-late`, `dispute-settled` (409).
 */
export async function extendDispute(
  services: Services,
  signedIn: SignedIn,
  id: string,
  until: string,
  words: string,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(signedIn.acting, async (tx) => {
    const dispute = await disputeById(tx, id);
    const latest = latestExtension(dispute.answerBy);
    if (isExtended(await disputeEvents(tx, dispute.learnerId, dispute.disputeId)))
      throw problem('extended-already', 409, 'The time for this answer has been extended once already.');
    if (services.clock.today() > dispute.answerBy)
      throw problem('extension-late', 409, 'The day for this answer is over: it cannot be extended any more.');
    if (until <= dispute.answerBy || until > latest)
      throw problem('extension-date', 422, `The new day lies after ${dispute.answerBy}, and is ${latest} at the latest.`, {
        latest,
      });
    const done = await takeStep(tx, services, signedIn, dispute, {
      kind: 'extended',
      words,
      from: ['open'],
      change: { answerBy: until },
      detail: { from: dispute.answerBy, answerBy: until },
    });
    await tellLearner(tx, catalogue, { ...dispute, answerBy: until }, 'dispute-extended');
    return done;
  });
}

/** The latest day to which an answer may be put off; null where it waits for none, is late, or was put off already. */
export function extendableTo(
  { clock }: Pick<Services, 'clock'>,
  dispute: DisputeRow,
  events: readonly DisputeEventRow[],
): string | null {
  if (dispute.status !== 'open' || clock.today() > dispute.answerBy || isExtended(events)) return null;
  return latestExtension(dispute.answerBy);
}

/** What a steward has given back has a time of its own, which may be extended once more. */
function isExtended(events: readonly DisputeEventRow[]): boolean {
  const begun = events.findLastIndex(({ kind }) => kind === 'opened' || kind === 'returned');
  return events.slice(Math.max(0, begun)).some(({ kind }) => kind === 'extended');
}
