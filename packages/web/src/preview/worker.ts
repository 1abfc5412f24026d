import { blankRow, COLUMNS, type CodeFacts, type Column, csvLine } from '@recognition/recognition/results';
import { type Counted, counter, fill, type ProblemRow } from './count.ts';
import { type MendId, mendRow } from './mends.ts';
import { type OpenedFile, openText, type SheetNotes, UnreadableFile } from './read-file.ts';

/** What the page asks of the worker. Each question ends the one before it. */
export type Question =
  | { readonly ask: 'open'; readonly file: File; readonly sheet: string | null }
  | {
      readonly ask: 'count';
      readonly mapping: readonly (Column | null)[];
      readonly mends: readonly MendId[];
      readonly facts: readonly CodeFacts[];
      readonly today: string;
    }
  | { readonly ask: 'list'; readonly code: string }
  | {
      readonly ask: 'convert';
      readonly mapping: readonly (Column | null)[];
      readonly mends: readonly MendId[];
      readonly facts: readonly CodeFacts[];
    }
  | { readonly ask: 'stop' };

export interface Opened {
  readonly header: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly sheets: readonly string[];
  readonly encoding: string;
  readonly separator: string;
}

/** What the worker answers. */
export type Said =
  | { readonly said: 'opened'; readonly opened: Opened }
  | { readonly said: 'progress'; readonly part: number; readonly rows: number }
  | { readonly said: 'counted'; readonly counted: Counted; readonly notes: SheetNotes | null }
  | { readonly said: 'listed'; readonly code: string; readonly rows: readonly ProblemRow[] }
  | { readonly said: 'converted'; readonly blob: Blob }
  | { readonly said: 'failed'; readonly code: UnreadableFile['code'] };

const SAMPLES = 5;
const EVERY = 150;

let file: File | null = null;
let opened: OpenedFile | null = null;
let count: ReturnType<typeof counter> | null = null;
let turn = 0;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.ask === 'list') {
    tell({ said: 'listed', code: data.code, rows: count?.list(data.code) ?? [] });
    return;
  }
  turn += 1;
  if (data.ask !== 'stop')
    void answer(data, turn).catch((error: unknown) =>
      tell({ said: 'failed', code: error instanceof UnreadableFile ? error.code : 'sheet-damaged' }),
    );
});

async function answer(question: Exclude<Question, { ask: 'list' } | { ask: 'stop' }>, mine: number): Promise<void> {
  if (question.ask === 'open') {
    file = question.file;
    opened = null;
    const sheet = /\.xls[xm]$/i.test(file.name) ? await import('./xlsx.ts') : null;
    const fresh = sheet === null ? await openText(file) : await sheet.openSheet(file, question.sheet);
    const samples: (readonly string[])[] = [];
    for await (const { records } of fresh.pieces()) {
      for (const { cells, fault } of records) if (fault === null && samples.length < SAMPLES) samples.push(cells);
      if (samples.length === SAMPLES) break;
    }
    if (mine !== turn) return;
    opened = fresh;
    const { header, sheets, encoding, separator } = fresh;
    tell({ said: 'opened', opened: { header, samples, sheets, encoding, separator } });
    return;
  }
  if (opened === null || file === null) return;
  if (question.ask === 'count') {
    const facts = new Map(question.facts.map((one) => [one.code, one]));
    const counting = counter(question.mapping, question.mends, facts, question.today);
    count = counting;
    if (!(await readAll(opened, file, mine, counting.add, () => counting.rows()))) return;
    tell({ said: 'counted', counted: counting.counted(), notes: opened.notes() });
    return;
  }
  const blob = await convert(opened, file, mine, question);
  if (blob !== null) tell({ said: 'converted', blob });
}

/** Reads all pieces, tells how far it is, and lets newer questions in between; false when one came. */
async function readAll(
  from: OpenedFile,
  { size }: File,
  mine: number,
  take: (records: Parameters<ReturnType<typeof counter>['add']>[0]) => void,
  rows: () => number,
): Promise<boolean> {
  let last = performance.now();
  for await (const { records, bytes } of from.pieces()) {
    take(records);
    const now = performance.now();
    if (now - last < EVERY) continue;
    last = now;
    tell({ said: 'progress', part: size === 0 ? 1 : Math.min(1, bytes / size), rows: rows() });
    await new Promise((next) => setTimeout(next));
    if (mine !== turn) return false;
  }
  return mine === turn;
}

/** The file as a results file (contracts 6), gzip: mapped and mended. Its pieces go to the browser's own storage as they come. */
async function convert(
  from: OpenedFile,
  source: File,
  mine: number,
  { mapping, mends, facts: known }: Extract<Question, { ask: 'convert' }>,
): Promise<Blob | null> {
  const facts = new Map(known.map((one) => [one.code, one]));
  // A results file names every column that it needs, also where all its cells are empty.
  const columns = COLUMNS.filter((column) => ALWAYS.has(column) || mapping.includes(column));
  const packed = new CompressionStream('gzip');
  const writer = packed.writable.getWriter();
  const blob = collect(packed.readable);
  const encoder = new TextEncoder();
  const row = blankRow();
  let rows = 0;
  let waiting: Promise<void> = writer.write(encoder.encode(`${columns.join(',')}\n`));
  const whole = await readAll(
    from,
    source,
    mine,
    (records) => {
      let text = '';
      for (const { cells, fault } of records) {
        rows += 1;
        if (fault === null) {
          fill(row, mapping, cells);
          mendRow(mends, row, facts);
          text += `${csvLine(columns.map((column) => row[column]))}\n`;
        } else {
          // A broken row stays broken, and is rejected with its reason: one cell more than there are columns.
          text += `${csvLine([...cells.slice(0, columns.length), ...columns.slice(cells.length).map(() => ''), cells.slice(columns.length).join(' ')])}\n`;
        }
      }
      waiting = writer.write(encoder.encode(text));
    },
    () => rows,
  );
  if (!whole) {
    await writer.abort().catch(() => undefined);
    await blob.catch(() => undefined);
    return null;
  }
  await waiting;
  await writer.close();
  return blob;
}

const ALWAYS: ReadonlySet<Column> = new Set([
  'nsn',
  'family_name',
  'given_names',
  'date_of_birth',
  'outcome',
  'date',
  'result',
  'reference',
] as const);
const HELD = 8 * 2 ** 20;

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  let blob = new Blob([], { type: 'application/gzip' });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      parts.push(value);
      size += value.length;
    }
    if (size > HELD || done) {
      blob = new Blob([blob, ...parts], { type: 'application/gzip' });
      parts = [];
      size = 0;
    }
    if (done) return blob;
  }
}

function tell(what: Said): void {
  // A worker answers its page; there is no window whose origin could be named.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(what);
}
