import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { SourceFile } from '@recognition/server/catalogue/import/answer.ts';
import type { Io } from '../command.ts';

/** A file, or every .csv, .json, .jsonld and .ttl file of a folder by name (what lies deeper is left). Throws what the file system says. */
export async function readSource(path: string): Promise<SourceFile | readonly SourceFile[]> {
  if (!(await stat(path)).isDirectory()) return read(path);
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(csv|json|jsonld|ttl)$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const files: SourceFile[] = [];
  for (const name of names) files.push(await read(join(path, name)));
  return files;
}

/** All files of these paths, as `readSource` finds them; null where one cannot be read, which is said. */
export async function readSources(paths: readonly string[], io: Io): Promise<readonly SourceFile[] | null> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    try {
      const source = await readSource(resolve(io.cwd, path));
      files.push(...('bytes' in source ? [source] : source));
    } catch (error) {
      io.err(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  }
  return files;
}

async function read(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: await readFile(path) };
}
