import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const PAGES = new URL('../../../../../docs/reference/standards/', import.meta.url);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(import.meta.dirname, '.example-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['ctdl', 'case', 'elm', 'pdf'])(
  'the page of %s says what is supported and what is not, and its example prints what it says',
  async (page) => {
    const text = readFileSync(new URL(`${page}.md`, PAGES), 'utf8');
    for (const heading of ['## What is supported', '## What is not', '## An example']) expect(text).toContain(heading);
    const [, code = '', prints = ''] = /```ts\n([^]*?)```\s+prints\s+```text\n([^]*?)```/u.exec(text) ?? [];
    expect(code).not.toBe('');
    const file = join(folder, `${page}.ts`);
    writeFileSync(file, code);
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));
    await import(pathToFileURL(file).href);
    log.mockRestore();
    expect(said.join('\n')).toBe(prints.trim());
  },
);
