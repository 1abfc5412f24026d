import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { learnerOf, person, report, resultRow } from '../award/test-import.ts';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { escalateLate } from './escalate.ts';

const TODAY = '2026-11-24';
const OPERATOR = { actor: 'operator', organisationId: null } as const;
let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let kea = 0;
let other = 0;
let hine = 0;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: TODAY });
  await setScene(at.owner);
  await at.owner.query(`insert into catalogue.organisation (public_id, kind) values ('org-weka', 'polytechnic')`);
  const { rows } = await at.owner.query('select organisation_id as id, public_id as name from catalogue.organisation');
  kea = rows.find(({ name }) => name === 'org-kea').id;
  other = rows.find(({ name }) => name === 'org-weka').id;
  await report(services, OPERATOR, [resultRow(1, 1)]);
  hine = await learnerOf(services, 1);
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const someone = browser(app);
  someone.cookies.set('session', (await at.session(kind, who)).token);
  return someone;
}
const learner = () => signedIn('learner', { learnerId: hine, accountId: 71 });
const registrar = (organisationId = kea) => signedIn('provider', { accountId: 31, organisationId, roles: ['registrar'] });
const steward = () => signedIn('steward', { accountId: 41, roles: ['steward'] });
const missing = (changes: object = {}) => ({
  body: { subject: 'missing', provider: 'org-kea', outcome: 'o-2', on: '2024-03-01', words: 'I sat it in March.', ...changes },
});

describe('a result that is missing', () => {
  let id = '';
  test('goes to the provider, which is told whose it is and what it should be', async () => {
    const opened = await (await learner()).ask('POST', '/api/v1/disputes', missing());
    expect(opened.status, opened.text).toBe(201);
    id = String(opened.body['id']);
    expect((await (await learner()).ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({
      subject: 'missing',
      line: null,
      missing: { code: 'K2', name: 'Invented outcome 2', provider: 'Kea Training', on: '2024-03-01' },
      status: 'open',
      learner: null,
    });
    const seen = await (await registrar()).ask('GET', `/api/v1/disputes/${id}`);
    const who = person(1);
    expect(seen.body).toMatchObject({
      learner: { name: `${who.givenNames} ${who.familyName}`, dateOfBirth: who.birthDate },
      lineHistory: [],
    });
    expect(seen.text).not.toContain(who.nsn);
    expect((await (await registrar(other)).ask('GET', `/api/v1/disputes/${id}`)).status).toBe(404);
  });

  test('is asked for once at a time, and only of what there is', async () => {
    const hineAsks = async (changes: object) =>
      (await (await learner()).ask('POST', '/api/v1/disputes', missing(changes))).body['code'];
    expect(await hineAsks({})).toBe('dispute-open');
    expect(await hineAsks({ outcome: 'nothing' })).toBe('outcome-not-found');
    expect(await hineAsks({ provider: 'nobody' })).toBe('organisation-not-found');
    expect(await hineAsks({ on: '2026-11-25' })).toBe('day-to-come');
    expect(await hineAsks({ words: ' ' })).toBe('invalid-request');
  });

  test('is closed as corrected only when the result has been recorded since', async () => {
    const answer = { body: { answer: 'corrected', words: 'It was left out of our file.' } };
    expect((await (await registrar()).ask('POST', `/api/v1/disputes/${id}/answer`, answer)).body['code']).toBe(
      'not-corrected-yet',
    );
    await report(services, OPERATOR, [resultRow(1, 3)]);
    expect((await (await registrar()).ask('POST', `/api/v1/disputes/${id}/answer`, answer)).body['code']).toBe(
      'not-corrected-yet',
    );
    await report(services, OPERATOR, [resultRow(1, 2)]);
    expect((await (await registrar()).ask('GET', `/api/v1/disputes/${id}`)).body['lineHistory']).toMatchObject([
      { kind: 'recorded', code: 'K2', since: true },
    ]);
    expect((await (await registrar()).ask('POST', `/api/v1/disputes/${id}/answer`, answer)).status).toBe(200);
    expect((await (await learner()).ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({ status: 'corrected' });
  });

  test('goes to the stewards when nobody answers, who may give it back or leave it', async () => {
    const again = await (await learner()).ask('POST', '/api/v1/disputes', missing({ outcome: 'o-4', on: null }));
    services.clock.moveTo('2027-03-01');
    expect(await escalateLate(services)).toBe(1);
    const decide = (decision: string) => ({ body: { decision, words: 'Look at the sheets again.' } });
    const path = `/api/v1/disputes/${String(again.body['id'])}/decision`;
    expect((await (await steward()).ask('POST', path, decide('upheld'))).body['code']).toBe('not-corrected-yet');
    expect((await (await steward()).ask('POST', path, decide('returned'))).status).toBe(200);
    services.clock.moveTo(TODAY);
  });
});

describe('a longer time for an answer', () => {
  let id = '';
  let due = '';
  const extend = async (until: string, who?: Browser) =>
    (who ?? (await registrar())).ask('POST', `/api/v1/disputes/${id}/extension`, {
      body: { until, words: 'The assessor is away.' },
    });
  beforeAll(async () => {
    services.clock.moveTo(TODAY);
    id = String((await (await learner()).ask('POST', '/api/v1/disputes', missing({ outcome: 'o-5' }))).body['id']);
    due = String((await (await learner()).ask('GET', `/api/v1/disputes/${id}`)).body['answerBy']);
  });

  test('lies after the day that was set, and within twenty working days of it', async () => {
    const { body } = await (await registrar()).ask('GET', `/api/v1/disputes/${id}`);
    const latest = String(body['extendableTo']);
    expect([due, latest]).toEqual(['2026-12-22', '2027-02-11']);
    for (const until of [due, '2026-12-01', '2027-02-12'])
      expect((await extend(until)).body, until).toMatchObject({ code: 'extension-date', latest });
    for (const nobody of [await learner(), await steward(), await registrar(other)])
      expect([403, 404]).toContain((await extend('2027-02-01', nobody)).status);
  });

  test('is told to the learner with its reason, and taken once', async () => {
    expect((await extend('2027-02-01')).status).toBe(200);
    const seen = await (await learner()).ask('GET', `/api/v1/disputes/${id}`);
    expect(seen.body).toMatchObject({ answerBy: '2027-02-01', extendableTo: null, late: false });
    expect(seen.body['history']).toMatchObject([
      { kind: 'opened', by: 'learner' },
      { kind: 'extended', by: 'provider', words: 'The assessor is away.' },
    ]);
    const { rows } = await at.owner.query(`select data from notice.notice where code = 'dispute-extended'`);
    expect(rows).toMatchObject([{ data: { organisation: 'Kea Training', answerBy: '2027-02-01' } }]);
    expect((await extend('2027-02-02')).body['code']).toBe('extended-already');
    services.clock.moveTo('2027-01-21');
    expect(await escalateLate(services)).toBe(0);
    services.clock.moveTo('2027-02-02');
    expect(await escalateLate(services)).toBeGreaterThan(0);
    expect((await extend('2027-02-10')).status).toBe(409);
  });
});
