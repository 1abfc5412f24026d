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

/** What a check asks for, as it is published: the same for every developer. */
export interface ListingRule {
  readonly check: string;
  /** The rule that it comes from. */
  readonly source: string;
  readonly says: { readonly en: string; readonly mi: string };
}

export interface ListingCheck {
  readonly rule: ListingRule;
  readonly run: (outcome: CatalogueOutcome, context: ListingContext) => readonly Finding[];
}

/** Says one thing, with the name and the source of the check given once. */
export const finder =
  ({ check, source }: ListingRule) =>
  (path: string, en: string, mi: string, severity: Finding['severity'] = 'error'): Finding => ({
    check,
    severity,
    path,
    source,
    text: { en, mi },
  });
