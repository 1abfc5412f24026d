import { afterAll, beforeAll, expect, test } from 'vitest';
import { ids, LEARNER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(testServices(at, { today: '2026-11-24' }), { limits: { ...LIMITS, api: many } });
  // Midnight in Auckland is 11:00 the day before in UTC (daylight saving): one import a minute before it, one at it.
  await at.owner.query(`
    insert into record.import_batch (public_id, provider_id, name, dry_run, state, started_by, ended_at, recorded, corrected, withdrawn, rejected, tally)
      select x.name, o.organisation_id, x.name, x.dry, 'done', 'x', x.ended::timestamptz, x.recorded, 0, 0, x.rejected, x.tally::jsonb
        from catalogue.organisation o, (values
          ('b1', false, '2026-11-23T10:59:00Z', 100, 30, '{"codes":{"unknown-outcome":{"count":20,"rows":[1]},"made-up":{"count":10,"rows":[2]}},"marks":[],"stride":1,"seen":30}'),
          ('b2', false, '2026-11-23T11:00:00Z', 7, 8, '{"codes":{"unknown-outcome":{"count":8,"rows":[1]}},"marks":[],"stride":1,"seen":8}'),
          ('b3', false, '2026-11-20T00:00:00Z', 3, 0, '{"codes":{},"marks":[],"stride":1,"seen":0}'),
          ('b4', true, '2026-11-24T00:00:00Z', 5000, 4000, '{"codes":{},"marks":[],"stride":1,"seen":0}')) x (name, dry, ended, recorded, rejected, tally)
       where o.public_id = 'org-kea'`);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const steward = (accountId = 901) => signedIn('steward', { accountId, roles: ['steward'] });

test('the numbers of a period go by days in Auckland, leave dry runs out, and withhold what is small', async () => {
  const kahu = await steward();
  const { body } = await kahu.ask('GET', '/api/v1/stewardship/numbers?from=2026-11-20&to=2026-11-24');
  expect(body['days']).toEqual([
    { day: '2026-11-20', recorded: null, corrected: 0, withdrawn: 0, rejected: 0 },
    { day: '2026-11-21', recorded: 0, corrected: 0, withdrawn: 0, rejected: 0 },
    { day: '2026-11-22', recorded: 0, corrected: 0, withdrawn: 0, rejected: 0 },
    { day: '2026-11-23', recorded: 100, corrected: 0, withdrawn: 0, rejected: 30 },
    // Seven results are enough to be shown, but would tell the three of the twentieth to whoever knows the total.
    { day: '2026-11-24', recorded: null, corrected: 0, withdrawn: 0, rejected: 8 },
  ]);
  expect(body['rejectsByReason']).toMatchObject([
    { key: 'unknown-outcome', count: 28 },
    { key: 'made-up', count: 10, name: null },
  ]);
  expect(body['rejectsByProvider']).toEqual([{ key: 'org-kea', count: 38, name: { en: 'Kea Training', mi: 'Kea Training' } }]);
  const short = await kahu.ask('GET', '/api/v1/stewardship/numbers?from=2026-11-25&to=2026-11-24');
  expect([short.status, short.body['code']]).toEqual([422, 'period-backwards']);
  expect((await kahu.ask('GET', '/api/v1/stewardship/numbers?from=2020-01-01&to=2026-11-24')).body['code']).toBe(
    'period-too-long',
  );
});

test('today says what happened and what waits; only stewards are let in', async () => {
  const kahu = await steward();
  const { body } = await kahu.ask('GET', '/api/v1/stewardship/today');
  expect(body).toMatchObject({
    day: '2026-11-24',
    today: { imports: 1, recorded: 7, rejected: 8, awards: 0 },
    waiting: { revocations: 0 },
  });
  const paths = [
    'today',
    'numbers?from=2026-11-20&to=2026-11-24',
    'reviews',
    'exports/awards',
    'exports/organisations',
    'exports/disputes',
  ];
  for (const path of paths) {
    expect((await browser(app).ask('GET', `/api/v1/stewardship/${path}`)).status, path).toBe(401);
    for (const [kind, who] of [
      ['learner', { learnerId: LEARNER, accountId: 1 }],
      ['provider', { organisationId: 1, accountId: 2, roles: ['registrar'] }],
      ['employer', { organisationId: 1, accountId: 3 }],
    ] as const)
      expect((await (await signedIn(kind, who)).ask('GET', `/api/v1/stewardship/${path}`)).body['code'], path).toBe(
        'not-your-door',
      );
  }
});

test('a steward reads sums of imports, never a row, a file or who sent it', async () => {
  const session = await at.session('steward', { accountId: 901 });
  const sums = await at.db.as(session, (tx) => tx.query({ text: 'select recorded from record.import_batch' }));
  expect(sums.rowCount).toBe(4);
  for (const text of [
    'select file from record.import_batch',
    'select name from record.import_batch',
    'select * from record.import_reject',
  ])
    await expect(at.db.as(session, (tx) => tx.query({ text }))).rejects.toThrow(/permission denied/);
});

test('an award is found by its code, its field, its days and its policy; decided again it comes out the same, and a forged trace does not', async () => {
  const mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };
  const id = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
  const kahu = await steward();
  const found = async (query: string) =>
    JSON.stringify((await kahu.ask('GET', `/api/v1/awards?${query}`)).body['items']).includes(id);
  for (const query of [`id=${id}`, 'major=health', 'from=2026-11-24&to=2026-11-24', 'policyVersion=2025.1', 'status=live'])
    expect([query, await found(query)]).toEqual([query, true]);
  for (const query of [
    'id=26-0000-0000-0000',
    'major=none',
    'to=2026-11-23',
    'from=2026-11-25',
    'policyVersion=2024.1',
    'status=revoked',
  ])
    expect([query, await found(query)]).toEqual([query, false]);
  const again = await kahu.ask('GET', `/api/v1/awards/${id}/decided-again`);
  expect(again.body).toMatchObject({ same: true, asOf: '2026-11-24', options: { same: true }, evidence: { inCredential: true } });
  await at.owner.query(
    `update award.award_state set decision_trace = replace(decision_trace::text, '"credits":40', '"credits":41')::json where public_id = $1`,
    [id],
  );
  expect((await kahu.ask('GET', `/api/v1/awards/${id}/decided-again`)).body).toMatchObject({
    same: false,
    evidence: { inCredential: false },
  });
  await at.owner.query(
    `update award.award_state set decision_trace = replace(decision_trace::text, '"credits":41', '"credits":40')::json where public_id = $1`,
    [id],
  );
  const stranger = await signedIn('learner', { learnerId: 9999, accountId: 9999 });
  expect((await stranger.ask('GET', `/api/v1/awards/${id}/decided-again`)).body['code']).toBe('award-not-found');
});

test('what waits for a second person is listed, and says whether it is one’s own', async () => {
  const [kahu, petra] = [await steward(901), await steward(902)];
  const { rows } = await at.owner.query(`select public_id as id from award.award_state limit 1`);
  await kahu.ask('POST', `/api/v1/awards/${rows[0].id}/revocation`, { body: { reason: 'Issued in error.' } });
  expect((await kahu.ask('GET', '/api/v1/stewardship/reviews')).body['items']).toMatchObject([
    { kind: 'revoke-award', award: rows[0].id, reason: 'Issued in error.', mine: true },
  ]);
  expect((await petra.ask('GET', '/api/v1/stewardship/reviews')).body['items']).toMatchObject([{ mine: false }]);
});

test('every list exports as CSV that no spreadsheet runs', async () => {
  const kahu = await steward();
  await kahu.ask('POST', '/api/v1/organisations', {
    body: { id: 'org-evil', kind: 'other', name: '=HYPERLINK("http://evil.test","x")' },
  });
  const organisations = await kahu.ask('GET', '/api/v1/stewardship/exports/organisations');
  expect(organisations.headers['content-type']).toContain('text/csv');
  expect(organisations.text).toContain(`org-evil,"'=HYPERLINK(""http://evil.test"",""x"")",other`);
  const { rows } = await at.owner.query('select count(*)::integer as n from catalogue.organisation');
  expect(organisations.text.trimEnd().split('\r\n')).toHaveLength(rows[0].n + 1);
  const awards = await kahu.ask('GET', '/api/v1/stewardship/exports/awards?major=health');
  expect(awards.text).toMatch(/,alq,health,40,/);
  expect(awards.text).not.toMatch(/Mere|Rimu/);
  expect((await kahu.ask('GET', '/api/v1/stewardship/exports/awards?major=none')).text.trimEnd().split('\r\n')).toHaveLength(1);
  const days = await kahu.ask('GET', '/api/v1/stewardship/exports/numbers/days?from=2026-11-20&to=2026-11-24');
  expect(days.text).toContain('2026-11-20,under 6,0,0,0');
  for (const table of ['awards-by-field', 'awards-by-policy', 'rejects-by-reason', 'rejects-by-provider']) {
    const answer = await kahu.ask('GET', `/api/v1/stewardship/exports/numbers/${table}?from=2026-11-20&to=2026-11-24`);
    expect([table, answer.status]).toEqual([table, 200]);
  }
  expect((await kahu.ask('GET', '/api/v1/stewardship/exports/disputes')).text).toContain('id,subject,outcome_or_award');
});

test('the policies are open to everybody', async () => {
  const { body } = await browser(app).ask('GET', '/api/v1/policies');
  expect(body).toMatchObject({
    awards: [{ award: 'alq', policy: 'nz-alq' }],
    service: expect.arrayContaining([
      expect.objectContaining({ name: 'disputeAnswer', value: 20, unit: 'working-days' }),
      expect.objectContaining({ name: 'guardianAge', value: 16, unit: 'years' }),
    ]),
  });
});

test('imports are listed newest first, page by page, without dry runs, and their withdrawal can be previewed and asked', async () => {
  const kahu = await steward();
  await at.owner.query(`update record.import_batch set public_id = gen_random_uuid()::text`);
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 5; page += 1) {
    const { body } = await kahu.ask('GET', `/api/v1/stewardship/imports?limit=1&cursor=${cursor}`);
    const { items, next }: { items: { id: string }[]; next: string | null } = JSON.parse(JSON.stringify(body));
    seen.push(...items.map(({ id }) => id));
    if (next === null) break;
    cursor = next;
  }
  const { rows } = await at.owner.query(
    'select public_id as id from record.import_batch where not dry_run order by batch_id desc',
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
  const one = await kahu.ask('GET', `/api/v1/stewardship/imports?id=${seen[0]}`);
  expect(one.body['items']).toMatchObject([{ id: seen[0], provider: 'Kea Training', asked: false }]);
  expect((await kahu.ask('GET', '/api/v1/stewardship/imports?provider=nobody')).body['items']).toEqual([]);
  expect((await kahu.ask('GET', `/api/v1/results/imports/${seen[0]}/withdrawal`)).body).toMatchObject({
    results: 0,
    request: null,
  });
  const csv = await kahu.ask('GET', '/api/v1/stewardship/exports/imports?provider=org-kea');
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
});
