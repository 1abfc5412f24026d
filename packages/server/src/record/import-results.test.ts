import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { mergeLearners } from '../identity/index.ts';
import { type AchievementChange, afterAchievementChanged } from './changes.ts';
import type { BatchRow } from './import-queries.ts';
import { importResults, type Reporter } from './import-results.ts';
import { eventLeafHash } from './leaf.ts';
import type { Column } from './read/columns.ts';
import { exportRecord } from './read-record.ts';
import { rebuildState } from './rebuild-state.ts';
import { REJECT_CODES, type RejectCode } from './reject-codes.ts';
import { firstRejects, rejectFile } from './rejects.ts';
import { aFile, aRow, csvOf, setScene } from './test-scene.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
const operator: Reporter = { actor: 'operator', organisationId: null };
const told: { learnerId: number; ids: readonly number[]; change: AchievementChange }[] = [];

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  afterAchievementChanged(async (_tx, _services, learnerId, ids, change) => {
    told.push({ learnerId, ids, change });
  });
});
afterAll(() => at.end());
beforeEach(async () => {
  told.length = 0;
  await at.owner.query(
    'truncate record.achievement_event, record.achievement_state, record.result_reference, record.import_reject, record.import_batch, identity.asked',
  );
});

type Changes = Partial<Record<Column, string>>;

async function load(
  rows: readonly Changes[],
  options: Parameters<typeof importResults>[3] = {},
  reporter: Reporter = operator,
): Promise<BatchRow & { rejects: readonly (readonly [number, string])[] }> {
  const file = csvOf(rows.map((row, n) => aRow({ reference: `r-${n + 1}`, ...row })));
  const batch = await importResults(services, reporter, { path: aFile(file), name: 'test.csv' }, options);
  return {
    ...batch,
    rejects: (await firstRejects(services.db.asBatch, batch, 1000)).map(({ row, code }) => [row, code] as const),
  };
}

async function states() {
  const { rows } =
    await at.owner.query(`select s.*, o.public_id as outcome, p.public_id as provider from record.achievement_state s
    join catalogue.outcome o using (outcome_id) join catalogue.organisation p on p.organisation_id = s.provider_id order by reference, o.public_id`);
  return rows;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function count(table: string): Promise<number> {
  const { rows } = await at.owner.query(`select count(*)::integer as n from ${table}`);
  return rows[0].n;
}

async function organisation(publicId: string): Promise<number> {
  const { rows } = await at.owner.query('select organisation_id from catalogue.organisation where public_id = $1', [publicId]);
  return rows[0].organisation_id;
}

describe('recording', () => {
  test('makes event, state and reference', async () => {
    expect(await load([{}])).toMatchObject({ state: 'done', recorded: 1, rejected: 0, rows_total: 1, duplicates: 0 });
    expect(await states()).toMatchObject([
      {
        outcome: 't-2',
        provider: 'test-kea',
        achieved_on: '2023-03-01',
        counting_on: '2023-03-01',
        result: 'achieved',
        mode: 'assessed',
        status: 'confirmed',
        countable: true,
        reference: 'r-1',
      },
    ]);
    expect(await count('record.achievement_event')).toBe(1);
    expect(await count('record.result_reference')).toBe(1);
  });

  test('takes a provider by its number, or from the import', async () => {
    expect(await load([{ provider: '9001' }, { provider: '' }], { provider: '9001' })).toMatchObject({
      recorded: 2,
      rejected: 0,
    });
  });

  test.each([
    ['N', 'not-achieved', false],
    ['A', 'achieved', true],
    ['M', 'merit', true],
    ['E', 'excellence', true],
    ['Merit', 'merit', true],
  ])('takes %s as %s', async (written, result, countable) => {
    await load([{ result: written }]);
    expect(await states()).toMatchObject([{ result, countable }]);
  });

  test('a standard records every one of its outcomes, under one reference', async () => {
    expect(await load([{ outcome: '8100' }])).toMatchObject({ recorded: 1 });
    expect((await states()).map((row) => row.outcome)).toEqual(['t-g-1', 't-g-2']);
    const { rows } = await at.owner.query('select cardinality(achievement_ids) as n from record.result_reference');
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('an empty version is the one in force on the date', async () => {
    await load([
      { outcome: 'T1', date: '2020-05-01' },
      { outcome: 'T1', date: '2023-05-01' },
      { outcome: 'T1', date: '2023-05-01', version: '1' },
    ]);
    expect((await states()).map((row) => row.outcome)).toEqual(['t-1', 't-1-2', 't-1']);
  });

  test('a legacy outcome is recorded and counts; an outcome that is not accredited is recorded and does not', async () => {
    await load([{ outcome: 'T4' }, { outcome: 'T5' }]);
    expect(await states()).toMatchObject([
      { outcome: 't-legacy', countable: true },
      { outcome: 't-own', countable: false },
    ]);
  });

  test('a credit transfer counts from its original date; recognition of prior learning from its own', async () => {
    await load([{ mode: 'crt', original_date: '2016-02-29', original_provider: '9002' }, { mode: 'RPL' }]);
    expect(await states()).toMatchObject([
      {
        mode: 'crt',
        original_on: '2016-02-29',
        counting_on: '2016-02-29',
        original_provider_id: await organisation('test-weka'),
      },
      { mode: 'rpl', original_on: null, counting_on: '2023-03-01' },
    ]);
  });

  test('a provisional result is recorded and does not count', async () => {
    await load([{ status: 'provisional' }]);
    expect(await states()).toMatchObject([{ status: 'provisional', countable: false }]);
  });

  test('names are compared without case, macrons and order', async () => {
    await load([
      { nsn: '0000100002', family_name: 'Tōtara', given_names: 'Ānahera' },
      { nsn: '0000100002', family_name: 'ANAHERA', given_names: 'Totara' },
    ]);
    const learners = new Set((await states()).map((row) => row.learner_id));
    expect(learners.size).toBe(1);
  });

  test('NDJSON and gzip give the same', async () => {
    const lines = [aRow({ reference: 'n-1' }), aRow({ reference: 'n-2' })].map((row) => JSON.stringify(row)).join('\n');
    const batch = await importResults(services, operator, { path: aFile(gzipSync(lines), 'ndjson.gz'), name: 'n' });
    expect(batch).toMatchObject({ recorded: 2, rejected: 0 });
  });

  test('each event carries the leaf of what it says', async () => {
    await load([
      {
        reference: 'ā "quoted" \\ one',
        provider: 'test-kea',
        mode: 'crt',
        original_date: '2016-02-29',
        original_provider: '9002',
      },
    ]);
    const { rows } = await at.owner.query('select * from record.achievement_event');
    const [event] = rows;
    const hash = eventLeafHash(
      {
        achievedOn: event.achieved_on,
        achievement: event.achievement_id,
        actor: event.actor,
        at: event.at.toISOString(),
        batch: event.batch_id,
        event: event.event_id,
        kind: event.kind,
        learner: event.learner_id,
        mode: event.mode,
        originalOn: event.original_on,
        originalProvider: event.original_provider_id,
        outcome: event.outcome_id,
        provider: event.provider_id,
        reason: event.reason,
        reference: event.reference,
        result: event.result,
        source: event.source_id,
        status: event.status,
      },
      event.leaf_salt,
    );
    expect(event.leaf_hash).toEqual(hash);
    expect(event.leaf_salt).toHaveLength(32);
    expect(event.achievement_id % 1024).toBe(event.learner_id % 1024);
  });
});

describe('a reference that is known', () => {
  test('same content is a duplicate; other content a conflict', async () => {
    await load([{}]);
    expect(await load([{}])).toMatchObject({ recorded: 0, duplicates: 1, rejected: 0 });
    const again = await load([{ result: 'merit' }]);
    expect(again).toMatchObject({ recorded: 0, duplicates: 0, rejects: [[1, 'reference-conflict']] });
    expect(await load([{ nsn: '0000100009', family_name: 'Kauri', given_names: 'Leo' }])).toMatchObject({
      rejects: [[1, 'reference-conflict']],
    });
    expect(await count('record.achievement_event')).toBe(1);
  });

  test('the same within one file, in its order', async () => {
    const answer = await load([
      { reference: 'x' },
      { reference: 'x' },
      { reference: 'x', result: 'merit' },
      { reference: 'x', result: 'merit', action: 'correct' },
      { reference: 'x', result: 'merit' },
      { reference: 'x', action: 'withdraw' },
      { reference: 'x', action: 'withdraw' },
      { reference: 'y' },
    ]);
    expect(answer).toMatchObject({
      recorded: 2,
      corrected: 1,
      withdrawn: 1,
      duplicates: 3,
      rejects: [[3, 'reference-conflict']],
    });
    expect((await states()).map((row) => [row.reference, row.result, row.status])).toEqual([
      ['x', 'merit', 'withdrawn'],
      ['y', 'achieved', 'confirmed'],
    ]);
  });

  test('a correction appends an event, changes the state and tells', async () => {
    await load([{}]);
    const [before] = await states();
    expect(await load([{ action: 'correct', date: '2022-03-01', result: 'E' }])).toMatchObject({ corrected: 1, rejected: 0 });
    expect(await states()).toMatchObject([
      { achievement_id: before.achievement_id, achieved_on: '2022-03-01', result: 'excellence' },
    ]);
    const { rows } = await at.owner.query('select kind, achieved_on from record.achievement_event order by event_id');
    expect(rows).toEqual([
      { kind: 'recorded', achieved_on: '2023-03-01' },
      { kind: 'corrected', achieved_on: '2022-03-01' },
    ]);
    expect(told).toEqual([{ learnerId: before.learner_id, ids: [before.achievement_id], change: 'corrected' }]);
    expect(await load([{ action: 'correct', date: '2022-03-01', result: 'E' }])).toMatchObject({ corrected: 0, duplicates: 1 });
  });

  test('a correction may name another version of the same learning', async () => {
    await load([{ outcome: 'T1', date: '2023-05-01', version: '1' }]);
    expect(await load([{ outcome: 'T1', date: '2023-05-01', version: '2', action: 'correct' }])).toMatchObject({ corrected: 1 });
    expect(await states()).toMatchObject([{ outcome: 't-1-2' }]);
  });

  test('a withdrawal needs no more than the reference, and takes the whole standard', async () => {
    await load([{ outcome: '8100' }]);
    const file = 'action,provider,reference\nwithdraw,test-kea,r-1\n';
    const answer = await importResults(services, operator, { path: aFile(file), name: 'w' });
    expect(answer).toMatchObject({ withdrawn: 1, rejected: 0 });
    expect(await states()).toMatchObject([
      { status: 'withdrawn', countable: false },
      { status: 'withdrawn', countable: false },
    ]);
    expect(told).toMatchObject([{ change: 'withdrawn', ids: [expect.any(Number), expect.any(Number)] }]);
  });

  test('what a listener throws undoes the whole batch', async () => {
    await load([{}]);
    let refuse = true;
    afterAchievementChanged(async () => {
      if (refuse) throw new Error('the award could not be decided');
    });
    await expect(load([{ reference: 'new' }, { reference: 'r-1', action: 'withdraw' }])).rejects.toThrow('could not be decided');
    expect(await states()).toMatchObject([{ reference: 'r-1', status: 'confirmed' }]);
    refuse = false;
  });

  test('a merged NSN is the same learner', async () => {
    const one = { nsn: '0000100003', family_name: 'Miro', given_names: 'Ines' };
    const other = { nsn: '0000100004', family_name: 'Miro', given_names: 'Ines' };
    await load([
      { ...one, reference: 'm-1' },
      { ...other, reference: 'm-2' },
    ]);
    await mergeLearners(services, one.nsn, other.nsn);
    expect(await load([{ ...other, reference: 'm-1' }])).toMatchObject({ duplicates: 1, rejected: 0 });
    const [first, second] = await states();
    const record = await exportRecord(services, second.learner_id);
    expect(record.achievements.map(({ id }) => id)).toEqual([String(first.achievement_id), String(second.achievement_id)]);
  });
});

const BAD: Record<Exclude<RejectCode, `json-${string}`>, Changes | readonly Changes[] | null> = {
  // These are seen in read.test.ts, where the text is made by hand.
  'field-count': null,
  'broken-quotes': null,
  'row-too-long': null,
  'not-utf-8': null,
  'forbidden-character': { given_names: 'Mere\nHine' },
  'unknown-action': { action: 'remove' },
  'reference-missing': { reference: '' },
  'reference-too-long': { reference: 'x'.repeat(201) },
  'provider-missing': { provider: '' },
  'provider-unknown': { provider: 'nobody' },
  'provider-not-yours': null,
  'nsn-malformed': { nsn: 'Rimu', family_name: '0000100001' },
  'name-missing': { family_name: '', given_names: '' },
  'name-too-long': { family_name: 'x'.repeat(201) },
  'birth-date-missing': { date_of_birth: '' },
  'birth-date-malformed': { date_of_birth: '4/5/1990' },
  'birth-date-impossible': { date_of_birth: '2024-01-01' },
  'identity-not-confirmed': [{}, { date_of_birth: '1991-05-04' }],
  'identity-limit-reached': null,
  'outcome-missing': { outcome: '' },
  'outcome-unknown': { outcome: 'T99' },
  'outcome-not-published': { outcome: 'T3' },
  'version-malformed': { version: '1.0' },
  'version-unknown': { outcome: 'T1', version: '3' },
  'version-needed': { outcome: 'T1', date: '2012-01-01' },
  'standard-incomplete': { outcome: '8200' },
  'result-unknown': { result: 'pass' },
  'status-unknown': { status: 'withdrawn' },
  'date-missing': { date: '' },
  'date-malformed': { date: '2/3/21' },
  'date-impossible': { date: '2023-02-31' },
  'date-in-future': { date: '2026-11-25' },
  'mode-unknown': { mode: '__proto__' },
  'original-date-missing': { mode: 'crt' },
  'original-date-malformed': { mode: 'crt', original_date: '2016' },
  'original-date-impossible': { mode: 'crt', original_date: '2015-02-29' },
  'original-date-after-date': { mode: 'crt', original_date: '2023-03-02' },
  'original-not-allowed': { original_date: '2020-01-01' },
  'original-provider-unknown': { mode: 'crt', original_date: '2020-01-01', original_provider: 'nobody' },
  'no-consent-to-assess': { provider: 'test-never' },
  'assessed-too-late': { outcome: 'T1', version: '1', date: '2024-01-01' },
  'reference-conflict': [{ reference: 'x' }, { reference: 'x', result: 'M' }],
  'reference-not-found': { action: 'correct' },
  'reference-withdrawn': [
    { reference: 'x' },
    { reference: 'x', action: 'withdraw' },
    { reference: 'x', action: 'correct', result: 'M' },
  ],
  'correct-other-outcome': [{ reference: 'x' }, { reference: 'x', action: 'correct', outcome: 'T4' }],
  'correct-other-learner': [
    { reference: 'x' },
    { reference: 'x', action: 'correct', nsn: '0000100010', family_name: 'Karaka', given_names: 'Hugo' },
  ],
};

describe('every reject code', () => {
  const cases = Object.entries(BAD).flatMap(([code, rows]) =>
    rows === null ? [] : [[code, Array.isArray(rows) ? rows : [rows]] as const],
  );

  test.each(cases)('%s: the row is answered, and a good one after it is recorded', async (code, rows) => {
    const answer = await load([...rows, { reference: 'good' }]);
    expect(answer.rejects).toEqual([[rows.length, code]]);
    expect((await states()).some((row) => row.reference === 'good')).toBe(true);
  });

  test.each(cases)('%s: a dry run says the same and records nothing', async (code, rows) => {
    const learners = await count('identity.learner');
    const answer = await load([...rows, { reference: 'good' }], { dryRun: true });
    // A dry run makes no learner, so it cannot tell that a second identity of a new one differs.
    if (code !== 'identity-not-confirmed') expect(answer.rejects).toEqual([[rows.length, code]]);
    expect(answer.state).toBe('done');
    for (const table of ['record.achievement_event', 'record.achievement_state', 'record.result_reference', 'record.import_seen'])
      expect(await count(table)).toBe(0);
    expect(await count('identity.learner')).toBe(learners);
  });

  test('consent is asked for the day, the field and the level', async () => {
    const answer = await load([
      { provider: 'test-weka', outcome: 'T1', date: '2024-06-30' },
      { provider: 'test-weka', outcome: 'T1', date: '2024-07-01' },
      { provider: 'test-weka', outcome: 'T2', date: '2020-01-01' },
    ]);
    expect(answer.rejects).toEqual([
      [2, 'no-consent-to-assess'],
      [3, 'no-consent-to-assess'],
    ]);
  });

  test('staff report for their own organisation, and for a closed one that it succeeds', async () => {
    const weka: Reporter = { actor: 'account:1', organisationId: await organisation('test-weka') };
    const answer = await load(
      [
        { provider: '', outcome: 'T1', date: '2020-01-01' },
        { provider: 'test-moa', date: '2019-01-01' },
        { provider: 'test-kea' },
      ],
      {},
      weka,
    );
    expect(answer.rejects).toEqual([[3, 'provider-not-yours']]);
    expect(answer.recorded).toBe(2);
  });

  test('a provider that probes is answered only so often', async () => {
    await load([{ nsn: '0000200001' }]);
    const kea: Reporter = { actor: 'account:2', organisationId: await organisation('test-kea') };
    const allowed = services.settings.identityMissesPerHour;
    const guesses = Array.from({ length: allowed + 20 }, (_, n) => ({
      nsn: '0000200001',
      date_of_birth: `19${30 + (n % 60)}-01-${10 + Math.floor(n / 60)}`,
    }));
    const answer = await load([...guesses, { nsn: '0000200001', reference: 'right' }], {}, kea);
    expect(answer.rejects.filter(([, code]) => code === 'identity-not-confirmed').length).toBe(allowed);
    expect(answer.rejects.at(-1)).toEqual([allowed + 21, 'identity-limit-reached']);
  });

  test('each has both languages, ends its sentences and is in the reference', async () => {
    const { readFile } = await import('node:fs/promises');
    const page = await readFile(new URL('../../../../docs/reference/results-import.md', import.meta.url), 'utf8');
    for (const [code, { message, fix }] of Object.entries(REJECT_CODES)) {
      expect(page).toContain(`\`${code}\``);
      for (const text of [message.en, message.mi, fix.en, fix.mi]) expect(text).toMatch(/^\S.*\.$/);
    }
  });
});

describe('the reject file', () => {
  test('is the same CSV with code and message, and can be mended and sent again', async () => {
    const columns: Column[] = [
      'reference',
      'nsn',
      'family_name',
      'given_names',
      'date_of_birth',
      'outcome',
      'date',
      'result',
      'provider',
    ];
    const bad = csvOf([aRow({ reference: 'a' }), aRow({ reference: 'b', outcome: 'T99', given_names: 'Me, "re"' })], columns);
    const batch = await importResults(services, operator, { path: aFile(bad), name: 'x' });
    const lines = await textOf(rejectFile(services.db.asBatch, batch, 'en'));
    expect(lines.split('\n')[0]).toBe(`${columns.join(',')},code,message`);
    expect(lines.split('\n')[1]).toContain('"Me, ""re"""');
    expect(lines.split('\n')[1]).toContain('outcome-unknown');
    const mended = lines.replace('T99', 'T4').replace('"Me, ""re"""', 'Mere');
    expect(await importResults(services, operator, { path: aFile(mended), name: 'y' })).toMatchObject({
      recorded: 1,
      rejected: 0,
    });
    const still = await importResults(services, operator, { path: aFile(lines), name: 'z' });
    const again = await textOf(rejectFile(services.db.asBatch, still, 'mi'));
    expect(again.split('\n')[0]).toBe(`${columns.join(',')},code,message`);
  });

  test('never says an NSN in its message', () => {
    for (const { message, fix } of Object.values(REJECT_CODES)) expect(JSON.stringify([message, fix])).not.toMatch(/\d{9}/);
  });
});

test('state rebuilt from events is the state', async () => {
  await load([
    { reference: 'a' },
    { reference: 'b', outcome: '8100' },
    { reference: 'c', mode: 'crt', original_date: '2020-01-01' },
    { reference: 'd', result: 'N' },
  ]);
  await load([
    { reference: 'a', action: 'correct', result: 'M' },
    { reference: 'b', action: 'withdraw', outcome: '8100' },
  ]);
  const before = await states();
  await at.owner.query(
    `update record.achievement_state set result = 'excellence', countable = not countable, status = 'provisional'`,
  );
  await at.owner.query(`delete from record.achievement_state where reference = 'c'`);
  expect(await rebuildState(services, { from: 0, to: Number.MAX_SAFE_INTEGER })).toBe(5);
  expect(await states()).toEqual(before);
});
