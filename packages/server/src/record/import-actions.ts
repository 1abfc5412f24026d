import type { Acting } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import {
  type BatchRow,
  type ImportFilter,
  giveReason,
  importByPublicId,
  importsOf,
  recordChecked,
  stopImport,
} from './import-queries.ts';

/** An import that the actor may see. Throws `import-not-found` (404). */
export async function seeImport(services: Services, acting: Acting, publicId: string): Promise<BatchRow> {
  const { rows } = await services.db.as(acting, (tx) => tx.query<BatchRow>(importByPublicId(publicId)));
  const [row] = rows;
  if (row === undefined) throw problem('import-not-found', 404, 'There is no import with this id.');
  return row;
}

/** A provider's imports, newest first; one more than the limit, so that the caller knows whether there are others. */
export async function listImports(
  services: Services,
  acting: Acting,
  organisationId: number,
  before: number | null,
  limit: number,
  filter: ImportFilter,
): Promise<readonly BatchRow[]> {
  const { rows } = await services.db.as(acting, (tx) => tx.query<BatchRow>(importsOf(organisationId, before, limit + 1, filter)));
  return rows;
}

/** Stops an import after the batch it is at: what is recorded stays recorded. Throws `import-ended` (409). */
export async function stopRunning(services: Services, acting: Acting, publicId: string): Promise<void> {
  const batch = await seeImport(services, acting, publicId);
  const { rowCount } = await services.db.asBatch((tx) => tx.query(stopImport(batch.batch_id, services.clock.now())));
  if (rowCount === 0) throw problem('import-ended', 409, 'The import has ended already.');
}

/** Turns a dry run that is done into the recording of the same file. Throws `import-not-checked` (409). */
export async function recordAfterCheck(services: Services, acting: Acting, publicId: string): Promise<void> {
  const batch = await seeImport(services, acting, publicId);
  const { rowCount } = await services.db.asBatch((tx) => tx.query(recordChecked(batch.batch_id, services.clock.now())));
  if (rowCount === 0) throw problem('import-not-checked', 409, 'Only a check that is done can be recorded, and once.');
}

/** Keeps why results are changed by hand with the check that will be recorded. Throws `import-not-checked` (409). */
export async function giveReasonOnce(services: Services, acting: Acting, publicId: string, reason: string): Promise<void> {
  const batch = await seeImport(services, acting, publicId);
  const { rowCount } = await services.db.asBatch((tx) => tx.query(giveReason(batch.batch_id, reason)));
  if (rowCount === 0) throw problem('import-not-checked', 409, 'Only a check that is done can be recorded, and once.');
}
