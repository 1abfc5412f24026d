import { linkedLearner } from '../account/queries.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { samePerson } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import { countCall } from '../operations/rate-limit.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { hashesOf, readCode } from '../sharing/secret.ts';
import { CODE } from './grant.ts';
import { acceptDelegation, findByCode } from './queries.ts';

/**
 * Takes an authority by its code, once, for the account that is signed in; the learner is told. Unknown, used, ended and late codes have
 * one answer (422 `delegation-code`); tries are limited (429). Nobody acts for themself, and no steward lets themself in
 * (`delegation-own`, 422).
 */
export async function takeAuthority(services: Services, person: SignedIn & { readonly accountId: number }, typed: string) {
  await countCall(services.db, person.actor, services.settings.limits.link);
  const { accountId } = person;
  const code = readCode(typed);
  const own = await services.db.asAccount((tx) => linkedLearner(tx, accountId));
  const at = services.clock.now();
  const hashes = code === null ? [] : hashesOf(services.keys, CODE, code);
  const found = await services.db.asBatch((tx) => findByCode(tx, hashes));
  if (found !== null && own !== null && (await samePerson(services, own, found.learnerId)))
    throw problem('delegation-own', 422, 'This code is for somebody else: you act for yourself already.');
  const id = await services.db.asBatch(async (tx) => {
    const row = await findByCode(tx, hashes);
    if (row === null || row.endedAt !== null || row.codeUntil === null || row.codeUntil < at)
      throw problem('delegation-code', 422, 'This code is unknown, used or past its time.');
    if (row.madeBy === `account:${accountId}`)
      throw problem('delegation-own', 422, 'This code is for somebody else: you gave it yourself.');
    await acceptDelegation(tx, row, accountId, at);
    const { learnerId, delegationId } = row;
    const actor = `delegate:${delegationId}`;
    await writeLog(tx, { learnerId, about: 'delegation', aboutId: delegationId, kind: 'accepted', at, actor });
    await tell(tx, { learnerId, code: 'delegate-accepted', data: { name: row.named } });
    return delegationId;
  });
  return { id: String(id) };
}
