import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { linkedLearner, type MembershipRow, membershipsOf } from './queries.ts';
import type { NewSession } from './new-session.ts';

/**
 * Who a sign-in acts as: for the named organisation, or for the first it belongs to, or as a learner when it belongs to none.
 * Throws `not-your-door` when it does not belong to the one that was named.
 */
export async function actingAs(
  tx: Tx,
  accountId: number,
  organisation: string | null,
  from: Pick<NewSession, 'device' | 'method'>,
): Promise<NewSession> {
  const memberships = await membershipsOf(tx, accountId);
  const chosen = organisation === null ? memberships[0] : memberships.find((one) => one.public_id === organisation);
  if (organisation !== null && chosen === undefined)
    throw problem('not-your-door', 403, 'You do not belong to this organisation.');
  const base = { accountId, clientId: null, scopes: [], ...from };
  if (chosen === undefined)
    return { ...base, kind: 'learner', learnerId: await linkedLearner(tx, accountId), organisationId: null, roles: [] };
  return { ...base, kind: kindOf(chosen), learnerId: null, organisationId: chosen.organisation_id, roles: chosen.roles };
}

/** NZQA's stewards answer for the register; boards develop; employers check; every other organisation reports results. */
function kindOf(membership: MembershipRow): NewSession['kind'] {
  if (membership.kind === 'nzqa') return membership.roles.includes('steward') ? 'steward' : 'developer';
  if (membership.kind === 'employer') return 'employer';
  if (membership.kind === 'industry-skills-board' || membership.kind === 'workforce-development-council') return 'developer';
  return 'provider';
}
