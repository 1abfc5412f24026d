import { actingAs } from '../account/acting.ts';
import { endSession, methodOf } from '../account/queries.ts';
import { openSession, SESSION_SECONDS } from '../account/session.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { writeAccess, writeLog } from '../sharing/log-queries.ts';
import { delegationsOfAccount } from './queries.ts';
import { stateOf } from './view.ts';

/**
 * Steps in for a learner: the session before ends and another begins, which acts under this authority and sees nothing of the person's
 * own. It stands in the learner's list of who looked before anything is read. Answers the token of the new session. Throws
 * `delegation-not-open` (409).
 */
export async function stepIn(
  services: Services,
  person: SignedIn & { readonly accountId: number },
  id: string,
  device: string,
): Promise<string> {
  const { accountId } = person;
  const at = services.clock.now();
  const row = await services.db.asBatch(async (tx) => {
    const mine = (await delegationsOfAccount(tx, accountId)).find(({ delegationId }) => String(delegationId) === id);
    if (mine === undefined || stateOf(mine, services.clock.today(), at) !== 'open')
      throw problem('delegation-not-open', 409, 'You may not act for this learner, or not any more.');
    const { learnerId, delegationId, named, authority } = mine;
    const actor = `delegate:${delegationId}`;
    await writeLog(tx, { learnerId, about: 'delegation', aboutId: delegationId, kind: 'entered', at, actor });
    await writeAccess(tx, { learnerId, at, actor, organisationId: null, purpose: authority, what: 'entered' });
    const once = `${delegationId} ${services.clock.today()}`;
    await tell(tx, { learnerId, code: 'delegate-entered', data: { name: named }, once });
    return mine;
  });
  return services.db.asAccount(async (tx) => {
    const method = await methodOf(tx, person.acting.token);
    await endSession(tx, person.acting.token);
    const session = {
      kind: 'learner',
      accountId,
      clientId: null,
      learnerId: row.learnerId,
      organisationId: null,
      roles: [],
      scopes: [],
      device,
      method,
      delegationId: row.delegationId,
    } as const;
    return openSession(tx, session, SESSION_SECONDS);
  });
}

/** Steps back to being oneself, at once. Answers the token of the new session. Throws `delegation-not-open` (409) when nobody is acted for. */
export async function stepBack(services: Services, delegate: SignedIn, device: string): Promise<string> {
  const { accountId, learnerId, delegation } = delegate;
  if (delegation === undefined || accountId === null || learnerId === null)
    throw problem('delegation-not-open', 409, 'You act for nobody but yourself.');
  await services.db.asBatch((tx) =>
    writeLog(tx, {
      learnerId,
      about: 'delegation',
      aboutId: delegation.id,
      kind: 'left',
      at: services.clock.now(),
      actor: delegate.actor,
    }),
  );
  return services.db.asAccount(async (tx) => {
    const own = await actingAs(tx, accountId, null, { device, method: await methodOf(tx, delegate.acting.token) });
    await endSession(tx, delegate.acting.token);
    return openSession(tx, own, SESSION_SECONDS);
  });
}
