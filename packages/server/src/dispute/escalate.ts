import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { answerBy } from './deadline.ts';
import { disputeById, takeStep } from './found.ts';
import { lateDisputes } from './queries.ts';
import { tellLearner } from './tell.ts';

/** A learner asks the stewards to look: after an answer that they do not accept, or when none came. Throws `dispute-settled` (409). */
export async function escalateDispute(
  services: Services,
  signedIn: SignedIn,
  id: string,
  words: string,
): Promise<{ readonly id: string }> {
  return services.db.as(signedIn.acting, async (tx) =>
    takeStep(tx, services, signedIn, await disputeById(tx, id), {
      kind: 'escalated',
      words,
      from: ['open', 'declined'],
      change: { status: 'escalated', escalatedWhy: 'asked', answerBy: answerBy(services, 'achievement') },
      detail: { why: 'asked' },
    }),
  );
}

const SLICE = 200;

/** Hands the stewards every dispute whose answer is late, and tells the learners. A job runs it; answers how many there were. */
export async function escalateLate(services: Services): Promise<number> {
  const catalogue = await loadSnapshot(services);
  let count = 0;
  for (;;) {
    const done = await services.db.asBatch(async (tx) => {
      const late = await lateDisputes(tx, services.clock.today(), SLICE);
      for (const dispute of late) {
        await takeStep(tx, services, { actor: 'rules' }, dispute, {
          kind: 'escalated',
          words: null,
          from: ['open'],
          change: { status: 'escalated', escalatedWhy: 'late', answerBy: answerBy(services, 'achievement') },
          detail: { why: 'late', due: dispute.answerBy },
        });
        await tellLearner(tx, catalogue, dispute, 'dispute-late');
      }
      return late.length;
    });
    count += done;
    if (done < SLICE) return count;
  }
}
