import { afterAll, beforeAll, expect, test } from 'vitest';
import { learnerOf, person, report, resultRow } from '../award/test-import.ts';
import { ids, LEARNER, OTHER, setScene } from '../award/test-scene.ts';
import { addWorkingDays } from '@recognition/recognition';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { escalateLate } from './escalate.ts';

const TODAY = '2026-11-24';
let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let kea: number;
let weka: number;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: TODAY });
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-weka', 'polytechnic');
    insert into catalogue.organisation (public_id, kind, closed_on, successor_id)
      select 'org-moa', 'private-training-establishment', '2025-12-31', organisation_id from catalogue.organisation where public_id = 'org-weka';
    insert into catalogue.organisation (public_id, kind, closed_on) values ('org-huia', 'private-training-establishment', '2025-12-31');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, initcap(replace(public_id, 'org-', '')) || ' Training'
      from catalogue.organisation where public_id in ('org-weka', 'org-moa', 'org-huia')`);
  kea = await organisation('org-kea');
  weka = await organisation('org-weka');
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many } });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function organisation(id: string): Promise<number> {
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = $1`, [id]);
  return rows[0].id;
}

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (learnerId: number = LEARNER) => signedIn('learner', { learnerId, accountId: learnerId });
const registrar = (organisationId: number) => signedIn('provider', { accountId: 31, organisationId, roles: ['registrar'] });
const steward = (accountId: number) => signedIn('steward', { accountId, roles: ['steward'] });

const line = (achievement: string, reason = 'wrong-result') => ({
  subject: 'achievement',
  achievement,
  reason,
  words: 'I was told merit.',
});

async function disputed(who: Browser, body: object): Promise<string> {
  const answer = await who.ask('POST', '/api/v1/disputes', { body });
  expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
  return String(answer.body['id']);
}

/** A learner of their own with one imported line, so that tests do not meet. */
async function lineOf(n: number): Promise<{ who: Browser; achievement: string }> {
  await report(services, { actor: 'operator', organisationId: null }, [resultRow(n, 1)]);
  const learnerId = await learnerOf(services, n);
  const { rows } = await at.owner.query('select achievement_id as id from record.achievement_state where learner_id = $1', [
    learnerId,
  ]);
  return { who: await learner(learnerId), achievement: String(rows[0].id) };
}

test('a disputed line goes to the provider that reported it, due in working days, without a word of who the learner is', async () => {
  const mere = await learner();
  const id = await disputed(mere, line(ids(1)[0]!));
  const own = await mere.ask('GET', `/api/v1/disputes/${id}`);
  expect(own.body).toMatchObject({
    status: 'open',
    waitsFor: 'provider',
    answerer: 'Kea Training',
    answerBy: addWorkingDays(TODAY, 20),
    late: false,
    reason: 'wrong-result',
    line: { code: 'K1', reference: null },
    history: [{ kind: 'opened', by: 'learner', words: 'I was told merit.' }],
  });
  const ngaio = await registrar(kea);
  const list = await ngaio.ask('GET', '/api/v1/disputes?state=waiting');
  expect(list.body['items']).toMatchObject([{ id, line: { reference: 'r-1', code: 'K1' }, words: 'I was told merit.' }]);
  expect(list.text).not.toMatch(/Mere|Rimu|0000123456|5127/);
  const again = await mere.ask('POST', '/api/v1/disputes', { body: line(ids(1)[0]!) });
  expect([again.status, again.body['code']]).toEqual([409, 'dispute-open']);
});

test('nobody else sees it: another learner, another provider, the public; and nobody disputes another’s line', async () => {
  const id = await disputed(await learner(), line(ids(2)[0]!));
  const other = await learner(OTHER);
  expect((await other.ask('GET', `/api/v1/disputes/${id}`)).body['code']).toBe('dispute-not-found');
  expect((await other.ask('GET', '/api/v1/disputes')).body['items']).toEqual([]);
  expect((await other.ask('POST', '/api/v1/disputes', { body: line(ids(2)[0]!) })).body['code']).toBe('line-not-found');
  const weta = await registrar(weka);
  expect((await weta.ask('GET', `/api/v1/disputes/${id}`)).body['code']).toBe('dispute-not-found');
  const answer = await weta.ask('POST', `/api/v1/disputes/${id}/answer`, { body: { answer: 'declined', words: 'no' } });
  expect(answer.body['code']).toBe('dispute-not-found');
  expect((await browser(app).ask('GET', '/api/v1/disputes')).status).toBe(401);
  const reader = await signedIn('provider', { accountId: 33, organisationId: kea, roles: ['reader'] });
  expect((await reader.ask('GET', '/api/v1/disputes')).body['code']).toBe('role-needed');
  const employer = await signedIn('employer', { accountId: 34, organisationId: weka });
  expect((await employer.ask('GET', '/api/v1/disputes')).body['code']).toBe('not-your-door');
});

test('a correction goes the way of all results; only then is the dispute corrected, and both histories show it', async () => {
  const { who, achievement } = await lineOf(1);
  const id = await disputed(who, line(achievement));
  const ngaio = await registrar(kea);
  const body = { answer: 'corrected', words: 'It was merit: we mended it.' };
  const early = await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, { body });
  expect([early.status, early.body['code']]).toEqual([409, 'not-corrected-yet']);
  await report(services, { actor: 'operator', organisationId: kea }, [resultRow(1, 1, { action: 'correct', result: 'merit' })]);
  expect((await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, { body })).status).toBe(200);
  const { body: seen } = await who.ask('GET', `/api/v1/disputes/${id}`);
  expect(seen).toMatchObject({
    status: 'corrected',
    waitsFor: null,
    answer: 'It was merit: we mended it.',
    line: { result: 'merit' },
    history: [{ kind: 'opened' }, { kind: 'corrected', by: 'provider' }],
    lineHistory: [
      { kind: 'recorded', result: 'achieved', since: false },
      { kind: 'corrected', result: 'merit', since: true },
    ],
  });
  const told = await who.ask('GET', '/api/v1/learners/me/notices');
  expect(told.body['items']).toMatchObject([
    {
      code: 'dispute-corrected',
      href: `/record/disputes/${id}`,
      text: { en: expect.stringContaining('Kea Training has corrected') },
    },
  ]);
  const twice = await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, { body: { answer: 'declined', words: 'x' } });
  expect([twice.status, twice.body['code']]).toEqual([409, 'dispute-settled']);
});

test('after a refusal the learner’s statement stands beside the line in every file, until they take it away', async () => {
  const { who, achievement } = await lineOf(2);
  const id = await disputed(who, line(achievement));
  const ngaio = await registrar(kea);
  await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, {
    body: { answer: 'declined', words: 'The assessor’s sheet says achieved.' },
  });
  expect((await who.ask('GET', '/api/v1/learners/me/statements')).body['statements']).toEqual([]);
  for (const words of ['It was merit.', 'It was merit; my assessor told me so on the day.'])
    expect((await who.ask('PUT', `/api/v1/disputes/${id}/statement`, { body: { words } })).status).toBe(200);
  const file = await who.ask('GET', '/api/v1/learners/me/statements');
  expect(file.body).toEqual({
    type: 'StatementsOfCorrection',
    version: 1,
    statements: [{ achievement, statement: 'It was merit; my assessor told me so on the day.', on: TODAY }],
  });
  // Whoever reads the record for a purpose reads the statement with it.
  const { nsn, birthDate } = person(2);
  const reading = await ngaio.ask('POST', '/api/v1/providers/me/readings', {
    body: { nsn, dateOfBirth: birthDate, reason: 'other', purpose: 'A test of what is read.' },
  });
  expect(reading.body['statements']).toEqual(file.body['statements']);
  expect((await who.ask('GET', '/api/v1/learners/me/record')).body['statements']).toEqual(file.body['statements']);
  const { body } = await who.ask('GET', `/api/v1/disputes/${id}`);
  expect(body['history']).toMatchObject([{ kind: 'opened' }, { kind: 'declined' }, { kind: 'stated' }, { kind: 'stated' }]);
  expect((await who.ask('DELETE', `/api/v1/disputes/${id}/statement`)).status).toBe(200);
  expect((await who.ask('GET', '/api/v1/learners/me/statements')).body['statements']).toEqual([]);
  expect((await who.ask('DELETE', `/api/v1/disputes/${id}/statement`)).body['code']).toBe('statement-not-found');
});

test('a learner asks the stewards; they give it back to the provider with a new day, or let the line stand', async () => {
  const { who, achievement } = await lineOf(3);
  const id = await disputed(who, line(achievement));
  const ngaio = await registrar(kea);
  await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, { body: { answer: 'declined', words: 'No.' } });
  expect((await who.ask('POST', `/api/v1/disputes/${id}/escalation`, { body: { words: 'They did not look.' } })).status).toBe(
    200,
  );
  const kahu = await steward(901);
  expect(
    (await ngaio.ask('POST', `/api/v1/disputes/${id}/answer`, { body: { answer: 'declined', words: 'x' } })).body['code'],
  ).toBe('dispute-settled');
  const decide = (decision: string) =>
    kahu.ask('POST', `/api/v1/disputes/${id}/decision`, { body: { decision, words: 'Look again.' } });
  expect((await decide('upheld')).body['code']).toBe('not-corrected-yet');
  expect((await decide('returned')).status).toBe(200);
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({
    status: 'open',
    waitsFor: 'provider',
    answer: 'Look again.',
  });
  await who.ask('POST', `/api/v1/disputes/${id}/escalation`, { body: { words: 'Again nothing.' } });
  expect((await decide('dismissed')).status).toBe(200);
  expect((await decide('dismissed')).body['code']).toBe('dispute-settled');
  const { body } = await who.ask('GET', `/api/v1/disputes/${id}`);
  expect(body['status']).toBe('dismissed');
  expect(body['history']).toMatchObject(
    ['opened', 'declined', 'escalated', 'returned', 'escalated', 'dismissed'].map((kind) => ({ kind })),
  );
  expect((await who.ask('PUT', `/api/v1/disputes/${id}/statement`, { body: { words: 'I do not agree.' } })).status).toBe(200);
});

test('an answer that is late goes to the stewards by itself, once', async () => {
  const { who, achievement } = await lineOf(4);
  const id = await disputed(who, line(achievement));
  services.clock.moveTo(addWorkingDays(TODAY, 20));
  await escalateLate(services);
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({ status: 'open', late: false });
  services.clock.moveTo(addWorkingDays(TODAY, 21));
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({ status: 'open', late: true });
  expect(await escalateLate(services)).toBeGreaterThanOrEqual(1);
  expect(await escalateLate(services)).toBe(0);
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({
    status: 'escalated',
    escalatedWhy: 'late',
    history: [{ kind: 'opened' }, { kind: 'escalated', by: 'rules' }],
  });
  services.clock.moveTo(TODAY);
});

test('a closed provider’s successor answers for it; where nobody is left, the stewards do', async () => {
  await at.owner.query(`update record.achievement_state set provider_id = $1 where learner_id = $2 and achievement_id = $3`, [
    await organisation('org-moa'),
    OTHER,
    7 * 1024 + (OTHER % 1024),
  ]);
  await at.owner.query(`update record.achievement_state set provider_id = $1 where learner_id = $2 and achievement_id = $3`, [
    await organisation('org-huia'),
    OTHER,
    8 * 1024 + (OTHER % 1024),
  ]);
  const other = await learner(OTHER);
  const followed = await disputed(other, line(String(7 * 1024 + (OTHER % 1024))));
  expect((await other.ask('GET', `/api/v1/disputes/${followed}`)).body).toMatchObject({
    answerer: 'Weka Training',
    line: { provider: 'Moa Training' },
  });
  const weta = await registrar(weka);
  expect(
    (await weta.ask('POST', `/api/v1/disputes/${followed}/answer`, { body: { answer: 'declined', words: 'So it is.' } })).status,
  ).toBe(200);
  const alone = await disputed(other, line(String(8 * 1024 + (OTHER % 1024))));
  expect((await other.ask('GET', `/api/v1/disputes/${alone}`)).body).toMatchObject({
    status: 'escalated',
    escalatedWhy: 'nobody',
  });
  const kahu = await steward(901);
  const back = await kahu.ask('POST', `/api/v1/disputes/${alone}/decision`, { body: { decision: 'returned', words: 'x' } });
  expect([back.status, back.body['code']]).toEqual([409, 'nobody-to-correct']);
});

test('an appeal over a revocation is reviewed by neither of the two who revoked', async () => {
  const { rows } = await at.owner.query('select 1 from award.award_state where learner_id = $1', [LEARNER]);
  expect(rows).toEqual([]);
  const mere = await learner();
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null };
  const award = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
  const [kahu, petra, third] = [await steward(901), await steward(902), await steward(903)];
  await kahu.ask('POST', `/api/v1/awards/${award}/revocation`, { body: { reason: 'Issued in error.' } });
  await petra.ask('POST', `/api/v1/awards/${award}/revocation/agreement`, { body: { agreed: true } });
  const id = await disputed(mere, { subject: 'award', award, reason: 'revoked-wrongly', words: 'Nothing was wrong with it.' });
  const body = { decision: 'upheld', words: 'The results stood all along.' };
  for (const person of [kahu, petra]) {
    const refused = await person.ask('POST', `/api/v1/disputes/${id}/decision`, { body });
    expect([refused.status, refused.body['code']]).toEqual([409, 'second-person-needed']);
  }
  expect((await third.ask('POST', `/api/v1/disputes/${id}/decision`, { body: { ...body, decision: 'returned' } })).status).toBe(
    400,
  );
  expect((await third.ask('POST', `/api/v1/disputes/${id}/decision`, { body })).status).toBe(200);
  expect((await mere.ask('GET', `/api/v1/disputes/${id}`)).body).toMatchObject({
    status: 'upheld',
    award: { id: award, status: 'revoked' },
    history: [{ kind: 'opened' }, { kind: 'upheld', by: 'steward' }],
  });
  const other = await learner(OTHER);
  const foreign = await other.ask('POST', '/api/v1/disputes', {
    body: { subject: 'award', award, reason: 'other', words: 'mine?' },
  });
  expect(foreign.body['code']).toBe('award-not-found');
});

test('a list is paged without doubling or losing any, also while the due days are the same', async () => {
  const kahu = await steward(901);
  const all: string[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page += 1) {
    const { body } = await kahu.ask('GET', `/api/v1/disputes?state=waiting&limit=1&cursor=${cursor}`);
    const { items, next }: { items: { id: string }[]; next: string | null } = JSON.parse(JSON.stringify(body));
    all.push(...items.map(({ id }) => id));
    if (next === null) break;
    cursor = next;
  }
  const { rows } = await at.owner.query(
    `select dispute_id::text as id from dispute.dispute_state where status in ('open', 'escalated')`,
  );
  expect(new Set(all)).toEqual(new Set(rows.map(({ id }) => id)));
  expect(all).toHaveLength(rows.length);
  expect(all.length).toBeGreaterThan(2);
});

test('what is said is kept as it was said, and no role may change or remove an event', async () => {
  const { who, achievement } = await lineOf(5);
  const words = `<script>alert(1)</script> ${'ā'.repeat(1900)}`;
  const id = await disputed(who, { ...line(achievement, 'other'), words });
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body['words']).toBe(words);
  for (const [reason, text] of [
    ['made-up', 'x'],
    ['other', ' '],
    ['other', 'x'.repeat(2001)],
  ]) {
    const refused = await who.ask('POST', '/api/v1/disputes', { body: { ...line(achievement, reason), words: text } });
    expect(refused.status).toBe(400);
  }
  for (const kind of ['learner', 'provider', 'steward', 'batch'] as const) {
    const session = await at.session(kind, { learnerId: LEARNER, organisationId: kea, accountId: 1 });
    for (const text of [
      'update dispute.dispute_event set words = null',
      'delete from dispute.dispute_event',
      'delete from dispute.dispute_state',
    ])
      await expect(at.db.as(session, (tx) => tx.query({ text }))).rejects.toThrow(/permission denied/);
  }
  const session = await at.session('provider', { organisationId: kea, accountId: 1 });
  const twist = { text: `update dispute.dispute_state set words = 'other'` };
  await expect(at.db.as(session, (tx) => tx.query(twist))).rejects.toThrow(/permission denied/);
  await who.ask('POST', `/api/v1/disputes/${id}/taken-back`);
  expect((await who.ask('GET', `/api/v1/disputes/${id}`)).body['status']).toBe('taken-back');
});
