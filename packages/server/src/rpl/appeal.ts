import { openRplAppeal } from '../dispute/open.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type Learner, elsewhere, ownApplication } from './draft.ts';
import { newEvent } from './events.ts';
import { writeAppealed } from './assess-queries.ts';
import { askedIn, takeStep } from './queries.ts';

/**
 * A learner appeals against a declined outcome. It is a dispute, with its days and its way to the stewards; another assessor looks again.
 * Throws `rpl-not-found` (404), `not-declined`, `dispute-open` (409).
 */
export async function appealDecision(
  services: Services,
  learner: Learner,
  id: string,
  { outcome, words }: { readonly outcome: string; readonly words: string },
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(learner.acting, async (tx) => {
    const application = await ownApplication(tx, id, 'decided', 'recorded');
    const { learnerId, applicationId, providerId, consentEndedAt } = application;
    if (consentEndedAt !== null)
      throw problem('consent-needed', 409, 'You ended your consent, so nobody can look at it again. Apply anew.');
    const outcomeId = catalogue.outcomeByPublicId(outcome)?.outcome_id;
    const asked = (await askedIn(tx, [learnerId], [applicationId])).find((one) => one.outcomeId === outcomeId);
    if (asked?.decision !== 'declined' || providerId === null || outcomeId === undefined || asked.disputeId !== null)
      throw problem('not-declined', 409, 'Only an outcome that was declined can be appealed, once.');
    const dispute = await openRplAppeal(
      services,
      tx,
      { ...learner, learnerId },
      { providerId, outcomeId, words, on: application.decidedOn },
    );
    await writeAppealed(tx, application, outcomeId, Number(dispute.id));
    const event = newEvent(services, {
      learnerId,
      applicationId,
      kind: 'appealed',
      actor: learner.actor,
      words,
      detail: { outcome, dispute: dispute.id },
    });
    if (!(await takeStep(tx, event))) throw elsewhere();
    return dispute;
  });
}
