import { ADDED, type Column, COLUMNS, NEEDED, NEEDED_TO_WITHDRAW, type ReportedRow } from '@recognition/recognition/results';
import { unusableFile } from '../file-codes.ts';

export { type Column, COLUMNS, csvLine, type ReportedRow } from '@recognition/recognition/results';

/** Whether a column is one that a reject file adds. */
export function isAdded(name: string): boolean {
  return ADDED.includes(name);
}

/** Where each column is in this file's rows; -1 where it is absent. */
export interface Header {
  readonly names: readonly string[];
  readonly positions: Readonly<Record<Column, number>>;
}

const ABSENT: Record<Column, number> = {
  action: -1,
  provider: -1,
  nsn: -1,
  family_name: -1,
  given_names: -1,
  date_of_birth: -1,
  outcome: -1,
  version: -1,
  date: -1,
  result: -1,
  mode: -1,
  original_date: -1,
  original_provider: -1,
  status: -1,
  reference: -1,
};

/** Reads the first line of a CSV. Throws `header-…` problems that name the column. */
export function parseHeader(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const known: ReadonlySet<string> = new Set([...COLUMNS, ...ADDED]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    if (names.length === 1 && /[;\t|]/.test(unknown)) throw unusableFile('header-separator');
    if (unknown.includes('\r')) throw unusableFile('header-line-endings');
    throw unusableFile('header-unknown-column', shorten(unknown));
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw unusableFile('header-duplicate-column', twice);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0 && !(NEEDED_TO_WITHDRAW.every((name) => names.includes(name)) && missing.length === NEEDED.length - 1)) {
    throw unusableFile('header-missing-column', missing.join(', '));
  }
  const positions = { ...ABSENT };
  for (const name of COLUMNS) positions[name] = names.indexOf(name);
  return { names, positions };
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

/** The row that these cells make under this header. */
export function rowOf({ positions: at }: Header, cells: readonly string[]): ReportedRow {
  const cell = (position: number): string => cells[position]?.trim() ?? '';
  return {
    action: cell(at.action),
    provider: cell(at.provider),
    nsn: cell(at.nsn),
    family_name: cell(at.family_name),
    given_names: cell(at.given_names),
    date_of_birth: cell(at.date_of_birth),
    outcome: cell(at.outcome),
    version: cell(at.version),
    date: cell(at.date),
    result: cell(at.result),
    mode: cell(at.mode),
    original_date: cell(at.original_date),
    original_provider: cell(at.original_provider),
    status: cell(at.status),
    reference: cell(at.reference),
  };
}
