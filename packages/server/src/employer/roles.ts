import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { archiveRole, countSkills, insertRole, type RoleRow, roleOf, rolesOf, type RoleText, updateRole } from './queries.ts';
import type { RoleView } from './schemas.ts';

export type Employer = SignedIn & { readonly organisationId: number };

/** The roles of the employer that is signed in. */
export async function listRoles({ db }: Services, { acting }: Employer): Promise<readonly RoleView[]> {
  return (await db.as(acting, rolesOf)).map(viewOf);
}

/** Describes a new role by its skills. Throws `skill-not-found` (422). Answers its id. */
export async function addRole({ db, clock }: Services, by: Employer, role: RoleText): Promise<{ readonly id: string }> {
  return db.as(by.acting, async (tx) => {
    await skillsKnown(tx, role);
    return { id: String(await insertRole(tx, by.organisationId, role, by.actor, clock.now())) };
  });
}

/** Changes a role that nobody has changed meanwhile. Throws `role-not-found` (404), `role-changed` (409, with theirs), `skill-not-found` (422). */
export async function changeRole(
  { db, clock }: Services,
  { acting }: Employer,
  id: string,
  { revision, ...role }: RoleText & { readonly revision: number },
): Promise<RoleView> {
  return db.as(acting, async (tx) => {
    await skillsKnown(tx, role);
    const changed = await updateRole(tx, Number(id), revision, role, clock.now());
    const now = await found(tx, id);
    if (!changed)
      throw problem('role-changed', 409, 'Somebody has changed this role since you opened it.', { theirs: viewOf(now) });
    return viewOf(now);
  });
}

/** Puts a role away or brings it back; doing it twice changes nothing. Throws `role-not-found` (404). */
export async function putAway({ db, clock }: Services, { acting }: Employer, id: string, away: boolean): Promise<RoleView> {
  return db.as(acting, async (tx) => {
    await archiveRole(tx, Number(id), away ? clock.now() : null);
    return viewOf(await found(tx, id));
  });
}

/** One role of the employer's own. Throws `role-not-found` (404). */
export async function seeRole({ db }: Services, { acting }: Employer, id: string): Promise<RoleView> {
  return db.as(acting, async (tx) => viewOf(await found(tx, id)));
}

async function found(tx: Tx, id: string): Promise<RoleRow> {
  const role = await roleOf(tx, Number(id));
  if (role === null) throw problem('role-not-found', 404, 'There is no such role in your workspace.');
  return role;
}

async function skillsKnown(tx: Tx, { skills }: RoleText): Promise<void> {
  const uris = skills.map(({ uri }) => uri);
  if ((await countSkills(tx, uris)) !== uris.length)
    throw problem('skill-not-found', 422, 'One of these skills is in no scheme that is loaded here.');
}

function viewOf({ id, changedAt, archivedAt, ...row }: RoleRow): RoleView {
  return { ...row, id: String(id), changedAt: changedAt.toISOString(), archived: archivedAt !== null };
}
