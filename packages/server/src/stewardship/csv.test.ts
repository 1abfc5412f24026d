import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { csvStream, onePage, pagesOf } from './csv.ts';

test('cells with commas, quotes and line ends come back as they were', async () => {
  const stream = csvStream(
    ['a', 'b'],
    onePage([
      ['x,"y"\nz', '=HYPERLINK("http://evil")'],
      [-4, null],
      [true, 'Mere'],
    ]),
  );
  expect(await text(stream)).toBe('\uFEFFa,b\r\n"x,""y""\nz","\'=HYPERLINK(""http://evil"")"\r\n-4,\r\ntrue,Mere\r\n');
});

test('a list is read page by page to its end, whether or not the last page is full', async () => {
  for (const total of [0, 1, 2, 3, 4, 5]) {
    const asked: (number | null)[] = [];
    const pages = pagesOf(
      async (after: number | null, limit) => {
        asked.push(after);
        return Array.from({ length: total }, (_, at) => at)
          .filter((at) => after === null || at > after)
          .slice(0, limit);
      },
      (row) => row,
      (row) => [row],
      2,
    );
    const rows: unknown[] = [];
    for await (const page of pages) rows.push(...page.map(([cell]) => cell));
    expect(rows).toEqual(Array.from({ length: total }, (_, at) => at));
    expect(asked[0]).toBeNull();
  }
});
