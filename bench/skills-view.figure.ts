import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skillsView } from '@recognition/recognition';
import pg from 'pg';
import { openDatabase } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import { loadDemonstrationCatalogue } from '../packages/server/src/demonstration/catalogue/load.ts';
import { loadDemonstrationResults } from '../packages/server/src/demonstration/index.ts';
import { loadDemonstrationSkills } from '../packages/server/src/demonstration/skill-scheme.ts';
import { exportRecord } from '../packages/server/src/record/read-record.ts';
import { resultsOf, skillsOfLearner } from '../packages/server/src/record/skills.ts';
import { loadOwnSkills } from '../packages/server/src/skill/own-skills.ts';
import { statementsOf } from '../packages/server/src/skill/statement-queries.ts';
import { testServices } from '../packages/server/src/test-services.ts';
import { type Figure, load, percentile } from './figure.ts';

const TIMES = 60;

/** The record of the demonstration's learner of 300 results, read as skills: the rules alone, and with the record read from PostgreSQL. */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'skills-view-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  await owner.connect();
  await migrate(owner);
  const db = await openDatabase(address, address);
  try {
    const services = testServices({ db });
    await loadOwnSkills(services);
    await loadDemonstrationCatalogue(services);
    await loadDemonstrationSkills(services);
    await loadDemonstrationResults(services, 20);
    await owner.query('analyze');
    const { rows } = await owner.query<{ id: string; n: number }>(
      'select learner_id::text as id, count(*)::integer as n from record.achievement_state group by learner_id order by n desc limit 1',
    );
    const learner = Number(rows[0]?.id);
    const record = await exportRecord(services, learner);
    const statements = await db.asBatch((tx) =>
      statementsOf(tx, [...new Set(record.achievements.map(({ outcome }) => outcome))]),
    );
    const results = resultsOf(record);
    const whole = await timed(async () => void (await skillsOfLearner(services, learner)));
    const rules = await timed(async () => void skillsView(statements, results, 'kind'));
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    const [p95, alone] = [percentile(whole, 0.95), percentile(rules, 0.95)];
    return [
      {
        name: `skills view of ${results.length} outcomes, p95`,
        value: `${ms(p95)} (median ${ms(percentile(whole, 0.5))}); the rules alone ${ms(alone)}`,
        target: '< 100 ms',
        reached: p95 < 100,
        how: `${TIMES} times, one after the other: ${statements.length} statements of skills, the record read from PostgreSQL each time; ${load()}`,
      },
    ];
  } finally {
    await db.end();
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let time = 0; time < TIMES + 5; time += 1) {
    const before = performance.now();
    await work();
    if (time >= 5) took.push(performance.now() - before);
  }
  return took;
}
