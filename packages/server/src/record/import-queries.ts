import type { Query } from '../database/connection.ts';

export type ImportState = 'receiving' | 'checking' | 'recording' | 'done' | 'stopped' | 'failed';

/** Rejects by code with their first rows, and where they lie in the file: every `stride`-th reject is marked, at most 400. */
export interface Tally {
  readonly codes: Readonly<Record<string, { readonly count: number; readonly rows: readonly number[] }>>;
  readonly marks: readonly number[];
  readonly stride: number;
  readonly seen: number;
}

export type BatchRow = {
  readonly batch_id: number;
  readonly public_id: string;
  readonly provider_id: number | null;
  readonly name: string;
  readonly dry_run: boolean;
  readonly state: ImportState;
  readonly content_hash: Buffer | null;
  readonly bytes_total: number | null;
  readonly bytes_read: number;
  readonly rows_read: number;
  readonly rows_total: number | null;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly tally: Tally;
  readonly error_code: string | null;
  readonly error_detail: string | null;
  readonly run_at: Date | null;
  readonly run_rows: number;
  readonly changed_at: Date;
  readonly started_by: string;
  readonly default_provider: string | null;
  readonly columns: readonly string[] | null;
  readonly file: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
};

/** Which imports a list shows: by a part of the file's name, by how they ended, and whether somebody changed a result by hand. */
export interface ImportFilter {
  readonly named?: string | null;
  readonly state?: ImportState | null;
  readonly byHand?: boolean | null;
}

const BATCH = `batch_id, public_id, provider_id, name, dry_run, state, content_hash, bytes_total, bytes_read, rows_read, rows_total, recorded,
  corrected, withdrawn, duplicates, rejected, tally, error_code, error_detail, run_at, run_rows, changed_at, started_by, default_provider, columns, file,
  started_at, ended_at`;

/** Held for as long as an import runs, so that one file is imported once at a time. */
export const holdImport = (key: string): Query => ({
  text: `select pg_try_advisory_xact_lock(hashtextextended($1, 7302611)) as held`,
  values: [key],
});

/** An import of the same content that was cut off: it goes on where its last committed row was. */
export const unfinished = (
  contentHash: Buffer,
  providerId: number | null,
  defaultProvider: string | null,
  dryRun: boolean,
): Query => ({
  text: `select ${BATCH} from record.import_batch
   where content_hash = $1 and provider_id is not distinct from $2 and default_provider is not distinct from $3 and dry_run = $4
     and ended_at is null and state in ('checking', 'recording') and file is null
   order by batch_id desc limit 1`,
  values: [contentHash, providerId, defaultProvider, dryRun],
});

export const createImport = (batch: {
  readonly publicId: string;
  readonly providerId: number | null;
  readonly name: string;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly defaultProvider: string | null;
  readonly file: string | null;
  readonly contentHash: Buffer | null;
  readonly bytesTotal: number | null;
}): Query => ({
  text: `insert into record.import_batch (public_id, provider_id, name, dry_run, state, started_by, started_at, changed_at, default_provider, file,
      content_hash, bytes_total)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11) returning ${BATCH}`,
  values: [
    batch.publicId,
    batch.providerId,
    batch.name,
    batch.dryRun,
    batch.state,
    batch.startedBy,
    batch.startedAt,
    batch.defaultProvider,
    batch.file,
    batch.contentHash,
    batch.bytesTotal,
  ],
});

export const importByPublicId = (publicId: string): Query => ({
  text: `select ${BATCH} from record.import_batch where public_id = $1`,
  values: [publicId],
});

/** A provider's imports, newest first; a null provider: those of operators. */
export const importsOf = (
  providerId: number | null,
  before: number | null,
  limit: number,
  { named = null, state = null, byHand = null }: ImportFilter = {},
): Query => ({
  text: `select ${BATCH} from record.import_batch
   where provider_id is not distinct from $1 and ($2::bigint is null or batch_id < $2)
     and ($4::text is null or strpos(catalogue.fold(name), catalogue.fold($4)) > 0) and ($5::text is null or state = $5)
     and ($6::boolean is null or (reason is not null) = $6)
   order by batch_id desc limit $3`,
  values: [providerId, before, limit, named, state, byHand],
});

/** Why a change by hand was made; its history says it. Once, and before it is recorded. */
export const giveReason = (batchId: number, reason: string): Query => ({
  text: 'update record.import_batch set reason = $2 where batch_id = $1 and dry_run and (reason is null or reason = $2)',
  values: [batchId, reason],
});

/** Imports of spooled files that a process which ended left unfinished. */
export const interrupted: Query = {
  text: `select ${BATCH} from record.import_batch where file is not null and ended_at is null and state in ('checking', 'recording') order by batch_id`,
};

export const beginRun = (batchId: number, columns: readonly string[], at: Date): Query => ({
  text: `update record.import_batch set columns = $2, run_at = $3, run_rows = rows_read, changed_at = $3, bytes_read = 0 where batch_id = $1`,
  values: [batchId, columns, at],
});

/** Locks the batch for this transaction and says how far it is. */
export const lockBatch = (batchId: number): Query => ({
  name: 'record-lock-batch',
  text: 'select state, rows_read from record.import_batch where batch_id = $1 for update',
  values: [batchId],
});

export interface Advance {
  readonly batchId: number;
  readonly rows: number;
  readonly bytesRead: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly tally: Tally;
  readonly at: Date;
}

export const advance = (step: Advance): Query => ({
  name: 'record-advance',
  text: `update record.import_batch set rows_read = rows_read + $2, bytes_read = $3, recorded = recorded + $4, corrected = corrected + $5,
      withdrawn = withdrawn + $6, duplicates = duplicates + $7, rejected = rejected + $8, tally = $9, changed_at = $10
    where batch_id = $1`,
  values: [
    step.batchId,
    step.rows,
    step.bytesRead,
    step.recorded,
    step.corrected,
    step.withdrawn,
    step.duplicates,
    step.rejected,
    JSON.stringify(step.tally),
    step.at,
  ],
});

export const keepRejects = (
  batchId: number,
  rows: readonly { readonly row: number; readonly code: string; readonly line: string }[],
): Query => ({
  text: `insert into record.import_reject (batch_id, row, code, line)
    select $1, r.row, r.code, r.line from unnest($2::bigint[], $3::text[], $4::text[]) as r (row, code, line)`,
  values: [batchId, rows.map(({ row }) => row), rows.map(({ code }) => code), rows.map(({ line }) => line)],
});

export const endImport = (
  batchId: number,
  state: 'done' | 'failed',
  at: Date,
  error: { readonly code: string; readonly detail: string } | null,
): Query => ({
  text: `update record.import_batch set state = $2, ended_at = $3, changed_at = $3, error_code = $4, error_detail = $5,
      rows_total = case when $2 = 'done' then rows_read else rows_total end,
      bytes_read = case when $2 = 'done' then coalesce(bytes_total, bytes_read) else bytes_read end
    where batch_id = $1 and state in ('receiving', 'checking', 'recording')`,
  values: [batchId, state, at, error?.code ?? null, error?.detail ?? null],
});

export const stopImport = (batchId: number, at: Date): Query => ({
  text: `update record.import_batch set state = 'stopped', ended_at = $2, changed_at = $2
    where batch_id = $1 and state in ('receiving', 'checking', 'recording')`,
  values: [batchId, at],
});

/** The file has arrived: its check or its recording may begin. */
export const received = (batchId: number, contentHash: Buffer, bytesTotal: number): Query => ({
  text: `update record.import_batch set state = case when dry_run then 'checking' else 'recording' end, content_hash = $2, bytes_total = $3
    where batch_id = $1 and state = 'receiving'`,
  values: [batchId, contentHash, bytesTotal],
});

/** Turns a dry run that is done into the recording of the same file. */
export const recordChecked = (batchId: number, at: Date): Query => ({
  text: `with gone as (delete from record.import_reject where batch_id = $1)
    update record.import_batch set dry_run = false, state = 'recording', rows_read = 0, bytes_read = 0, recorded = 0, corrected = 0, withdrawn = 0,
      duplicates = 0, rejected = 0, tally = default, ended_at = null, changed_at = $2, run_at = null, run_rows = 0
    where batch_id = $1 and dry_run and state = 'done' and file is not null`,
  values: [batchId, at],
});

export const rejectsAfter = (batchId: number, row: number, limit: number): Query => ({
  name: 'record-rejects-after',
  text: 'select row, code, line from record.import_reject where batch_id = $1 and row > $2 order by row limit $3',
  values: [batchId, row, limit],
});
