import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { assessorsOf } from './assess.ts';
import { writeConfirmed } from './assess-queries.ts';
import { acting, type Assessor } from './assessor.ts';
import { elsewhere } from './draft.ts';
import { newEvent } from './events.ts';
import { takeStep } from './queries.ts';
import { settle } from './settle.ts';

/**
 * A second assessor agrees, and it is decided and recorded; or gives it back with the reason, and it is assessed again. Whoever assessed
 * does not confirm (409 `second-person-needed`). Throws `rpl-not-found`, `rpl-settled`, `consent-ended`, and what `settle` throws.
 */
export async function confirmAssessment(
  services: Services,
  by: Assessor,
  id: string,
  { agrees, words }: { readonly agrees: boolean; readonly words: string },
): Promise<{ readonly id: string; readonly status: 'applied' | 'decided' | 'recorded' }> {
  return acting(services, by, id, agrees ? 'decided' : 'returned', async (tx, application) => {
    if ((await assessorsOf(tx, application)).includes(by.accountId))
      throw problem('second-person-needed', 409, 'You assessed this. Another assessor must confirm it.');
    if (agrees) {
      await writeConfirmed(tx, application, by.accountId);
      return { id, status: await settle(services, tx, by, application, { confirmed: true, words }) };
    }
    const { learnerId, applicationId } = application;
    const event = newEvent(services, { learnerId, applicationId, kind: 'returned', actor: by.actor, words, detail: {} });
    if (!(await takeStep(tx, event))) throw elsewhere();
    return { id, status: 'applied' as const };
  });
}
