import type { FastifyRequest } from 'fastify';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Acting, Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { requireRole } from '../http/route.ts';
import { mayReportFor } from '../record/catalogue-index.ts';
import { loadCatalogueIndex } from '../record/load-catalogue.ts';
import type { Services } from '../services.ts';
import { elsewhere } from './draft.ts';
import { type ApplicationRow, findApplication } from './queries.ts';
import { type EventKind, mayHappen } from './steps.ts';

/** Who assesses for a provider: a person, since people are told apart who must not decide twice. */
export interface Assessor {
  readonly acting: Acting | 'operator';
  readonly organisationId: number;
  readonly accountId: number;
  readonly actor: string;
}

/** An assessor of a provider who is signed in; a client system is no person, and assesses nothing. */
export function assessor(request: FastifyRequest): Assessor {
  const { acting, organisationId, accountId, actor } = requireRole(request, ['provider'], 'assessor');
  if (organisationId === null || accountId === null) throw problem('not-your-door', 403, 'Only a person of a provider assesses.');
  return { acting, organisationId, accountId, actor };
}

/** What an assessor may see, in their own role; for an operator, in the batch role, of that provider alone. */
export function reading<T>(services: Services, { acting }: Assessor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return acting === 'operator' ? services.db.asBatch(work) : services.db.as(acting, work);
}

/**
 * Does something to an application that the assessor may see: asked first in their own role, then done in the batch role with the row
 * locked. Throws `rpl-not-found` (404), `rpl-settled` (409) where it stands elsewhere, `consent-ended` (410).
 */
export async function acting<T>(
  services: Services,
  by: Assessor,
  id: string,
  kind: EventKind,
  work: (tx: Tx, application: ApplicationRow & { readonly providerId: number }) => Promise<T>,
): Promise<T> {
  const seen = await reading(services, by, (tx) => findApplication(tx, Number(id)));
  await mineOf(services, by, seen);
  return services.db.asBatch(async (tx) => {
    const application = await mineOf(services, by, await findApplication(tx, Number(id), true));
    if (!mayHappen(kind, application.status)) throw elsewhere();
    if (application.consentEndedAt !== null) throw problem('consent-ended', 410, 'The learner has ended this consent.');
    return work(tx, application);
  });
}

/** The application if it was sent to this provider, or to a closed one that it succeeds. */
export async function mineOf(
  services: Services,
  { organisationId }: Pick<Assessor, 'organisationId'>,
  application: ApplicationRow | null,
): Promise<ApplicationRow & { readonly providerId: number }> {
  const providerId = application?.providerId ?? null;
  if (
    application === null ||
    providerId === null ||
    application.status === 'draft' ||
    application.status === 'withdrawn' ||
    !mayReportFor(await loadCatalogueIndex(services), organisationId, providerId)
  )
    throw problem('rpl-not-found', 404, 'There is no such application.');
  return { ...application, providerId };
}

/** The name of the provider, as notices say it. */
export async function providerName(services: Services, providerId: number): Promise<string> {
  return (await loadSnapshot(services)).toRecordOrganisation(providerId).name;
}
