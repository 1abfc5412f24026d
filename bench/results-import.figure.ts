import { fork } from 'node:child_process';
import { createReadStream, createWriteStream, chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { generateResults } from '../packages/server/src/demonstration/generated-results.ts';
import { NODE_OPTIONS } from '../config/find-node.mjs';
import { makeCatalogue } from './catalogue.ts';
import type { Figure } from './figure.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 5_000_000);
const MILLION = 1_000_000;
const TABLES = ['record.result_reference', 'record.achievement_event', 'record.achievement_state'] as const;

/** The import of generated results against COPY of the very rows it wrote into the same tables, in the same cluster and run. */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'results-import-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  await owner.connect();
  await migrate(owner);
  const offers = await makeCatalogue(owner);
  try {
    const path = join(folder, 'results.csv');
    await pipeline(Readable.from(pieces(generateResults({ seed: 1, rows: ROWS, offers }))), createWriteStream(path));
    const { recorded, rejected, codes, ms: importMs, rss, marks } = await importInChild(server.host, server.port, path);
    if (recorded !== ROWS)
      throw new Error(`${recorded} of ${ROWS} rows were recorded, ${rejected} rejected: ${JSON.stringify(codes)}`);
    const copyMs = await copySameRows(owner, folder);
    const rate = ROWS / (importMs / 1000);
    const ratio = copyMs / importMs;
    const first = rateBetween(marks, 0, Math.min(MILLION, ROWS / 5));
    const last = rateBetween(marks, ROWS - Math.min(MILLION, ROWS / 5), ROWS);
    const how = `${ROWS.toLocaleString('en')} generated rows (${Math.round(statSync(path).size / 2 ** 20)} MiB of CSV, learners new), batches of 4,000, one transaction each`;
    return [
      {
        name: 'results import against COPY of the same rows',
        value: `${Math.round(rate).toLocaleString('en')} rows/s (COPY ${Math.round(ROWS / (copyMs / 1000)).toLocaleString('en')})`,
        ratio,
        target: '>= 0.25',
        reached: ratio >= 0.25,
        how: `${how}; COPY into reference, event and state, one after another`,
      },
      {
        name: 'results import, last million rows against the first',
        value: `${Math.round(last).toLocaleString('en')} rows/s (first ${Math.round(first).toLocaleString('en')})`,
        ratio: last / first,
        target: '>= 0.9',
        reached: last / first >= 0.9,
        how,
      },
      {
        name: 'results import, memory',
        value: `${Math.round(rss / 2 ** 20)} MiB`,
        target: '< 400 MB',
        reached: rss < 400e6,
        how: `${how}; largest resident set of the importing process`,
      },
    ];
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const importedSchema = z.object({
  recorded: z.int(),
  rejected: z.int(),
  codes: z.unknown(),
  ms: z.number(),
  rss: z.number(),
  marks: z.array(z.object({ rows: z.int(), ms: z.number() })),
});
type Imported = z.infer<typeof importedSchema>;

function importInChild(host: string, port: number, path: string): Promise<Imported> {
  const child = fork(new URL('results-import.child.ts', import.meta.url), [host, String(port), path], {
    stdio: 'inherit',
    execArgv: NODE_OPTIONS,
  });
  return new Promise((done, failed) => {
    child.once('message', (message) => done(importedSchema.parse(message)));
    child.once('exit', (code) => failed(new Error(`the importing process ended with ${code}`)));
  });
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length > 1 << 18) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function rateBetween(marks: readonly { rows: number; ms: number }[], from: number, to: number): number {
  const begin = marks.findLast((mark) => mark.rows <= from) ?? { rows: 0, ms: 0 };
  const end = marks.find((mark) => mark.rows >= to) ?? marks.at(-1) ?? begin;
  return (end.rows - begin.rows) / ((end.ms - begin.ms) / 1000);
}

async function copySameRows(owner: pg.Client, folder: string): Promise<number> {
  for (const table of TABLES)
    await pipeline(owner.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, table)));
  await owner.query(`truncate ${TABLES.join(', ')}`);
  await owner.query('checkpoint');
  const began = performance.now();
  for (const table of TABLES)
    await pipeline(
      createReadStream(join(folder, table), { highWaterMark: 1 << 18 }),
      owner.query(copyFrom(`copy ${table} from stdin`)),
    );
  return performance.now() - began;
}
