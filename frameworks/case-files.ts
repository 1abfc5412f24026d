import { existsSync, readFileSync } from 'node:fs';
import { FRAMEWORK_IDS } from '../packages/recognition/src/framework/index.ts';

const json = (path: string): ReturnType<typeof JSON.parse> => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** New Zealand's cases.json holds those of its own award, in their own form; the others are beside it. */
const fileOf = (id: string): string =>
  existsSync(new URL(`${id}/awards.cases.json`, import.meta.url)) ? 'awards.cases.json' : 'cases.json';

export const folders = FRAMEWORK_IDS.map((id) => ({
  id,
  framework: json(`${id}/framework.json`),
  cases: json(`${id}/${fileOf(id)}`),
}));
