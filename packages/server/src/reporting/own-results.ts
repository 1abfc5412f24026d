import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, findLearner } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { historyOf, ownByReference, type OwnEventRow, type OwnResultRow, ownOfLearner } from './queries.ts';
import type { Reporting } from './reporter.ts';

export interface OwnResult {
  readonly provider: string;
  readonly reference: string;
  readonly outcome: { readonly code: string; readonly version: number | null; readonly name: string };
  readonly date: string;
  readonly result: string;
  readonly mode: string;
  readonly originalDate: string | null;
  readonly originalProvider: string | null;
  readonly status: string;
}

export interface OwnChange extends OwnResult {
  readonly change: 'recorded' | 'corrected' | 'withdrawn';
  readonly at: string;
  readonly import: { readonly id: string; readonly name: string } | null;
  readonly reason: string | null;
  /** A person did it, not a system. */
  readonly byPerson: boolean;
}

/** What is asked for: the beginning of a reference, or whose results. */
export type Search = { readonly reference: string } | { readonly nsn: string; readonly dateOfBirth: string };

const SHOWN = 200;

/**
 * A provider's own results by reference, or of a learner whose NSN and birth date it knows; never another provider's. Somebody unknown
 * and somebody of whom it reported nothing have one answer: none. Throws `too-many-tries` (429).
 */
export async function searchOwn(services: Services, by: Reporting, search: Search): Promise<readonly OwnResult[]> {
  const query =
    'reference' in search ? ownByReference(`${escapeLike(search.reference)}%`, SHOWN) : await ofLearner(services, by, search);
  if (query === null) return [];
  const { rows } = await services.db.as(by.acting, (tx) => tx.query<OwnResultRow>(query));
  const catalogue = await loadSnapshot(services);
  return rows.map((row) => ownResult(catalogue, row));
}

async function ofLearner(services: Services, by: Reporting, search: { readonly nsn: string; readonly dateOfBirth: string }) {
  const found = await findLearner(services, `organisation:${by.organisationId}`, {
    nsn: search.nsn,
    birthDate: search.dateOfBirth,
  });
  if (found === 'identity-probing') throw problem('too-many-tries', 429, 'Too many tries. Wait an hour.');
  return typeof found === 'number' ? ownOfLearner(await aliasSet(services, found), SHOWN) : null;
}

/** All that happened to one reference, oldest first. Throws `result-not-found` (404). */
export async function ownHistory(
  services: Services,
  by: Reporting,
  asked: { readonly provider: string; readonly reference: string },
): Promise<readonly OwnChange[]> {
  const catalogue = await loadSnapshot(services);
  const providerId = catalogue.organisationByPublicId(asked.provider)?.organisation_id;
  const rows =
    providerId === undefined
      ? []
      : (await services.db.as(by.acting, (tx) => tx.query<OwnEventRow>(historyOf(providerId, asked.reference)))).rows;
  if (rows.length === 0) throw problem('result-not-found', 404, 'You reported no result with this reference.');
  return rows.map((row) => ({
    ...ownResult(catalogue, row),
    change: row.kind,
    at: row.at.toISOString(),
    import: row.import_id === null ? null : { id: row.import_id, name: row.import_name ?? '' },
    reason: row.reason,
    byPerson: row.by_person,
  }));
}

/** A row with the public names of what it is about. */
export function ownResult(catalogue: CatalogueSnapshot, row: OwnResultRow): OwnResult {
  const outcome = catalogue.outcomeById(row.outcome_id);
  return {
    provider: catalogue.organisationById(row.provider_id)?.public_id ?? '',
    reference: row.reference,
    outcome: { code: outcome?.code ?? '', version: outcome?.version ?? null, name: outcome?.name ?? '' },
    date: row.achieved_on,
    result: row.result,
    mode: row.mode,
    originalDate: row.original_on,
    originalProvider:
      row.original_provider_id === null ? null : (catalogue.organisationById(row.original_provider_id)?.public_id ?? null),
    status: row.status,
  };
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
