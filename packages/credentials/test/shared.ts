import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of published data and standards that tests read: `RECOGNITION_SHARED`, or `../shared` beside the project. */
const folder = resolve(process.env['RECOGNITION_SHARED'] ?? join(import.meta.dirname, '../../../../shared'));

/** Whether a part of it is there. Tests over it are skipped by name where it is not. */
export function has(path: string): boolean {
  return existsSync(join(folder, path));
}

export function readText(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export function readObject(path: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readText(path));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${path} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

export function files(path: string): readonly string[] {
  return has(path)
    ? readdirSync(join(folder, path), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
}

/** Every file in a folder, by its name. */
export function fileNames(path: string): readonly string[] {
  return has(path) ? readdirSync(join(folder, path)).map(String).sort() : [];
}

export function readList(path: string): readonly unknown[] {
  const value: unknown = JSON.parse(readText(path));
  if (!Array.isArray(value)) throw new Error(`${path} is not a list`);
  return value;
}

/** A list of texts. */
export function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw new Error('not a list of texts');
  return value;
}

/** The rows of a small CSV without quotes: the header gives the names. */
export function rows(path: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = readText(path)
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(','));
  return lines.map((line) =>
    Object.fromEntries(
      (header ?? []).map((name, at) => [name, at === (header ?? []).length - 1 ? line.slice(at).join(',') : (line[at] ?? '')]),
    ),
  );
}
