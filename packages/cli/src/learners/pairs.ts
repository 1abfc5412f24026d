import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeLearners, type MergeAnswer, undoMerge } from '@recognition/server/identity/index.ts';
import { openServices } from '@recognition/server/open-services.ts';
import type { Io } from '../command.ts';
import { inSentences } from '../config/sentences.ts';

const HEADER = 'invalid_nsn,master_nsn';
const NSN = /^[0-9]{9,10}$/;
const FINE: ReadonlySet<MergeAnswer> = new Set<MergeAnswer>(['merged', 'unchanged', 'undone']);

/** Merges, or takes back, each pair of a file. Names rows by number, never by NSN. */
export function forPairs(args: readonly string[], io: Io, what: 'merge' | 'unmerge'): Promise<number> {
  return inSentences(io, async () => {
    const [file, ...rest] = args;
    if (file === undefined || rest.length > 0) {
      io.err(`nzrr learners ${what} takes one file.\n`);
      return 2;
    }
    const [header, ...lines] = readFileSync(resolve(io.cwd, file), 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    if (header?.trim() !== HEADER) {
      io.err(`The first line must be ${HEADER}.\n`);
      return 2;
    }
    const { services, stop } = await openServices(io.env, { cwd: io.cwd, attach: true });
    const counts = new Map<string, number>();
    let worst = 0;
    try {
      for (const [n, line] of lines.entries()) {
        if (line.trim() === '') continue;
        const [invalid = '', master = '', ...more] = line.split(',').map((cell) => cell.trim());
        const whole = NSN.test(invalid) && NSN.test(master) && more.length === 0;
        const answer = !whole
          ? 'nsn-malformed'
          : what === 'merge'
            ? await mergeLearners(services, invalid, master)
            : await undoMerge(services, invalid, master);
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
        if (answer === 'nsn-malformed' || !FINE.has(answer)) {
          worst = 1;
          io.err(`row ${n + 2}: ${answer}\n`);
        }
      }
    } finally {
      await stop();
    }
    io.out(`${[...counts].map(([answer, count]) => `${count} ${answer}`).join(', ') || 'no rows'}\n`);
    return worst;
  });
}
