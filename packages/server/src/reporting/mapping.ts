import type { Services } from '../services.ts';
import type { Reporting } from './reporter.ts';
import { type MappingRow, mappingOf, rememberMapping } from './queries.ts';

/** How a provider's own columns are read: by the folded name of a column, the column of a results file, or null for one passed over. */
export interface ColumnMapping {
  readonly columns: Readonly<Record<string, string | null>>;
  /** How its dates are written when not year-month-day. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
}

/** What is remembered of this provider's columns. */
export async function readMapping({ db }: Services, { acting, organisationId }: Reporting): Promise<ColumnMapping> {
  const { rows } = await db.as(acting, (tx) => tx.query<MappingRow>(mappingOf(organisationId)));
  return { columns: rows[0]?.columns ?? {}, dateOrder: rows[0]?.date_order ?? null };
}

/** Remembers how a file's columns were read, beside what is known of others. */
export async function keepMapping(services: Services, by: Reporting, mapping: ColumnMapping): Promise<void> {
  const at = services.clock.now();
  await services.db.as(by.acting, (tx) =>
    tx.query(rememberMapping(by.organisationId, mapping.columns, mapping.dateOrder, by.actor, at)),
  );
}
