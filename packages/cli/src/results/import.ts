import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Problem } from '@recognition/server/http/problem.ts';
import type { BatchRow } from '@recognition/server/record/import-queries.ts';
import { importResults } from '@recognition/server/record/import-results.ts';
import { firstRejects, type Reject, rejectFile } from '@recognition/server/record/rejects.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr results import <file> [--provider ID] [--dry-run] [--rejects FILE] [--json]

Records the results in a file: CSV with a header, or NDJSON; plain or gzip; of any size. Every row gets an answer: recorded, corrected,
withdrawn, a duplicate, or rejected with a code. One bad row never costs its neighbours. When an import is cut off, give the same file
again: it goes on where it was. The columns and all codes: docs/reference/results-import.md.

  --provider ID   the provider of rows that name none: its number or its id
  --dry-run       check everything, record nothing
  --rejects FILE  write the rejected rows there, with code and message added, to mend and import again
  --json          answer with one line of JSON

Exit 0; 1 when rows were rejected; 2 when the file cannot be used.

  npx nzrr results import results.csv.gz --rejects rejects.csv
`;

interface Asked {
  readonly file: string;
  readonly provider: string | null;
  readonly dryRun: boolean;
  readonly rejects: string | null;
  readonly json: boolean;
}

/** The counts of an import, and its first 1,000 rejects (contracts 6). */
export interface ResultsAnswer {
  readonly rows: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly duplicates: number;
  readonly rejectedRows: number;
  readonly rejected: readonly Reject[];
}

export const resultsImport: Command = {
  help: HELP,
  run: async (args, io) => {
    const asked = parse(args);
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`);
      return 2;
    }
    if (!(await isFile(resolve(io.cwd, asked.file)))) {
      io.err(`${asked.file} is not a file that can be read.\n`);
      return 2;
    }
    return withServices(io, (services) => importFile(services, asked, io));
  },
};

/** Imports as an operator and says what came of it; the command without its opening of the database. */
export async function importFile(services: Services, asked: Asked, io: Io): Promise<number> {
  const path = resolve(io.cwd, asked.file);
  let batch: BatchRow;
  try {
    batch = await importResults(
      services,
      { actor: 'operator', organisationId: null },
      { path, name: basename(path) },
      {
        dryRun: asked.dryRun,
        provider: asked.provider,
        onProgress: progress(io),
      },
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (asked.json) io.out(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`);
    io.err(`${asked.file}: ${error.message} (${error.code})\n`);
    return 2;
  }
  const read = services.db.asBatch;
  if (asked.rejects !== null) {
    try {
      await pipeline(Readable.from(rejectFile(read, batch, 'en')), createWriteStream(resolve(io.cwd, asked.rejects)));
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      io.err(`The results were imported, but ${asked.rejects} cannot be written: ${error.message}\n`);
      return 2;
    }
  }
  const rejected = await firstRejects(read, batch, 1000);
  const answer: ResultsAnswer = {
    rows: batch.rows_read,
    recorded: batch.recorded,
    corrected: batch.corrected,
    withdrawn: batch.withdrawn,
    duplicates: batch.duplicates,
    rejectedRows: batch.rejected,
    rejected,
  };
  io.out(asked.json ? `${JSON.stringify(answer)}\n` : sentences(answer, asked));
  return batch.rejected > 0 ? 1 : 0;
}

function parse(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        provider: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        rejects: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Name one file.';
    return {
      file,
      provider: values.provider ?? null,
      dryRun: values['dry-run'],
      rejects: values.rejects ?? null,
      json: values.json,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** A line on the error stream, at most once a second. */
function progress(io: Io): (at: { readonly rows: number; readonly rejected: number }) => void {
  const began = performance.now();
  let said = began;
  return ({ rows, rejected }) => {
    const now = performance.now();
    if (now - said < 1000) return;
    said = now;
    const rate = Math.round(rows / ((now - began) / 1000));
    io.err(
      `${rows.toLocaleString('en')} rows, ${rejected.toLocaleString('en')} rejected, ${rate.toLocaleString('en')} rows a second\n`,
    );
  };
}

function sentences(answer: ResultsAnswer, { dryRun, rejects }: Asked): string {
  const number = (value: number): string => value.toLocaleString('en');
  const verb = dryRun ? 'could be recorded' : 'recorded';
  const lines = [
    `${number(answer.rows)} rows: ${number(answer.recorded)} ${verb}, ${number(answer.corrected)} corrected, ${number(answer.withdrawn)} withdrawn, ${number(answer.duplicates)} duplicates, ${number(answer.rejectedRows)} rejected.`,
    ...answer.rejected.slice(0, 20).map(({ row, code, message }) => `  row ${number(row)}: ${message} (${code})`),
  ];
  if (answer.rejectedRows > 20)
    lines.push(`  and ${number(answer.rejectedRows - 20)} more${rejects === null ? '; --rejects FILE writes all of them' : ''}.`);
  if (dryRun) lines.push('Nothing was recorded: this was a dry run.');
  return `${lines.join('\n')}\n`;
}
