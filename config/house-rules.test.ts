import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const server = fileURLToPath(new URL('../packages/server/src', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)test-[a-z-]+\.ts$/.test(name),
  );
}

// The database folder, backups and restores speak to the server itself; a domain's SQL stands in its queries.
const SPEAKS_SQL = /(^|\/)([a-z-]+-)?queries\.ts$|^database\/|^operations\/(backup|restore|constraints|evidence-files)\.ts$/;
const SQL = /[`'](select|insert into|update|delete from|with|truncate) [^`']*\b(from|set|values|as)\b/i;

test('SQL stands in the queries of its folder', () => {
  const elsewhere = filesIn(server).filter(
    (name) => !SPEAKS_SQL.test(name) && SQL.test(readFileSync(join(server, name), 'utf8')),
  );
  expect(elsewhere).toEqual([]);
});

test('no file of the product is longer than 300 lines', () => {
  const long = ['server', 'recognition', 'credentials', 'cli', 'web'].flatMap((name) => {
    const folder = fileURLToPath(new URL(`../packages/${name}/src`, import.meta.url));
    return filesIn(folder).filter((file) => readFileSync(join(folder, file), 'utf8').split('\n').length > 301);
  });
  expect(long).toEqual([]);
});
