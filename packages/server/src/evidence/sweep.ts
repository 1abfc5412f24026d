import { rm } from 'node:fs/promises';
import type { Services } from '../services.ts';
import { storedBefore } from './file-store.ts';
import { knownFiles } from './queries.ts';

/** A file is written before its row: one that is younger may still get its own. */
const GRACE_MS = 60 * 60 * 1000;
const SLICE = 500;

/**
 * Removes the files of evidence that no row names: an upload that was cut off before its row, or a removal that was cut off after it.
 * Answers how many went. A job runs it every hour; running it twice removes nothing more.
 */
export async function sweepEvidence(services: Pick<Services, 'db' | 'settings'>, now: number = Date.now()): Promise<number> {
  let removed = 0;
  let found: { readonly fileId: string; readonly path: string; readonly whole: boolean }[] = [];
  const settle = async (): Promise<void> => {
    const uuids = found.filter(({ whole, fileId }) => whole && UUID.test(fileId)).map(({ fileId }) => fileId);
    const known = await services.db.asBatch((tx) => knownFiles(tx, uuids));
    for (const { fileId, path, whole } of found) {
      if (whole && known.has(fileId)) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    found = [];
  };
  for await (const file of storedBefore(services, now - GRACE_MS)) {
    found.push(file);
    if (found.length === SLICE) await settle();
  }
  if (found.length > 0) await settle();
  return removed;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
