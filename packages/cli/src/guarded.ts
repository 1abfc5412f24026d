import type { Command, Io } from './command.ts';

/** Runs a command; an option that is not known shows the help instead, with exit 2. */
export function guarded(help: string, run: Command['run']): Command['run'] {
  return async (args: readonly string[], io: Io) => {
    try {
      return await run(args, io);
    } catch (error) {
      if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
      io.err(`${error.message}\n\n${help}`);
      return 2;
    }
  };
}
