import type { Accreditation } from '@recognition/recognition';
import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import {
  closeWith,
  endAccreditations,
  insertAccreditation,
  type KeptOrganisation,
  readOrganisation,
  renameFrom,
} from './queries.ts';

/** The organisation with this id or provider number (404 `organisation-not-found`). */
export async function findOrganisation(tx: Tx, id: string, on: string | null = null): Promise<KeptOrganisation> {
  const organisation = await readOrganisation(tx, id, on);
  if (organisation === null) throw problem('organisation-not-found', 404, 'There is no organisation with this id.');
  return organisation;
}

function asSteward<T>(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  id: string,
  work: (tx: Tx, organisation: KeptOrganisation) => Promise<T>,
): Promise<T> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => work(tx, await findOrganisation(tx, id)));
}

/** Gives it another name from a date; what happened before keeps the old one. 409 `name-later` when a name begins on that day or after. */
export function rename(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  id: string,
  name: string,
  from: string,
): Promise<{ id: string }> {
  return asSteward(services, actor, id, async (tx, organisation) => {
    if (!(await renameFrom(tx, organisation.organisationId, name, from)))
      throw problem('name-later', 409, 'It has a name that begins on that day or later.');
    return { id: organisation.id };
  });
}

/**
 * Closes it on its last day, which also ends its accreditations. Its successor corrects its results from then on. 422
 * `successor-not-valid` for itself, or for one that leads back to it.
 */
export function close(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  id: string,
  closed: string,
  successor: string | null,
): Promise<{ id: string }> {
  return asSteward(services, actor, id, async (tx, organisation) => {
    const next = successor === null ? null : await findOrganisation(tx, successor);
    if (next !== null && (await leadsTo(tx, next, organisation.id)))
      throw problem('successor-not-valid', 422, 'An organisation cannot follow itself.');
    await closeWith(tx, organisation.organisationId, closed, next?.organisationId ?? null);
    return { id: organisation.id };
  });
}

async function leadsTo(tx: Tx, from: KeptOrganisation, id: string): Promise<boolean> {
  const seen = new Set<string>();
  let at: KeptOrganisation | null = from;
  while (at !== null && !seen.has(at.id)) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = at.successor === null ? null : await readOrganisation(tx, at.successor);
  }
  return false;
}

/** Accredits it, with consent to assess what the scope names, from one day to another, both inclusive. */
export function accredit(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  id: string,
  accreditation: Accreditation,
): Promise<{ id: string; added: number }> {
  if (accreditation.to !== null && accreditation.to < accreditation.from)
    throw problem('period-backwards', 422, 'This period ends before it begins.');
  return asSteward(services, actor, id, async (tx, organisation) => ({
    id: organisation.id,
    added: await insertAccreditation(tx, organisation.organisationId, accreditation),
  }));
}

/** Ends the accreditations that began on `from`, `to` being the last day. They stay on record. 404 `accreditation-not-found` when none is open then. */
export function endAccreditation(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  id: string,
  from: string,
  to: string,
): Promise<{ id: string; ended: number }> {
  if (to < from) throw problem('period-backwards', 422, 'This period ends before it begins.');
  return asSteward(services, actor, id, async (tx, organisation) => {
    const ended = await endAccreditations(tx, organisation.organisationId, from, to);
    if (ended === 0)
      throw problem('accreditation-not-found', 404, 'No accreditation began on that day and is still open on the other.');
    return { id: organisation.id, ended };
  });
}
