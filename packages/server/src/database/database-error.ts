/** Why the database could not be opened. Each comes with a sentence that says what to do. */
export type DatabaseErrorCode =
  | 'database-in-use'
  | 'database-other-major'
  | 'database-newer'
  | 'database-unsupported'
  | 'database-unreachable'
  | 'database-rights-missing'
  | 'database-not-ours'
  | 'database-programs-missing'
  | 'database-folder-closed'
  | 'database-disk-full'
  | 'database-did-not-start'
  | 'url-changed';

export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
