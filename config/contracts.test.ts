import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/reference/contracts.md', root), 'utf8');

/** The rows of the page: what is promised, the file, the test's name as its source has it. */
const rows = [...page.matchAll(/^\| (?<promise>[^|]+) \| `(?<file>[^`]+)` \| (?<name>[^|]+) \|$/gm)].map(({ groups }) => ({
  promise: groups?.['promise'] ?? '',
  file: groups?.['file'] ?? '',
  name: groups?.['name'] ?? '',
}));

test('every promise of the contracts names a test that is there', () => {
  const lost = rows.filter(({ file, name }) => {
    const path = fileURLToPath(new URL(file, root));
    return !existsSync(path) || !new RegExp(`['"\`]${escaped(name)}['"\`]`).test(readFileSync(path, 'utf8'));
  });
  expect(lost).toEqual([]);
});

test('every contract has its part of the page', () => {
  expect(rows.length).toBeGreaterThan(90);
  for (const number of [1, 2, 3, 4, 5, 6, 7]) expect(page).toMatch(new RegExp(`^## ${number}\\. `, 'm'));
  expect(new Set(rows.map(({ promise }) => promise)).size).toBeGreaterThan(85);
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
