import { endSessionsOfDelegation } from '../account/queries.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { type DelegationRow, endDelegation, findDelegation } from './queries.ts';

/** Ends an authority at once, and every session under it: by the learner, or by a steward. Ending it again changes nothing. */
export async function endAuthority(services: Services, who: SignedIn, id: string): Promise<{ id: string }> {
  const steward = who.kind === 'steward';
  await services.db.as(who.acting, async (tx) => {
    const row = await findDelegation(tx, id);
    // A steward ends what stewards have given; what a learner gave is the learner's to end.
    if (row === null || (steward && row.evidence === null))
      throw problem('delegation-not-found', 404, 'There is no such authority.');
    await end(tx, services, row, steward ? `steward:${who.accountId}` : who.actor, who.actor);
    if (steward) await tell(tx, { learnerId: row.learnerId, code: 'delegate-ended', data: { name: row.named } });
  });
  await services.db.asAccount((tx) => endSessionsOfDelegation(tx, Number(id)));
  return { id };
}

/** Gives an authority up: whoever holds it does not want it any more. The learner is told. */
export async function giveUp(
  services: Services,
  person: SignedIn & { readonly accountId: number },
  id: string,
): Promise<{ id: string }> {
  await services.db.asBatch(async (tx) => {
    const row = await findDelegation(tx, id);
    if (row === null || row.accountId !== person.accountId)
      throw problem('delegation-not-found', 404, 'There is no such authority.');
    const actor = `delegate:${row.delegationId}`;
    await end(tx, services, row, actor, actor);
    await tell(tx, { learnerId: row.learnerId, code: 'delegate-ended', data: { name: row.named }, once: `${row.delegationId}` });
  });
  await services.db.asAccount((tx) => endSessionsOfDelegation(tx, Number(id)));
  return { id };
}

async function end(tx: Tx, services: Services, row: DelegationRow, logged: string, by: string): Promise<void> {
  if (row.endedAt !== null) return;
  const at = services.clock.now();
  await endDelegation(tx, row, by, at);
  const { learnerId, delegationId } = row;
  await writeLog(tx, { learnerId, about: 'delegation', aboutId: delegationId, kind: 'ended', at, actor: logged });
}
