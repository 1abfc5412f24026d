import { csvReader } from '../results/csv.ts';

/** A row of a deposit file as text, named as the service takes it. What is wrong with it, the service says. */
export interface DepositFileRow {
  readonly learner: {
    readonly nsn: string;
    readonly familyName: string;
    readonly givenNames: string;
    readonly birthDate: string | null;
  };
  readonly reference: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly level: string | null;
  readonly credits: string;
  readonly earned: string;
  readonly validYears?: number;
  readonly mode: 'assessed' | 'rpl';
  readonly evidence: readonly string[];
}

const NEEDED = ['nsn', 'family_name', 'given_names', 'date_of_birth', 'reference', 'code', 'title', 'credits', 'earned'] as const;
const MAY = ['kind', 'level', 'valid_years', 'mode', 'evidence'] as const;
export const DEPOSIT_COLUMNS: readonly string[] = [...NEEDED, ...MAY];

export type DepositFile =
  | { readonly ok: true; readonly rows: readonly DepositFileRow[] }
  | { readonly ok: false; readonly code: 'missing-column' | 'unknown-column' | 'broken-row' | 'no-rows'; readonly at: string };

/**
 * Reads a small CSV of credits to deposit: a header in any order, links of evidence with spaces between them, an empty cell where a column
 * may be absent. Unusable as a whole where a column is missing or unknown, or a row is broken; what a row says is judged by the service.
 */
export function readDepositFile(text: string): DepositFile {
  const reader = csvReader();
  const [header, ...records] = [...reader.push(text.replace(/^\uFEFF/, '')), ...reader.end()];
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED.find((name) => !names.includes(name));
  if (missing !== undefined) return { ok: false, code: 'missing-column', at: missing };
  const unknown = names.find((name) => !DEPOSIT_COLUMNS.includes(name));
  if (unknown !== undefined) return { ok: false, code: 'unknown-column', at: unknown };
  if (records.length === 0) return { ok: false, code: 'no-rows', at: '' };
  const broken = records.findIndex(({ fault }) => fault !== null);
  if (broken >= 0) return { ok: false, code: 'broken-row', at: String(broken + 1) };
  return {
    ok: true,
    rows: records.map(({ cells }) => {
      const of = (name: string): string => (cells[names.indexOf(name)] ?? '').trim();
      return {
        learner: {
          nsn: of('nsn'),
          familyName: of('family_name'),
          givenNames: of('given_names'),
          birthDate: of('date_of_birth') === '' ? null : of('date_of_birth'),
        },
        reference: of('reference'),
        code: of('code'),
        title: of('title'),
        kind: of('kind') === '' ? 'course' : of('kind'),
        level: of('level') === '' ? null : of('level'),
        credits: of('credits'),
        earned: of('earned'),
        ...(of('valid_years') === '' ? {} : { validYears: Number(of('valid_years')) }),
        mode: of('mode') === 'rpl' ? 'rpl' : 'assessed',
        evidence: of('evidence')
          .split(/\s+/)
          .filter((link) => link !== ''),
      };
    }),
  };
}
