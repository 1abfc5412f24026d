import { csvRows, textOf } from '../../catalogue/import/sources/canonical.ts';
import type { SourceFile } from '../../catalogue/import/answer.ts';
import type { SkillKind } from '../own-scheme.ts';
import type { NotTakenCode } from './codes.ts';

/** Narrower is kept as broader of the other end. */
export type LinkKind = 'broader' | 'narrower' | 'exact' | 'related';

export interface Link {
  readonly kind: LinkKind;
  /** The address of the other concept, of this scheme or of another. */
  readonly to: string;
}

/** A skill of a public scheme, in the one shape that all sources take. What the source does not say is null or empty. */
export interface Concept {
  readonly uri: string;
  readonly notation: string | null;
  /** The label by which it is listed: English where the scheme has it, else its first one, with its language. */
  readonly label: string;
  readonly lang: string;
  readonly mi: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly altLabels: readonly string[];
  readonly keywords: readonly string[];
  readonly description: string | null;
  /** New Zealand's kind; only our own scheme says it. */
  readonly kind: SkillKind | null;
  /** The scheme's own kind. */
  readonly sourceKind: string | null;
  readonly level: string | null;
  readonly links: readonly Link[];
}

/** A row or an entry that was not taken, or a link of one, with its reason. Rows count from 1 under the header, entries from 1. */
export interface NotTaken {
  readonly file: string;
  readonly row: number;
  readonly code: NotTakenCode;
  readonly detail: string;
}

export interface ReadScheme {
  /** What the files say of the scheme itself. */
  readonly about: { readonly uri: string | null; readonly name: string | null; readonly version: string | null };
  readonly rows: number;
  readonly concepts: readonly { readonly file: string; readonly row: number; readonly concept: Concept }[];
  readonly notTaken: readonly NotTaken[];
  /** Which skill takes the place of which, where the scheme says so. */
  readonly replaced?: readonly Replaced[];
}

export interface Replaced {
  readonly uri: string;
  readonly by: string;
}

/** Reads the files of one version of a scheme. `base` begins the address of concepts whose source gives them none. Throws codes of a file. */
export type SchemeReader = (files: readonly SourceFile[], base: string) => ReadScheme;

const LONGEST_LABEL = 300;

/** A concept of what a source says; a label that is a whole statement is cut for lists, and stands whole in the description. */
export function conceptOf(given: Pick<Concept, 'uri' | 'label'> & Partial<Concept>): Concept {
  const label = given.label.replaceAll(/\s+/gu, ' ').trim();
  const cut = label.length > LONGEST_LABEL;
  const said = given.description === label ? null : (given.description ?? null);
  return {
    notation: null,
    lang: 'en',
    mi: null,
    labels: {},
    altLabels: [],
    keywords: [],
    kind: null,
    sourceKind: null,
    level: null,
    links: [],
    ...given,
    label: cut ? `${label.slice(0, label.lastIndexOf(' ', LONGEST_LABEL - 1))} …` : label,
    description: cut ? [label, said].filter((one) => one !== null).join('\n') : said,
  };
}

/** Pieces of a list in one cell, each once and none empty. */
export const pieces = (value: unknown, separator: RegExp): readonly string[] => [
  ...new Set((textOf(value) ?? '').split(separator).flatMap((one) => textOf(one) ?? [])),
];

/** The address of a concept whose source gives a code only. */
export const addressOf = (base: string, code: string): string => `${base}/${encodeURIComponent(code)}`;

export type Row = Readonly<Record<string, string>>;

/** The rows of a table with its columns; a row that cannot be read is named. */
export function tableOf(file: SourceFile): {
  readonly columns: ReadonlySet<string>;
  readonly count: number;
  readonly rows: readonly { readonly row: number; readonly cells: Row }[];
  readonly notTaken: readonly NotTaken[];
} {
  const read = csvRows(file, []);
  const rows = read.flatMap((cells, at) => (typeof cells === 'string' ? [] : [{ row: at + 1, cells }]));
  return {
    columns: new Set(Object.keys(rows[0]?.cells ?? {})),
    count: read.length,
    rows,
    notTaken: read.flatMap((code, at) =>
      typeof code === 'string' ? [{ file: file.name, row: at + 1, code: 'row-not-readable' as const, detail: code }] : [],
    ),
  };
}

export const hasColumns = (columns: ReadonlySet<string>, ...needed: readonly string[]): boolean =>
  needed.every((one) => columns.has(one));
