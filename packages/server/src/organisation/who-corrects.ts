import type { OrganisationRow } from '../catalogue/snapshot-queries.ts';

/** What finding a successor needs of the catalogue's snapshot. */
export interface Organisations {
  readonly organisationById: (organisationId: number) => OrganisationRow | undefined;
}

/**
 * Who corrects a provider's results on a date: the provider itself while it is open, else its successor, and so on (domain 2.4).
 * Null when a closed one has no successor, or the chain goes in a circle.
 */
export function whoCorrects(organisations: Organisations, providerId: number, date: string): number | null {
  const seen = new Set<number>();
  let at: number | null = providerId;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const organisation: OrganisationRow | undefined = organisations.organisationById(at);
    if (organisation === undefined) return null;
    if (organisation.closed_on === null || date <= organisation.closed_on) return at;
    at = organisation.successor_id;
  }
  return null;
}
