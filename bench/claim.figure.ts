import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { claimAward } from '../packages/server/src/award/index.ts';
import { openDatabase } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { LEARNER, setScene } from '../packages/server/src/award/test-scene.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import { type Figure, percentile } from './figure.ts';

const CLAIMS = Math.max(20, Math.round(400 * Number(process.env['BENCH_SCALE'] ?? '1')));
const AT_ONCE = 4;

/** Claims over real PostgreSQL with fsync: lock, read, decide, draw status, sign, write; four learners at a time. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-claim-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  try {
    await owner.connect();
    await migrate(owner);
    await setScene(owner);
    const db = await openDatabase(address, address);
    const services = testServices({ db });
    const learners = Array.from({ length: CLAIMS }, (_, n) => (1000 + n) * 1024 + (n % 1024));
    await owner.query(
      `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
       select l.id, (l.n * 100 + row_number() over (partition by l.id)) * 1024 + l.id % 1024, s.outcome_id, s.provider_id, s.achieved_on, s.counting_on, s.result, s.mode, s.status, true, s.reference
         from unnest($1::bigint[]) with ordinality as l (id, n) cross join record.achievement_state s where s.learner_id = $2`,
      [learners, LEARNER],
    );
    await owner.query(
      `insert into access.session (token_hash, kind, account_id, learner_id, expires_at) select sha256(convert_to('bench-' || id, 'UTF8')), 'learner', id, id, now() + interval '1 hour' from unnest($1::bigint[]) id`,
      [learners],
    );
    const { rows } = await owner.query<{ id: number; select: string[] }>(
      `select learner_id as id, (array_agg(achievement_id::text order by counting_on, achievement_id))[1:8] as select from record.achievement_state where learner_id = any($1) group by 1`,
      [learners],
    );
    const waits: number[] = [];
    const started = performance.now();
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let row = rows[next++]; row !== undefined; row = rows[next++]) {
        const begun = performance.now();
        const acting = { kind: 'learner', token: `bench-${row.id}` } as const;
        const signedIn = {
          acting,
          kind: 'learner',
          actor: `account:${row.id}`,
          accountId: row.id,
          clientId: null,
          learnerId: row.id,
          organisationId: null,
          roles: [],
          scopes: [],
        } as const;
        await claimAward(services, signedIn, { award: 'alq', major: null, select: row.select, nameOnAward: null });
        waits.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = (performance.now() - started) / 1000;
    await db.end();
    return [
      {
        name: 'claim an award',
        value: `${(CLAIMS / seconds).toFixed(1)} claims a second; median ${percentile(waits, 0.5).toFixed(0)} ms, 99 of 100 within ${percentile(waits, 0.99).toFixed(0)} ms`,
        target: 'published',
        reached: null,
        how: `${CLAIMS} learners, ${AT_ONCE} at a time, each claims 8 outcomes: lock, read, decide, two status indices, signature, write, on an embedded PostgreSQL with fsync`,
      },
    ];
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
