import type { ConflictCode, FileCode, RejectCode } from './codes.ts';

/** A file as it came, such as one of a folder. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A row or entry that was not imported. `row` counts the rows under the header, or the entries of the list, from 1; 0 is the whole file. */
export interface Reject {
  readonly file: string;
  readonly row: number;
  readonly code: RejectCode | FileCode;
  readonly message: string;
  /** Where in an entry, such as `outcomes[3].level`. */
  readonly path?: string;
}

/** A value that a row offered and that was not written, because another is there. */
export interface Conflict {
  readonly file: string;
  readonly row: number;
  readonly code: ConflictCode;
  readonly outcome: string;
  readonly part: string;
  readonly held: unknown;
  readonly offered: unknown;
  readonly message: string;
}

/** What an import did (contracts 5). `created + completed + unchanged` is `outcomes`: the distinct ones that the rows name. */
export interface ImportAnswer {
  readonly rows: number;
  readonly outcomes: number;
  readonly created: number;
  readonly completed: number;
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
  readonly rejected: readonly Reject[];
}
