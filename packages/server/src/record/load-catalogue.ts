import { isCovered } from '@recognition/recognition';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { Services } from '../services.ts';
import type { CatalogueIndex, OrganisationFacts, OutcomeFacts, Period, StandardFacts } from './catalogue-index.ts';

/** The catalogue as rows of results are checked against it, as it stands now. */
export async function loadCatalogueIndex(services: Services): Promise<CatalogueIndex> {
  return indexSnapshot(await loadSnapshot(services));
}

function indexSnapshot(snapshot: CatalogueSnapshot): CatalogueIndex {
  const outcomes = new Map<number, OutcomeFacts>();
  for (const row of snapshot.outcomes) {
    outcomes.set(row.outcome_id, {
      id: row.outcome_id,
      code: row.code,
      version: row.version,
      lineage: row.lineage,
      accredited: row.accredited,
      groupId: row.group_id,
      lastAssessment: row.last_assessment,
      status: row.status,
      inForceFrom: row.in_force_from,
      inForceTo: row.in_force_to,
    });
  }
  const all = [...outcomes.values()];
  const byCode = Map.groupBy(all, (outcome) => outcome.code);
  const byGroup = Map.groupBy(all, (outcome) => outcome.groupId);
  const organisations = new Map(snapshot.organisations.map((row) => [row.organisation_id, organisationFacts(row)]));
  const consents = new Map<number, readonly Period[]>();
  return {
    outcomes: (code) => byCode.get(code) ?? [],
    standards: (code) =>
      snapshot.groupsByCode(code).map(
        (group): StandardFacts => ({
          groupId: group.group_id,
          size: group.members,
          members: byGroup.get(group.group_id) ?? [],
        }),
      ),
    outcomeById: (id) => outcomes.get(id),
    organisation: (text) => {
      const row = snapshot.organisationByPublicId(text) ?? snapshot.organisationByProviderNumber(text);
      return row === undefined ? undefined : organisations.get(row.organisation_id);
    },
    organisationById: (id) => organisations.get(id),
    consent: (organisationId, outcomeId) => {
      const key = organisationId * 2 ** 24 + outcomeId;
      const known = consents.get(key);
      if (known !== undefined) return known;
      const found = consentOf(snapshot, organisationId, outcomeId);
      consents.set(key, found);
      return found;
    },
  };
}

// The rule of what a scope covers is the package's; here only the periods of the accreditations that cover are kept.
function consentOf(snapshot: CatalogueSnapshot, organisationId: number, outcomeId: number): readonly Period[] {
  const outcome = snapshot.toRecordOutcome(outcomeId);
  return snapshot
    .accreditationsOf(organisationId)
    .filter((accreditation) => isCovered([accreditation], outcome, accreditation.from))
    .map(({ from, to }) => ({ from, to }));
}

function organisationFacts(row: {
  organisation_id: number;
  closed_on: string | null;
  successor_id: number | null;
}): OrganisationFacts {
  return { id: row.organisation_id, closedOn: row.closed_on, successorId: row.successor_id };
}
