/** A record of a CSV: its cells, or what is wrong with it. `cells` of a broken record hold what could be read, for mending. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly fault: 'field-count' | 'broken-quotes' | 'row-too-long' | null;
  /** The line as it came, where it had no quotes. */
  readonly line?: string;
}

/** Longest record taken, in UTF-16 code units; a real row has about 150. */
export const LONGEST_RECORD = 64 * 1024;

export interface CsvReader {
  /** The records that end within the text so far. */
  readonly push: (text: string) => readonly CsvRecord[];
  /** The last record, when the file does not end with a line end. */
  readonly end: () => readonly CsvRecord[];
}

/**
 * Cuts text into records after RFC 4180: CRLF or LF, quoted cells with commas, quotes and line ends in them. It is our own, and
 * not papaparse, for two reasons: memory stays bounded whatever comes (a line of a million columns, a quote that never closes),
 * and a broken quote costs its own line only: reading goes on at the next line. Blank lines are passed over. What is imported is cut at
 * commas; a spreadsheet of another country may write another separator, which a preview reads.
 */
export function csvReader(separator: ',' | ';' | '\t' = ','): CsvReader {
  let rest = '';
  let width = -1;
  let skipping = false;

  const read = (last: boolean): CsvRecord[] => {
    const records: CsvRecord[] = [];
    const text = rest;
    const quoted = text.includes('"');
    let at = 0;
    if (skipping) {
      const end = text.indexOf('\n');
      if (end === -1) {
        rest = '';
        return records;
      }
      skipping = false;
      at = end + 1;
    }
    while (at < text.length) {
      const found = text.indexOf('\n', at);
      const lineEnd = found === -1 ? text.length : found;
      if (found === -1 && !last) {
        if (lineEnd - at <= LONGEST_RECORD) break;
        records.push(tooLong(text, at));
        skipping = true;
        at = lineEnd;
        break;
      }
      const stop = text.charCodeAt(lineEnd - 1) === 13 && lineEnd > at ? lineEnd - 1 : lineEnd;
      const next = lineEnd + 1;
      if (stop === at) {
        at = next;
        continue;
      }
      const line = text.slice(at, stop);
      if (!quoted || !line.includes('"')) {
        records.push(lineEnd - at > LONGEST_RECORD ? tooLong(text, at) : counted(line.split(separator), line));
        at = next;
        continue;
      }
      const record = quotedRecord(text, at, last, separator.charCodeAt(0));
      if (record === 'open' && !last && text.length - at <= LONGEST_RECORD) break;
      if (typeof record === 'string' || (record.end > next && width !== -1 && record.cells.length !== width)) {
        records.push({
          cells: line.slice(0, LONGEST_RECORD).split(separator),
          fault: lineEnd - at > LONGEST_RECORD ? 'row-too-long' : 'broken-quotes',
        });
        at = next;
      } else {
        records.push(counted(record.cells));
        at = record.end;
      }
    }
    rest = at >= text.length ? '' : text.slice(at);
    return records;
  };

  const counted = (cells: readonly string[], line?: string): CsvRecord => {
    if (width === -1) width = cells.length;
    const fault = cells.length === width ? null : 'field-count';
    return line === undefined ? { cells, fault } : { cells, fault, line };
  };

  return {
    push: (text) => {
      rest = rest === '' ? text : rest + text;
      return read(false);
    },
    end: () => read(true),
  };
}

function tooLong(text: string, at: number): CsvRecord {
  return { cells: [text.slice(at, at + 200)], fault: 'row-too-long' };
}

/** Reads one record that has quotes in it. 'open': a quote does not close within the text; 'broken': text follows a closing quote. */
function quotedRecord(
  text: string,
  from: number,
  last: boolean,
  separator: number,
): { cells: string[]; end: number } | 'open' | 'broken' {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let cell = '';
      let begin = at + 1;
      for (;;) {
        const close = text.indexOf('"', begin);
        if (close === -1 || close - from > LONGEST_RECORD) return 'open';
        if (text.charCodeAt(close + 1) !== 34) {
          if (close + 1 >= text.length && !last) return 'open';
          cell += text.slice(begin, close);
          at = close + 1;
          break;
        }
        cell += text.slice(begin, close + 1);
        begin = close + 2;
      }
      cells.push(cell);
    } else {
      const begin = at;
      while (at < text.length && text.charCodeAt(at) !== separator && text.charCodeAt(at) !== 10) at += 1;
      if (at >= text.length && !last) return 'open';
      const stop = text.charCodeAt(at) === 10 && at > begin && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
      cells.push(text.slice(begin, stop));
    }
    const code = text.charCodeAt(at);
    if (code === separator) {
      at += 1;
      continue;
    }
    if (at >= text.length) return { cells, end: at };
    if (code === 10) return { cells, end: at + 1 };
    if (code === 13 && (text.charCodeAt(at + 1) === 10 || at + 1 >= text.length)) return { cells, end: at + 2 };
    return 'broken';
  }
}

/** One line of CSV (RFC 4180), without its end; a field is quoted only when it must be. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** What a spreadsheet would take for a formula, also where it is written wide or behind white space that the spreadsheet drops. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A cell that a spreadsheet shows as text: what would begin a formula gets an apostrophe before it (OWASP, CSV injection). */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
