import { csvReader } from '@recognition/recognition/results';
import type { Reject, SourceFile } from './answer.ts';
import { REJECT_CODES, type RejectCode, unusableFile } from './codes.ts';
import { decodeJson, decodeText } from './decode.ts';
import { fieldSlug } from './fields.ts';
import { restoreMacrons } from './macrons.ts';

/** One row of an NZQA listing, of either vintage. What the listing does not have is null. */
export interface ListingRow {
  readonly file: string;
  readonly row: number;
  readonly number: string;
  readonly version: number | null;
  readonly title: string;
  readonly level: number | null;
  readonly credits: number | null;
  readonly kind: 'achievement-standard' | 'unit-standard' | 'skill-standard' | null;
  readonly subject: string | null;
  readonly field: string | null;
  readonly subfield: string | null;
  readonly domain: string | null;
}

export interface Listing {
  /** Rows under the header, or entries of the list, good or bad. */
  readonly count: number;
  readonly rows: readonly ListingRow[];
  readonly rejected: readonly Reject[];
}

const NEEDED = ['number', 'title', 'level'];
const KNOWN = new Set([
  ...NEEDED,
  'credits',
  'external',
  'achievement',
  'subject',
  'field',
  'subfield',
  'domain',
  'version',
  'type',
]);

/** Reads a listing, CSV or JSON by its first character. Throws a file code when the whole cannot be used. */
export function readListing(file: SourceFile): Listing {
  const text = decodeText(file);
  return /^\s*[[{]/.test(text) ? readJson(file) : readCsv(file.name, text);
}

function readCsv(file: string, text: string): Listing {
  const reader = csvReader();
  const [header, ...records] = [...reader.push(text), ...reader.end()];
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (header?.fault != null) throw unusableFile('not-this-format', file);
  refuseHeader(file, columns);
  return gather(
    file,
    records.map(({ cells, fault }) => {
      if (fault !== null) return fault === 'field-count' ? 'column-count' : fault;
      return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    }),
  );
}

function refuseHeader(file: string, columns: readonly string[]): void {
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length === NEEDED.length) throw unusableFile('not-this-format', file);
  if (missing.length > 0) throw unusableFile('header-missing-column', file, `Missing: ${missing.join(', ')}.`);
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw unusableFile('header-duplicate-column', file, `Twice: ${twice.slice(0, 60)}.`);
  const unknown = columns.find((column) => !KNOWN.has(column));
  if (unknown !== undefined) throw unusableFile('header-unknown-column', file, `Unknown: "${unknown.slice(0, 60)}".`);
}

function readJson(source: SourceFile): Listing {
  const json = decodeJson(source);
  const list = Array.isArray(json) ? json : isObject(json) ? json['assessments'] : null;
  if (!Array.isArray(list))
    throw unusableFile('not-this-format', source.name, 'A listing is a list of standards, or has one under "assessments".');
  const entries: readonly unknown[] = list;
  return gather(
    source.name,
    entries.map((entry) => {
      if (!isObject(entry)) return 'not-an-object';
      const { subject } = entry;
      return { ...entry, subject: isObject(subject) ? (subject['display_name'] ?? subject['name']) : subject };
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function gather(file: string, records: readonly (Record<string, unknown> | RejectCode)[]): Listing {
  const rows: ListingRow[] = [];
  const rejected: Reject[] = [];
  for (const [at, record] of records.entries()) {
    const row = typeof record === 'string' ? record : readRow(record, file, at + 1);
    if (typeof row === 'string') rejected.push({ file, row: at + 1, code: row, message: REJECT_CODES[row].en });
    else rows.push(row);
  }
  return { count: records.length, rows, rejected };
}

const LONGEST_TITLE = 500;
// Any control character; none belongs in a listing.
const CONTROL = /\p{Cc}|\uFFFD/u;

function readRow(record: Record<string, unknown>, file: string, row: number): ListingRow | RejectCode {
  const said: Record<string, string> = {};
  for (const column of KNOWN) {
    const value = record[column];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return 'value-not-valid';
    const cell = String(value).trim().normalize('NFC');
    if (CONTROL.test(cell)) return 'forbidden-character';
    said[column] = cell;
  }
  const {
    number = '',
    title = '',
    level = '',
    credits = '',
    version = '',
    subject = '',
    field = '',
    subfield = '',
    domain = '',
  } = said;
  if (number === '') return 'number-missing';
  if (!/^[0-9]{1,6}$/.test(number)) return 'number-not-valid';
  if (title === '') return 'title-missing';
  if (title.length > LONGEST_TITLE) return 'title-too-long';
  const levelRead = whole(level, 10);
  if (levelRead === undefined) return 'unknown-level';
  const creditsRead = whole(credits, 999);
  if (creditsRead === undefined) return 'credits-not-valid';
  const versionRead = whole(version, 10_000);
  if (versionRead === undefined) return 'version-not-valid';
  const fieldRead = field === '' ? null : fieldSlug(field);
  if (fieldRead === undefined) return 'unknown-field';
  const kind = kindOf(said['type'] ?? '', said['achievement'] ?? '');
  if (kind === undefined) return 'value-not-valid';
  return {
    file,
    row,
    number: number.replace(/^0+(?=.)/, ''),
    version: versionRead,
    title: restoreMacrons(title),
    level: levelRead,
    credits: creditsRead,
    kind,
    subject: subject === '' ? null : restoreMacrons(subject),
    field: fieldRead,
    subfield: subfield === '' ? null : restoreMacrons(subfield),
    domain: domain === '' ? null : restoreMacrons(domain),
  };
}

/** A whole number from 1; null when empty, undefined when it is something else. */
function whole(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const value = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

function kindOf(type: string, achievement: string): ListingRow['kind'] | undefined {
  const word = type.toLowerCase().replace(/ ?standard$/, '');
  if (word === 'unit' || word === 'achievement' || word === 'skill') return `${word}-standard`;
  if (word !== '') return undefined;
  if (achievement === '') return null;
  const flag = achievement.toLowerCase();
  if (flag === 'true') return 'achievement-standard';
  return flag === 'false' ? 'unit-standard' : undefined;
}
