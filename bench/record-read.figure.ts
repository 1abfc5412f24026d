import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import pg from 'pg';
import { openDatabase, parameters } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { generateResults } from '../packages/server/src/demonstration/generated-results.ts';
import type { App, SignedIn } from '../packages/server/src/http/route.ts';
import { serializerCompiler } from '../packages/server/src/http/serializer.ts';
import { importResults } from '../packages/server/src/record/import-results.ts';
import { recordRoutes } from '../packages/server/src/record/routes.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import { makeCatalogue } from './catalogue.ts';
import { type Figure, percentile } from './figure.ts';

const RESULTS = 200_000;
const CONCURRENT = 8;
/** One after the other, many times: what else the machine does meets both. */
const ROUNDS = 12;
const SECONDS = 1;

/** GET of a learner's record with its decision against the bare query behind Fastify, both in this process, one after the other. */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'record-read-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  await owner.connect();
  await migrate(owner);
  const db = await openDatabase(address, address, { poolSize: CONCURRENT });
  const pool = new pg.Pool({ ...parameters(address, 'postgres'), max: CONCURRENT });
  const app = Fastify().withTypeProvider<ZodTypeProvider>() as App;
  try {
    const services = testServices({ db });
    const path = join(folder, 'results.csv');
    writeFileSync(path, [...generateResults({ seed: 2, rows: RESULTS, offers: await makeCatalogue(owner) })].join(''));
    await importResults(services, { actor: 'operator', organisationId: null }, { path, name: 'bench' });
    await owner.query('analyze');
    const learners = await signIn(owner);
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    app.decorateRequest('signedIn', null);
    app.decorateRequest('language', 'en');
    app.addHook('onRequest', async (asked) => {
      asked.signedIn = learners[Number(asked.headers['x-learner'])] ?? null;
    });
    app.get('/bare', async (asked, reply) => {
      const { rows } = await pool.query({
        name: 'bare',
        text: 'select * from record.achievement_state where learner_id = $1',
        values: [learners[Number(asked.headers['x-learner'])]?.learnerId],
      });
      return reply.type('application/json').send(JSON.stringify(rows));
    });
    recordRoutes(app, services);
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    await load(`${origin}/api/v1/learners/me/record`, learners.length, 2);
    await load(`${origin}/bare`, learners.length, 2);
    const rounds: { readonly bare: Load; readonly whole: Load }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await load(`${origin}/bare`, learners.length, SECONDS);
      rounds.push({ bare, whole: await load(`${origin}/api/v1/learners/me/record`, learners.length, SECONDS) });
    }
    const ms = rounds.flatMap(({ whole }) => whole.ms);
    const p99 = percentile(ms, 0.99);
    const middle = (of: (round: (typeof rounds)[number]) => number): number => percentile(rounds.map(of), 0.5);
    const ratio = middle(({ bare, whole }) => whole.rate / bare.rate);
    const how = `${learners.length} learners with ${Math.round(RESULTS / learners.length)} results on average, ${CONCURRENT} requests at a time, the asking side in the same process; ${ROUNDS} rounds of ${SECONDS} s each, medians`;
    return [
      {
        name: 'a learner’s record with its decision, p99',
        value: `${p99.toFixed(1)} ms (median ${percentile(ms, 0.5).toFixed(1)} ms)`,
        target: '< 50 ms',
        reached: p99 < 50,
        how,
      },
      {
        name: 'a learner’s record with its decision against the bare query',
        value: `${Math.round(middle(({ whole }) => whole.rate))} requests/s (bare ${Math.round(middle(({ bare }) => bare.rate))})`,
        ratio,
        target: '>= 0.5',
        reached: ratio >= 0.5,
        how: `${how}; the bare query selects the same learner’s rows on a pool of its own and sends them as JSON`,
      },
    ];
  } finally {
    await app.close();
    await pool.end();
    await db.end();
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signIn(owner: pg.Client): Promise<readonly SignedIn[]> {
  const { rows } = await owner.query<{ id: number }>('select distinct learner_id as id from record.achievement_state order by 1');
  await owner.query(
    `insert into access.session (token_hash, kind, learner_id, expires_at)
     select sha256(convert_to('bench-' || id, 'UTF8')), 'learner', id, now() + interval '1 hour' from unnest($1::bigint[]) id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ id }) => ({
    acting: { kind: 'learner', token: `bench-${id}` },
    kind: 'learner',
    actor: 'account:1',
    accountId: 1,
    clientId: null,
    learnerId: id,
    organisationId: null,
    roles: [],
    scopes: [],
  }));
}

interface Load {
  /** Requests in a second. */
  readonly rate: number;
  readonly ms: readonly number[];
}

async function load(url: string, learners: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const ms: number[] = [];
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENT }, async (_, lane) => {
      for (let n = lane; performance.now() < until; n += 97) {
        const start = performance.now();
        await get(url, agent, n % learners);
        ms.push(performance.now() - start);
      }
    }),
  );
  agent.destroy();
  return { rate: ms.length / ((performance.now() - began) / 1000), ms };
}

function get(url: string, agent: Agent, learner: number): Promise<void> {
  return new Promise((done, failed) => {
    request(url, { agent, headers: { 'x-learner': String(learner) } }, (reply) => {
      if (reply.statusCode !== 200) failed(new Error(`${url} answered ${reply.statusCode}`));
      reply.resume();
      reply.once('end', () => done());
    })
      .once('error', failed)
      .end();
  });
}
