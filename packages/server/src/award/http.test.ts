import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { report, resultRow } from './test-import.ts';
import { ids, LEARNER, OTHER, setScene } from './test-scene.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many, verification: { ...many, bucket: 'test-verification' } } });
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(() =>
  at.owner.query(
    `truncate award.award_event, award.award_state, award.spent, award.locator, notice.notice, award.second_person, award.outcome_credential`,
  ),
);

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}

const learner = (learnerId: number = LEARNER) => signedIn('learner', { learnerId, accountId: learnerId });
const steward = (accountId: number) => signedIn('steward', { accountId, roles: ['steward'] });

const CLAIM = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };

async function claimed(mere: Browser): Promise<string> {
  const answer = await mere.ask('POST', '/api/v1/awards', { body: CLAIM });
  expect(answer.status).toBe(201);
  return String(answer.body['id']);
}

async function verify(credential: unknown): Promise<Record<string, unknown>> {
  const answer = await browser(app).ask('POST', '/api/v1/credentials/verification', { body: { credential } });
  expect(answer.status).toBe(200);
  return answer.body;
}

test('whoever asks gets the signed list of trusted issuers, as often as they may verify', async () => {
  const one = { bucket: 'test-list', calls: 1, seconds: 60 };
  const limited = await buildApp(services, { limits: { ...LIMITS, verification: one } });
  const ask = () => browser(limited).ask('GET', '/api/v1/trusted-issuers');
  const list = await ask();
  expect([list.status, list.headers['content-type']]).toEqual([200, 'application/trusted-issuers+jwt']);
  expect(list.text).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/u);
  expect((await ask()).status).toBe(429);
  await limited.close();
});

test('a record that is too entangled to decide is shown whole, without a decision, and a claim from it is refused with that code', async () => {
  // One more than a decision takes (contracts 3): results of one outcome, on as many days.
  const crowded = 7 * 1024 + 9;
  await at.owner.query(
    `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
     select $1::bigint, n * 1024 + $1::bigint % 1024, o.outcome_id, p.organisation_id, date '2015-01-01' + n, date '2015-01-01' + n, 'achieved', 'assessed', 'confirmed', true, 'c-' || n
       from generate_series(1, 2001) n join catalogue.outcome o on o.public_id = 'o-1' cross join catalogue.organisation p where p.public_id = 'org-kea'`,
    [crowded],
  );
  const person = await learner(crowded);
  const read = await person.ask('GET', '/api/v1/learners/me/record');
  expect([read.status, read.body['decision']]).toEqual([200, null]);
  expect(read.body).toMatchObject({ record: { achievements: { length: 2001 } } });
  const refused = await person.ask('POST', '/api/v1/awards', {
    body: { award: 'alq', major: null, select: [String(1024 + (crowded % 1024))], nameOnAward: null },
  });
  expect([refused.status, refused.body['code']]).toEqual([422, 'too-entangled']);
});

test('a claim answers the award, and its own learner reads it again', async () => {
  const mere = await learner();
  const answer = await mere.ask('POST', '/api/v1/awards', { body: CLAIM });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ award: 'alq', major: 'health', credits: 40, status: 'live', nameOnAward: 'Mere Rimu' });
  const again = await mere.ask('GET', `/api/v1/awards/${String(answer.body['id'])}`);
  expect([again.status, again.body]).toEqual([200, answer.body]);
});

test('the same claim under the same key is one award', async () => {
  const mere = await learner();
  const headers = { 'idempotency-key': 'claim-once' };
  const first = await mere.ask('POST', '/api/v1/awards', { body: CLAIM, headers });
  const again = await mere.ask('POST', '/api/v1/awards', { body: CLAIM, headers });
  expect([first.status, again.status, again.headers['idempotent-replay']]).toEqual([201, 201, 'true']);
  expect(again.body).toEqual({ id: first.body['id'] });
  const { rows } = await at.owner.query('select count(*)::integer as n from award.award_state');
  expect(rows[0].n).toBe(1);
});

test('learning in another award is a conflict that names it; a selection that makes no award names its problems', async () => {
  const mere = await learner();
  const short = await mere.ask('POST', '/api/v1/awards', { body: { ...CLAIM, select: ids(1, 2) } });
  expect([short.status, short.body['code']]).toEqual([422, 'selection-not-valid']);
  expect(short.body['problems']).toEqual([{ code: 'too-few-credits', achievements: ids(1, 2) }]);
  await claimed(mere);
  const conflict = await mere.ask('POST', '/api/v1/awards', { body: { ...CLAIM, select: ids(8, 9, 10) } });
  expect([conflict.status, conflict.body['code']]).toEqual([409, 'learning-already-used']);
  expect(conflict.body['achievements']).toEqual(ids(8));
  const wrong = await mere.ask('POST', '/api/v1/awards', { body: { ...CLAIM, select: 'all' } });
  expect([wrong.status, wrong.body['code']]).toEqual([400, 'invalid-request']);
});

test('an award is not there for another learner, and asks strangers and providers to stay out', async () => {
  const id = await claimed(await learner());
  const other = await learner(OTHER);
  for (const path of ['', '/credential', '/trace']) {
    const answer = await other.ask('GET', `/api/v1/awards/${id}${path}`);
    expect([path, answer.status, answer.body['code']]).toEqual([path, 404, 'award-not-found']);
  }
  const withdrawal = await other.ask('POST', `/api/v1/awards/${id}/withdrawal`, { body: { reason: 'mine' } });
  expect([withdrawal.status, withdrawal.body['code']]).toEqual([404, 'award-not-found']);
  expect((await browser(app).ask('GET', `/api/v1/awards/${id}`)).status).toBe(401);
  const provider = await signedIn('provider', { accountId: 3, organisationId: 1, roles: ['registrar'] });
  expect((await provider.ask('GET', `/api/v1/awards/${id}`)).body['code']).toBe('not-your-door');
});

test('the credential that is downloaded verifies until its award is withdrawn', async () => {
  const mere = await learner();
  const id = await claimed(mere);
  const download = await mere.ask('GET', `/api/v1/awards/${id}/credential`);
  expect(download.headers['content-type']).toContain('application/vc+ld+json');
  expect(download.headers['content-disposition']).toBe(`attachment; filename="award-${id}.json"`);
  expect((await verify(download.body))['answer']).toBe('verified');
  expect((await verify(download.text))['answer']).toBe('verified');
  const withdrawn = await mere.ask('POST', `/api/v1/awards/${id}/withdrawal`, { body: { reason: 'I wait for a major.' } });
  expect([withdrawn.status, withdrawn.body]).toEqual([200, { id }]);
  expect(await verify(download.body)).toMatchObject({ answer: 'not-verified' });
  expect((await mere.ask('GET', `/api/v1/awards/${id}`)).body).toMatchObject({ status: 'withdrawn' });
  await claimed(mere);
});

test('revoking takes two stewards', async () => {
  const mere = await learner();
  const id = await claimed(mere);
  const [kahu, petra] = [await steward(901), await steward(902)];
  const ask = await kahu.ask('POST', `/api/v1/awards/${id}/revocation`, { body: { reason: 'Issued in error.' } });
  expect([ask.status, ask.body]).toEqual([202, { id }]);
  const agreement = `/api/v1/awards/${id}/revocation/agreement`;
  const same = await kahu.ask('POST', agreement, { body: { agreed: true } });
  expect([same.status, same.body['code']]).toEqual([409, 'second-person-needed']);
  expect((await petra.ask('POST', agreement, { body: { agreed: true } })).status).toBe(200);
  expect((await mere.ask('GET', `/api/v1/awards/${id}`)).body).toMatchObject({ status: 'revoked', reason: 'Issued in error.' });
  expect((await mere.ask('POST', `/api/v1/awards/${id}/revocation`, { body: { reason: 'x' } })).body['code']).toBe(
    'not-your-door',
  );
  const events = (await petra.ask('GET', `/api/v1/awards/${id}/trace`)).body['events'];
  expect(events).toMatchObject([{ kind: 'issued' }, { kind: 'review-asked' }, { kind: 'revoked', actor: 'account:902' }]);
});

test('keys and status lists are open to everybody, and name nobody', async () => {
  const mere = await learner();
  const id = await claimed(mere);
  const stranger = browser(app);
  const did = await stranger.ask('GET', '/.well-known/did.json');
  expect([did.status, did.body['id']]).toEqual([200, 'did:web:127.0.0.1%3A8080']);
  const { credentialStatus } = (await mere.ask('GET', `/api/v1/awards/${id}/credential`)).body;
  const places: readonly { statusListCredential: string; statusPurpose: string }[] = JSON.parse(JSON.stringify(credentialStatus));
  expect(places.map(({ statusPurpose }) => statusPurpose).sort()).toEqual(['revocation', 'suspension']);
  for (const { statusListCredential, statusPurpose } of places) {
    const list = await stranger.ask('GET', new URL(statusListCredential).pathname);
    expect(list.status).toBe(200);
    expect(list.body).toMatchObject({ id: statusListCredential, credentialSubject: { statusPurpose } });
    expect(list.text).not.toMatch(/Mere|Rimu/);
    const headers = { 'if-none-match': String(list.headers['etag']) };
    expect((await stranger.ask('GET', new URL(statusListCredential).pathname, { headers })).status).toBe(304);
  }
  expect((await stranger.ask('GET', `/status/${'0'.repeat(32)}`)).status).toBe(404);
});

function upload(credential: string): { body: string; headers: Record<string, string> } {
  const edge = 'edge-of-a-part';
  return {
    body: `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="award.json"\r\ncontent-type: application/json\r\n\r\n${credential}\r\n--${edge}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  };
}

test('the verify page says genuine of a code and of a file, and not genuine of a file that was changed', async () => {
  const mere = await learner();
  const id = await claimed(mere);
  const stranger = browser(app);
  const byCode = await stranger.ask('GET', `/verify?award=${id}`);
  expect(byCode.status).toBe(200);
  expect(byCode.text).toContain('Genuine. Mere Rimu holds an Applied Learning Qualification');
  const { text } = await mere.ask('GET', `/api/v1/awards/${id}/credential`);
  expect((await stranger.ask('POST', '/verify', upload(text))).text).toContain('Genuine. Mere Rimu');
  const forged = text.replaceAll('Mere Rimu', 'Hone Rimu');
  expect(forged).not.toBe(text);
  const answer = await stranger.ask('POST', '/verify', upload(forged));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Not genuine: it was changed after it was issued.');
  expect(answer.text).not.toContain('Genuine. Hone');
  expect((await stranger.ask('GET', '/verify?award=26-0000-0000-0000')).status).toBe(404);
});

test('a registrar sees what the withdrawal of an import touches, and cannot settle it alone', async () => {
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = 'org-kea'`);
  const organisationId: number = rows[0].id;
  const batch = await report(
    services,
    { actor: 'operator', organisationId },
    [1, 2, 3].map((k) => resultRow(1, k)),
  );
  const address = `/api/v1/results/imports/${batch.public_id}/withdrawal`;
  const one = await signedIn('provider', { accountId: 31, organisationId, roles: ['registrar'] });
  const two = await signedIn('provider', { accountId: 32, organisationId, roles: ['administrator'] });
  expect((await one.ask('GET', address)).body).toEqual({ results: 3, learners: 1, awards: 0, request: null });
  const ask = await one.ask('POST', address, { body: { reason: 'Another year’s file.' } });
  expect([ask.status, ask.body]).toEqual([202, { id: batch.public_id }]);
  expect((await one.ask('GET', address)).body['request']).toMatchObject({ reason: 'Another year’s file.', mine: true });
  const refused = await one.ask('POST', `${address}/agreement`, { body: { agreed: true } });
  expect([refused.status, refused.body['code']]).toEqual([409, 'second-person-needed']);
  const agreed = await two.ask('POST', `${address}/agreement`, { body: { agreed: true } });
  expect([agreed.status, agreed.body]).toEqual([200, { id: batch.public_id, withdrawn: 3 }]);
  expect((await (await learner()).ask('GET', address)).body['code']).toBe('not-your-door');
});
