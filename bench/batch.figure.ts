import { Session } from 'node:inspector/promises';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { claimMany } from '../packages/server/src/award/claim-many.ts';
import { fulfil } from '../packages/server/src/award/claim-order.ts';
import { parameters } from '../packages/server/src/database/connection.ts';
import { generateResults } from '../packages/server/src/demonstration/generated-results.ts';
import type { OpenedDatabase } from '../packages/server/src/database/open.ts';
import { openServices } from '../packages/server/src/open-services.ts';
import { importResults } from '../packages/server/src/record/import-results.ts';
import type { Services } from '../packages/server/src/services.ts';
import { makeCatalogue } from './catalogue.ts';
import { type Figure, percentile } from './figure.ts';

const SCALE = Number(process.env['BENCH_SCALE'] ?? '1');
const CLAIMS = Math.max(200, Math.round(10_000 * SCALE));
const PROFILED = Math.max(100, Math.round(500 * SCALE));
const ROUND = Math.max(100, Math.round(300 * SCALE));
const ROUNDS = 3;
const AT_ONCE = 4;
/** A learner of a generated file has about 22 results, and three in four records allow an award. */
const ROWS = (CLAIMS + 2 * PROFILED + 2 * ROUNDS * ROUND) * 32;

/**
 * Awards for ten thousand learners who asked, each decided on their record, with two status entries, signed and written, in a product of its own. The
 * ratio is to the bare writing of the same documents: what is over is the work of reading, deciding, drawing and signing.
 */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-batch-'));
  chmodSync(folder, 0o711);
  const env = { RECOGNITION_DATA: folder, RECOGNITION_URL: 'http://127.0.0.1:8080' };
  const { services, opened, stop } = await openServices(env, { cwd: folder });
  const owner = new pg.Client(parameters(opened.owner, opened.ownerUser));
  try {
    await owner.connect();
    const learners = await people(owner, services, folder);
    const make = async (threads: number, most: number): Promise<number> => {
      let begun = 0;
      const place = { env, cwd: folder };
      // From the first one on, so that the start of threads is not in it.
      let outcomes = 0;
      const onOutcome = async (): Promise<void> => {
        begun ||= performance.now();
        outcomes += 1;
        if (outcomes % 2_000 === 0) console.log(`  ${outcomes} asked for`);
      };
      const orders = (function* () {
        for (let next = learners.pop(); next !== undefined; next = learners.pop()) yield { learner: next, named: false };
      })();
      const made = await claimMany({ services, place, threads }, orders, { most, onOutcome });
      if (made < most) throw new Error(`only ${made} of ${most} could claim`);
      return made / ((performance.now() - begun) / 1000);
    };
    const where = await profiled(() => make(0, PROFILED));
    const statements = await timed(services, learners.splice(-PROFILED));
    const database = postgresCpu(folder);
    const [before, began, own] = [database(), performance.now(), process.cpuUsage()];
    const rate = await make(0, CLAIMS);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(own);
    const [ours, theirs] = [(user + system) / 1000 / CLAIMS, (database() - before) / CLAIMS];
    const alone: number[] = [];
    const threaded: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await writeBare(owner, opened));
      alone.push(await make(0, ROUND));
      threaded.push(await make(2, ROUND));
    }
    const [one, two, written] = [percentile(alone, 0.5), percentile(threaded, 0.5), percentile(bare, 0.5)];
    return [
      {
        name: `${CLAIMS.toLocaleString('en-NZ')} ALQ credentials with status entries, to the database`,
        value: `${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second; of the processor ${theirs.toFixed(1)} ms each in PostgreSQL (${statements}) and ${ours.toFixed(1)} ms in ours (${where})`,
        ratio: one / written,
        target: 'published',
        reached: null,
        how: `learners of generated results files, 22 results on average: read, locked, decided, two status indices, signed, written, a transaction each, four at once, in one thread with an embedded PostgreSQL with fsync beside it; shares by profile and by statement over ${PROFILED} others; the ratio of ${ROUNDS} rounds of ${ROUND}, turn by turn, medians, to the bare writing of the same documents, a transaction each, four at once (${one.toFixed(0)} and ${written.toFixed(0)} a second)`,
      },
      {
        name: 'the same in two threads of their own, against one',
        value: `${two.toFixed(0)} a second (${one.toFixed(0)})`,
        ratio: two / one,
        target: 'published',
        reached: null,
        how: `${ROUNDS} rounds of ${ROUND}, turn by turn, medians; ${availableParallelism()} cores, which the database shares`,
      },
    ];
  } finally {
    await owner.end();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function people(owner: pg.Client, services: Services, folder: string): Promise<number[]> {
  const path = join(folder, 'results.csv');
  writeFileSync(path, [...generateResults({ seed: 1, rows: ROWS, offers: await makeCatalogue(owner) })].join(''));
  const asker = { actor: 'operator', organisationId: null };
  const { recorded } = await importResults(services, asker, { path, name: 'bench' }, {});
  if (recorded !== ROWS) throw new Error(`only ${recorded} of ${ROWS} rows were recorded`);
  // What an import fills; the tables of awards are empty, and a plan that knew them as that would be kept.
  for (const table of ['record.achievement_state', 'catalogue.outcome']) await owner.query(`analyze ${table}`);
  const { rows } = await owner.query<{ id: string }>('select distinct learner_id as id from record.achievement_state order by 1');
  return rows.map(({ id }) => Number(id));
}

/** How many a second: the documents of awards that were made, each written by a statement and a transaction of its own, four connections at once. */
async function writeBare(owner: pg.Client, opened: OpenedDatabase): Promise<number> {
  const { rows } = await owner.query<{ input: string; trace: string; credential: string }>(
    `select decision_input::text as input, decision_trace::text as trace, credential::text as credential
       from award.award_state order by award_id desc limit $1`,
    [ROUND],
  );
  await owner.query('create table if not exists public.bare (input json, trace json, credential json)');
  const clients = await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const client = new pg.Client(parameters(opened.owner, opened.ownerUser));
      await client.connect();
      return client;
    }),
  );
  const write = async (client: pg.Client): Promise<void> => {
    for (let row = rows.pop(); row !== undefined; row = rows.pop())
      await client.query({
        name: 'bare',
        text: 'insert into public.bare (input, trace, credential) values ($1, $2, $3)',
        values: [row.input, row.trace, row.credential],
      });
  };
  const [count, began] = [rows.length, performance.now()];
  await Promise.all(clients.map(write));
  const rate = count / ((performance.now() - began) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

/** What the processes of the database in this folder took of the processor, in milliseconds (proc(5): ticks of 10 ms). */
function postgresCpu(folder: string): () => number {
  const [postmaster = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const ticks = (id: string): number => {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      const [user = 0, system = 0, ended = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
      if (id === postmaster) return user + system + ended + endedSystem;
      return fields[1] === postmaster ? user + system : 0;
    } catch {
      // It ended while we looked.
      return 0;
    }
  };
  return () => readdirSync('/proc').reduce((sum, name) => sum + (/^\d+$/u.test(name) ? ticks(name) : 0), 0) * 10;
}

/** Parts of the work by where their code is; what runs in Node itself counts to whoever called it. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/packages\/recognition\//u, 'deciding and explaining'],
  [/packages\/credentials\/|award\/credential\.ts|keys\//u, 'the credential and its signature'],
  [/log\/(canonical|leaf)\.ts/u, 'digests of the decision and of the event'],
  [/node_modules\/(pg|postgres)|database\/connection\.ts/u, 'talking to the database'],
];

async function profiled(work: () => Promise<unknown>): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const partOf = (id: number | undefined): string | null => {
    const frame = id === undefined ? undefined : nodes.get(id)?.callFrame;
    if (frame === undefined || frame.functionName === '(idle)') return null;
    if (frame.functionName === '(garbage collector)') return 'collecting memory';
    const found = PARTS.find(([pattern]) => pattern.test(frame.url))?.[1];
    return found ?? (frame.functionName === '(root)' ? 'the rest' : partOf(parents.get(id ?? 0)));
  };
  const took = new Map<string, number>();
  for (const id of profile.samples ?? []) {
    const part = partOf(id);
    if (part !== null) took.set(part, (took.get(part) ?? 0) + 1);
  }
  return shares(took);
}

/** Which statements are waited for, one claim after another; the beginning and the end of transactions are not among them. */
async function timed(services: Services, learners: readonly number[]): Promise<string> {
  const took = new Map<string, number>();
  const db: Services['db'] = {
    ...services.db,
    asBatch: (inside) =>
      services.db.asBatch((tx) =>
        inside({
          ...tx,
          query: async (query) => {
            const began = performance.now();
            try {
              return await tx.query(query);
            } finally {
              const name = query.name ?? 'others';
              took.set(name, (took.get(name) ?? 0) + performance.now() - began);
            }
          },
        }),
      ),
  };
  for (const learner of learners) await fulfil({ ...services, db }, { learner, named: false });
  return shares(took);
}

function shares(took: ReadonlyMap<string, number>): string {
  const all = [...took.values()].reduce((sum, one) => sum + one, 0);
  return [...took]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 6)
    .map(([name, one]) => `${name} ${Math.round((100 * one) / all)}%`)
    .join(', ');
}
