import { Readable } from 'node:stream';
import { csvLine, safeCell } from '@recognition/recognition/results';

export type CsvRow = readonly (string | number | boolean | null)[];

/** A list as CSV, piece by piece: never more than one page of it is in memory. Begins with a byte order mark, so that macrons show. */
export function csvStream(header: readonly string[], pages: AsyncIterable<readonly CsvRow[]>): Readable {
  return Readable.from(pieces(header, pages));
}

async function* pieces(header: readonly string[], pages: AsyncIterable<readonly CsvRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(header)}\r\n`;
  for await (const page of pages) if (page.length > 0) yield page.map((row) => `${csvLine(row.map(cellOf))}\r\n`).join('');
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

function cellOf(value: CsvRow[number]): string {
  if (value === null) return '';
  return typeof value === 'string' ? safeCell(value) : String(value);
}
