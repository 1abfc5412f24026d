import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { generateResults } from '../demonstration/generated-results.ts';
import { fileKeyStore } from '../keys/file-key-store.ts';
import type { Services } from '../services.ts';
import { testServices } from '../test-services.ts';
import type { BatchRow } from './import-queries.ts';
import { importResults } from './import-results.ts';
import { aFile, setScene } from './test-scene.ts';

let at: TestDatabase;
let services: Services;
const keys = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.json');
const operator = { actor: 'operator', organisationId: null };
const offers = ['T1', 'T2', 'T4', '8100'].map((outcome) => ({
  outcome,
  field: 'health',
  provider: 'test-kea',
  from: '2015-01-01',
  to: '2021-06-30',
}));

beforeAll(async () => {
  at = await testDatabase();
  services = { ...testServices(at), keys: fileKeyStore(keys) };
  await setScene(at.owner);
});
afterAll(() => at.end());

function generated(seed: number, rows: number): string {
  return [...generateResults({ seed, rows, offers, firstLearner: seed * 20_000 })].join('');
}

async function totals(): Promise<{ events: number; states: number; refs: number; once: boolean }> {
  const { rows } = await at.owner.query(`select (select count(*)::integer from record.achievement_event) as events,
    (select count(*)::integer from record.achievement_state) as states, (select count(*)::integer from record.result_reference) as refs,
    not exists (select from record.achievement_state group by provider_id, reference, outcome_id having count(*) > 1) as once`);
  return rows[0];
}

/** Starts an import in a process of its own; kills it after so many milliseconds, or lets it end. */
function importInProcess(path: string, killAfter: number | null): Promise<unknown> {
  const child = fork(fileURLToPath(new URL('test-importer.ts', import.meta.url)), [at.host, at.name, keys, path, '100'], {
    execArgv: [],
  });
  return new Promise((done, failed) => {
    let answer: unknown = 'killed';
    let timer: NodeJS.Timeout | undefined;
    child.on('message', (message) => {
      if (typeof message === 'number') {
        if (killAfter !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
      } else answer = message;
    });
    child.once('error', failed);
    child.once('exit', () => {
      clearTimeout(timer);
      done(answer);
    });
  });
}

test('an import that is killed at any moment goes on, and nothing is lost or doubled', async () => {
  const path = aFile(generated(1, 3000));
  const before = await totals();
  let kills = 0;
  let answer: unknown = 'killed';
  for (const killAfter of [0, 37, 111, 5, 64, null]) {
    answer = await importInProcess(path, killAfter);
    if (answer !== 'killed') break;
    kills += 1;
    const { rows } = await at.owner.query<BatchRow>('select * from record.import_batch');
    const after = await totals();
    // What is counted is exactly what is there, at whatever moment the process went.
    expect(rows).toHaveLength(1);
    expect(after.refs - before.refs).toBe(rows[0]?.recorded);
    expect(after.once).toBe(true);
  }
  expect(kills).toBeGreaterThan(1);
  expect(answer).toEqual({ recorded: 3000, duplicates: 0, rejected: 0, rows: 3000 });
  const after = await totals();
  expect(after.refs).toBe(3000);
  expect(after.states).toBe(after.events);
  expect(after.states).toBeGreaterThan(3000);
  expect(await importInProcess(path, null)).toEqual({ recorded: 0, duplicates: 3000, rejected: 0, rows: 3000 });
  expect(await totals()).toEqual(after);
}, 240_000);

test('of two imports of one file at the same time one runs and the other is told', async () => {
  const path = aFile(generated(2, 3000));
  const both = await Promise.allSettled(
    [1, 2].map(() => importResults(services, operator, { path, name: 'twice' }, { batchRows: 200 })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'import-running', status: 409 });
  const { rows } = await at.owner.query(`select count(*)::integer as n from record.result_reference where reference like '2-%'`);
  expect(rows).toEqual([{ n: 3000 }]);
});

test('two files with the same rows at the same time record each once', async () => {
  const text = generated(3, 2000);
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const files = [text, `${[header, ...lines.toReversed()].join('\n')}\n`].map((content) => aFile(content));
  const answers = await Promise.all(
    files.map((path) => importResults(services, operator, { path, name: 'crossed' }, { batchRows: 100 })),
  );
  expect(answers.reduce((sum, answer) => sum + answer.recorded, 0)).toBe(2000);
  expect(answers.reduce((sum, answer) => sum + answer.duplicates, 0)).toBe(2000);
  expect((await totals()).once).toBe(true);
});

test('a gzip file that breaks off keeps what came before, and the whole file can be sent again', async () => {
  const whole = gzipSync(generated(4, 12_000));
  const broken = aFile(whole.subarray(0, Math.floor(whole.length * 0.7)), 'csv.gz');
  await expect(importResults(services, operator, { path: broken, name: 'broken' }, { batchRows: 300 })).rejects.toMatchObject({
    code: 'gzip-truncated',
  });
  const { rows } = await at.owner.query<BatchRow>(`select * from record.import_batch where name = 'broken'`);
  expect(rows).toMatchObject([{ state: 'failed', error_code: 'gzip-truncated' }]);
  const answer = await importResults(services, operator, { path: aFile(whole, 'csv.gz'), name: 'whole' });
  expect(answer.recorded + answer.duplicates).toBe(12_000);
  expect(answer.duplicates).toBe(rows[0]?.recorded);
  expect(answer.duplicates).toBeGreaterThan(0);
});

test('a database that goes away in the middle leaves an import that goes on', async () => {
  const path = aFile(generated(5, 4000));
  let cut = false;
  const first = importResults(
    services,
    operator,
    { path, name: 'cut' },
    {
      batchRows: 200,
      onProgress: () => {
        if (cut) return;
        cut = true;
        void at.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
          [at.name],
        );
      },
    },
  );
  await expect(first).rejects.toThrow();
  const answer = await importResults(services, operator, { path, name: 'cut' }, { batchRows: 200 });
  expect(answer).toMatchObject({ recorded: 4000, duplicates: 0, rejected: 0, name: 'cut', state: 'done' });
});

test('an import that is stopped ends after the batch it is at', async () => {
  const path = aFile(generated(6, 4000));
  let asked = false;
  const run = importResults(
    services,
    operator,
    { path, name: 'stopped' },
    {
      batchRows: 200,
      onProgress: () => {
        if (asked) return;
        asked = true;
        void at.owner.query(`update record.import_batch set state = 'stopped', ended_at = now() where name = 'stopped'`);
      },
    },
  );
  await expect(run).rejects.toMatchObject({ code: 'import-stopped' });
  const { rows } = await at.owner.query<BatchRow>(`select * from record.import_batch where name = 'stopped'`);
  expect(rows[0]?.recorded).toBeLessThan(4000);
  expect(rows[0]?.rows_read).toBe(rows[0]?.recorded);
});
