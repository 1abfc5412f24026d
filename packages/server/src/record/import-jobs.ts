import { rm } from 'node:fs/promises';
import type { Services } from '../services.ts';
import { type BatchRow, importByPublicId, interrupted } from './import-queries.ts';
import { runSpooled } from './import-results.ts';
import { spoolPath } from './spool.ts';

/** Imports wait here for their turn, one after another in each process; what is to be done lies in the database, not here. */
let turn: Promise<void> = Promise.resolve();

/** Lets a received import run in the background. Failures are in the import's own row. */
export function startImport(
  services: Services,
  publicId: string,
  report: (error: unknown) => void = () => undefined,
): Promise<void> {
  const run = async (): Promise<void> => {
    try {
      const path = spoolPath(services, publicId);
      const batch = await runSpooled(services, publicId, path);
      if (batch !== null && !(batch.dry_run && batch.state === 'done')) await rm(path, { force: true });
    } catch (error) {
      await dropWhenEnded(services, publicId).catch(() => undefined);
      report(error);
    }
  };
  turn = turn.then(run);
  return turn;
}

/** Goes on with imports that a process which ended left unfinished: called once when the service starts. */
export async function resumeImports(services: Services, report?: (error: unknown) => void): Promise<number> {
  const { rows } = await services.db.asBatch((tx) => tx.query<BatchRow>(interrupted));
  for (const row of rows) void startImport(services, row.public_id, report);
  return rows.length;
}

// A stopped or failed import needs its file no longer; one that the database left in the lurch does.
async function dropWhenEnded(services: Services, publicId: string): Promise<void> {
  const { rows } = await services.db.asBatch((tx) => tx.query<BatchRow>(importByPublicId(publicId)));
  if (rows[0]?.ended_at != null) await rm(spoolPath(services, publicId), { force: true });
}
