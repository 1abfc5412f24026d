import type { BatchRow, ImportState } from './import-queries.ts';
import { REJECT_CODES, isRejectCode } from './reject-codes.ts';

type Said = { readonly en: string; readonly mi: string };

/** How an import stands, for a page that asks every second. */
export interface ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  readonly dryRun: boolean;
  /** All rows of the file: counted once it was read to its end, before that told from the bytes. */
  readonly rows: number;
  readonly done: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly bytesTotal: number;
  readonly bytesRead: number;
  /** Null until a batch is through. */
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly rejectsByCode: readonly {
    readonly code: string;
    readonly count: number;
    readonly message: Said;
    readonly fix: Said;
    readonly examples: readonly { readonly row: number; readonly message: string }[];
  }[];
  /** The numbers of at most 400 rejected rows, spread over the file. */
  readonly marks: readonly number[];
}

export function progressOf(batch: BatchRow): ImportProgress {
  const bytesTotal = batch.bytes_total ?? 0;
  const share = bytesTotal > 0 ? batch.bytes_read / bytesTotal : 0;
  const rows = batch.rows_total ?? (share > 0 ? Math.max(batch.rows_read, Math.round(batch.rows_read / share)) : batch.rows_read);
  const seconds = batch.run_at === null ? 0 : (batch.changed_at.getTime() - batch.run_at.getTime()) / 1000;
  const rate = seconds > 0 ? Math.round((batch.rows_read - batch.run_rows) / seconds) : null;
  const running = batch.ended_at === null;
  return {
    id: batch.public_id,
    name: batch.name,
    state: batch.state,
    dryRun: batch.dry_run,
    rows,
    done: batch.rows_read,
    recorded: batch.recorded,
    corrected: batch.corrected,
    withdrawn: batch.withdrawn,
    duplicates: batch.duplicates,
    rejected: batch.rejected,
    bytesTotal,
    bytesRead: batch.bytes_read,
    rowsPerSecond: rate,
    secondsLeft: running && rate !== null && rate > 0 ? Math.ceil((rows - batch.rows_read) / rate) : null,
    startedAt: batch.started_at.toISOString(),
    endedAt: batch.ended_at?.toISOString() ?? null,
    error: batch.error_code === null ? null : { code: batch.error_code, detail: batch.error_detail ?? '' },
    rejectsByCode: Object.entries(batch.tally.codes)
      .filter(([code]) => isRejectCode(code))
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([code, { count, rows: first }]) => {
        const said = sentencesOf(code);
        return { code, count, ...said, examples: first.map((row) => ({ row, message: said.message.en })) };
      }),
    marks: batch.tally.marks,
  };
}

function sentencesOf(code: string): { message: Said; fix: Said } {
  if (!isRejectCode(code)) throw new RangeError('a code that is not of the closed set');
  return REJECT_CODES[code];
}
