import type { RejectCode } from '../reject-codes.ts';
import { unusableFile } from '../file-codes.ts';
import { COLUMNS, type Header, parseHeader, type ReportedRow, rowOf } from './columns.ts';
import { type CsvRecord, csvReader, LONGEST_RECORD } from '@recognition/recognition/results';
import { parseNdjsonLine } from './ndjson.ts';
import { type ReadProgress, readText } from './text.ts';

/** One row of a file: what it reports, or why it cannot be read. Rows are numbered from 1; the header has no number. */
export interface ReadRow {
  readonly row: number;
  readonly reported: ReportedRow | null;
  readonly fault: RejectCode | null;
  /** As it came, in the order of the file's columns: its cells, or the line that they are cut from at the commas. */
  readonly raw: string | readonly string[];
}

/** The rows of a file in pieces, after the first of which `columns` names the file's own columns. */
export interface ResultsFile {
  readonly columns: readonly string[];
  readonly pieces: AsyncIterable<readonly ReadRow[]>;
}

// Control characters, and what stands where the bytes were not UTF-8.
// oxlint-disable-next-line no-control-regex
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** Opens a results file: CSV, or NDJSON when its first character is `{`; plain or gzip. Throws the problems of `file-codes.ts`. */
export async function openResults(path: string, progress: ReadProgress): Promise<ResultsFile> {
  const texts = readText(path, progress)[Symbol.asyncIterator]();
  const first = await texts.next();
  if (first.done === true || first.value.trim() === '') throw unusableFile('file-empty');
  const head = first.value;
  const all = (async function* () {
    yield head;
    yield* { [Symbol.asyncIterator]: () => texts };
  })();
  return head.trimStart().startsWith('{') ? { columns: COLUMNS, pieces: ndjsonRows(all) } : openCsv(all);
}

async function openCsv(texts: AsyncGenerator<string>): Promise<ResultsFile> {
  const reader = csvReader();
  let early: CsvRecord[] = [];
  let suspect = false;
  let ended = false;
  while (early.length === 0 && !ended) {
    const next = await texts.next();
    if (next.done === true) ended = true;
    else suspect ||= SUSPECT.test(next.value);
    early = [...(next.done === true ? reader.end() : reader.push(next.value))];
  }
  const [first, ...others] = early;
  if (first === undefined) throw unusableFile('file-empty');
  if (first.fault !== null) throw unusableFile(first.fault === 'row-too-long' ? 'header-line-endings' : 'header-unknown-column');
  const header = parseHeader(first.cells);
  return { columns: header.names, pieces: csvRows(header, reader, texts, others, suspect, ended) };
}

async function* csvRows(
  header: Header,
  reader: ReturnType<typeof csvReader>,
  texts: AsyncGenerator<string>,
  early: readonly CsvRecord[],
  earlySuspect: boolean,
  ended: boolean,
): AsyncGenerator<readonly ReadRow[]> {
  let count = 0;
  const rows = (records: readonly CsvRecord[], suspect: boolean): ReadRow[] =>
    records.map(({ cells, fault, line }) => {
      count += 1;
      const raw = line ?? cells;
      if (fault !== null) return { row: count, reported: null, fault, raw };
      const bad = suspect ? suspectFault(cells) : null;
      return bad === null
        ? { row: count, reported: rowOf(header, cells), fault: null, raw }
        : { row: count, reported: null, fault: bad, raw };
    });
  yield rows(early, earlySuspect);
  if (ended) return;
  // A record may begin in one piece and end in the next.
  let before = earlySuspect;
  for await (const text of texts) {
    const now = SUSPECT.test(text);
    yield rows(reader.push(text), now || before);
    before = now;
  }
  yield rows(reader.end(), before);
}

async function* ndjsonRows(texts: AsyncIterable<string>): AsyncGenerator<readonly ReadRow[]> {
  let rest = '';
  let count = 0;
  let skipping = false;
  const rowsOf = (lines: readonly string[]): ReadRow[] => {
    const rows: ReadRow[] = [];
    for (const line of lines) {
      if (line.trim() === '') continue;
      count += 1;
      rows.push(ndjsonRow(count, line));
    }
    return rows;
  };
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (skipping && lines.length > 0) {
      lines.shift();
      skipping = false;
    }
    if (skipping) rest = '';
    const rows = rowsOf(lines);
    if (rest.length > LONGEST_RECORD) {
      count += 1;
      rows.push({ row: count, reported: null, fault: 'row-too-long', raw: [rest.slice(0, 200)] });
      rest = '';
      skipping = true;
    }
    yield rows;
  }
  if (!skipping) yield rowsOf([rest]);
}

function ndjsonRow(row: number, line: string): ReadRow {
  if (line.length > LONGEST_RECORD) return { row, reported: null, fault: 'row-too-long', raw: [line.slice(0, 200)] };
  const parsed = parseNdjsonLine(line);
  if (typeof parsed === 'string') return { row, reported: null, fault: parsed, raw: [] };
  const cells = COLUMNS.map((column) => parsed[column]);
  const bad = suspectFault(cells);
  return bad === null ? { row, reported: parsed, fault: null, raw: cells } : { row, reported: null, fault: bad, raw: cells };
}

function suspectFault(cells: readonly string[]): 'not-utf-8' | 'forbidden-character' | null {
  for (const cell of cells) {
    if (cell.includes('\ufffd') || !cell.isWellFormed()) return 'not-utf-8';
    if (SUSPECT.test(cell)) return 'forbidden-character';
  }
  return null;
}
