import { blankRow, type Column, type CsvRecord, previewRow } from '@recognition/recognition/results';
import { type Facts, type MendId, MENDS_OF, mendRow, type MutableRow, wouldBecome } from './mends.ts';

/** A row that cannot be recorded as it is: the cells that its reason is about, and what the best mend would make of the first of them. */
export interface ProblemRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly become: string | null;
}

/** All rows with one reason. */
export interface Problem {
  readonly code: string;
  readonly count: number;
  /** What the reason is about; the first is what a mend changes. */
  readonly columns: readonly Column[];
  /** The first few; `list` has more. */
  readonly first: readonly ProblemRow[];
  /** The mends that help, the best first, each with how many of the rows it puts right. */
  readonly mends: readonly { readonly id: MendId; readonly count: number }[];
}

export interface Counted {
  readonly rows: number;
  readonly passed: number;
  readonly problems: readonly Problem[];
  /** The codes of outcomes that the file names, at most 2,000. */
  readonly codes: readonly string[];
  /** Numbers of at most 400 rows with a problem, spread over the file. */
  readonly marks: readonly number[];
}

/** What each reason is about, in the columns that help to see it. */
const ABOUT: Readonly<Record<string, readonly Column[]>> = {
  'unknown-action': ['action', 'reference'],
  'reference-missing': ['reference', 'outcome'],
  'reference-too-long': ['reference'],
  'forbidden-character': ['reference', 'family_name', 'given_names'],
  'nsn-malformed': ['nsn', 'reference'],
  'name-missing': ['family_name', 'given_names', 'reference'],
  'name-too-long': ['family_name', 'reference'],
  'birth-date-missing': ['date_of_birth', 'reference'],
  'birth-date-malformed': ['date_of_birth', 'reference'],
  'birth-date-impossible': ['date_of_birth', 'reference'],
  'outcome-missing': ['outcome', 'reference'],
  'outcome-unknown': ['outcome', 'reference'],
  'version-malformed': ['version', 'outcome'],
  'version-unknown': ['version', 'outcome'],
  'result-unknown': ['result', 'reference'],
  'status-unknown': ['status', 'reference'],
  'mode-unknown': ['mode', 'reference'],
  'original-not-allowed': ['original_date', 'mode'],
  'no-consent-to-assess': ['date', 'outcome'],
};
const KEPT = 5000;
const SHOWN = 3;
const MARKS = 400;
const CODES = 2000;

interface Bucket {
  count: number;
  readonly columns: readonly Column[];
  readonly rows: ProblemRow[];
  readonly mends: Map<MendId, number>;
}

/** Counts the rows of a file by reason, after accepted mends; keeps of each reason its first 5,000 rows. */
export function counter(mapping: readonly (Column | null)[], accepted: readonly MendId[], facts: Facts, today: string) {
  const buckets = new Map<string, Bucket>();
  const codes = new Set<string>();
  let rows = 0;
  let problems = 0;
  let marks: number[] = [];
  let stride = 1;

  const note = (code: string, row: MutableRow | null, raw: readonly string[]): void => {
    let bucket = buckets.get(code);
    if (bucket === undefined) {
      const about = ABOUT[code] ?? aboutDate(code);
      buckets.set(code, (bucket = { count: 0, columns: row === null ? [] : about, rows: [], mends: new Map() }));
    }
    bucket.count += 1;
    const [column] = bucket.columns;
    let become: string | null = null;
    if (row !== null && column !== undefined) {
      for (const id of MENDS_OF[code] ?? []) {
        const better = wouldBecome(id, code === 'forbidden-character' ? atFault(row) : column, row, facts);
        if (better === null) continue;
        become ??= better;
        bucket.mends.set(id, (bucket.mends.get(id) ?? 0) + 1);
      }
    }
    if (bucket.rows.length < KEPT)
      bucket.rows.push({
        row: rows,
        cells: row === null ? [raw.join(', ').slice(0, 160)] : bucket.columns.map((one) => row[one]),
        become,
      });
    if (problems % stride === 0) marks.push(rows);
    problems += 1;
    if (marks.length > MARKS) {
      marks = marks.filter((_, at) => at % 2 === 0);
      stride *= 2;
    }
  };

  const row = blankRow();
  return {
    add: (records: readonly CsvRecord[]): void => {
      for (const { cells, fault } of records) {
        rows += 1;
        if (fault !== null) {
          note(fault, null, cells);
          continue;
        }
        fill(row, mapping, cells);
        if (accepted.length > 0) mendRow(accepted, row, facts);
        if (codes.size < CODES && row.outcome !== '') codes.add(row.outcome);
        const code = previewRow(row, { today, facts });
        if (code !== null) note(code, row, cells);
      }
    },
    rows: (): number => rows,
    counted: (): Counted => ({
      rows,
      passed: rows - problems,
      codes: [...codes],
      marks,
      problems: [...buckets]
        .map(([code, bucket]) => ({
          code,
          count: bucket.count,
          columns: bucket.columns,
          first: bucket.rows.slice(0, SHOWN),
          mends: [...bucket.mends].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count),
        }))
        .sort((a, b) => b.count - a.count),
    }),
    /** The rows of one reason, at most the first 5,000. */
    list: (code: string): readonly ProblemRow[] => buckets.get(code)?.rows ?? [],
  };
}

/** Puts the cells of a record under the columns that they are mapped to. */
export function fill(row: MutableRow, mapping: readonly (Column | null)[], cells: readonly string[]): void {
  for (let at = 0; at < mapping.length; at += 1) {
    const column = mapping[at];
    if (column !== null && column !== undefined) row[column] = cells[at]?.trim() ?? '';
  }
}

function aboutDate(code: string): readonly Column[] {
  return code.startsWith('original-date') ? ['original_date', 'reference'] : ['date', 'reference'];
}

function atFault(row: MutableRow): Column {
  const texts: readonly Column[] = ['reference', 'family_name', 'given_names'];
  return texts.find((column) => /[\t\r\n]/.test(row[column])) ?? 'reference';
}
