import type { openServices } from '@recognition/server/open-services.ts';

/** What a command is given: where to write, where relative paths start, and the environment it may read. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How the product is opened, where not anew for the command: who gives many commands in one process keeps it open. */
  readonly open?: typeof openServices;
}

/** What a command says of itself, and does. `run` answers the exit code; it never calls `process.exit`. */
export interface Command {
  /** Shown by `--help`: usage, options, exit codes, an example. */
  readonly help: string;
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** One `nzrr` command in the list of all. */
export interface Listed {
  /** The words after `nzrr`, such as `award assess`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}
