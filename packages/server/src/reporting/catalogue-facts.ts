import type { Services } from '../services.ts';
import { loadCatalogueIndex } from '../record/load-catalogue.ts';
import type { OutcomeFacts } from '../record/catalogue-index.ts';

/** What a preview needs to know of a code that a file names. */
export interface CodeFacts {
  readonly code: string;
  /** An outcome, a standard, or nothing that the catalogue knows. */
  readonly kind: 'outcome' | 'standard' | 'unknown';
  /** Versions that are published or legacy, with the days on which they are in force and on which this provider may assess them. */
  readonly versions: readonly {
    readonly version: number | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly consent: readonly { readonly from: string; readonly to: string | null }[];
  }[];
}

/** What the catalogue knows of these codes, as far as it concerns this provider. */
export async function catalogueFacts(
  services: Services,
  organisationId: number,
  codes: readonly string[],
): Promise<readonly CodeFacts[]> {
  const catalogue = await loadCatalogueIndex(services);
  const version = (outcome: OutcomeFacts): CodeFacts['versions'][number] => ({
    version: outcome.version,
    from: outcome.inForceFrom,
    to: outcome.inForceTo,
    consent: catalogue.consent(organisationId, outcome.id),
  });
  return codes.map((code) => {
    const outcomes = catalogue.outcomes(code).filter(({ status }) => status !== 'draft' && status !== 'in-review');
    if (outcomes.length > 0) return { code, kind: 'outcome', versions: outcomes.map(version) };
    return { code, kind: catalogue.standards(code).length > 0 ? 'standard' : 'unknown', versions: [] };
  });
}
