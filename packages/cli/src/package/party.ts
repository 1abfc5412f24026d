import { staffNamed } from '@recognition/server/account/staff.ts';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import type { Party } from '@recognition/server/course-package/party.ts';
import { problem } from '@recognition/server/http/problem.ts';
import type { Services } from '@recognition/server/services.ts';

/**
 * The organisation for which an operator reads or acts, as the side of a package that it is: an employer, or else a provider. Where an address is
 * named, as that person of it, who may. Throws `organisation-not-found` (404), `role-needed` (403).
 */
export async function partyNamed(services: Services, organisation: string, mail: string | null): Promise<Party> {
  const found = (await loadSnapshot(services)).organisationByPublicId(organisation);
  if (found === undefined) throw problem('organisation-not-found', 404, `There is no organisation ${organisation}.`);
  const organisationId = found.organisation_id;
  const side = found.kind === 'employer' ? 'employer' : 'provider';
  if (mail === null) return { side, acting: null, actor: 'operator', organisationId };
  for (const role of ['administrator', 'registrar']) {
    const accountId = await staffNamed(services, { mail, organisationId, role });
    if (accountId !== null) return { side, acting: null, actor: `account:${accountId}`, organisationId };
  }
  throw problem('role-needed', 403, `Nobody with the address ${mail} may act for ${organisation}.`);
}

export const readId = (text: string | undefined): string | null => (/^[0-9]{1,16}$/.test(text ?? '') ? (text ?? null) : null);
