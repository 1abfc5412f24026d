import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../packages/cli/src/index.ts';
import { PERSONAS } from '../packages/server/src/demonstration/personas.ts';
import { serviceDocument } from './openapi-document.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/reference/features.md');

const COLUMNS = ['page', 'api', 'command', 'person', 'test'] as const;

/** The rows of the page: the number of a feature, and what stands in each column, one thing a line; a dash with its reason is one thing. */
const rows = [...page.matchAll(/^\| (?<id>[A-Z]\d) \| [^|]+ \| (?<cells>.+) \|$/gm)].map(({ groups }) => {
  const cells = (groups?.['cells'] ?? '').split(' | ').map((cell) => cell.split('<br>'));
  return { id: groups?.['id'] ?? '', cells };
});

/** What stands in a column over all rows, without the dashes, each with its feature. */
const inColumn = (column: (typeof COLUMNS)[number]): readonly (readonly [id: string, text: string])[] =>
  rows.flatMap(({ id, cells }) =>
    (cells[COLUMNS.indexOf(column)] ?? []).filter((text) => !text.startsWith('—')).map((text) => [id, text] as const),
  );

const missing = (column: (typeof COLUMNS)[number], there: ReadonlySet<string>): readonly string[] =>
  inColumn(column)
    .filter(([, text]) => !there.has(text.replace(/^`(?<inner>.*)`$/, '$<inner>')))
    .map(([id, text]) => `${id}: ${text}`);

test('every feature of the mission has a row, with something in every column', () => {
  const count = { R: 6, S: 5, A: 5, N: 6, I: 4, P: 4, D: 2, G: 3, E: 3, B: 8 };
  const all = Object.entries(count).flatMap(([letter, most]) => Array.from({ length: most }, (_, at) => `${letter}${at + 1}`));
  expect(rows.map(({ id }) => id).sort()).toEqual(all.sort());
  for (const { id, cells } of rows) {
    expect(cells.length, id).toBe(COLUMNS.length);
    // A dash says why.
    for (const cell of cells) expect(cell, id).not.toContain('—');
  }
  for (const column of COLUMNS) expect(inColumn(column).length, column).toBeGreaterThan(35);
});

test('every page has a route in the website or among the pages of the server', () => {
  const routes = readdirSync(new URL('packages/web/src/routes/', root)).map((name) => `packages/web/src/routes/${name}`);
  const pages = readdirSync(new URL('packages/server/src/pages/', root)).map((name) => `packages/server/src/pages/${name}`);
  const found = (files: readonly string[], route: RegExp): readonly string[] =>
    files.flatMap((path) => [...read(path).matchAll(route)].map((match) => match.groups?.['path'] ?? ''));
  const own = found(['packages/web/src/router.tsx', ...routes], /path: '(?<path>\/[^']*)'/g);
  const drawn = found(pages, /\.get\(\s*'(?<path>\/[^']*)'/g).map((path) => path.replaceAll(':', '$'));
  expect(missing('page', new Set([...own, ...drawn]))).toEqual([]);
});

test('every operation is in the OpenAPI document', async () => {
  const { paths = {} } = await serviceDocument();
  const there = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(missing('api', new Set(there))).toEqual([]);
});

test('every command is one of the command line', () => {
  expect(missing('command', new Set(commands.map(({ name }) => name)))).toEqual([]);
});

test('every person can be signed in as in the demonstration', () => {
  expect(missing('person', new Set(PERSONAS.map(({ id }) => id)))).toEqual([]);
});

test('every browser test is in its file', () => {
  const lost = inColumn('test').filter(([, text]) => {
    const { file = '', name = '' } = /^`(?<file>e2e\/[^`]+)` (?<name>.+)$/.exec(text)?.groups ?? {};
    if (!existsSync(new URL(file, root)) || file === '') return true;
    return !["'", '`'].some((quote) => read(file).includes(`${quote}${name}${quote}`));
  });
  expect(lost).toEqual([]);
});
