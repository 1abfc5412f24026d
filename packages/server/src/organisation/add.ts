import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { insertOrganisation, type NewOrganisation } from './queries.ts';

/** Kinds of organisation (domain 2.4). */
export const ORGANISATION_KINDS = [
  'nzqa',
  'industry-skills-board',
  'workforce-development-council',
  'nzist',
  'polytechnic',
  'wananga',
  'government-training-establishment',
  'private-training-establishment',
  'university',
  'school',
  'ministry',
  'employer',
  'provider',
  'other',
] as const;

/** Adds an organisation. Stewards only; 409 `organisation-taken` when its id or provider number is in use. */
export async function addOrganisation(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  organisation: NewOrganisation,
): Promise<{ id: string }> {
  requireSteward(actor);
  const key = await runAs(services, actor, (tx) => insertOrganisation(tx, organisation));
  if (key === null) throw problem('organisation-taken', 409, 'An organisation with this id or provider number is there already.');
  return { id: organisation.id };
}
