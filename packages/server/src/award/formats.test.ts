import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { ids, LEARNER, OTHER, setScene, setStatusOf } from './test-scene.ts';
import { examineForPublic } from './verification.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let mere: Browser;
let award = '';
const signedIn = async (...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> => {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
};
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many, verification: { ...many, bucket: 'test-verification' } } });
  mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };
  award = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const paths = (): readonly (readonly [string, string])[] => [
  ['award', `/api/v1/awards/${award}/credential`],
  ['achievement', `/api/v1/learners/me/achievements/${ids(9)[0]}/credential`],
];

async function bytesOf(path: string): Promise<Buffer> {
  const reply = await app.inject({
    url: path,
    headers: { host: '127.0.0.1:8080', cookie: `session=${mere.cookies.get('session')}` },
  });
  expect(reply.statusCode).toBe(200);
  return reply.rawPayload;
}

describe('a learner takes a credential', () => {
  test.each([
    ['ldp_vc', 'application/vc+ld+json', 'json', 'readable-credential'],
    ['vc+jwt', 'application/vc+jwt', 'jwt', 'readable-jwt-credential'],
    ['dc+sd-jwt', 'application/dc+sd-jwt', 'sd-jwt', 'readable-sd-jwt'],
    ['png', 'image/png', 'png', 'readable-credential'],
    ['svg', 'image/svg+xml', 'svg', 'readable-credential'],
  ])('as %s, and anyone verifies it', async (format, type, extension, code) => {
    for (const [what, path] of paths()) {
      const url = `${path}?format=${encodeURIComponent(format)}`;
      const answer = await mere.ask('GET', url);
      expect(answer.status).toBe(200);
      expect(String(answer.headers['content-type'])).toContain(type);
      expect(String(answer.headers['content-disposition'])).toMatch(new RegExp(`filename="${what}-[\\w-]+\\.${extension}"`, 'u'));
      const examined = await examineForPublic(services, await bytesOf(url));
      expect(examined.answer).toBe('verified');
      expect(examined.checks[0]?.code).toBe(code);
      expect(examined.checks.find(({ check }) => check === 'status')?.code).toBe('in-force');
      expect(JSON.stringify(examined.document)).not.toMatch(/0000123456|nsn/iu);
    }
  });

  test('as tokens that are signed with P-256, where the operator has it so', async () => {
    const es256 = await buildApp({ ...services, settings: { ...services.settings, jwtAlgorithm: 'ES256' } });
    const cookie = `session=${mere.cookies.get('session')}`;
    for (const format of ['vc%2Bjwt', 'dc%2Bsd-jwt']) {
      const url = `${paths()[0]![1]}?format=${format}`;
      const token = (await es256.inject({ url, headers: { host: '127.0.0.1:8080', cookie } })).body;
      const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
      expect(header).toMatchObject({ alg: 'ES256', kid: expect.stringContaining('#signing-p256-') });
      expect((await examineForPublic(services, token)).answer).toBe('verified');
    }
    await es256.close();
  });

  test('in no form that nobody knows, and no one else’s', async () => {
    expect((await mere.ask('GET', `${paths()[0]![1]}?format=mdoc`)).status).toBe(400);
    const other = await signedIn('learner', { learnerId: OTHER, accountId: OTHER });
    for (const format of ['vc%2Bjwt', 'dc%2Bsd-jwt', 'png'])
      expect((await other.ask('GET', `${paths()[0]![1]}?format=${format}`)).status).toBe(404);
  });

  test('over HTTP and on the page, a token is verified as it stands', async () => {
    for (const format of ['vc%2Bjwt', 'dc%2Bsd-jwt']) {
      const { text } = await mere.ask('GET', `${paths()[0]![1]}?format=${format}`);
      const answer = await browser(app).ask('POST', '/api/v1/credentials/verification', { body: { credential: text } });
      expect(answer.body['answer']).toBe('verified');
      const page = await browser(app).ask('POST', '/verify', {
        body: new URLSearchParams({ text }).toString(),
        csrf: false,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(page.text).toContain('Genuine. Mere Rimu holds');
    }
  });

  test('an SD-JWT names a type that says what it is', async () => {
    const { text } = await mere.ask('GET', `${paths()[0]![1]}?format=dc%2Bsd-jwt`);
    const { vct } = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString());
    expect(vct).toBe('http://127.0.0.1:8080/credentials/types/award');
    const type = await browser(app).ask('GET', new URL(String(vct)).pathname);
    expect(type.body).toMatchObject({ vct, name: 'Award' });
    expect((await browser(app).ask('GET', '/credentials/types/other')).status).toBe(404);
  });

  test('every form of one credential is revoked at once', async () => {
    const path = `/api/v1/learners/me/achievements/${ids(10)[0]}/credential`;
    const forms = await Promise.all(
      ['ldp_vc', 'vc%2Bjwt', 'dc%2Bsd-jwt'].map((format) => mere.ask('GET', `${path}?format=${format}`)),
    );
    const codes = async () =>
      Promise.all(
        forms.map(
          async ({ text }) => (await examineForPublic(services, text)).checks.find(({ check }) => check === 'status')?.code,
        ),
      );
    expect(await codes()).toEqual(['in-force', 'in-force', 'in-force']);
    await at.owner.query(`update record.achievement_state set result = 'merit' where learner_id = $1 and achievement_id = $2`, [
      LEARNER,
      ids(10)[0],
    ]);
    expect((await mere.ask('GET', path)).text).toContain('Merit');
    expect(await codes()).toEqual(['revoked', 'revoked', 'revoked']);
  });
});

describe('a learner takes the record as one', () => {
  test('the whole of it: the award and every outcome, each verified on its own', async () => {
    const answer = await mere.ask('GET', '/api/v1/learners/me/clr');
    expect(answer.status).toBe(200);
    const examined = await examineForPublic(services, answer.text);
    expect(examined.answer).toBe('verified');
    expect(examined.credentials.length).toBe(13);
    expect(examined.document).toMatchObject({ partial: false, type: ['VerifiableCredential', 'ClrCredential'] });
    const subject = JSON.parse(answer.text).credentialSubject;
    expect(subject.association.length).toBe(8);
    expect(subject.identifier).toBeUndefined();
  });

  test('a chosen part, by name, as a JWT', async () => {
    const [one, two] = ids(1, 2);
    const answer = await mere.ask(
      'GET',
      `/api/v1/learners/me/clr?achievements=${one},${two}&awards=${award}&named=true&format=vc%2Bjwt`,
    );
    expect(String(answer.headers['content-type'])).toContain('application/vc+jwt');
    const examined = await examineForPublic(services, answer.text);
    expect([examined.answer, examined.credentials.length]).toEqual(['verified', 3]);
    expect(JSON.stringify(examined.document)).toContain('Mere Rimu');
    expect(examined.document).toMatchObject({ partial: true });
  });

  test('nothing that is not there, not theirs or not creditable', async () => {
    const other = await signedIn('learner', { learnerId: OTHER, accountId: OTHER });
    expect((await other.ask('GET', `/api/v1/learners/me/clr?awards=${award}`)).body['code']).toBe('award-not-found');
    expect((await mere.ask('GET', '/api/v1/learners/me/clr?achievements=999424')).body['code']).toBe('achievement-not-found');
    expect((await mere.ask('GET', '/api/v1/learners/me/clr?achievements=')).body['code']).toBe('record-empty');
    await setStatusOf(at.owner, ids(12)[0]!, 'withdrawn');
    expect((await mere.ask('GET', `/api/v1/learners/me/clr?achievements=${ids(12)[0]}`)).body['code']).toBe(
      'achievement-not-creditable',
    );
    expect((await browser(app).ask('GET', '/api/v1/learners/me/clr')).status).toBe(401);
  });
});
