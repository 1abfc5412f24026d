import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { SourceFile } from '../import/answer.ts';
import { isNode, listOf, type Node } from './node.ts';

const folder = resolve(process.env['RECOGNITION_SHARED'] ?? join(import.meta.dirname, '../../../../../../shared'));

/** Whether a part of the published data and standards is there. Tests over it are skipped by name where it is not. */
export function has(path: string): boolean {
  return existsSync(join(folder, path));
}

/** The JSON files of a folder of it and of those below, by name. */
export function sharedFiles(path: string): readonly SourceFile[] {
  if (!has(path)) return [];
  return readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.jsonl?d?$/u.test(name))
    .sort()
    .map((name) => ({ name: basename(name), bytes: readFileSync(join(folder, path, name)) }));
}

export function sharedJson(path: string): unknown {
  const value: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return value;
}

/** A value that is an object, for reading an answer part by part. */
export function nodeOf(value: unknown): Node {
  if (!isNode(value)) throw new Error(`${JSON.stringify(value)} is no object`);
  return value;
}

export function nodesIn(value: unknown): readonly Node[] {
  return listOf(value).map(nodeOf);
}
