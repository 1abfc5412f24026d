import { type CatalogueSnapshot, nameOn } from '../catalogue/snapshot.ts';
import type { StewardImport } from './import-queries.ts';

/** An import as pages and exports show it; `provider` is null for an operator's file of several. */
export function importView(catalogue: CatalogueSnapshot, row: StewardImport) {
  const provider = row.providerId === null ? undefined : catalogue.organisationById(row.providerId);
  return {
    id: row.id,
    provider: provider === undefined ? null : nameOn(provider),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    recorded: row.recorded,
    corrected: row.corrected,
    withdrawn: row.withdrawn,
    rejected: row.rejected,
    asked: row.asked,
  };
}
