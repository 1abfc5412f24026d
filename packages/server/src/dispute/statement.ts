import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { disputeById, takeStep } from './found.ts';
import type { DisputeStatus } from './reasons.ts';

/** Wherever it stands but where the line was made right, or the learner took it back. */
const STANDING: readonly DisputeStatus[] = ['open', 'declined', 'escalated', 'dismissed', 'upheld'];

/**
 * Puts the learner's statement of correction beside the line (Privacy Act 2020, section 64), or another in its place; what it said before
 * stays in the history. Throws `dispute-settled` (409) where the line was corrected.
 */
export async function stateCorrection(
  services: Services,
  signedIn: SignedIn,
  id: string,
  words: string,
): Promise<{ readonly id: string }> {
  return services.db.as(signedIn.acting, async (tx) =>
    takeStep(tx, services, signedIn, await disputeById(tx, id), {
      kind: 'stated',
      words,
      from: STANDING,
      change: { statement: words, statedAt: services.clock.now().toISOString() },
    }),
  );
}

/** Takes the statement away again. 404 `statement-not-found` when there is none. */
export async function removeStatement(services: Services, signedIn: SignedIn, id: string): Promise<{ readonly id: string }> {
  return services.db.as(signedIn.acting, async (tx) => {
    const dispute = await disputeById(tx, id);
    if (dispute.statement === null) throw problem('statement-not-found', 404, 'There is no statement here.');
    return takeStep(tx, services, signedIn, dispute, {
      kind: 'statement-removed',
      words: null,
      from: [...STANDING, 'corrected', 'taken-back'],
      change: { statement: null, statedAt: null },
    });
  });
}

/** The learner takes back what they said. It stays in the history. Throws `dispute-settled` (409). */
export async function takeBack(services: Services, signedIn: SignedIn, id: string): Promise<{ readonly id: string }> {
  return services.db.as(signedIn.acting, async (tx) =>
    takeStep(tx, services, signedIn, await disputeById(tx, id), {
      kind: 'taken-back',
      words: null,
      from: ['open', 'escalated', 'declined'],
      change: { status: 'taken-back' },
    }),
  );
}
