import { type Problem, problem } from '../http/problem.ts';

const GONE = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
const BUSY = new Set(['40001', '40P01', '55P03', '53300']);

const NO_ANSWER = 'The database does not answer; nothing was changed. Try again shortly.';

/** No connection was to be had, for whatever reason: the database was renamed, closed, or knows our password no longer. */
export function unavailable(cause: unknown): Problem {
  const failure = problem('database-unavailable', 503, NO_ANSWER);
  failure.cause = cause;
  return failure;
}

/** The failure that a caller is told about, where the database itself failed; any other error is left as it is. */
export function databaseFailure(error: unknown, committing: boolean): Problem | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (
    GONE.has(code) ||
    code.startsWith('08') ||
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  ) {
    return problem(
      'database-unavailable',
      503,
      committing
        ? 'The database went away at the last moment: whether this was saved is not known. Send it again with the same Idempotency-Key.'
        : NO_ANSWER,
    );
  }
  if (BUSY.has(code))
    return problem('database-busy', 503, 'Somebody else changed the same thing at this moment; nothing was changed. Try again.');
  if (code === '53100') return problem('database-full', 503, 'The database has no room left; nothing was changed.');
  return null;
}
