import { SERVICE_POLICY } from '../dispute/policy.ts';
import { problem } from '../http/problem.ts';
import type { Act, SignedIn } from '../http/route.ts';
import { birthDateOf, findLearner } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { nextId } from '../sharing/queries.ts';
import { keep, newCode } from '../sharing/secret.ts';
import { authorityNamed, lastDay, requireAge } from './authority.ts';
import { insertDelegation } from './queries.ts';

/** What is settled when an authority is given. */
export interface Terms {
  readonly authority: string;
  readonly named: string;
  readonly acts: readonly Act[];
  readonly until: string | null;
}

/** The code is answered once and kept as a keyed hash: whoever is named types it, signed in as themself. */
export interface Given {
  readonly id: string;
  readonly code: string;
  readonly codeUntil: string;
  readonly until: string | null;
}

export const CODE = 'delegation code';

/** A learner names somebody who may act for them. */
export async function giveOwn(
  services: Services,
  learner: SignedIn & { readonly learnerId: number },
  terms: Terms,
): Promise<Given> {
  await requireAge(services, learner, 'share');
  const authority = authorityNamed(terms.authority, 'learner');
  const until = lastDay(authority, terms.until, null, services.clock.today());
  return give(services, learner, learner.learnerId, { ...terms, until }, null);
}

/**
 * A steward lets somebody in on evidence: a birth certificate, an order of a court, a registered power. The learner is found by number
 * and birth date, as in reading for a purpose, and is told. Throws `learner-not-confirmed` (404), `too-many-tries` (429).
 */
export async function giveOnEvidence(
  services: Services,
  steward: SignedIn,
  whose: { readonly nsn: string; readonly dateOfBirth: string },
  terms: Terms & { readonly evidence: string },
): Promise<Given> {
  const authority = authorityNamed(terms.authority, 'steward');
  const found = await findLearner(services, steward.actor, { nsn: whose.nsn, birthDate: whose.dateOfBirth });
  if (found === 'identity-probing') throw problem('too-many-tries', 429, 'Too many tries. Wait an hour.');
  if (typeof found !== 'number') throw problem('learner-not-confirmed', 404, 'These details do not belong to a learner we know.');
  const until = lastDay(authority, terms.until, await birthDateOf(services, found), services.clock.today());
  return give(services, steward, found, { ...terms, until }, terms.evidence);
}

async function give(
  services: Services,
  giver: SignedIn,
  learnerId: number,
  { authority, named, acts, until }: Terms,
  evidence: string | null,
): Promise<Given> {
  const at = services.clock.now();
  const code = newCode();
  const codeUntil = new Date(at.getTime() + SERVICE_POLICY.parameters.codeDays.value * 86_400_000);
  const id = await services.db.as(giver.acting, async (tx) => {
    const delegationId = await nextId(tx, learnerId);
    await insertDelegation(tx, {
      learnerId,
      delegationId,
      authority,
      acts: [...new Set(acts)],
      named,
      evidence,
      toOn: until,
      at,
      actor: giver.actor,
      code: keep(services.keys, CODE, code),
      codeUntil,
    });
    const actor = evidence === null ? giver.actor : `steward:${giver.accountId}`;
    await writeLog(tx, { learnerId, about: 'delegation', aboutId: delegationId, kind: 'made', at, actor });
    if (evidence !== null) await tell(tx, { learnerId, code: 'delegate-given', data: { name: named } });
    return delegationId;
  });
  return { id: String(id), code, codeUntil: codeUntil.toISOString(), until };
}
