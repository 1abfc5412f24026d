import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceFile } from '@recognition/server/catalogue/import/answer.ts';

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

async function read(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: await readFile(path) };
}
