import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import {
  endInvitation,
  endMemberships,
  insertInvitation,
  otherAdministrators,
  setRoles,
  takeInvitation,
} from './member-queries.ts';
import { endSessionsOfAccount } from './queries.ts';
import { newToken } from './session.ts';

export const ROLES = ['administrator', 'registrar', 'assessor', 'developer', 'reader', 'steward'] as const;
const INVITATION_DAYS = 7;

type Administrator = SignedIn & { readonly organisationId: number };

/** Makes an invitation for a week; its token is shown once. Only a steward makes stewards, and only in NZQA's organisation. */
export async function invite(
  services: Services,
  by: Administrator,
  asked: { readonly email: string; readonly role: (typeof ROLES)[number] },
): Promise<string> {
  if (asked.role === 'steward' && by.kind !== 'steward') throw problem('role-needed', 403, 'Only a steward invites a steward.');
  const token = newToken();
  await services.db.asAccount((tx) =>
    insertInvitation(tx, token, by.organisationId, asked.role, asked.email.toLowerCase(), by.accountId, INVITATION_DAYS),
  );
  return token;
}

/** Takes the invitation, once, by the person whose email it names. Answers the organisation. Throws `invitation-not-valid` (422). */
export async function acceptInvitation(services: Services, signedIn: SignedIn, token: string): Promise<string> {
  const organisation = await services.db.asAccount((tx) => takeInvitation(tx, token, signedIn.accountId ?? 0));
  if (organisation === null) throw problem('invitation-not-valid', 422, 'This invitation is unknown, used or past its time.');
  return organisation;
}

/** Ends every role of a person in the organisation, and their sessions there, in one transaction. */
export async function removeMember(services: Services, by: Administrator, accountId: number): Promise<void> {
  await services.db.asAccount(async (tx) => {
    const roles = await endMemberships(tx, accountId, by.organisationId);
    if (roles.length === 0) throw problem('not-found', 404, 'This person does not belong to the organisation.');
    if (roles.includes('administrator') && (await otherAdministrators(tx, by.organisationId)) === 0) {
      throw problem('last-administrator', 409, 'An organisation keeps at least one administrator.');
    }
    await endSessionsOfAccount(tx, accountId, by.organisationId);
  });
}

/**
 * Gives a member these roles and no others; their sessions here end, because a session carries its roles. Throws `last-administrator`
 * (409), `role-needed` (403) for making a steward without being one.
 */
export async function changeRoles(
  services: Services,
  by: Administrator,
  accountId: number,
  roles: readonly (typeof ROLES)[number][],
): Promise<void> {
  if (roles.includes('steward') && by.kind !== 'steward') throw problem('role-needed', 403, 'Only a steward makes a steward.');
  await services.db.asAccount(async (tx) => {
    const change = await setRoles(tx, accountId, by.organisationId, roles, by.accountId);
    if (change === null) throw problem('not-found', 404, 'This person does not belong to the organisation.');
    if (change.ended.includes('administrator') && (await otherAdministrators(tx, by.organisationId)) === 0)
      throw problem('last-administrator', 409, 'An organisation keeps at least one administrator.');
    if (change.ended.length > 0 || change.added > 0) await endSessionsOfAccount(tx, accountId, by.organisationId);
  });
}

/** Takes back an invitation that nobody has accepted yet. */
export async function takeBackInvitation(services: Services, by: Administrator, id: number): Promise<void> {
  if (!(await services.db.asAccount((tx) => endInvitation(tx, by.organisationId, id))))
    throw problem('not-found', 404, 'There is no such open invitation.');
}
