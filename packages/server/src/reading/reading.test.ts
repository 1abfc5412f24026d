import { parseRecord } from '@recognition/recognition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { importResults } from '../record/import-results.ts';
import { recordRoutes } from '../record/routes.ts';
import { aFile, aRow, csvOf, setScene } from '../record/test-scene.ts';
import { testServices } from '../test-services.ts';
import { readingRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let weka: SignedIn;
let mere: SignedIn;
const READINGS = '/api/v1/providers/me/readings';
const CODES = '/api/v1/learners/me/reading-codes';

async function organisation(publicId: string): Promise<number> {
  const { rows } = await at.owner.query('select organisation_id as id from catalogue.organisation where public_id = $1', [
    publicId,
  ]);
  return rows[0].id;
}
const logged = async () =>
  (await at.owner.query('select reason, purpose, organisation_id from record.access_log order by access_id')).rows;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { settings: { identityMissesPerHour: 12 } });
  await setScene(at.owner);
  app = await testApp(services, recordRoutes, readingRoutes);
  const path = aFile(csvOf([aRow()]));
  await importResults(services, { actor: 'operator', organisationId: await organisation('test-kea') }, { path, name: 'one' });
  const { rows } = await at.owner.query('select distinct learner_id as id from record.achievement_state');
  weka = await signedIn(at, 'provider', { organisationId: await organisation('test-weka'), roles: ['registrar'] });
  mere = await signedIn(at, 'learner', { learnerId: Number(rows[0].id) });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

describe('by number and birth date', () => {
  const who = { nsn: '0000100001', dateOfBirth: '1990-05-04', reason: 'enrolment' };

  test('a record is read without a name, with the purpose said, and the learner sees who, when and why', async () => {
    const { status, body } = await app.ask(weka, 'POST', READINGS, { ...who, purpose: 'Level 3 in February' });
    expect(status).toBe(200);
    expect(parseRecord(body.record)).toMatchObject({ ok: true });
    expect(body).toMatchObject({ learnerName: 'Mere Rimu', decision: { eligible: false } });
    expect(body).not.toHaveProperty('looked');
    expect(JSON.stringify(body)).not.toContain('0000100001');
    const seen = await app.ask(mere, 'GET', '/api/v1/learners/me/record');
    expect(seen.body.looked).toMatchObject([
      { who: 'test-weka', name: 'Test Weka', reason: 'enrolment', purpose: 'Level 3 in February' },
    ]);
  });

  test('a name that is given must agree too', async () => {
    expect((await app.ask(weka, 'POST', READINGS, { ...who, familyName: 'Rimu', givenNames: 'Mere' })).status).toBe(200);
    expect((await app.ask(weka, 'POST', READINGS, { ...who, familyName: 'Totara' })).status).toBe(404);
  });

  test('unknown and mismatched details have one answer, and nothing is logged as read', async () => {
    const before = await logged();
    const one = await app.ask(weka, 'POST', READINGS, { ...who, dateOfBirth: '1990-05-05' });
    const other = await app.ask(weka, 'POST', READINGS, { ...who, nsn: '0000999999' });
    expect(one).toMatchObject({ status: 404, body: { code: 'learner-not-confirmed' } });
    expect(other).toEqual(one);
    expect(await logged()).toEqual(before);
  });

  test('the reason is one of the list, "other" needs words, and no name alone finds anybody', async () => {
    expect((await app.ask(weka, 'POST', READINGS, { ...who, reason: 'curiosity' })).status).toBe(400);
    expect((await app.ask(weka, 'POST', READINGS, { ...who, reason: 'other' })).body).toMatchObject({ code: 'purpose-needed' });
    expect(
      (await app.ask(weka, 'POST', READINGS, { familyName: 'Rimu', dateOfBirth: '1990-05-04', reason: 'support' })).status,
    ).toBe(400);
  });

  test('only staff of a provider read', async () => {
    expect((await app.ask(mere, 'POST', READINGS, who)).status).toBe(403);
    expect((await app.ask(null, 'POST', READINGS, who)).status).toBe(401);
    expect((await app.ask({ ...weka, roles: ['reader'] }, 'POST', READINGS, who)).status).toBe(403);
  });
});

describe('by a code that the learner shows', () => {
  const made = async (uses = 1) => (await app.ask(mere, 'POST', CODES, { uses })).body;
  const read = (code: string) => app.ask(weka, 'POST', READINGS, { code, reason: 'recognition', purpose: '' });

  test('it opens the record as often as was said, however it is typed, and is kept as a hash only', async () => {
    const { code } = await made(2);
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const { rows } = await at.owner.query(`select code_hash::text as hash from record.reading_code`);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(code.replace('-', '')).toString('hex'));
    expect((await read(code.toLowerCase().replace('-', ' '))).body).toMatchObject({ learnerName: 'Mere Rimu' });
    expect((await read(code)).status).toBe(200);
    expect(await read(code)).toMatchObject({ status: 404, body: { code: 'code-not-valid' } });
    expect((await logged()).at(-1)).toMatchObject({ reason: 'recognition' });
  });

  test('it ends after half an hour, and when the learner ends it', async () => {
    const { code } = await made();
    services.clock.moveTo('2026-11-25');
    expect((await read(code)).status).toBe(404);
    const next = await made();
    expect((await app.ask(mere, 'DELETE', CODES)).status).toBe(204);
    expect((await read(next.code)).status).toBe(404);
  });

  test('a provider makes none and sees none', async () => {
    expect((await app.ask(weka, 'POST', CODES, {})).status).toBe(403);
    await expect(services.db.as(weka.acting, (tx) => tx.query({ text: 'select * from record.reading_code' }))).rejects.toThrow();
  });

  test('guesses are counted with the other misses, and after too many even a right code is not answered', async () => {
    const { code } = await made();
    let last = 0;
    for (let guess = 0; guess < 13; guess += 1) last = (await read('AAAA-AAAA')).status;
    expect(last).toBe(429);
    expect(await read(code)).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
  });
});
