import pino from 'pino';
import type { Settings } from './settings.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

/** Log lines as JSON. No run of nine or more digits leaves: an NSN has nine or ten, and nothing that we log needs one. */
export function makeLog(level: Settings['logLevel'], write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => write(redact(line)) });
}

export function redact(line: string): string {
  return line.replaceAll(/\d{9,}/g, '[number]');
}
