import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FrameworkId } from '@recognition/recognition/frameworks';
import { type CaseFile, readCases, type WorkedCase } from '@recognition/recognition/frameworks';

const FOLDER = new URL('../../../../frameworks/', import.meta.url);
const read = new Map<string, CaseFile>();

/** The worked cases of a framework, as its folder has them: read once. New Zealand's own award has its cases in another form, which only the tests run. */
export async function casesOf(framework: FrameworkId): Promise<readonly WorkedCase[]> {
  const before = read.get(framework);
  if (before !== undefined) return before.cases;
  const [own, usual] = [new URL(`${framework}/awards.cases.json`, FOLDER), new URL(`${framework}/cases.json`, FOLDER)];
  const json: unknown = JSON.parse(await readFile(existsSync(own) ? own : usual, 'utf8'));
  const file = readCases(json);
  read.set(framework, file);
  return file.cases;
}
