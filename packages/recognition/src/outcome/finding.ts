import type { LocalDate } from '../record/portable-record.ts';
import type { CatalogueOutcome } from '../record/parse-catalogue.ts';

/** One thing that a check says of a definition; `error` stands between it and being listed. */
export interface Finding {
  readonly check: string;
  readonly severity: 'error' | 'advice';
  /** Where in the definition, such as `skills[0].uri`. */
  readonly path: string;
  /** The rule that the check comes from. */
  readonly source: string;
  readonly text: { readonly en: string; readonly mi: string };
}

/** What a check may look at beside the definition. All of it may be absent. */
export interface ListingContext {
  /** The day of the check. */
  readonly asOf?: LocalDate;
  /** Other definitions of the catalogue, for groups and classification. */
  readonly others?: readonly CatalogueOutcome[];
}

export type ListingCheck = (outcome: CatalogueOutcome, context: ListingContext) => readonly Finding[];

/** Says one thing, with the name and the source of the check given once. */
export const finder =
  (check: string, source: string) =>
  (path: string, en: string, mi: string, severity: Finding['severity'] = 'error'): Finding => ({
    check,
    severity,
    path,
    source,
    text: { en, mi },
  });
