import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './command.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'not-readable' | 'not-json'; readonly message: string };

/** The value of a JSON file in UTF-8, or why it has none. Never throws. */
export async function readJsonFile(path: string, io: Pick<Io, 'cwd'>): Promise<ReadJson> {
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(io.cwd, path));
  } catch {
    return { ok: false, code: 'not-readable', message: 'The file cannot be read.' };
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ok: true, value };
  } catch {
    return { ok: false, code: 'not-json', message: 'The file is not JSON in UTF-8.' };
  }
}
