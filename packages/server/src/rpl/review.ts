import { loadSnapshot } from '../catalogue/snapshot.ts';
import { answerReviewed } from '../dispute/answer.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type Assessment, judge } from './assess.ts';
import { writeReviewed } from './assess-queries.ts';
import { acting, type Assessor } from './assessor.ts';
import { elsewhere } from './draft.ts';
import { newEvent } from './events.ts';
import { askedIn, takeStep } from './queries.ts';
import { record } from './settle.ts';

/**
 * Looks again at a declined outcome after an appeal: by somebody who had no part in the decision (409 `second-person-needed`). What is
 * granted now is recorded with today's date, and the dispute is answered, in one transaction. Throws `not-appealed` (409) and what
 * assessing throws.
 */
export async function reviewOutcome(
  services: Services,
  by: Assessor,
  id: string,
  assessment: Assessment,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  return acting(services, by, id, 'reviewed', async (tx, application) => {
    const { learnerId, applicationId } = application;
    const outcomeId = catalogue.outcomeByPublicId(assessment.outcome)?.outcome_id;
    const asked = (await askedIn(tx, [learnerId], [applicationId])).find((one) => one.outcomeId === outcomeId);
    if (asked === undefined || asked.disputeId === null || asked.reviewedBy !== null)
      throw problem('not-appealed', 409, 'There is no appeal here that waits for a review.');
    if (asked.assessedBy === by.accountId || asked.confirmedBy === by.accountId)
      throw problem('second-person-needed', 409, 'You had a part in this decision. Another person must review it.');
    const judged = await judge(tx, asked.outcomeId, assessment);
    await writeReviewed(tx, application, judged, by.accountId);
    const { outcome, decision, reason } = assessment;
    const event = newEvent(services, {
      learnerId,
      applicationId,
      kind: 'reviewed',
      actor: by.actor,
      words: reason,
      detail: {
        outcome,
        decision,
        rubric: judged.rubric,
        before: { rubric: asked.rubric, decision: asked.decision, reason: asked.reason },
      },
    });
    if (!(await takeStep(tx, event))) throw elsewhere();
    if (decision === 'granted') await record(services, tx, by, application, [{ ...asked, decision, result: judged.result }]);
    await answerReviewed(services, tx, by.actor, asked.disputeId, decision === 'granted' ? 'corrected' : 'declined', reason);
    return { id };
  });
}
