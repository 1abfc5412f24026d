/** The examples of docs/reference/standards run as they stand and print what the page says. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../docs/reference/standards/', import.meta.url);
const source = new URL('../src/index.ts', import.meta.url).href;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
  .filter(([, text]) => text.includes("from '@recognition/credentials'"));

test('there are examples', () => {
  expect(pages.length).toBeGreaterThanOrEqual(2);
});

test.each(pages)('%s', (_, text) => {
  const code = /```ts\n(.*?)```/su.exec(text)?.[1] ?? '';
  const printed = /```text\n(.*?)```/su.exec(text)?.[1] ?? '';
  const script = code.replaceAll("'@recognition/credentials'", `'${source}'`);
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(out).toBe(printed);
});
