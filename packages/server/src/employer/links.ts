import { createHash } from 'node:crypto';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type OpenedShare, openShare } from '../sharing/index.ts';
import { deleteLink, insertLink, linkOf, linksOf } from './link-queries.ts';
import { roleOf } from './queries.ts';
import type { Employer } from './roles.ts';
import type { LinkView } from './schemas.ts';

/** The links that people gave to this employer. What they show is asked for each time, and each time is told to whoever gave them. */
export async function listLinks({ db }: Services, { acting }: Employer): Promise<readonly LinkView[]> {
  const kept = await db.as(acting, linksOf);
  return kept.map(({ id, label, roleId, keptAt }) => ({
    id: String(id),
    label,
    role: roleId === null ? null : String(roleId),
    keptAt: keptAt.toISOString(),
  }));
}

/**
 * Keeps a link that opens now, encrypted: with the PIN it was opened with this once, which is not kept. Throws whatever opening it
 * throws (`share-not-found`, `share-pin-needed` …), and `role-not-found` (404).
 */
export async function keepLink(
  services: Services,
  by: Employer,
  given: { readonly link: string; readonly pin: string | null; readonly label: string; readonly role: string | null },
): Promise<{ readonly id: string }> {
  const { db, keys, clock } = services;
  await openShare(services, { caller: by.actor, signedIn: by }, given.link, given.pin);
  const token = given.link.trim().split('/').at(-1)?.split(/[?#]/)[0] ?? '';
  return db.as(by.acting, async (tx) => {
    const roleId = given.role === null ? null : Number(given.role);
    if (roleId !== null && (await roleOf(tx, roleId)) === null)
      throw problem('role-not-found', 404, 'There is no such role in your workspace.');
    const id = await insertLink(tx, {
      organisationId: by.organisationId,
      ...sealLink(keys, token),
      label: given.label,
      roleId,
      actor: by.actor,
      at: clock.now(),
    });
    return { id: String(id) };
  });
}

/** The token of a link as it is kept: encrypted, and found again by its hash. */
export function sealLink(
  keys: Services['keys'],
  token: string,
): { readonly hash: Buffer; readonly cipher: Buffer; readonly keyId: string } {
  const { cipher, keyId } = keys.encrypt('evidence', Buffer.from(token));
  return { hash: createHash('sha256').update(token).digest(), cipher: Buffer.from(cipher), keyId };
}

/** Opens a kept link, as whoever holds it would. Throws `link-not-found` (404), and whatever opening it throws. */
export async function openLink(services: Services, by: Employer, id: string, pin: string | null): Promise<OpenedShare> {
  const kept = await services.db.as(by.acting, (tx) => linkOf(tx, Number(id)));
  if (kept === null) throw problem('link-not-found', 404, 'There is no such link in your workspace.');
  const token = Buffer.from(services.keys.decrypt('evidence', kept.keyId, kept.cipher)).toString();
  return openShare(services, { caller: by.actor, signedIn: by }, token, pin);
}

/** Lets go of a link; once gone it stays gone. Throws `link-not-found` (404). */
export async function forgetLink({ db }: Services, { acting }: Employer, id: string): Promise<void> {
  if (!(await db.as(acting, (tx) => deleteLink(tx, Number(id)))))
    throw problem('link-not-found', 404, 'There is no such link in your workspace.');
}
