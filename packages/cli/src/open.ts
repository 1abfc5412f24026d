import { resolve } from 'node:path';
import { openServices } from '@recognition/server/open-services.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Io } from './command.ts';

/** The folder that the product keeps everything in: `RECOGNITION_DATA`, or `.data` in the project. */
export function dataFolder(io: Io): string {
  return resolve(io.cwd, io.env['RECOGNITION_DATA'] ?? '.data');
}

/**
 * Runs a command with the product's services: the database of a running product in the folder, else one started for the command, or
 * the server of `DATABASE_URL`. What cannot be opened, and what a use case refuses, is one sentence and exit 2.
 */
export async function withServices(io: Io, work: (services: Services) => Promise<number>): Promise<number> {
  try {
    const { services, stop } = await (io.open ?? openServices)(io.env, { cwd: io.cwd, attach: true });
    try {
      return await work(services);
    } finally {
      await stop();
    }
  } catch (error) {
    if (!isSaid(error)) throw error;
    io.err(`${fileOf(error)}${error.message} (${codeOf(error)})\n`);
    return 2;
  }
}

/** Which of several files it is about, where it says so. */
const fileOf = (error: Error): string =>
  error instanceof Problem && typeof error.extra['file'] === 'string' ? `${error.extra['file']}: ` : '';

/** The code, and which parts or credits it is about, where it says so. */
export function codeOf(error: Error & { readonly code: string }): string {
  const named = error instanceof Problem ? [error.extra['missing'], error.extra['credits']].find(Array.isArray) : undefined;
  return named === undefined ? error.code : `${error.code}: ${named.map(String).join(', ')}`;
}

/** Errors of the product that carry a stable code and a sentence of their own. */
function isSaid(error: unknown): error is Error & { readonly code: string } {
  if (error instanceof Problem) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z]+(-[a-z]+)+$/.test(error.code);
}
