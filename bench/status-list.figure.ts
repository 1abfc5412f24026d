import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { publishedStatusList, setStatus } from '../packages/server/src/award/status.ts';
import { openDatabase } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import { type Figure, percentile } from './figure.ts';

const ENTRIES = 1_048_576;
const CHANGES = Math.max(10, Math.round(60 * Number(process.env['BENCH_SCALE'] ?? '1')));

/** From one change of a bit to the signed list that says it, on a list of a million entries of which one in fifty is raised. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-status-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  try {
    await owner.connect();
    await migrate(owner);
    const db = await openDatabase(address, address);
    const services = testServices({ db });
    const bits = Buffer.alloc(ENTRIES / 8);
    // Drawn at random as places are, and the same in every run: what is scattered packs badly.
    for (let draw = 0, at = 1; draw < ENTRIES / 50; draw += 1) {
      at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
      const index = at >>> 12;
      bits[index >> 3]! |= 128 >> (index & 7);
    }
    const list = 'a'.repeat(32);
    await owner.query(`insert into award.status_list (public_id, purpose, size, bits) values ($1, 'revocation', $2, $3)`, [
      list,
      ENTRIES,
      bits,
    ]);
    await owner.query(
      `insert into award.status_entry (list_id, index, learner_id, credential_id)
       select l.list_id, n * 1001 + 1, 1024, 'urn:bench:' || n from award.status_list l, generate_series(0, $1) n`,
      [CHANGES],
    );
    const one = async (n: number): Promise<number> => {
      const begun = performance.now();
      await db.asBatch((tx) => setStatus(tx, 'revocation', `urn:bench:${n}`, true));
      await publishedStatusList(services, list);
      return performance.now() - begun;
    };
    await one(CHANGES);
    const waits: number[] = [];
    for (let n = 0; n < CHANGES; n += 1) waits.push(await one(n));
    await db.end();
    const median = percentile(waits, 0.5);
    return [
      {
        name: 'one change to a status list of a million entries, until it is published',
        value: `median ${median.toFixed(0)} ms, 95 of 100 within ${percentile(waits, 0.95).toFixed(0)} ms`,
        target: '< 100 ms',
        reached: median < 100,
        how: `${CHANGES} changes one after another, each: the bit under its lock, the list read, packed, signed (eddsa-rdfc-2022) and kept, on an embedded PostgreSQL with fsync; ${ENTRIES} entries, one in fifty raised at random`,
      },
    ];
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
