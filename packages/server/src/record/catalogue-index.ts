/** What a row of results is checked against, by the words that rows use. */
export interface OutcomeFacts {
  readonly id: number;
  readonly code: string;
  readonly version: number | null;
  readonly lineage: string;
  readonly accredited: boolean;
  readonly groupId: string | null;
  readonly lastAssessment: string | null;
  readonly status: 'draft' | 'in-review' | 'published' | 'expiring' | 'discontinued' | 'legacy';
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
}

export interface StandardFacts {
  readonly groupId: string;
  readonly size: number;
  readonly members: readonly OutcomeFacts[];
}

export interface OrganisationFacts {
  readonly id: number;
  readonly closedOn: string | null;
  readonly successorId: number | null;
}

/** A period in which an organisation may assess an outcome, inclusive on both ends; null is open. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

export interface CatalogueIndex {
  readonly outcomes: (code: string) => readonly OutcomeFacts[];
  readonly standards: (code: string) => readonly StandardFacts[];
  readonly outcomeById: (id: number) => OutcomeFacts | undefined;
  /** By public id or provider number. */
  readonly organisation: (text: string) => OrganisationFacts | undefined;
  readonly organisationById: (id: number) => OrganisationFacts | undefined;
  /** When this organisation is accredited with consent to assess this outcome (domain 2.4). */
  readonly consent: (organisationId: number, outcomeId: number) => readonly Period[];
}

export function within(periods: readonly Period[], date: string): boolean {
  return periods.some(({ from, to }) => from <= date && (to === null || date <= to));
}

/** Whether someone of this organisation may report for that provider: their own, or a closed one that theirs succeeds (domain 2.4). */
export function mayReportFor(catalogue: CatalogueIndex, organisationId: number, providerId: number): boolean {
  let at = providerId;
  for (let steps = 0; steps < 16; steps += 1) {
    if (at === organisationId) return true;
    const organisation = catalogue.organisationById(at);
    if (organisation?.closedOn === null || organisation?.successorId == null) return false;
    at = organisation.successorId;
  }
  return false;
}
