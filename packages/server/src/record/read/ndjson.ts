import { blankRow, COLUMNS, type Column, type ReportedRow } from '@recognition/recognition/results';

const KNOWN: ReadonlySet<string> = new Set(COLUMNS);
/** Written as a number they lose nothing; an NSN would lose its leading zeros. */
const NUMBERS_TAKEN: ReadonlySet<string> = new Set<Column>(['provider', 'version', 'original_provider']);

/** One line of NDJSON as a row, or why it is none. Values are text; null is the same as absent. */
export function parseNdjsonLine(line: string): ReportedRow | 'json-malformed' | 'json-unknown-key' | 'json-not-text' {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'json-malformed';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'json-malformed';
  const row = blankRow();
  for (const [key, member] of Object.entries(value)) {
    if (key === 'code' || key === 'message') continue;
    if (!isColumn(key)) return 'json-unknown-key';
    if (member === null) continue;
    if (typeof member === 'string') row[key] = member.trim();
    else if (typeof member === 'number' && NUMBERS_TAKEN.has(key) && Number.isSafeInteger(member)) row[key] = String(member);
    else return 'json-not-text';
  }
  return row;
}

function isColumn(key: string): key is Column {
  return KNOWN.has(key);
}
