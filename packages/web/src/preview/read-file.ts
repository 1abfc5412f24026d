import { type CsvRecord, csvReader } from '@recognition/recognition/results';

/** A part of a file: its records in order, and how many of its bytes are read. */
export interface Piece {
  readonly records: readonly CsvRecord[];
  readonly bytes: number;
}

/** What a spreadsheet keeps that a results file has not: told before anything is sent. */
export interface SheetNotes {
  readonly formulas: number;
  /** Formulas of which the file keeps no value. */
  readonly withoutValue: number;
  /** Cells that show an error such as #REF!. */
  readonly errors: number;
  /** Areas such as B2:B5, of which only the first cell has a value. */
  readonly merged: readonly string[];
  readonly dates: number;
}

/** A file that can be read from its beginning as often as it must, never held whole. */
export interface OpenedFile {
  readonly header: readonly string[];
  readonly separator: ',' | ';' | '\t';
  readonly encoding: string;
  /** The sheets of a spreadsheet; [] for text. */
  readonly sheets: readonly string[];
  /** Its records after the header. */
  readonly pieces: () => AsyncGenerator<Piece>;
  /** Known once a spreadsheet was read to its end. */
  readonly notes: () => SheetNotes | null;
}

/** Why a file cannot be previewed; each has a sentence. */
export class UnreadableFile extends Error {
  readonly code: 'empty' | 'too-large' | 'sheet-too-large' | 'not-a-table' | 'sheet-damaged' | 'json';

  constructor(code: UnreadableFile['code']) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}

/** More is sent by the service's own command, which needs no browser. */
export const LARGEST = 2 ** 30;
export const LARGEST_SHEET = 200 * 2 ** 20;

/** Opens a CSV, plain or gzip: finds its letters, its separator and its first line. */
export async function openText(file: File): Promise<OpenedFile> {
  if (file.size > LARGEST) throw new UnreadableFile('too-large');
  const start = await beginning(file);
  const encoding = encodingOf(start);
  const text = new TextDecoder(encoding).decode(start, { stream: true });
  if (text.trim() === '') throw new UnreadableFile('empty');
  if (text.trimStart().startsWith('{')) throw new UnreadableFile('json');
  const separator = separatorOf(text);
  for await (const { records } of textPieces(file, encoding, separator)) {
    const [first] = records;
    if (first === undefined) continue;
    if (first.fault === 'row-too-long') throw new UnreadableFile('not-a-table');
    return {
      header: first.cells,
      separator,
      encoding,
      sheets: [],
      notes: () => null,
      pieces: async function* () {
        let header = true;
        for await (const piece of textPieces(file, encoding, separator)) {
          if (!header || piece.records.length === 0) yield piece;
          else {
            header = false;
            yield { ...piece, records: piece.records.slice(1) };
          }
        }
      },
    };
  }
  throw new UnreadableFile('empty');
}

async function* textPieces(file: File, encoding: string, separator: OpenedFile['separator']): AsyncGenerator<Piece> {
  const reader = csvReader(separator);
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, out) => {
      bytes += chunk.length;
      out.enqueue(chunk);
    },
  });
  const raw = file.stream().pipeThrough(counted);
  const stream = (await isGzip(file)) ? raw.pipeThrough(new DecompressionStream('gzip')) : raw;
  const source = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await source.read();
      if (done) break;
      yield { records: reader.push(decoder.decode(value, { stream: true })), bytes };
    }
    yield { records: [...reader.push(decoder.decode()), ...reader.end()], bytes };
  } finally {
    await source.cancel().catch(() => undefined);
  }
}

async function isGzip(file: File): Promise<boolean> {
  const [one, two] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return one === 0x1f && two === 0x8b;
}

async function beginning(file: File): Promise<Uint8Array> {
  if (!(await isGzip(file))) return new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer());
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const { value } = await reader.read();
  await reader.cancel().catch(() => undefined);
  return value ?? new Uint8Array();
}

/** UTF-8 unless a mark says otherwise, or letters are in it that UTF-8 has not: then what old spreadsheets write. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return new TextDecoder().decode(start, { stream: true }).includes('\ufffd') ? 'windows-1252' : 'utf-8';
}

function separatorOf(text: string): OpenedFile['separator'] {
  const line =
    text
      .slice(0, 64 * 1024)
      .split(/\r?\n/)
      .find((one) => one.trim() !== '') ?? '';
  const count = (sign: string): number => line.split(sign).length;
  if (count(';') > count(',')) return ';';
  return count('\t') > count(',') ? '\t' : ',';
}
