import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { organisationByPublicId, organisationOfClient } from './client-queries.ts';
import { type ClientView, listClients, makeClient, revokeClient } from './clients.ts';

/** The clients in force of an organisation or of all, for who sits at the machine. Throws `not-found` for an unknown organisation. */
export async function clientsForOperator(services: Services, organisation: string | null): Promise<readonly ClientView[]> {
  return listClients(services, organisation === null ? null : await organisationId(services, organisation));
}

/** Makes a client for an organisation; its secret is answered once. */
export async function addClientForOperator(
  services: Services,
  organisation: string,
  asked: { readonly name: string; readonly scopes: readonly string[] },
): Promise<{ readonly id: string; readonly secret: string }> {
  return makeClient(services, { accountId: null, organisationId: await organisationId(services, organisation) }, asked);
}

/** Ends a client and its tokens. Throws `not-found` when it is not in force. */
export async function revokeClientForOperator(services: Services, id: string): Promise<void> {
  const owner = await services.db.asAccount((tx) => organisationOfClient(tx, id));
  if (owner === null) throw problem('not-found', 404, 'There is no such client.');
  await revokeClient(services, { accountId: null, organisationId: owner }, id);
}

async function organisationId(services: Services, publicId: string): Promise<number> {
  const id = await services.db.asAccount((tx) => organisationByPublicId(tx, publicId));
  if (id === null) throw problem('not-found', 404, `There is no organisation ${publicId}.`);
  return id;
}
