import { ApiError } from '@recognition/client';
import { csvLine, safeCell } from '@recognition/recognition/results';
import { api } from '../../api.ts';

export type FileAnswer = 'verified' | 'not-verified' | 'inconclusive' | 'not-readable' | 'not-checked';

export interface CheckedFile {
  readonly name: string;
  readonly answer: FileAnswer;
  /** What the credential says that it is, where it says so. */
  readonly title: string | null;
  /** The first check that did not pass, or why the file was not checked; null when all passed. */
  readonly why: string | null;
}

/** The largest file that is read, in bytes: a credential takes a few thousand. */
const MOST_BYTES = 1_000_000;
const AT_ONCE = 3;

/**
 * Checks each file with the service and hands on its answer as soon as it is there, a few at a time. A file that cannot be read never
 * costs the others theirs; when the service asks to wait, it is waited for. Stops when told to.
 */
export async function checkFiles(
  files: readonly File[],
  onAnswer: (at: number, answer: CheckedFile) => void,
  signal: AbortSignal,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length && !signal.aborted) {
      const at = next++;
      const file = files[at];
      if (file !== undefined) onAnswer(at, await checkFile(file, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function checkFile(file: File, signal: AbortSignal): Promise<CheckedFile> {
  const unread = { name: file.name, answer: 'not-readable', title: null, why: null } as const;
  if (file.size > MOST_BYTES) return unread;
  const text = await file.text().catch(() => null);
  if (text === null || text.trim() === '') return unread;
  for (let tries = 0; tries < 4; tries += 1) {
    try {
      const { answer, checks } = await api.post('/api/v1/credentials/verification', { body: { credential: text }, signal });
      const failed = checks.find(({ outcome }) => outcome === 'fail') ?? checks.find(({ outcome }) => outcome === 'unknown');
      return { name: file.name, answer, title: titleOf(text), why: failed?.detail ?? null };
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof ApiError) || error.status !== 429)
        return {
          name: file.name,
          answer: 'not-checked',
          title: titleOf(text),
          why: error instanceof Error ? error.message : null,
        };
      await pause(Number(error.problem['retryAfter'] ?? 5) * 1000, signal);
    }
  }
  return { name: file.name, answer: 'not-checked', title: titleOf(text), why: null };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** The name that a credential gives itself, or its subject's achievement. */
export function titleOf(text: string): string | null {
  try {
    const read: unknown = JSON.parse(text);
    const name = within(within(within(read, 'credentialSubject'), 'achievement'), 'name') ?? within(read, 'name');
    return typeof name === 'string' ? name.slice(0, 300) : null;
  } catch {
    return null;
  }
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}

/** The answers as CSV, with a byte order mark so that macrons show; what a spreadsheet would run is text. */
export function answersAsCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => csvLine(row.map(safeCell))).join('\r\n')}\r\n`;
}
