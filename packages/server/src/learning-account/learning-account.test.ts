import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setScene } from '../award/test-scene.ts';
import { learnerNumber, signedIn, someone } from '../bank/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { accountRuleOr404 } from './accounts.ts';
import { ageOn, dueGrants, giveDueEverywhere } from './grants.ts';
import { enterIn } from './ledger.ts';
import { accountEvents, type AccountRow, accountsOf } from './queries.ts';
import { accountLines } from './statement.ts';
import { openAccount } from './use.ts';

const SG = { framework: 'sg', account: 'skillsfuture' } as const;
const { rule } = accountRuleOr404(SG.framework, SG.account);
const OWN = '/api/v1/learners/me/learning-accounts';
const TODAY = '2024-06-01';
let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: TODAY });
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 100_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many } });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const learner = async (n: number) => {
  const learnerId = await learnerNumber(services, n);
  return signedIn(at, app, 'learner', { learnerId, accountId: learnerId });
};
async function opened(n: number): Promise<{ id: string; row: AccountRow }> {
  const learnerId = await learnerNumber(services, n);
  const { id } = await openAccount(services, 'operator', { ...SG, learner: learnerId });
  const [row] = await services.db.asBatch((tx) => accountsOf(tx, [learnerId]));
  if (row === undefined) throw new Error('no account');
  return { id, row };
}

test('age is counted in whole years, and a grant is due from its day and age until it lapses', () => {
  expect([
    ageOn('1999-06-02', TODAY),
    ageOn('1999-06-01', TODAY),
    ageOn('2000-02-29', '2025-02-28'),
    ageOn('2000-02-29', '2025-03-01'),
  ]).toEqual([24, 25, 24, 25]);
  expect(dueGrants(rule, 25, '2015-12-31')).toEqual([]);
  expect(dueGrants(rule, 24, TODAY)).toEqual([]);
  expect(dueGrants(rule, 25, TODAY)).toEqual(['opening', 'top-up-2020']);
  expect(dueGrants(rule, 40, TODAY)).toEqual(['opening', 'top-up-2020', 'mid-career']);
  expect(dueGrants(rule, 40, '2026-01-01')).toEqual(['opening', 'mid-career']);
});

describe('an account', () => {
  test('a steward opens it; it is given what is due by rule, and whoever it is of sees it: nobody else', async () => {
    const steward = await signedIn(at, app, 'steward', { accountId: 40, roles: ['steward'] });
    await learnerNumber(services, 1);
    const body = { ...SG, learner: someone(1) };
    const made = await steward.ask('POST', '/api/v1/learning-accounts', { body });
    expect(made.status).toBe(201);
    expect((await steward.ask('POST', '/api/v1/learning-accounts', { body })).body).toEqual(made.body);
    expect((await steward.ask('POST', '/api/v1/learning-accounts', { body: { ...body, framework: 'nz' } })).body['code']).toBe(
      'unknown-account-rule',
    );
    expect(
      (
        await steward.ask('POST', '/api/v1/learning-accounts', {
          body: { ...SG, learner: { ...someone(1), birthDate: '1900-01-01' } },
        })
      ).body['code'],
    ).toBe('identity-not-confirmed');
    const own = await learner(1);
    expect((await own.ask('POST', '/api/v1/learning-accounts', { body })).status).toBe(403);
    const [id] = [String(made.body['id'])];
    expect((await own.ask('GET', OWN)).body['items']).toMatchObject([{ id, title: { en: 'SkillsFuture Credit' } }]);
    expect((await own.ask('GET', `${OWN}/${id}`)).body).toMatchObject({
      currency: 'SGD',
      available: 100_000,
      reserved: 0,
      grants: [
        { id: 'opening', left: 50_000, expires: null, state: 'live' },
        { id: 'top-up-2020', left: 50_000, expires: '2025-12-31', state: 'live' },
      ],
    });
    expect((await own.ask('GET', '/api/v1/learners/me/notices')).text).toContain('was given SGD 500.00');
    const other = await learner(2);
    expect((await other.ask('GET', OWN)).body['items']).toEqual([]);
    expect((await other.ask('GET', `${OWN}/${id}`)).body['code']).toBe('learning-account-not-found');
  });

  test('what lapses first is used first; spent once, released once; what is released after its day has lapsed', async () => {
    const { id } = await opened(3);
    const own = await learner(3);
    const post = (path: string, body?: object) => own.ask('POST', `${OWN}/${id}/${path}`, body === undefined ? {} : { body });
    const listed = (await own.ask('GET', `${OWN}/${id}/programmes?audience=adult`)).body['items'];
    expect(listed).toMatchObject([{ id: 'INV-SG-1001' }, { id: 'INV-SG-1002' }, { id: 'INV-SG-1003' }]);
    const first = String((await post('reservations', { programme: 'INV-SG-1001' })).body['id']);
    const second = String((await post('reservations', { programme: 'INV-SG-1003', cents: 24_000 })).body['id']);
    expect((await own.ask('GET', `${OWN}/${id}`)).body).toMatchObject({
      available: 44_000,
      reserved: 56_000,
      reservations: [
        {
          id: second,
          from: [
            { grant: 'top-up-2020', cents: 18_000 },
            { grant: 'opening', cents: 6_000 },
          ],
        },
        {
          id: first,
          from: [{ grant: 'top-up-2020', cents: 32_000 }],
          programme: { title: 'Precision maintenance of invented machines' },
        },
      ],
    });
    for (const [body, code] of [
      [{ programme: 'INV-SG-1002' }, 'not-enough-credit'],
      [{ programme: 'INV-SG-1005' }, 'not-listed'],
      [{ programme: 'no-such' }, 'not-listed'],
      [{ programme: 'INV-SG-1003', cents: 24_051 }, 'more-than-the-price'],
    ] as const)
      expect((await post('reservations', body)).body['code']).toBe(code);
    expect((await post(`reservations/${first}/spending`)).status).toBe(200);
    expect((await post(`reservations/${first}/release`)).body['code']).toBe('reservation-closed');
    expect((await post(`reservations/${Number(second) + 1000}/spending`)).body['code']).toBe('unknown-reservation');
    services.clock.moveTo('2026-01-02');
    try {
      expect((await post(`reservations/${second}/release`)).status).toBe(200);
      expect((await own.ask('GET', `${OWN}/${id}`)).body).toMatchObject({
        available: 50_000,
        reserved: 0,
        spent: 32_000,
        lapsed: 18_000,
      });
      const { lines } = (await own.ask('GET', `${OWN}/${id}/statement`)).body;
      expect(lines).toMatchObject([
        { kind: 'grant', change: 50_000 },
        { kind: 'grant', change: 50_000, available: 100_000 },
        { kind: 'reserve', change: -32_000 },
        { kind: 'reserve', change: -24_000, available: 44_000, reserved: 56_000 },
        { kind: 'spend', change: 0, spent: 32_000, reserved: 24_000 },
        { kind: 'release', change: 6_000, available: 50_000, reserved: 0 },
      ]);
      expect((await own.ask('GET', `${OWN}/${id}/statement.csv`)).text).toContain('release,,INV-SG-1003,');
    } finally {
      services.clock.moveTo(TODAY);
    }
  });

  test('reservations at once never overspend', async () => {
    const { id } = await opened(4);
    const browsers = await Promise.all(Array.from({ length: 8 }, () => learner(4)));
    const answers = await Promise.all(
      browsers.map((one) => one.ask('POST', `${OWN}/${id}/reservations`, { body: { programme: 'INV-SG-1001' } })),
    );
    // A thousand dollars pay for three at 320.
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect((await (await learner(4)).ask('GET', `${OWN}/${id}`)).body).toMatchObject({ available: 4_000, reserved: 96_000 });
  });

  test('once a day what has come due is given, once', async () => {
    const { row } = await opened(5);
    services.clock.moveTo('2038-02-03');
    try {
      await giveDueEverywhere(services);
      await giveDueEverywhere(services);
      const events = await services.db.asBatch((tx) => accountEvents(tx, row));
      expect(events.map(({ grantId }) => grantId)).toEqual(['opening', 'top-up-2020', 'mid-career']);
      expect(accountLines(events, '2038-02-03').at(-1)).toMatchObject({ kind: 'grant', available: 450_000 });
      expect(accountLines(events, '2038-02-03').map(({ kind }) => kind)).toEqual(['grant', 'grant', 'lapse', 'grant']);
    } finally {
      services.clock.moveTo(TODAY);
    }
  });
});

test('nobody grants themself anything, reads another’s account, or changes a line', async () => {
  const { row } = await opened(6);
  const own = await at.session('learner', { learnerId: row.learnerId });
  const other = await at.session('learner', { learnerId: row.learnerId + 1 });
  const provider = await at.session('provider', { organisationId: 1, roles: ['registrar'] });
  for (const table of ['account', 'account_event', 'posting']) {
    const read = (session: typeof own) =>
      at.db.as(session, async (tx) => (await tx.query({ text: `select from learning_account.${table}` })).rowCount);
    expect(await read(own)).toBeGreaterThan(0);
    expect(await read(other)).toBe(0);
    await expect(read(provider)).rejects.toMatchObject({ code: '42501' });
    for (const text of [
      `update learning_account.${table} set learner_id = learner_id`,
      `delete from learning_account.${table}`,
    ]) {
      await expect(at.db.as(own, (tx) => tx.query({ text }))).rejects.toMatchObject({ code: '42501' });
      await expect(at.db.asBatch((tx) => tx.query({ text }))).rejects.toMatchObject({ code: '42501' });
    }
  }
  const granting = { kind: 'grant', grant: 'mid-career', age: 45 } as const;
  await expect(at.db.as(own, (tx) => enterIn(tx, services, row, rule, 'me', granting))).rejects.toMatchObject({ code: '42501' });
  const fresh = `insert into learning_account.posting (learner_id, account_id, grant_id, step, event_id, on_day, expires_on, before_cents, change_cents, after_cents)
    select learner_id, account_id, 'gift', 1, event_id, on_day, 'infinity', 0, 1, 1 from learning_account.account_event limit 1`;
  await expect(at.db.as(own, (tx) => tx.query({ text: fresh }))).rejects.toMatchObject({ code: '42501' });
});
