import { loadSnapshot } from '../catalogue/snapshot.ts';
import { csvLine } from '../record/read/columns.ts';
import type { Services } from '../services.ts';
import { ownResult } from './own-results.ts';
import { type ExportRow, ownAfter } from './queries.ts';
import type { Reporting } from './reporter.ts';

const PIECE = 2000;
const HEADER = [
  'provider',
  'reference',
  'outcome',
  'version',
  'date',
  'result',
  'mode',
  'original_date',
  'original_provider',
  'status',
] as const;

/**
 * All that a provider reported as it stands, as CSV in pieces: each is a short transaction, so that an export of millions of rows holds
 * nothing. Whose results they are is not in it; its own references lead back to its own system.
 */
export async function* exportOwn(
  services: Services,
  by: Reporting,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): AsyncGenerator<string> {
  const catalogue = await loadSnapshot(services);
  yield `${csvLine(HEADER)}\n`;
  let after = { providerId: 0, reference: '' };
  for (;;) {
    const place = after;
    const { rows } = await services.db.as(by.acting, (tx) => tx.query<ExportRow>(ownAfter(place, from, to, PIECE)));
    const last = rows.at(-1);
    if (last === undefined) return;
    const lines = rows.flatMap((row) => {
      const { provider_id, reference, achievement_id, outcome_id, achieved_on, result, mode, status } = row;
      if (
        provider_id === null ||
        reference === null ||
        achievement_id === null ||
        outcome_id === null ||
        achieved_on === null ||
        result === null ||
        mode === null ||
        status === null
      )
        return [];
      const { original_on, original_provider_id } = row;
      const own = ownResult(catalogue, {
        provider_id,
        reference,
        achievement_id,
        outcome_id,
        achieved_on,
        result,
        mode,
        original_on,
        original_provider_id,
        status,
      });
      return [`${csvLine(cellsOf(own))}\n`];
    });
    if (lines.length > 0) yield lines.join('');
    after = { providerId: last.last_provider, reference: last.last_reference };
  }
}

function cellsOf(own: ReturnType<typeof ownResult>): readonly string[] {
  return [
    own.provider,
    inert(own.reference),
    own.outcome.code,
    own.outcome.version === null ? '' : String(own.outcome.version),
    own.date,
    own.result,
    own.mode,
    own.originalDate ?? '',
    own.originalProvider ?? '',
    own.status,
  ];
}

/** A cell that a spreadsheet would run as a formula is shown as text. */
function inert(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text;
}
