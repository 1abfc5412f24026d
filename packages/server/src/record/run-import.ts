import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import { type CheckContext, checkRow } from './check-row.ts';
import { identifier, sameLearner, type ToIdentify } from './identify.ts';
import { advance, type BatchRow, type ImportState, keepRejects, lockBatch } from './import-queries.ts';
import type { RowAnswer } from './judge.ts';
import { previewRows } from './preview-rows.ts';
import { csvLine, isAdded } from './read/columns.ts';
import type { ReadRow, ResultsFile } from './read/rows.ts';
import { type RejectCode, isRejectCode } from './reject-codes.ts';
import { tallied } from './tally.ts';
import { type WriteContext, writeRows } from './write-rows.ts';

/** Where a run is, in rows and in bytes of the file. */
export interface RunProgress {
  readonly rows: number;
  readonly bytesRead: number;
  readonly rejected: number;
}

export interface Run {
  readonly catalogue: CatalogueIndex;
  readonly progress: { readonly bytesRead: number };
  readonly batchRows: number;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A row on its way: its code once it is rejected, else what was checked and whose it is. */
interface Prepared extends ToIdentify {
  readonly row: number;
  readonly raw: ReadRow['raw'];
}

/**
 * Reads, checks and writes the rows after those that are committed. Batches are written one after another; while one is written the
 * next is already staged on a connection of its own, and the one after that is read and checked.
 */
export async function runImport(services: Services, batch: BatchRow, file: ResultsFile, run: Run): Promise<void> {
  const identify = identifier(services, { organisationId: batch.provider_id, create: !batch.dry_run });
  const checks: CheckContext = {
    catalogue: run.catalogue,
    today: services.clock.today(),
    organisationId: batch.provider_id,
    defaultProvider: batch.default_provider,
  };
  const state = { rows: batch.rows_read, rejected: batch.rejected, tally: batch.tally };
  let before: Promise<void> = Promise.resolve();
  let beforeThat = before;
  try {
    for await (const { prepared, bytesRead } of batches(file, batch.rows_read, run, checks)) {
      await identify(prepared);
      await beforeThat;
      beforeThat = before;
      before = commit(services, batch, file, run, { prepared, bytesRead, after: before }, state);
      // Its failure is met at a later await; until then it is not unhandled.
      before.catch(() => undefined);
    }
    await before;
  } finally {
    // What ends the reading (a damaged file) waits for the batches that were read before it.
    await Promise.allSettled([beforeThat, before]);
  }
}

async function* batches(
  file: ResultsFile,
  done: number,
  run: Run,
  checks: CheckContext,
): AsyncGenerator<{ prepared: Prepared[]; bytesRead: number }> {
  let prepared: Prepared[] = [];
  for await (const piece of file.pieces) {
    for (const row of piece) {
      if (row.row <= done) continue;
      prepared.push(check(row, checks));
      if (prepared.length === run.batchRows) {
        yield { prepared, bytesRead: run.progress.bytesRead };
        prepared = [];
      }
    }
  }
  if (prepared.length > 0) yield { prepared, bytesRead: run.progress.bytesRead };
}

function check({ row, raw, reported, fault }: ReadRow, checks: CheckContext): Prepared {
  if (reported === null) return { row, raw, code: fault, checked: null, learner: null };
  const checked = checkRow(reported, checks);
  return typeof checked === 'string'
    ? { row, raw, code: checked, checked: null, learner: null }
    : { row, raw, code: null, checked, learner: null };
}

async function commit(
  services: Services,
  batch: BatchRow,
  file: ResultsFile,
  run: Run,
  {
    prepared,
    bytesRead,
    after,
  }: { readonly prepared: readonly Prepared[]; readonly bytesRead: number; readonly after: Promise<void> },
  state: { rows: number; rejected: number; tally: BatchRow['tally'] },
): Promise<void> {
  const now = services.clock.now();
  const context: Omit<WriteContext, 'turn'> = {
    services,
    catalogue: run.catalogue,
    actor: batch.started_by,
    at: now.toISOString(),
    batchId: batch.batch_id,
    sameLearner: sameLearner(services),
  };
  const answered = await retrying(() =>
    services.db.asBatch(async (tx) => {
      const turn = async (): Promise<void> => {
        await after;
        const { rows } = await tx.query<{ state: ImportState; rows_read: number }>(lockBatch(batch.batch_id));
        if (rows[0]?.state !== 'checking' && rows[0]?.state !== 'recording')
          throw problem('import-stopped', 409, 'The import was stopped.');
        if (rows[0]?.rows_read !== state.rows) throw problem('import-running', 409, 'Another process goes on with this import.');
      };
      const passed = prepared.flatMap(({ checked, learner, code }) =>
        code === null && checked !== null ? [{ checked, learner }] : [],
      );
      const answers = batch.dry_run
        ? await previewRows(tx, passed, { ...context, turn })
        : await writeRows(
            tx,
            passed.map(({ checked, learner }) => ({ checked, learnerId: typeof learner === 'number' ? learner : null })),
            { ...context, turn },
          );
      const outcome = sumUp(prepared, answers);
      const tally = tallied(state.tally, outcome.rejects);
      if (outcome.rejects.length > 0) {
        await tx.query(
          keepRejects(
            batch.batch_id,
            outcome.rejects.map(({ row, code, raw }) => ({ row, code, line: mendable(raw, file.columns) })),
          ),
        );
      }
      await tx.query(
        advance({
          batchId: batch.batch_id,
          rows: prepared.length,
          bytesRead,
          ...outcome.counts,
          rejected: outcome.rejects.length,
          tally,
          at: now,
        }),
      );
      return { rejected: outcome.rejects.length, tally };
    }),
  );
  state.rows += prepared.length;
  state.rejected += answered.rejected;
  state.tally = answered.tally;
  run.onProgress?.({ rows: state.rows, bytesRead, rejected: state.rejected });
}

interface Rejected {
  readonly row: number;
  readonly code: RejectCode;
  readonly raw: ReadRow['raw'];
}

function sumUp(
  prepared: readonly Prepared[],
  answers: readonly RowAnswer[],
): { counts: { recorded: number; corrected: number; withdrawn: number; duplicates: number }; rejects: Rejected[] } {
  const counts = { recorded: 0, corrected: 0, withdrawn: 0, duplicates: 0 };
  const rejects: Rejected[] = [];
  let at = 0;
  for (const { row, raw, code, checked } of prepared) {
    const answer = code ?? (checked === null ? undefined : answers[at]);
    if (code === null) at += 1;
    if (answer === undefined) throw new Error('a row was left without an answer');
    if (isRejectCode(answer)) rejects.push({ row, code: answer, raw });
    else counts[answer === 'duplicate' ? 'duplicates' : answer] += 1;
  }
  return { counts, rejects };
}

/** The row as CSV in the columns of its reject file, without what PostgreSQL cannot keep. What it has too many stays in its last cell. */
function mendable(raw: ReadRow['raw'], columns: readonly string[]): string {
  const cells = typeof raw === 'string' ? raw.split(',') : raw;
  const width = columns.length;
  const fitted = cells.length > width ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(',')] : cells;
  const kept = columns.flatMap((name, at) => (isAdded(name) ? [] : [fitted[at] ?? '']));
  return csvLine(kept).replaceAll('\u0000', '\ufffd').toWellFormed();
}

/** What the database says when two stood in each other's way; the batch was undone. */
const RETRIED = 'database-busy';

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 5 || !(error instanceof Error) || !('code' in error) || error.code !== RETRIED) throw error;
    }
  }
}
