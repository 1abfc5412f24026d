import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { writeAccess } from '../sharing/log-queries.ts';

/**
 * What a delegate has done stands in the learner's own list of who looked, before the delegate is answered: each act that their
 * authority was asked for, once it is done. The event itself names the delegate too.
 */
export function useActedLog(app: App, services: Services): void {
  app.decorateRequest('acted', null);
  app.addHook('onSend', async (request, reply) => {
    const { acted, signedIn } = request;
    if (acted === null || signedIn?.delegation === undefined || signedIn.learnerId === null) return;
    if (reply.statusCode >= 400 || request.method === 'GET' || request.method === 'HEAD') return;
    const { learnerId, actor, delegation } = signedIn;
    await services.db.asBatch((tx) =>
      writeAccess(tx, {
        learnerId,
        at: services.clock.now(),
        actor,
        organisationId: null,
        purpose: delegation.authority,
        what: acted,
      }),
    );
  });
}
