import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FRAMEWORK_IDS, loadFrameworkFile, readCases, runCase } from '../packages/recognition/src/framework/index.ts';

const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const [framework, cases] = [...page.matchAll(/```json\n(?<block>[\s\S]*?)```/g)].map(({ groups }): unknown =>
  JSON.parse(groups?.['block'] ?? ''),
);

test('the country that the README adds is a framework, and its cases agree', () => {
  const file = readCases(cases);
  const read = loadFrameworkFile(framework);
  expect(file.cases.flatMap((one) => runCase(read, one))).toEqual([]);
});

test('the README lists every folder', () => {
  expect(FRAMEWORK_IDS.filter((id) => !page.includes(`| [${id}](${id}) |`))).toEqual([]);
});
