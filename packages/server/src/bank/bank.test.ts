import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { BANK, learnerNumber, organisation, OWN, row, setBank, signedIn } from './test-scene.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let kea: Browser;
let tui: Browser;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: '2026-11-24' });
  await setBank(at, services);
  const many = { bucket: 'test', calls: 100_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many } });
  kea = await registrar('org-kea');
  tui = await registrar('org-tui');
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const registrar = async (id: string) =>
  signedIn(at, app, 'provider', { accountId: 31, organisationId: await organisation(at, id), roles: ['registrar'] });
const learner = async (n: number) => {
  const learnerId = await learnerNumber(services, n);
  return signedIn(at, app, 'learner', { learnerId, accountId: learnerId });
};
const deposits = (who: Browser, ...rows: readonly object[]) => who.ask('POST', `${BANK}/deposits`, { body: { rows } });
async function deposited(who: Browser, ...rows: readonly object[]): Promise<string[]> {
  const answer = await deposits(who, ...rows);
  expect(answer.body).toMatchObject({ deposited: rows.length, rejected: [] });
  const { credits } = answer.body;
  return Array.isArray(credits) ? credits.map(({ id }) => String(id)) : [];
}
/** Fifteen courses of eight credits: a whole degree, eight of them from the first. */
const degree = (n: number) => ({
  own: Array.from({ length: 8 }, (_, k) => row(n, `d${n}-${k}`)),
  other: Array.from({ length: 7 }, (_, k) => row(n, `e${n}-${k}`)),
});

describe('what an institution deposits', () => {
  test('a learner sees it, with when it lapses and where it stands; the institution sees it under its own reference', async () => {
    await deposited(kea, row(1, 'a-1', { credits: '0.25', earned: '2023-01-31' }));
    const { status, body } = await (await learner(1)).ask('GET', OWN);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      usable: { minutes: 450, amount: '0.25' },
      nextToLapse: { on: '2030-02-01' },
      at: [{ institution: { id: 'org-kea' }, size: { minutes: 450 } }],
      credits: [{ code: 'C-a-1', until: '2030-01-31', state: 'usable', givenBy: { id: 'org-kea' }, at: { id: 'org-kea' } }],
    });
    const seen = await kea.ask('GET', `${BANK}/credits`);
    expect(seen.body['items']).toMatchObject([{ reference: 'a-1', learner: 'Invented Kingfisher' }]);
    expect((await tui.ask('GET', `${BANK}/credits`)).body['items']).toEqual([]);
    expect((await (await learner(1)).ask('GET', '/api/v1/learners/me/ledgers')).body).toMatchObject({
      banks: [{ framework: 'in', bank: 'abc' }],
      accounts: [],
    });
    expect((await (await learner(2)).ask('GET', '/api/v1/learners/me/ledgers')).body).toEqual({ banks: [], accounts: [] });
    const told = await (await learner(1)).ask('GET', '/api/v1/learners/me/notices');
    expect(told.text).toContain('has deposited credit for you');
  });

  test('the same again is a duplicate, other content under one reference is refused, and a bad row stops nothing', async () => {
    const [first] = await deposited(kea, row(3, 'b-1'));
    const again = await deposits(
      kea,
      row(3, 'b-1'),
      row(3, 'b-1', { credits: '9' }),
      row(4, 'b-1'),
      row(3, 'b-2', { credits: '0.1' }),
      row(3, 'b-3', { kind: 'poem' }),
      row(3, 'b-4', { level: '99' }),
      row(3, 'b-5', { validYears: 8 }),
      row(3, 'b-6', { earned: '2027-01-01' }),
      row(3, 'b-7', { mode: 'rpl' }),
      row(3, 'b-8', { learner: { ...row(3, '').learner, birthDate: '1900-01-01' } }),
      row(3, 'b-9', { credits: '0' }),
      row(3, 'b-10', { validYears: 2 }),
    );
    expect(again.body).toMatchObject({ rows: 12, deposited: 1, duplicates: 1 });
    expect(again.body['rejected']).toMatchObject(
      [
        'reference-conflict',
        'reference-conflict',
        'not-a-multiple',
        'unknown-kind',
        'unknown-level',
        'shelf-life-too-long',
        'earned-later',
        'evidence-needed',
        'identity-not-confirmed',
        'not-a-size',
      ].map((code, n) => ({ row: n + 2, code })),
    );
    const credits = (await (await learner(3)).ask('GET', OWN)).body['credits'];
    expect(credits).toMatchObject([{ id: first }, { until: '2026-05-01', state: 'lapsed' }]);
  });

  test('only an institution of the bank deposits, by somebody who may report for it; never a learner', async () => {
    const moa = await registrar('org-moa');
    expect((await deposits(moa, row(1, 'x'))).body['code']).toBe('not-in-the-bank');
    const reader = await signedIn(at, app, 'provider', {
      accountId: 9,
      organisationId: await organisation(at, 'org-kea'),
      roles: ['reader'],
    });
    expect((await deposits(reader, row(1, 'x'))).body['code']).toBe('role-needed');
    expect((await deposits(await learner(1), row(1, 'x'))).status).toBe(403);
    expect((await deposits(browser(app), row(1, 'x'))).status).toBe(401);
    expect((await kea.ask('POST', '/api/v1/banks/nz/abc/deposits', { body: { rows: [row(1, 'x')] } })).body['code']).toBe(
      'unknown-bank',
    );
    expect((await deposits(kea, row(1, 'x', { evidence: ['http://evidence.example/1'] }))).status).toBe(400);
  });

  test('a skill recognised from a portfolio is certified by itself, with its links and the lines of why', async () => {
    await deposited(kea, row(5, 'rpl-1', { mode: 'rpl', evidence: ['https://evidence.example/reel'], credits: '1' }));
    const { body } = await (await learner(5)).ask('GET', OWN);
    expect(body['credits']).toMatchObject([{ mode: 'rpl', evidence: ['https://evidence.example/reel'] }]);
    expect(body['portfolios']).toMatchObject([{ award: 'micro-certification', eligible: true }]);
    expect(JSON.stringify(body['portfolios'])).toContain('Counts: Invented course rpl-1, 1 May 2024.');
  });
});

describe('moving and redeeming', () => {
  test('transfer, then redeem where it stands: debited for ever, on the statement, and refused a second time', async () => {
    const { own, other } = degree(10);
    const first = await deposited(kea, ...own);
    const rest = await deposited(tui, ...other);
    const priya = await learner(10);
    const held = (await priya.ask('GET', OWN)).body;
    expect(held['options']).toMatchObject([
      { award: 'degree', institution: { id: 'org-kea' }, eligible: true, toTransfer: 7 },
      { award: 'degree', institution: { id: 'org-tui' }, eligible: false },
      { award: 'degree-skills-university', institution: { id: 'org-kea' }, eligible: true },
    ]);
    const decision = (await priya.ask('GET', `${OWN}/decision?award=degree&institution=org-kea`)).body;
    expect(decision).toMatchObject({ eligible: true, debit: { minutes: 216_000, amount: '120' }, toTransfer: rest });
    expect(decision['lines']).toContainEqual({ code: 'size', text: '120 credits of at least 120 credits count.' });
    const credits = [...first, ...rest];
    const body = { award: 'degree', institution: 'org-kea', credits };
    const early = await priya.ask('POST', `${OWN}/redemptions`, { body });
    expect(early.body).toMatchObject({ code: 'not-transferred', credits: rest });
    const fewer = await priya.ask('POST', `${OWN}/redemptions`, { body: { ...body, credits: first } });
    expect(fewer.body['code']).toBe('decision-changed');
    expect((await priya.ask('POST', `${OWN}/transfers`, { body: { to: 'org-kea', credits: rest } })).status).toBe(201);
    expect((await priya.ask('POST', `${OWN}/transfers`, { body: { to: 'org-kea', credits: rest } })).body['code']).toBe(
      'already-there',
    );
    expect((await priya.ask('POST', `${OWN}/redemptions`, { body })).status).toBe(201);
    const second = await priya.ask('POST', `${OWN}/redemptions`, { body });
    expect(second).toMatchObject({ status: 409, body: { code: 'already-redeemed' } });
    expect((await priya.ask('POST', `${OWN}/transfers`, { body: { to: 'org-tui', credits: first } })).body['code']).toBe(
      'already-redeemed',
    );
    const statement = (await priya.ask('GET', `${OWN}/statement`)).body;
    expect(statement).toMatchObject({ type: 'BankStatement', balance: 0 });
    const lines = Array.isArray(statement['lines']) ? statement['lines'] : [];
    expect(lines.map(({ kind }) => kind)).toEqual([
      ...Array(15).fill('deposit'),
      ...Array(7).fill('transfer'),
      ...Array(15).fill('redeem'),
    ]);
    expect(lines[14]).toMatchObject({ balanceAmount: '120', change: 14_400 });
    expect(lines.at(-1)).toMatchObject({
      amount: '-8',
      balanceAmount: '0',
      award: 'Degree of three years',
      from: 'Kea Training',
    });
    const csv = await priya.ask('GET', `${OWN}/statement.csv`);
    expect(csv.text.split('\r\n')[37]).toMatch(/^2026-11-24,\d+,redeem,.*,-14400,-8,0$/);
    expect((await kea.ask('GET', `${BANK}/entries?kind=redeem`)).body['items']).toMatchObject([
      { award: 'degree', size: { amount: '120' } },
    ]);
    expect((await kea.ask('GET', `${BANK}/entries?kind=transfer`)).body['items']).toMatchObject([{ from: { id: 'org-tui' } }]);
    const { rows } = await at.owner.query(`select decision from bank.bank_event where kind = 'redeem'`);
    expect(rows[0].decision).toMatchObject({
      decision: { eligible: true, use: 'debits' },
      record: { type: 'RecognitionRecord' },
    });
  });

  test('two redemptions at once: exactly one is made', async () => {
    const { own, other } = degree(11);
    const credits = await deposited(kea, ...own, ...other);
    const browsers = await Promise.all(Array.from({ length: 6 }, () => learner(11)));
    const body = { award: 'degree', institution: 'org-kea', credits };
    const answers = await Promise.all(browsers.map((one) => one.ask('POST', `${OWN}/redemptions`, { body })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409).map((one) => one.body['code'])).toEqual(
      Array(5).fill('already-redeemed'),
    );
    const { rows } = await at.owner.query(
      `select count(*)::integer as n from bank.posting where kind = 'redeem' and credit_id = any($1)`,
      [credits],
    );
    expect(rows[0].n).toBe(15);
  });

  test('a request that is sent again makes no second redemption', async () => {
    const { own, other } = degree(12);
    const credits = await deposited(kea, ...own, ...other);
    const someone = await learner(12);
    const once = { body: { award: 'degree', institution: 'org-kea', credits }, headers: { 'idempotency-key': 'once-12' } };
    const made = await someone.ask('POST', `${OWN}/redemptions`, once);
    expect(await someone.ask('POST', `${OWN}/redemptions`, once)).toMatchObject({ status: 201, body: { id: made.body['id'] } });
  });

  test('past its shelf life a credit is neither moved nor counted, and the statement says when it lapsed', async () => {
    const [old] = await deposited(kea, row(13, 'old', { earned: '2020-01-15', validYears: 7 }));
    const [young] = await deposited(kea, row(13, 'young'));
    const someone = await learner(13);
    services.clock.moveTo('2027-01-16');
    try {
      const moved = await someone.ask('POST', `${OWN}/transfers`, { body: { to: 'org-tui', credits: [young, old] } });
      expect(moved.body).toMatchObject({ code: 'credit-expired', credits: [old] });
      const held = (await someone.ask('GET', OWN)).body;
      expect(held).toMatchObject({ usable: { amount: '8' }, lapsed: { amount: '8' } });
      const { lines } = (await someone.ask('GET', `${OWN}/statement`)).body;
      expect(Array.isArray(lines) ? lines.at(-1) : null).toMatchObject({
        kind: 'lapse',
        on: '2027-01-16',
        amount: '-8',
        balanceAmount: '8',
      });
    } finally {
      services.clock.moveTo('2026-11-24');
    }
  });

  test('at most half of a degree from micro-credentials, seven tenths at a skills university; the lines say so', async () => {
    const rows = Array.from({ length: 15 }, (_, k) => row(14, `m${k}`, k < 10 ? { kind: 'micro-credential' } : {}));
    await deposited(kea, ...rows);
    const someone = await learner(14);
    const plain = (await someone.ask('GET', `${OWN}/decision?award=degree&institution=org-kea`)).body;
    expect(plain).toMatchObject({ eligible: false });
    expect(JSON.stringify(plain['lines'])).toContain('no more may come from there');
    const skilled = (await someone.ask('GET', `${OWN}/decision?award=degree-skills-university&institution=org-kea`)).body;
    expect(skilled).toMatchObject({ eligible: true });
    const refused = await someone.ask('POST', `${OWN}/redemptions`, {
      body: { award: 'degree', institution: 'org-kea', credits: ids(plain) },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'not-enough' } });
    expect((await someone.ask('GET', `${OWN}/decision?award=degree-skills-university&institution=org-tui`)).body['code']).toBe(
      'award-not-here',
    );
  });

  test('nobody moves what is not theirs', async () => {
    const [credit] = await deposited(kea, row(15, 'mine'));
    const other = await learner(16);
    expect((await other.ask('POST', `${OWN}/transfers`, { body: { to: 'org-tui', credits: [credit] } })).body['code']).toBe(
      'unknown-credit',
    );
    expect((await other.ask('GET', OWN)).body['credits']).toEqual([]);
    expect((await kea.ask('POST', `${OWN}/transfers`, { body: { to: 'org-tui', credits: [credit] } })).status).toBe(403);
  });
});

const ids = (answer: Record<string, unknown>): string[] =>
  Array.isArray(answer['credits']) ? answer['credits'].map(({ id }) => String(id)) : [];

test('a steward lets an organisation take part, and nobody else does', async () => {
  const steward = await signedIn(at, app, 'steward', { accountId: 40, roles: ['steward'] });
  const put = (who: Browser, body: object) => who.ask('PUT', `${BANK}/institutions/org-moa`, { body });
  expect((await put(kea, { from: '2026-01-01' })).status).toBe(403);
  expect((await put(steward, { from: '2026-01-01', awards: ['micro-credential'] })).body['code']).toBe('award-not-here');
  expect((await put(steward, { from: '2026-12-01', awards: ['degree'] })).body).toEqual({ id: 'org-moa' });
  expect((await deposits(await registrar('org-moa'), row(20, 'moa-1'))).body['code']).toBe('not-in-the-bank');
  await put(steward, { from: '2026-11-01', awards: ['degree'] });
  expect((await deposits(await registrar('org-moa'), row(20, 'moa-1'))).body).toMatchObject({ deposited: 1 });
  expect((await browser(app).ask('GET', '/api/v1/banks')).text).toContain('org-moa');
});
