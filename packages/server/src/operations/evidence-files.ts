import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** Where a file of evidence lies, as `evidence/file-store.ts` lays it. */
function pathIn(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name);
}

/** The files that the rows of this moment name and that are there. One that is removed just now is left out, as its row will be. */
export async function filesOfEvidence(owner: pg.Client, folder: string): Promise<readonly string[]> {
  const there = await owner.query<{ there: boolean }>(`select to_regclass('evidence.item') is not null as there`);
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await owner.query<{ name: string }>(
    'select file_id::text as name from evidence.item where file_id is not null order by file_id',
  );
  const found: string[] = [];
  for (const { name } of rows)
    if (
      await access(pathIn(folder, name)).then(
        () => true,
        () => false,
      )
    )
      found.push(name);
  return found;
}

/** A file's content as it lies, encrypted; nothing of one that went since it was listed. */
export async function* readForBackup(folder: string, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(pathIn(folder, name))) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('a file is read as bytes');
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Puts a file back under its name, whole and on the disk; reads past it where no folder is given. */
export async function writeRestored(folder: string | null, name: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  if (folder === null) {
    for await (const piece of pieces) if (piece.length === 0) break;
    return;
  }
  const path = pathIn(folder, name);
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
