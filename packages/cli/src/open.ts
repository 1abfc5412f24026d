import { resolve } from 'node:path';
import type { Io } from './command.ts';

/** The folder that the product keeps everything in: `RECOGNITION_DATA`, or `.data` in the project. */
export function dataFolder(io: Io): string {
  return resolve(io.cwd, io.env['RECOGNITION_DATA'] ?? '.data');
}
