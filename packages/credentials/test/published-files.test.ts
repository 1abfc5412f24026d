import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectedOf } from './published-expected.ts';
import { allThere, examineFile, failures, publishedFiles, unknowns } from './published-files.ts';
import { agrees, publishedPage } from './published-table.ts';

const PAGE = new URL('../../../docs/reference/published-credentials.md', import.meta.url);

describe.skipIf(!allThere())('every published credential (shared/data and shared/standards)', () => {
  test.each(allThere() ? publishedFiles() : [])('%s', async (file) => {
    const found = await examineFile(file);
    const expected = expectedOf(file);
    // Nothing from a stranger is ever verified, whatever else is found.
    expect(found.examined?.answer).not.toBe('verified');
    const { apart } = expected;
    expect({ failures: failures(found), unknowns: unknowns(found), agrees: agrees(found) }).toMatchObject({
      agrees: apart === undefined,
    });
  });

  test('the page of them is the one that `npm run published` writes', async () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(await publishedPage());
  });
});
