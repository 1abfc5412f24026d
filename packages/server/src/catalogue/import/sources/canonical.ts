import { csvReader } from '@recognition/recognition/results';
import type { Definition } from '@recognition/recognition/frameworks';
import type { SourceFile } from '../answer.ts';
import { type RejectCode, unusableFile } from '../codes.ts';
import { decodeJson, decodeText } from '../decode.ts';

/** An outcome of another country's source, in the one shape that all of them take (contracts 2b). What the source does not say is null or empty. */
export interface CanonicalOutcome {
  readonly id: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly lineage: string;
  readonly kind: string;
  /** The source's own level, such as "4.5"; it is no level of New Zealand's. */
  readonly levelLabel: string | null;
  readonly size: { readonly minutes: number; readonly amount: string; readonly unit: string } | null;
  /** The source's own classes, wide and narrow; they are none of the 17 fields. */
  readonly subfield: string | null;
  readonly domain: string | null;
  readonly assessments: readonly string[];
  readonly theory: readonly string[];
  readonly practice: readonly string[];
  readonly lang: string;
}

/** What a file of a source holds. Rows are its entries from 1, as a person would count them. */
export interface ReadSource {
  readonly count: number;
  readonly outcomes: readonly { readonly row: number; readonly outcome: CanonicalOutcome }[];
  readonly rejected: readonly { readonly row: number; readonly code: RejectCode; readonly detail: string }[];
  /** Awards that are made of these outcomes, such as qualification packs; for composing. */
  readonly definitions: readonly Definition[];
}

export type SourceReader = (file: SourceFile) => ReadSource;

/** A catalogue entry of contracts 2b: not accredited by NZQA, without New Zealand credits or a level of its framework. */
export function toEntry(outcome: CanonicalOutcome): Record<string, unknown> {
  const { lang, assessments, theory, practice, ...rest } = outcome;
  const said = (texts: readonly string[]) => texts.map((text) => ({ text, lang }));
  return {
    ...rest,
    credits: null,
    level: null,
    field: null,
    accredited: false,
    excludes: [],
    group: null,
    lastAssessment: null,
    creditBearing: true,
    developer: null,
    assessments: said(assessments),
    theory: said(theory),
    practice: said(practice),
    skills: [],
    status: 'draft',
    registered: null,
    replaces: null,
    gradesAvailable: [],
  };
}

/** An id that a record may hold: what is not a letter, digit or one of `._:-` becomes a full stop. */
export const idOf = (country: string, code: string): string =>
  `${country}-${code.replaceAll(/[^A-Za-z0-9._:-]/g, '.')}`.slice(0, 64);

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as it is kept: form C, with one kind of line break and no blanks around it. Null where there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}

export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items;
}

export const textsOf = (values: readonly unknown[]): readonly string[] => values.flatMap((value) => textOf(value) ?? []);

/** The list that a JSON file is. Throws `not-this-format` when it is something else. */
export function jsonList(file: SourceFile, said: string): readonly unknown[] {
  const json = decodeJson(file);
  if (!Array.isArray(json)) throw unusableFile('not-this-format', file.name, said);
  return listOf(json);
}

/** The rows of a CSV file with a header, by its names. Throws `not-this-format` when a column is missing. */
export function csvRows(
  file: SourceFile,
  columns: readonly string[],
): readonly (Readonly<Record<string, string>> | RejectCode)[] {
  const reader = csvReader();
  const [header, ...records] = [...reader.push(decodeText(file)), ...reader.end()];
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  if (columns.some((column) => !names.includes(column)))
    throw unusableFile('not-this-format', file.name, `It needs the columns ${columns.join(', ')}.`);
  return records.map(({ cells, fault }) => {
    if (fault !== null) return fault === 'field-count' ? 'column-count' : fault;
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

/** "2.0" and "2" are version 2; what is no whole number is not stated here as one. */
export function versionOf(value: unknown): number | null {
  const [, whole] = /^(\d{1,6})(?:\.0+)?$/.exec(textOf(value) ?? '') ?? [];
  return whole === undefined || Number(whole) === 0 ? null : Number(whole);
}

/** Each code and version once: the first row that names it. */
export function distinct(outcomes: ReadSource['outcomes']): ReadSource['outcomes'] {
  const seen = new Set<string>();
  return outcomes.filter(({ outcome: { code, version } }) => {
    const name = `${version ?? ''} ${code}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** A definition's part, or header, without what no source of this kind says. */
export const part = (ref: string, role: string, minutes: number | null, source: string) => ({
  ref,
  role,
  minutes,
  source,
  creditBearing: true,
});
export const header = { sector: null, level: null, minutes: null, electives: 0, reviewYears: null, withdrawn: null, listing: {} };
