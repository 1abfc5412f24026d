import { Problem } from '@recognition/server/http/problem.ts';
import type { Io } from '../command.ts';
import { codeOf } from '../open.ts';

/**
 * Does something to a ledger, and says why it was refused: the sentence with its code, the credits that it is about, and the lines of a
 * decision. Exit 1 where what is held is not enough, 2 for anything else.
 */
export async function orRefused(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { lines } = error.extra;
    io.err(`${error.message} (${codeOf(error)})\n`);
    if (Array.isArray(lines)) for (const line of lines) if (isLine(line)) io.err(`  ${line.text}\n`);
    return error.code === 'not-enough' || error.code === 'not-enough-credit' ? 1 : 2;
  }
}

const isLine = (line: unknown): line is { readonly text: string } =>
  typeof line === 'object' && line !== null && 'text' in line && typeof line.text === 'string';

/** Numbers of credits as somebody writes them: with commas, or the option again. Null where one is no number. */
export function readCredits(said: readonly string[] | undefined): readonly string[] | null {
  const all = (said ?? []).flatMap((one) => one.split(',')).map((one) => one.trim());
  return all.every((one) => /^[1-9][0-9]{0,15}$/.test(one)) ? [...new Set(all)] : null;
}
