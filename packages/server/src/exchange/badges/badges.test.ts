import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { addProof, encodeMultikey, issueJwtCredential, jwtSigner, type Signer } from '@recognition/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids, LEARNER, OTHER, setScene } from '../../award/test-scene.ts';
import { verifyForPublic } from '../../award/verification.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { buildApp } from '../../http/app.ts';
import type { App } from '../../http/route.ts';
import { type Browser, browser } from '../../http/test-browser.ts';
import { LIMITS } from '../../operations/rate-limit.ts';
import { testServices } from '../../test-services.ts';
import { linksOf } from './paging.ts';
import { CLR, EVERYTHING, HOME, OB, type TestApplication, testApplication } from './test-application.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let mere: Browser;
let other: Browser;
let portfolio: TestApplication;
let token: string;

const many = { calls: 10_000, seconds: 60 };
const limits = {
  ...LIMITS,
  api: { bucket: 'test', ...many },
  signIn: { bucket: 'test-sign-in', ...many },
  verification: { bucket: 'test-verification', ...many },
};

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  app = await buildApp(services, { limits });
  mere = await learner(LEARNER);
  other = await learner(OTHER);
  await mere.ask('POST', '/api/v1/awards', {
    body: { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' },
  });
  portfolio = await testApplication(app);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function learner(learnerId: number): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session('learner', { learnerId, accountId: learnerId })).token);
  return person;
}

const credentials = (query = '', with_ = token) => portfolio.tell('GET', `/ims/ob/v3p0/credentials${query}`, { token: with_ });
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);
const applications = async () => listOf((await mere.ask('GET', '/api/v1/learners/me/applications')).body['items']);

/** A badge of an issuer with a key of its own. */
async function badge(changes: object = {}) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = encodeMultikey(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  const signer: Signer = { verificationMethod: `did:key:${key}#${key}`, sign: async (data) => sign(null, data, privateKey) };
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:0b9f1c1e-0001-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: `did:key:${key}`, type: ['Profile'], name: 'Invented Robotics Club' },
    validFrom: '2026-03-01T00:00:00Z',
    name: 'Robotics',
    credentialSubject: {
      id: 'urn:uuid:0b9f1c1e-0002-4000-8000-000000000002',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0b9f1c1e-0003-4000-8000-000000000003',
        type: ['Achievement'],
        name: 'Robotics, first year',
        description: 'Builds a robot.',
        criteria: { narrative: 'It moves.' },
      },
    },
  };
  const made = (more: object) => addProof({ ...unsigned, ...changes, ...more }, { signer, created: '2026-03-02T00:00:00Z' });
  return { unsigned, signer, made };
}

describe('discovery and registration', () => {
  test.each(['/ims/ob/v3p0', '/ims/clr/v2p0'])('%s says where to register and where to ask', async (base) => {
    const { status, body, headers } = await portfolio.tell('GET', `${base}/discovery`);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(body).toMatchObject({
      openapi: '3.0.1',
      components: {
        securitySchemes: {
          OAuth2ACG: {
            'x-imssf-registrationUrl': 'http://127.0.0.1:8080/badges/register',
            flows: { authorizationCode: { tokenUrl: 'http://127.0.0.1:8080/badges/token' } },
          },
        },
      },
    });
    expect(Object.keys(Object(body['paths']))).toEqual(['/credentials', '/profile', '/discovery']);
  });

  test('the authorization server says the same in its own form', async () => {
    const { body } = await portfolio.tell('GET', '/.well-known/oauth-authorization-server/badges');
    expect(body).toMatchObject({ issuer: 'http://127.0.0.1:8080/badges', code_challenge_methods_supported: ['S256'] });
  });

  test('an application registers by its own word, and its secret is not kept', async () => {
    const { status, body } = await portfolio.tell('POST', '/badges/register', {
      body: {
        client_name: 'Kea',
        redirect_uris: [HOME],
        scope: `${OB}credential.readonly unknown`,
        contacts: ['a@example.test'],
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      client_name: 'Kea',
      contacts: ['a@example.test'],
      client_secret_expires_at: 0,
      scope: `${OB}credential.readonly`,
      token_endpoint_auth_method: 'client_secret_basic',
    });
    const { rows } = await at.owner.query('select c::text as row from badges.client c');
    expect(rows.some(({ row }) => String(row).includes(String(body['client_secret'])))).toBe(false);
  });

  test.each([
    [{ redirect_uris: ['http://portfolio.example/'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: [] }, 'invalid_client_metadata'],
    [{ client_name: '' }, 'invalid_client_metadata'],
    [{ client_uri: 'javascript:alert(1)' }, 'invalid_client_metadata'],
    [{ scope: 'unknown' }, 'invalid_client_metadata'],
    [{ grant_types: ['implicit'] }, 'invalid_client_metadata'],
    [{ token_endpoint_auth_method: 'private_key_jwt' }, 'invalid_client_metadata'],
  ])('%j is refused as %s', async (change, code) => {
    const body = { client_name: 'Kea', redirect_uris: [HOME], ...change };
    const answer = await portfolio.tell('POST', '/badges/register', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: code } });
  });
});

describe('the consent of a learner', () => {
  test('says who asks, where it answers and what it may, and leads back with a code', async () => {
    const { address } = portfolio.asks();
    const page = await mere.ask('GET', address);
    expect(page.text).toContain('Lantern Portfolio');
    expect(page.text).toContain('portfolio.example');
    expect(page.text.match(/<li>/gu)?.length).toBeGreaterThanOrEqual(6);
    const back = await portfolio.agree(mere, address);
    expect(back.searchParams.get('state')).toBe('a state');
    expect(back.searchParams.get('iss')).toBe('http://127.0.0.1:8080/badges');
    expect(back.searchParams.get('scope')).toBe(EVERYTHING);
    expect(back.searchParams.get('code')).toMatch(/^[\w-]{32}$/u);
  });

  test('a no leads back with access_denied and gives nothing', async () => {
    const before = (await applications()).length;
    const back = await portfolio.agree(mere, portfolio.asks().address, 'no');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(await applications()).toHaveLength(before);
  });

  test('an answer that did not come from our page gives nothing', async () => {
    const query = new URLSearchParams(portfolio.asks().address.split('?')[1]);
    query.set('csrf', 'wrong');
    query.set('answer', 'yes');
    const answer = await mere.ask('POST', '/badges/authorize', {
      body: query.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      csrf: false,
    });
    expect(answer.status).toBe(403);
  });

  test.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ scope: 'offline_access' }, 'invalid_scope'],
    [{ scope: `${OB}credential.readonly admin` }, 'invalid_scope'],
  ])('%j goes back to a known application as %s, after a page of ours', async (change, code) => {
    const page = await mere.ask('GET', portfolio.asks(change).address);
    expect(page.status).toBe(200);
    expect(page.headers['location']).toBeUndefined();
    expect(page.text).toContain(`error=${code}`);
  });

  test.each([{ client_id: 'nobody' }, { redirect_uri: 'https://elsewhere.example/' }])('%j goes nowhere', async (change) => {
    const page = await mere.ask('GET', portfolio.asks(change).address);
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('href="https://elsewhere.example');
  });

  test('who is not signed in is asked to, and comes back to the same question', async () => {
    const page = await browser(app).ask('GET', portfolio.asks().address);
    expect(page.text).toContain('/sign-in?return=%2Fbadges%2Fauthorize');
  });
});

describe('tokens', () => {
  async function code() {
    const { address, verifier } = portfolio.asks();
    const back = await portfolio.agree(other, address);
    return {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: HOME,
      code_verifier: verifier,
    };
  }

  test.each([
    [{ code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    [{ redirect_uri: 'https://elsewhere.example/' }, 'invalid_grant'],
    [{ code: 'x'.repeat(32) }, 'invalid_grant'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('%j is refused as %s', async (change, error) => {
    const answer = await portfolio.form('/badges/token', { ...(await code()), ...change });
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });

  test('another application, or a wrong secret, gets nothing for it', async () => {
    const stranger = await testApplication(app);
    expect(await stranger.form('/badges/token', await code())).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const wrong = await portfolio.tell('POST', '/badges/token', {
      basic: `${portfolio.id}:wrong`,
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(await code()).toString(),
    });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  test('a code that is shown twice ends what came of it', async () => {
    const form = await code();
    const first = await portfolio.form('/badges/token', form);
    expect(first.headers['cache-control']).toBe('no-store');
    const access = String(first.body['access_token']);
    expect((await credentials('', access)).status).toBe(200);
    expect((await portfolio.form('/badges/token', form)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await credentials('', access)).status).toBe(401);
  });

  test('a refresh token is good once, may ask for less, and ends all when it is shown again', async () => {
    const first = (await portfolio.form('/badges/token', await code())).body;
    const refresh = String(first['refresh_token']);
    const less = { grant_type: 'refresh_token', refresh_token: refresh, scope: `${OB}profile.readonly` };
    const second = (await portfolio.form('/badges/token', less)).body;
    expect(second).toMatchObject({ scope: `${OB}profile.readonly`, expires_in: 3600 });
    expect((await credentials('', String(second['access_token']))).status).toBe(403);
    expect((await portfolio.tell('GET', '/ims/ob/v3p0/profile', { token: String(second['access_token']) })).status).toBe(200);
    expect((await portfolio.form('/badges/token', less)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await portfolio.tell('GET', '/ims/ob/v3p0/profile', { token: String(second['access_token']) })).status).toBe(401);
  });

  test('without offline_access there is none; a token that is revoked opens nothing', async () => {
    const scope = `${OB}credential.readonly`;
    const given = await portfolio.token(other, scope);
    expect(given['refresh_token']).toBeUndefined();
    const access = String(given['access_token']);
    expect((await portfolio.form('/badges/revoke', { token: access })).status).toBe(200);
    expect((await portfolio.form('/badges/revoke', { token: 'unknown' })).status).toBe(200);
    expect((await credentials('', access)).status).toBe(401);
  });

  test('an application without a secret is known by its PKCE alone', async () => {
    const phone = await testApplication(app, { token_endpoint_auth_method: 'none' });
    expect(phone.secret).toBe('undefined');
    const { address, verifier } = phone.asks();
    const back = await phone.agree(other, address);
    const answer = await phone.tell('POST', '/badges/token', {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: phone.id,
        code: back.searchParams.get('code') ?? '',
        code_verifier: verifier,
      }).toString(),
    });
    expect(answer.status).toBe(200);
  });
});

describe('getCredentials', () => {
  // Who agrees again ends what was agreed before.
  beforeAll(async () => {
    token = String((await portfolio.token(mere))['access_token']);
  });

  test('shows the awards in force and each achievement that has a credential; all verify', async () => {
    const { status, headers, body } = await credentials();
    expect(status).toBe(200);
    expect(headers['x-total-count']).toBe('13');
    const list = listOf(body['credential']);
    expect(list).toHaveLength(13);
    for (const one of [list[0], list[12]]) expect(await verifyForPublic(services, one)).toMatchObject({ answer: 'verified' });
    const again = await credentials();
    expect(again.body).toEqual(body);
  });

  test('page by page, with the links of RFC 8288', async () => {
    const all = listOf((await credentials()).body['credential']).map(({ id }) => id);
    const seen: unknown[] = [];
    for (let path = '/ims/ob/v3p0/credentials?limit=5'; path !== ''; ) {
      const page = await portfolio.tell('GET', path, { token });
      seen.push(...listOf(page.body['credential']).map(({ id }) => id));
      path = /<http:\/\/127\.0\.0\.1:8080([^>]+)>; rel="next"/u.exec(String(page.headers['link']))?.[1] ?? '';
    }
    expect(seen).toEqual(all);
    const since = await credentials('?since=2026-11-23T00:00:00Z&limit=2');
    expect(listOf(since.body['credential'])).toHaveLength(2);
    expect((await credentials('?since=2030-01-01T00:00:00Z')).headers['x-total-count']).toBe('0');
  });

  test('the links name first and last always, next and prev where they are', () => {
    const rels = (offset: number, total: number) =>
      [...linksOf('https://x.example/c', { limit: 5, offset, since: null }, total).matchAll(/offset=(\d+)>; rel="(\w+)"/gu)].map(
        ([, from, rel]) => `${rel} ${from}`,
      );
    expect(rels(0, 0)).toEqual(['last 0', 'first 0']);
    expect(rels(0, 13)).toEqual(['next 5', 'last 10', 'first 0']);
    expect(rels(5, 13)).toEqual(['next 10', 'last 10', 'first 0', 'prev 0']);
    expect(rels(10, 13)).toEqual(['last 10', 'first 0', 'prev 5']);
    expect(rels(3, 10)).toEqual(['next 8', 'last 5', 'first 0', 'prev 0']);
  });

  test.each(['?limit=0', '?limit=x', '?limit=201', '?offset=-1', '?since=yesterday'])('%s is refused', async (query) => {
    const answer = await credentials(query);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        imsx_codeMajor: 'failure',
        imsx_severity: 'error',
        imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'invalid_query_parameter' }] },
      },
    });
  });

  test('without a token, with a session alone, and by another method, it says why', async () => {
    const minor = (value: string) => ({ imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: value }] } });
    const none = await portfolio.tell('GET', '/ims/ob/v3p0/credentials');
    expect(none).toMatchObject({ status: 401, body: minor('unauthorizedrequest') });
    expect(none.headers['www-authenticate']).toContain('invalid_token');
    expect((await mere.ask('GET', '/ims/ob/v3p0/credentials')).status).toBe(401);
    expect(await portfolio.tell('DELETE', '/ims/ob/v3p0/credentials', { token })).toMatchObject({
      status: 405,
      body: minor('not_allowed'),
    });
    const few = String((await portfolio.token(other, `${OB}profile.readonly`))['access_token']);
    expect(await credentials('', few)).toMatchObject({ status: 403, body: minor('forbidden') });
  });

  test('the NSN is in none of it', async () => {
    expect((await credentials()).text).not.toContain('0000123456');
    expect((await portfolio.tell('GET', '/ims/clr/v2p0/credentials', { token })).text).not.toContain('0000123456');
  });

  test('of CLR it is the whole record, as one credential that verifies', async () => {
    const { headers, body } = await portfolio.tell('GET', '/ims/clr/v2p0/credentials', { token });
    expect(headers['x-total-count']).toBe('1');
    const [record] = listOf(body['credential']);
    expect(record).toMatchObject({ type: ['VerifiableCredential', 'ClrCredential'], partial: false });
    expect(await verifyForPublic(services, record)).toMatchObject({ answer: 'verified' });
    const few = String((await portfolio.token(other, `${OB}credential.readonly`))['access_token']);
    expect((await portfolio.tell('GET', '/ims/clr/v2p0/credentials', { token: few })).status).toBe(403);
    expect((await portfolio.tell('GET', `/ims/clr/v2p0/credentials`, { token })).body['credential']).not.toEqual([]);
    expect(CLR).toContain('clr');
  });
});

describe('upsertCredential', () => {
  const send = (body: object | string, base = '/ims/ob/v3p0') => portfolio.tell('POST', `${base}/credentials`, { token, body });
  const held = async () => listOf((await mere.ask('GET', '/api/v1/learners/me/badges')).body['items']);

  test('takes a new badge, replaces an older one, keeps a newer one, and gives it back as it came', async () => {
    const { made } = await badge();
    const first = await made({});
    expect(await send(first)).toMatchObject({ status: 201, body: first });
    expect(await send(first)).toMatchObject({ status: 200 });
    const newer = await made({ validFrom: '2026-06-01T00:00:00Z' });
    expect(await send(newer)).toMatchObject({ status: 200, body: newer });
    expect(await send(first)).toMatchObject({ status: 409 });
    const list = listOf((await credentials('?limit=200')).body['credential']);
    expect(list).toContainEqual(newer);
    expect(list).not.toContainEqual(first);
    const [one] = await held();
    expect(one).toMatchObject({
      kind: 'badge',
      name: 'Robotics, first year',
      issuer: 'Invented Robotics Club',
      source: 'Lantern Portfolio (portfolio.example)',
      verification: { answer: 'inconclusive' },
      whose: 'unnamed',
    });
    expect((await other.ask('DELETE', `/api/v1/learners/me/badges/${String(one?.['id'])}`)).status).toBe(404);
    expect((await mere.ask('DELETE', `/api/v1/learners/me/badges/${String(one?.['id'])}`)).status).toBe(204);
    expect(await held()).toEqual([]);
  });

  test('takes one that is a token, and gives it back among the tokens', async () => {
    const { unsigned, signer } = await badge();
    const jws = await issueJwtCredential(unsigned, { signer: jwtSigner(signer), at: '2026-03-02T00:00:00Z' });
    const answer = await send(jws);
    expect(answer.status).toBe(201);
    expect(answer.text).toBe(jws);
    expect((await credentials('?limit=200')).body['compactJwsString']).toEqual([jws]);
    const [one] = await held();
    await mere.ask('DELETE', `/api/v1/learners/me/badges/${String(one?.['id'])}`);
  });

  test('refuses what was changed, what is no badge, and what was issued here', async () => {
    const { made, unsigned } = await badge();
    const signed = await made({});
    expect(await send({ ...signed, name: 'Rocketry' })).toMatchObject({ status: 400 });
    expect(await send(unsigned)).toMatchObject({ status: 400 });
    expect(await send({ hello: 'world' })).toMatchObject({ status: 400 });
    expect(await send('no token')).toMatchObject({ status: 400 });
    expect(await send(JSON.stringify(signed))).toMatchObject({ status: 400 });
    expect(await send(signed, '/ims/clr/v2p0')).toMatchObject({ status: 400 });
    expect(
      (await portfolio.tell('POST', '/ims/ob/v3p0/credentials', { token, body: '{', type: 'application/json' })).status,
    ).toBe(400);
    const [own] = listOf((await credentials('?limit=1')).body['credential']);
    expect(await send(own ?? {})).toMatchObject({ status: 409 });
    expect(await held()).toEqual([]);
  });

  test('a badge that is past its time, and one that names somebody else, is kept, and said so', async () => {
    const { made, unsigned } = await badge({ validUntil: '2026-04-01T00:00:00Z' });
    const identifier = [{ type: 'IdentityObject', identityHash: 'Hemi Rata', identityType: 'name', hashed: false }];
    expect((await send(await made({ credentialSubject: { ...unsigned.credentialSubject, identifier } }))).status).toBe(201);
    expect(await held()).toMatchObject([{ verification: { answer: 'not-verified' }, whose: 'another' }]);
  });
});

describe('the profile', () => {
  const path = '/ims/ob/v3p0/profile';

  test('is her name under an id of this application’s own; a few ways to be reached can be written into it', async () => {
    const { body } = await portfolio.tell('GET', path, { token });
    expect(body).toMatchObject({ type: ['Profile'], name: 'Mere Rimu' });
    const put = { ...body, url: 'https://mere.example/', email: 'mere@example.test' };
    expect(await portfolio.tell('PUT', path, { token, body: put })).toMatchObject({ status: 200, body: put });
    expect((await portfolio.tell('GET', path, { token })).body).toEqual(put);
    expect((await portfolio.tell('PUT', path, { token, body })).status).toBe(200);
    expect((await portfolio.tell('GET', path, { token })).body).toEqual(body);
    const stranger = await testApplication(app);
    const theirs = await stranger.tell('GET', path, { token: String((await stranger.token(mere))['access_token']) });
    expect(theirs.body['id']).not.toBe(body['id']);
    expect(theirs.body['name']).toBe('Mere Rimu');
  });

  test.each([
    { name: 'Somebody Else' },
    { id: 'urn:uuid:0b9f1c1e-0001-4000-8000-000000000001' },
    { type: 'Person' },
    { dateOfBirth: '1990-01-01' },
    { phone: 'call me' },
    { url: 'javascript:alert(1)' },
  ])('%j is refused', async (change) => {
    const { body } = await portfolio.tell('GET', path, { token });
    expect(await portfolio.tell('PUT', path, { token, body: { ...body, ...change } })).toMatchObject({ status: 400 });
  });
});

describe('what the learner sees and ends', () => {
  test('each reading stands in the history of the consent and in who looked', async () => {
    await credentials('?limit=2');
    const mine = (await applications()).find(({ state, name }) => state === 'open' && name === 'Lantern Portfolio');
    expect(mine).toMatchObject({ goesTo: 'portfolio.example', grantedBy: 'learner' });
    const record = await mere.ask('GET', '/api/v1/learners/me/record');
    expect(listOf(record.body['looked'])[0]).toMatchObject({ purpose: 'Lantern Portfolio (portfolio.example)' });
    const logs = (await applications()).flatMap(({ log }) => listOf(log));
    expect(logs).toContainEqual(
      expect.objectContaining({ kind: 'read', who: { kind: 'application', name: 'Lantern Portfolio' } }),
    );
    expect(await applications()).not.toEqual([]);
    expect(listOf((await other.ask('GET', '/api/v1/learners/me/applications')).body['items']).map(({ id }) => id)).not.toContain(
      mine?.['id'],
    );
  });

  test('a withdrawal ends its tokens at the next call; nobody else can withdraw it', async () => {
    const given = await portfolio.token(mere);
    const access = String(given['access_token']);
    const [newest, ...older] = await applications();
    expect(newest).toMatchObject({ state: 'open' });
    expect(older.filter(({ name, state }) => name === 'Lantern Portfolio' && state === 'open').length).toBeLessThanOrEqual(1);
    const path = `/api/v1/learners/me/applications/${String(newest?.['id'])}/withdrawal`;
    expect((await other.ask('POST', path)).status).toBe(404);
    expect((await credentials('', access)).status).toBe(200);
    expect((await mere.ask('POST', path)).status).toBe(200);
    expect((await mere.ask('POST', path)).status).toBe(200);
    expect((await credentials('', access)).status).toBe(401);
    const refresh = { grant_type: 'refresh_token', refresh_token: String(given['refresh_token']) };
    expect((await portfolio.form('/badges/token', refresh)).body).toMatchObject({ error: 'invalid_grant' });
  });
});
