import type { Tx } from '../database/connection.ts';
import { type BatchRow, rejectsAfter } from './import-queries.ts';
import { csvLine, isAdded } from './read/columns.ts';
import { isRejectCode, REJECT_CODES } from './reject-codes.ts';

export interface Reject {
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

type RejectRow = { readonly row: number; readonly code: string; readonly line: string };
/** Runs one short transaction, as whoever may read the import. */
export type Reads = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The reject file in pieces: the rows as they came, with `code` and `message` added (contracts 6). */
export async function* rejectFile(read: Reads, batch: BatchRow, language: 'en' | 'mi'): AsyncGenerator<string> {
  const columns = (batch.columns ?? []).filter((name) => !isAdded(name));
  yield `${csvLine([...columns, 'code', 'message'])}\n`;
  for await (const rows of pages(read, batch.batch_id)) {
    yield rows.map(({ code, line }) => `${line},${csvLine([code, messageOf(code, language)])}\n`).join('');
  }
}

/** The first rejects of an import. */
export async function firstRejects(read: Reads, batch: BatchRow, limit: number): Promise<readonly Reject[]> {
  const { rows } = await read((tx) => tx.query<RejectRow>(rejectsAfter(batch.batch_id, 0, limit)));
  return rows.map(({ row, code }) => ({ row, code, message: messageOf(code, 'en') }));
}

async function* pages(read: Reads, batchId: number): AsyncGenerator<readonly RejectRow[]> {
  let after = 0;
  for (;;) {
    const from = after;
    const { rows } = await read((tx) => tx.query<RejectRow>(rejectsAfter(batchId, from, PAGE)));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.row;
  }
}

const PAGE = 2000;

function messageOf(code: string, language: 'en' | 'mi'): string {
  if (!isRejectCode(code)) return code;
  const { message, fix } = REJECT_CODES[code];
  return `${message[language]} ${fix[language]}`;
}
