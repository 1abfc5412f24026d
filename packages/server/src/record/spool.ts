import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { createImport, endImport, received } from './import-queries.ts';
import type { Reporter } from './import-results.ts';

/** Where an import's file lies while it is worked on. */
export function spoolPath(services: Services, publicId: string): string {
  return join(services.settings.dataFolder, 'imports', `${publicId}.results`);
}

/**
 * Receives a results file without holding it in memory: it goes to the data folder, and the import begins when all of it is there. A
 * transfer that breaks off leaves a failed import and no file. Throws `upload-cut-off` (400), `disk-full` (507).
 */
export async function receiveResults(
  services: Services,
  reporter: Reporter,
  body: Readable,
  about: { readonly name: string; readonly dryRun: boolean },
): Promise<string> {
  const publicId = randomUUID();
  const path = spoolPath(services, publicId);
  const part = `${path}.part`;
  await mkdir(join(services.settings.dataFolder, 'imports'), { recursive: true, mode: 0o700 });
  const batchId = await services.db.asBatch(async (tx) => {
    const { rows } = await tx.query<{ batch_id: number }>(
      createImport({
        publicId,
        providerId: reporter.organisationId,
        name: about.name,
        dryRun: about.dryRun,
        state: 'receiving',
        startedBy: reporter.actor,
        startedAt: services.clock.now(),
        defaultProvider: null,
        file: `${publicId}.results`,
        contentHash: null,
        bytesTotal: null,
      }),
    );
    return rows[0]?.batch_id ?? 0;
  });
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      body,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const code = full ? 'disk-full' : 'upload-cut-off';
    const said = full
      ? 'There is no room for the file at the moment. Nothing was recorded.'
      : 'The file did not arrive whole. Nothing was recorded; send it again.';
    await services.db.asBatch((tx) => tx.query(endImport(batchId, 'failed', services.clock.now(), { code, detail: said })));
    throw problem(code, full ? 507 : 400, said);
  }
  await services.db.asBatch((tx) => tx.query(received(batchId, hash.digest(), size)));
  return publicId;
}
