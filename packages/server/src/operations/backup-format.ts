/** Why a backup cannot be written or restored; the message says what to do. */
export class BackupError extends Error {
  readonly code: 'backup-unusable' | 'backup-newer' | 'backup-damaged' | 'database-not-empty' | 'file-exists';

  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

export const FORMAT = 'recognition-backup';
/** Version 2 carries the files of evidence, after the tables. A backup of version 1 has none, and is restored as before. */
export const FORMAT_VERSION = 2;

/** The first line of a backup. Data follow as frames, table by table, in this order. */
export interface BackupHeader {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly madeAt: string;
  readonly postgres: string;
  /** The migrations that the data went through; the last is their version. */
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly schema: string; readonly name: string; readonly columns: readonly string[] }[];
  /** Sequences with their next value. */
  readonly sequences: readonly { readonly name: string; readonly next: string }[];
  /** The files of evidence that the rows name, encrypted as they lie; whoever makes the backup says where. */
  readonly files: readonly string[];
}

/** Sessions and what only one start knows are not backed up; keys never are. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'access.session',
  'operations.rate',
  'operations.idempotency',
  'record.import_seen',
  'wallet.offer',
  'wallet.authorization_request',
  'wallet.access_token',
  'wallet.nonce',
  'wallet.presentation_request',
  'badges.code',
  'badges.token',
  'badges.visit',
]);

export const SCHEMAS: readonly string[] = [
  'catalogue',
  'identity',
  'record',
  'award',
  'account',
  'operations',
  'access',
  'notice',
  'dispute',
  'employer',
  'offering',
  'sharing',
  'wallet',
  'bank',
  'learning_account',
  'badges',
  'evidence',
  'rpl',
  'transfer',
  'pathway',
  'found',
  'demand',
];
