import { isCovered } from '@recognition/recognition';
import { townNamed } from '@recognition/recognition/places';
import { type CatalogueSnapshot, nameOn } from '../catalogue/snapshot.ts';
import type { OutcomeRow } from '../catalogue/snapshot-queries.ts';
import type { Offering } from './offering.ts';
import type { OfferingView, OwnOffering } from './schemas.ts';

/** An offering as everybody sees it. `outcomeOf` finds the version of a lineage that is shown. */
export function offeringViewOf(
  offering: Offering,
  snapshot: CatalogueSnapshot,
  outcomeOf: (lineage: string) => OutcomeRow | undefined,
): OfferingView {
  const {
    id,
    providerId,
    lineages,
    requires,
    languages,
    moved: _moved,
    reference: _own,
    revision: _r,
    changedAt: _at,
    withdrawn: _w,
    ...rest
  } = offering;
  const provider = snapshot.organisationById(providerId);
  const unitOf = (lineage: string): OfferingView['outcomes'] => {
    const row = outcomeOf(lineage);
    return row === undefined
      ? []
      : [{ id: row.public_id, code: row.code, version: row.version, name: row.name, lineage: row.lineage }];
  };
  return {
    ...rest,
    id: String(id),
    provider: { id: provider?.public_id ?? '', name: provider === undefined ? '' : nameOn(provider) },
    outcomes: lineages.flatMap(unitOf),
    requires: requires.flatMap(unitOf),
    languages: [...languages],
    region: townNamed(rest.town ?? '')?.region ?? null,
    prices: { ...rest.prices },
  };
}

/** The same as the provider's staff see it, with why nobody else does. */
export function ownViewOf(
  offering: Offering,
  snapshot: CatalogueSnapshot,
  outcomeOf: (lineage: string) => OutcomeRow | undefined,
  today: string,
): OwnOffering {
  const why = offering.withdrawn ? null : closedBecause(offering, snapshot, outcomeOf, today);
  return {
    ...offeringViewOf(offering, snapshot, outcomeOf),
    reference: offering.reference,
    revision: offering.revision,
    changedAt: offering.changedAt.toISOString(),
    status: offering.withdrawn ? 'withdrawn' : why === null ? 'open' : 'closed',
    why,
  };
}

function closedBecause(
  { begins, applyBy, lineages, providerId }: Offering,
  snapshot: CatalogueSnapshot,
  outcomeOf: (lineage: string) => OutcomeRow | undefined,
  today: string,
): OwnOffering['why'] {
  if ((begins !== null && begins < today) || (applyBy !== null && applyBy < today)) return 'begun';
  const day = begins ?? today;
  const rows = lineages.map(outcomeOf);
  if (
    rows.some((row) => row === undefined || !['published', 'expiring'].includes(row.status) || (row.last_assessment ?? day) < day)
  )
    return 'outcome';
  const consent = snapshot.accreditationsOf(providerId);
  const covered = rows.every((row) => row !== undefined && isCovered(consent, snapshot.toRecordOutcome(row.outcome_id), day));
  return covered && snapshot.organisationById(providerId)?.closed_on == null ? null : 'consent';
}
