import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const PAGES = new URL('../../../docs/reference/standards/', import.meta.url);
const OWN = ['jose.md', 'sd-jwt-vc.md', 'status-lists.md', 'open-badges.md', 'clr.md'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(import.meta.dirname, '.example-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The examples of a page: code, and what the page says that it prints. */
function examples(page: string): readonly { readonly code: string; readonly prints: string }[] {
  const text = readFileSync(new URL(page, PAGES), 'utf8');
  return [...text.matchAll(/```ts\n([^]*?)```\s+prints\s+```text\n([^]*?)```/gu)].map(([, code = '', prints = '']) => ({
    code,
    prints,
  }));
}

describe('the pages of standards', () => {
  test('are there, each with an example', () => {
    expect(readdirSync(PAGES)).toEqual(expect.arrayContaining(OWN));
    for (const page of OWN) {
      expect(examples(page).length, page).toBeGreaterThan(0);
      for (const heading of ['## What is supported', '## What is not', '## An example'])
        expect(readFileSync(new URL(page, PAGES), 'utf8')).toContain(heading);
    }
  });

  const all = OWN.flatMap((page) => examples(page).map((example, at) => ({ page, at, ...example })));
  test.each(all)('$page: the example prints what the page says', async ({ page, at, code, prints }) => {
    const file = join(folder, `${page}-${at}.ts`);
    writeFileSync(file, code);
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));
    await import(pathToFileURL(file).href);
    log.mockRestore();
    expect(said.join('\n')).toBe(prints.trim());
  });
});
