import { BlobReader, configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js';
import type { CsvRecord } from '@recognition/recognition/results';
import { SaxesParser } from 'saxes';
import { LARGEST_SHEET, type OpenedFile, type Piece, type SheetNotes, UnreadableFile } from './read-file.ts';
import { fromSerial } from './dates.ts';

// A worker of its own would come from a blob, which our policy refuses; we are in a worker already.
configure({ useWebWorkers: false });

interface Book {
  readonly file: File;
  readonly strings: readonly string[];
  /** Of each style, whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

const MOST_MERGED = 20;

/**
 * Opens a sheet of a spreadsheet (XLSX). Its parts are read from the file as streams; only its table of strings is held. A formula
 * counts with the value that the spreadsheet last kept for it.
 */
export async function openSheet(file: File, wanted: string | null): Promise<OpenedFile> {
  if (file.size > LARGEST_SHEET) throw new UnreadableFile('sheet-too-large');
  const entries = await entriesOf(file);
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  await parse(entries, 'xl/workbook.xml', (name, at) => {
    if (name === 'sheet' && at['state'] !== 'hidden' && at['state'] !== 'veryHidden')
      sheets.push({ name: at['name'] ?? '', relation: at['id'] ?? '' });
    if (name === 'workbookPr') from1904 = at['date1904'] === '1' || at['date1904'] === 'true';
  });
  const targets = new Map<string, string>();
  await parse(entries, 'xl/_rels/workbook.xml.rels', (name, at) => {
    if (name === 'Relationship') targets.set(at['Id'] ?? '', at['Target'] ?? '');
  });
  const chosen = sheets.find(({ name }) => name === wanted) ?? sheets[0];
  const target = chosen === undefined ? undefined : targets.get(chosen.relation);
  if (target === undefined) throw new UnreadableFile('sheet-damaged');
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const book: Book = { file, strings: await stringsOf(entries), dateStyles: await dateStylesOf(entries), from1904 };
  let notes: SheetNotes | null = null;
  const pieces = (): AsyncGenerator<Piece> =>
    sheetRows(book, path, (found) => {
      notes = found;
    });
  for await (const { records } of pieces()) {
    const [first] = records;
    if (first === undefined) continue;
    return {
      header: first.cells,
      separator: ',',
      encoding: 'utf-8',
      sheets: sheets.map(({ name }) => name),
      notes: () => notes,
      pieces: async function* () {
        let header = true;
        for await (const piece of pieces()) {
          const records = header ? piece.records.slice(1) : piece.records;
          if (piece.records.length > 0) header = false;
          // Every row is as wide as the header, as those of a CSV are.
          yield {
            bytes: piece.bytes,
            records: records.map(({ cells, fault }) => ({ cells: fitted(cells, first.cells.length), fault })),
          };
        }
      },
    };
  }
  throw new UnreadableFile('empty');
}

function fitted(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, at) => cells[at] ?? '');
}

async function entriesOf(file: File): Promise<ReadonlyMap<string, FileEntry>> {
  const reader = new ZipReader(new BlobReader(file));
  const entries: Entry[] = await reader.getEntries().catch(() => {
    throw new UnreadableFile('sheet-damaged');
  });
  const found = new Map<string, FileEntry>();
  for (const entry of entries) if (!entry.directory) found.set(entry.filename, entry);
  return found;
}

type Attributes = Readonly<Record<string, string>>;

/** Text of an entry as it comes. */
async function* textOf(entry: FileEntry): AsyncGenerator<string> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = entry.getData(writable);
  done.catch(() => undefined);
  const decoder = new TextDecoder();
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      yield decoder.decode(value, { stream: true });
    }
    await done;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function parse(
  entries: ReadonlyMap<string, FileEntry>,
  path: string,
  onOpen: (name: string, attributes: Attributes) => void,
  on: { readonly text?: (text: string) => void; readonly close?: (name: string) => void } = {},
): Promise<void> {
  const entry = entries.get(path);
  if (entry === undefined) return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => onOpen(local(name), localNames(attributes)));
  if (on.text !== undefined) parser.on('text', on.text);
  const { close } = on;
  if (close !== undefined) parser.on('closetag', ({ name }) => close(local(name)));
  for await (const text of textOf(entry)) parser.write(text);
  parser.close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}

async function stringsOf(entries: ReadonlyMap<string, FileEntry>): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await parse(
    entries,
    'xl/sharedStrings.xml',
    (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = !phonetic;
    },
    {
      text: (piece) => {
        if (inText) text += piece;
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name === 'rPh') phonetic = false;
        if (name === 'si') strings.push(text);
      },
    },
  );
  return strings;
}

async function dateStylesOf(entries: ReadonlyMap<string, FileEntry>): Promise<readonly boolean[]> {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await parse(
    entries,
    'xl/styles.xml',
    (name, at) => {
      if (name === 'numFmt') custom.set(Number(at['numFmtId']), at['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDateFormat(Number(at['numFmtId']), custom));
    },
    {
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
  );
  return styles;
}

function isDateFormat(id: number, custom: ReadonlyMap<number, string>): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  const code = custom.get(id);
  return code !== undefined && /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

async function* sheetRows(book: Book, path: string, tell: (notes: SheetNotes) => void): AsyncGenerator<Piece> {
  const entry = (await entriesOf(book.file)).get(path);
  if (entry === undefined) throw new UnreadableFile('sheet-damaged');
  const notes = { formulas: 0, withoutValue: 0, errors: 0, dates: 0, merged: new Array<string>() };
  const parser = new SaxesParser();
  let records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell: Cell | null = null;
  let reading = false;
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = local(whole);
    if (name === 'row') cells = [];
    else if (name === 'c')
      cell = {
        column: columnOf(attributes['r'] ?? '', cells.length),
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? -1),
        value: '',
        formula: false,
      };
    else if (name === 'f' && cell !== null) cell.formula = true;
    else if (name === 'v' || name === 't') reading = true;
    else if (name === 'mergeCell' && notes.merged.length < MOST_MERGED) notes.merged.push(attributes['ref'] ?? '');
  });
  parser.on('text', (text) => {
    if (reading && cell !== null) cell.value += text;
  });
  parser.on('closetag', ({ name: whole }) => {
    const name = local(whole);
    if (name === 'v' || name === 't') reading = false;
    else if (name === 'c' && cell !== null) {
      while (cells.length < cell.column) cells.push('');
      cells[cell.column] = valueOf(cell, book, notes);
      cell = null;
    } else if (name === 'row' && cells.some((one) => one.trim() !== '')) records.push({ cells, fault: null });
  });
  const size = entry.uncompressedSize;
  let read = 0;
  for await (const text of textOf(entry)) {
    parser.write(text);
    read += text.length;
    if (records.length < 500) continue;
    yield { records, bytes: (read / Math.max(size, 1)) * book.file.size };
    records = [];
  }
  parser.close();
  yield { records, bytes: book.file.size };
  tell(notes);
}

function valueOf(
  cell: Cell,
  { strings, dateStyles, from1904 }: Book,
  notes: { formulas: number; withoutValue: number; errors: number; dates: number },
): string {
  const { type, value, style, formula } = cell;
  if (formula) notes.formulas += 1;
  if (formula && value === '') notes.withoutValue += 1;
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'e') {
    notes.errors += 1;
    return value;
  }
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n' || value === '') return value;
  if (dateStyles[style] === true) {
    const date = fromSerial(String(Number(value)).replace(/e.*$/i, ''), from1904);
    if (date !== null) {
      notes.dates += 1;
      return date;
    }
  }
  // 1.23456789E8 is a number of nine digits; 0.1 + 0.2 stays what the spreadsheet shows.
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

/** The place of a cell in its row: B7 is 1. A cell without an address follows the one before. */
function columnOf(address: string, next: number): number {
  let column = 0;
  for (const letter of address) {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    column = column * 26 + at;
  }
  return column === 0 ? next : column - 1;
}
