import { staffNamed } from '@recognition/server/account/staff.ts';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import type { Assessor } from '@recognition/server/rpl/assessor.ts';
import type { Services } from '@recognition/server/services.ts';

/** Whoever works for a provider at this machine: a person with the role where one decides, nobody in particular where one only looks. */
export async function assessorAt(
  services: Services,
  provider: string,
  mail: string | null,
): Promise<Assessor | { readonly trouble: string }> {
  const organisationId = (await loadSnapshot(services)).organisationByPublicId(provider)?.organisation_id;
  if (organisationId === undefined) return { trouble: `There is no organisation ${provider}. (organisation-not-found)` };
  if (mail === null) return { acting: 'operator', organisationId, accountId: 0, actor: 'operator' };
  const accountId = await staffNamed(services, { mail, organisationId, role: 'assessor' });
  if (accountId === null) return { trouble: `Nobody with the address ${mail} is an assessor of ${provider}. (role-needed)` };
  return { acting: 'operator', organisationId, accountId, actor: `account:${accountId}` };
}
