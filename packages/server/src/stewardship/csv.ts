import { Readable } from 'node:stream';
import { csvLine } from '../record/read/columns.ts';

/** What a spreadsheet would take for a formula, also where it is written wide or behind white space that the spreadsheet drops. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A cell that a spreadsheet shows as text: what would begin a formula gets an apostrophe before it (OWASP, CSV injection). */
export function safeCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return FORMULA.test(value) ? `'${value}` : value;
}

export type CsvRow = readonly (string | number | boolean | null)[];

/** A list as CSV, piece by piece: never more than one page of it is in memory. Begins with a byte order mark, so that macrons show. */
export function csvStream(header: readonly string[], pages: AsyncIterable<readonly CsvRow[]>): Readable {
  return Readable.from(pieces(header, pages));
}

async function* pieces(header: readonly string[], pages: AsyncIterable<readonly CsvRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(header)}\r\n`;
  for await (const page of pages) if (page.length > 0) yield page.map((row) => `${csvLine(row.map(safeCell))}\r\n`).join('');
}

/** Every page of a list that is read by cursor, one after the other. */
export async function* pagesOf<Row, Place>(
  read: (after: Place | null, limit: number) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
  rowOf: (row: Row) => CsvRow,
  size = 500,
): AsyncGenerator<readonly CsvRow[]> {
  let after: Place | null = null;
  for (;;) {
    const rows: readonly Row[] = await read(after, size);
    yield rows.map(rowOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = placeOf(last);
  }
}

/** A table that is there already, as the one page of a stream. */
export async function* onePage(rows: readonly CsvRow[]): AsyncGenerator<readonly CsvRow[]> {
  yield rows;
}
