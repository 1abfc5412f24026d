import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { problem, Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { unusableFile } from './file-codes.ts';
import { beginRun, type BatchRow, createImport, endImport, holdImport, importByPublicId, unfinished } from './import-queries.ts';
import { loadCatalogueIndex } from './load-catalogue.ts';
import { forgetSeen } from './preview-queries.ts';
import { openResults } from './read/rows.ts';
import { runImport, type RunProgress } from './run-import.ts';

/** Who reports. `organisationId` is null for an operator, who may report for every provider. */
export interface Reporter {
  /** As events name them: `account:7`, `client:abc`, `operator`. */
  readonly actor: string;
  readonly organisationId: number | null;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** The provider of rows that name none: a public id or a provider number. */
  readonly provider?: string | null;
  /** Told after each committed batch. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** Rows in one transaction. */
  readonly batchRows?: number;
}

/**
 * Imports a file of results (contracts 6): CSV or NDJSON, plain or gzip, of any size in constant memory. Each batch of rows is one
 * transaction together with how far the file is; an import that was cut off goes on after its last committed row when the same file
 * comes again, and a retry never doubles. Throws problems: those of `file-codes.ts` (422), `import-running` (409), `import-stopped` (409).
 */
export async function importResults(
  services: Services,
  reporter: Reporter,
  source: { readonly path: string; readonly name: string },
  options: ImportOptions = {},
): Promise<BatchRow> {
  const dryRun = options.dryRun ?? false;
  const provider = options.provider ?? null;
  const { contentHash, size } = await hashFile(source.path);
  const key = `${contentHash.toString('hex')} ${reporter.organisationId ?? 'operator'} ${provider ?? ''} ${dryRun}`;
  return holding(services, key, async () => {
    const batch = await services.db.asBatch(async (tx) => {
      const found = await tx.query<BatchRow>(unfinished(contentHash, reporter.organisationId, provider, dryRun));
      if (found.rows[0] !== undefined) return found.rows[0];
      const made = await tx.query<BatchRow>(
        createImport({
          publicId: randomUUID(),
          providerId: reporter.organisationId,
          name: source.name,
          dryRun,
          state: dryRun ? 'checking' : 'recording',
          startedBy: reporter.actor,
          startedAt: services.clock.now(),
          defaultProvider: provider,
          file: null,
          contentHash,
          bytesTotal: size,
        }),
      );
      return only(made.rows);
    });
    return runBatch(services, batch, source.path, options);
  });
}

/** Runs, or goes on with, a batch whose file is here. The caller holds the import. */
async function runBatch(services: Services, batch: BatchRow, path: string, options: ImportOptions): Promise<BatchRow> {
  const { db, clock } = services;
  const progress = { bytesRead: 0 };
  try {
    const before = await stat(path);
    const file = await openResults(path, progress);
    const catalogue = await loadCatalogueIndex(services);
    await db.asBatch((tx) => tx.query(beginRun(batch.batch_id, file.columns, clock.now())));
    await runImport(services, batch, file, {
      catalogue,
      progress,
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      batchRows: options.batchRows ?? BATCH_ROWS,
    });
    const after = await stat(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw unusableFile('file-changed');
    await db.asBatch(async (tx) => {
      await tx.query(endImport(batch.batch_id, 'done', clock.now(), null));
      if (batch.dry_run) await tx.query(forgetSeen(batch.batch_id));
    });
  } catch (error) {
    // What lies in the file fails the import; what lies in us (a database that went away) leaves it to be gone on with.
    if (error instanceof Problem && error.status === 422) {
      await db.asBatch(async (tx) => {
        await tx.query(endImport(batch.batch_id, 'failed', clock.now(), { code: error.code, detail: error.message }));
        await tx.query(forgetSeen(batch.batch_id));
      });
    }
    throw error;
  }
  return db.asBatch(async (tx) => only((await tx.query<BatchRow>(importByPublicId(batch.public_id))).rows));
}

const BATCH_ROWS = 4_000;

/** Runs the import of a spooled file, or goes on with it after a restart. Answers null when another process has it. */
export async function runSpooled(
  services: Services,
  publicId: string,
  path: string,
  options: ImportOptions = {},
): Promise<BatchRow | null> {
  try {
    return await holding(services, `spooled ${publicId}`, async () => {
      const { rows } = await services.db.asBatch((tx) => tx.query<BatchRow>(importByPublicId(publicId)));
      const batch = only(rows);
      return batch.state === 'checking' || batch.state === 'recording' ? runBatch(services, batch, path, options) : batch;
    });
  } catch (error) {
    if (error instanceof Problem && error.code === 'import-running') return null;
    throw error;
  }
}

async function holding<T>(services: Services, key: string, work: () => Promise<T>): Promise<T> {
  return services.db.asBatch(async (tx) => {
    const { rows } = await tx.query<{ held: boolean }>(holdImport(key));
    if (rows[0]?.held !== true) throw problem('import-running', 409, 'This file is being imported at this moment.');
    return work();
  });
}

/** SHA-256 of a file's bytes, and their count. */
export async function hashFile(path: string): Promise<{ contentHash: Buffer; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file is read as bytes');
    size += chunk.length;
    hash.update(chunk);
  }
  return { contentHash: hash.digest(), size };
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw problem('import-not-found', 404, 'There is no import with this id.');
  return row;
}
