import type { Io } from '../command.ts';

const CODES =
  /^(settings-unusable|key-|database-|url-changed|backup-|file-exists|nsn-|ENOENT|EACCES|EISDIR|ENOSPC|ERR_PARSE_ARGS)/;

/** Runs a command's work; a failure that has a sentence for the operator is that sentence, with exit 2. */
export async function inSentences(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CODES.test(String(error.code)))) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}
