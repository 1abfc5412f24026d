import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ids, LEARNER, OTHER, setScene } from '../award/test-scene.ts';
import { verifyForPublic } from '../award/verification.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { systemClock } from '../services.ts';
import { testServices } from '../test-services.ts';
import { fetchFrom, hrefIn } from './test-fetch.ts';
import { type TestWallet, testWallet } from './test-wallet.ts';

const US = 'http://127.0.0.1:8080';
let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let wallet: TestWallet;
let mere: Browser;
let award: string;

beforeAll(async () => {
  at = await testDatabase();
  // Wallets look at the clock of their own device.
  services = { ...testServices(at), clock: { ...testServices(at).clock, ...systemClock } };
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(services, { limits: { ...LIMITS, api: many, verification: { ...many, bucket: 'test-verification' } } });
  wallet = await testWallet(fetchFrom(app));
  mere = await learner(LEARNER);
  const made = await mere.ask('POST', '/api/v1/awards', {
    body: { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' },
  });
  award = String(made.body['id']);
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(() => at.owner.query('truncate wallet.copy'));

async function learner(learnerId: number): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session('learner', { learnerId, accountId: learnerId })).token);
  return person;
}

async function offered(path = `/api/v1/awards/${award}`): Promise<{ uri: string; pin: string }> {
  const { status, body } = await mere.ask('POST', `${path}/offers`);
  expect(status).toBe(201);
  return { uri: String(body['uri']), pin: String(body['pin']) };
}

async function tell(path: string, body: object, headers: Record<string, string> = {}) {
  const form = path === '/wallet/token' || path === '/wallet/par';
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json', ...headers },
    payload: form ? new URLSearchParams(Object.entries(body)).toString() : JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}

const copies = async (): Promise<unknown[]> => {
  const { body } = await mere.ask('GET', `/api/v1/awards/${award}/copies`);
  return Array.isArray(body['items']) ? body['items'] : [];
};

describe('a wallet of others takes what a learner offers', () => {
  test('an award, as an SD-JWT that is bound to its key and verifies', async () => {
    const { uri, pin } = await offered();
    const { copies: got, token, notification } = await wallet.take(uri, pin, 'AwardSdJwt');
    expect(got).toHaveLength(1);
    const [sdJwt] = got;
    expect(decodeJwt(String(sdJwt).split('~')[0] ?? '')).toMatchObject({
      cnf: { jwk: wallet.jwk },
      vct: `${US}/credentials/types/award`,
    });
    expect(await verifyForPublic(services, sdJwt)).toMatchObject({ answer: 'verified' });
    expect(await copies()).toMatchObject([{ format: 'dc+sd-jwt', keys: 1, state: 'issued' }]);
    const headers = { authorization: `Bearer ${token}` };
    const event = { notification_id: notification, event: 'credential_accepted' };
    expect((await tell('/wallet/notification', event, headers)).status).toBe(204);
    expect((await tell('/wallet/notification', event, headers)).status).toBe(204);
    expect(await copies()).toMatchObject([{ state: 'accepted' }]);
  });

  test.each(['AwardJwt', 'AwardLdp'])(
    'an award, as %s, about the holder of its key, revoked with the award',
    async (configuration) => {
      const { uri, pin } = await offered();
      const { copies: got } = await wallet.take(uri, pin, configuration);
      const [copy] = got;
      const claims = typeof copy === 'string' ? decodeJwt(copy) : copy;
      expect(claims).toMatchObject({ credentialSubject: { id: expect.stringMatching(/^did:jwk:/) } });
      expect(await verifyForPublic(services, copy)).toMatchObject({ answer: 'verified' });
    },
  );

  test.each(['AchievementSdJwt', 'AchievementJwt', 'AchievementLdp'])('an achievement, as %s', async (configuration) => {
    const [id] = ids(9);
    const { uri, pin } = await offered(`/api/v1/learners/me/achievements/${id}`);
    const { copies: got } = await wallet.take(uri, pin, configuration);
    expect(await verifyForPublic(services, got[0])).toMatchObject({ answer: 'verified' });
  });

  test('a copy falls with its award', async () => {
    const made = await mere.ask('POST', '/api/v1/awards', {
      body: { award: 'alq', major: null, select: ids(1, 2, 3, 4, 5, 6, 7, 9), nameOnAward: null, supersedes: award },
    });
    const newer = String(made.body['id']);
    const { uri, pin } = await offered(`/api/v1/awards/${newer}`);
    const { copies: got } = await wallet.take(uri, pin, 'AwardSdJwt');
    expect((await mere.ask('POST', `/api/v1/awards/${newer}/withdrawal`, { body: { reason: 'again' } })).status).toBe(200);
    expect(await verifyForPublic(services, got[0])).toMatchObject({ answer: 'not-verified' });
    expect((await mere.ask('POST', `/api/v1/awards/${newer}/offers`)).body['code']).toBe('award-not-live');
    const again = await mere.ask('POST', '/api/v1/awards', {
      body: { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' },
    });
    award = String(again.body['id']);
  });

  test('with a token that is bound to its key, which is good with proofs of that key alone', async () => {
    const { uri, pin } = await offered();
    const { copies: got, token } = await wallet.take(uri, pin, 'AwardSdJwt', { bound: true });
    expect(await verifyForPublic(services, got[0])).toMatchObject({ answer: 'verified' });
    const event = { notification_id: 'none', event: 'credential_accepted' };
    const as = async (scheme: string, dpop?: string) => {
      const headers = { authorization: `${scheme} ${token}`, ...(dpop === undefined ? {} : { dpop }) };
      return (await tell('/wallet/notification', event, headers)).body.error;
    };
    const ath = createHash('sha256').update(token).digest('base64url');
    const mine = (claims: object = {}, header: object = {}) => dpopOf(wallet.sign, wallet.jwk, { ath, ...claims }, header);
    // The token and the proof are taken; only then is asked which notification it is.
    const once = await mine();
    expect(await as('DPoP', once)).toBe('invalid_notification_id');
    expect(await as('DPoP', once)).toBe('invalid_dpop_proof');
    expect(await as('Bearer')).toBe('invalid_token');
    expect(await as('Bearer', await mine())).toBe('invalid_token');
    expect(await as('DPoP')).toBe('invalid_dpop_proof');
    const now = Math.floor(Date.now() / 1000);
    const stranger = await generateKeyPair('ES256', { extractable: true });
    const { kty = '', crv = '', x = '', y = '' } = await exportJWK(stranger.publicKey);
    const sign = async (data: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, stranger.privateKey, Uint8Array.from(data)));
    for (const bad of [
      await mine({ ath: 'of another token' }),
      await mine({ htm: 'GET' }),
      await mine({ htu: `${US}/wallet/credential` }),
      await mine({ htu: 'https://elsewhere.example/wallet/notification' }),
      await mine({ iat: now - 330 }),
      await mine({ iat: now + 330 }),
      await mine({ jti: '' }),
      await mine({}, { typ: 'JWT' }),
      await mine({}, { jwk: { kty, crv, x, y } }),
      await mine({}, { alg: 'none' }),
      await dpopOf(sign, { kty, crv, x, y }, { ath }, {}),
      await mine({ deep: JSON.parse('['.repeat(100) + ']'.repeat(100)) }),
      'not a proof',
    ])
      expect(await as('DPoP', bad), bad).toBe('invalid_dpop_proof');
    // A token that is bound to none is a bearer's, whatever is shown beside it.
    const bearer = (await tokenFor(...(await offeredPair()))).authorization.replace('Bearer', 'DPoP');
    expect((await tell('/wallet/notification', event, { authorization: bearer, dpop: await mine() })).body.error).toBe(
      'invalid_token',
    );
  });

  test('many keys at once: a copy for each', async () => {
    const { uri, pin } = await offered();
    const token = await tokenFor(uri, pin);
    const nonce = await freshNonce();
    const proofs = await Promise.all([proof({ nonce }), proof({ nonce }), proof({ nonce })]);
    const { status, body } = await tell(
      '/wallet/credential',
      { credential_configuration_id: 'AwardSdJwt', proofs: { jwt: proofs } },
      token,
    );
    expect([status, body.credentials.length]).toEqual([200, 3]);
    expect(
      new Set(
        body.credentials.map(({ credential }: { credential: string }) =>
          JSON.stringify(decodeJwt(credential.split('~')[0] ?? '')['cnf']),
        ),
      ).size,
    ).toBe(3);
    expect(await copies()).toMatchObject([{ keys: 3 }]);
  });

  test('an award under review waits, and comes when it is out of it', async () => {
    const { uri, pin } = await offered();
    const token = await tokenFor(uri, pin);
    await at.owner.query(`update award.award_state set status = 'suspended' where public_id = $1`, [award]);
    const request = { credential_configuration_id: 'AwardLdp', proofs: { jwt: [await proof({ nonce: await freshNonce() })] } };
    const waiting = await tell('/wallet/credential', request, token);
    expect([waiting.status, waiting.body]).toEqual([202, { transaction_id: expect.any(String), interval: 3600 }]);
    const transaction = { transaction_id: waiting.body.transaction_id };
    expect((await tell('/wallet/deferred', transaction, token)).status).toBe(202);
    expect(await copies()).toMatchObject([{ state: 'waiting' }]);
    await at.owner.query(`update award.award_state set status = 'live' where public_id = $1`, [award]);
    const done = await tell('/wallet/deferred', transaction, token);
    expect([done.status, done.body.credentials.length]).toEqual([200, 1]);
    expect((await tell('/wallet/deferred', transaction, token)).body.error).toBe('invalid_transaction_id');
    expect(await copies()).toMatchObject([{ state: 'issued' }]);
  });
});

async function tokenFor(uri: string, pin: string): Promise<{ authorization: string }> {
  const offer = await wallet.vci.resolveCredentialOffer(uri);
  const grant = offer.grants?.['urn:ietf:params:oauth:grant-type:pre-authorized_code'];
  const { body } = await tell('/wallet/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
    'pre-authorized_code': grant?.['pre-authorized_code'] ?? '',
    tx_code: pin,
  });
  return { authorization: `Bearer ${body.access_token}` };
}

async function offeredPair(): Promise<readonly [string, string]> {
  const { uri, pin } = await offered();
  return [uri, pin];
}

/** A proof of a key for a request to `/wallet/notification`, or what the claims and the header make of it. */
async function dpopOf(
  sign: (data: Uint8Array) => Promise<Uint8Array>,
  jwk: object,
  claims: object,
  header: object,
): Promise<string> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const own = { htm: 'POST', htu: `${US}/wallet/notification`, iat: Math.floor(Date.now() / 1000), jti: randomUUID() };
  const text = `${part({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header })}.${part({ ...own, ...claims })}`;
  return `${text}.${Buffer.from(await sign(new TextEncoder().encode(text))).toString('base64url')}`;
}

const freshNonce = async (): Promise<string> => (await tell('/wallet/nonce', {})).body.c_nonce;

async function proof(
  claims: { nonce: string; aud?: string; iat?: number; deep?: unknown },
  header: { typ?: string; alg?: 'ES256' } = {},
): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk = { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
  return new SignJWT({ aud: US, iat: Math.floor(Date.now() / 1000), ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk, ...header })
    .sign(privateKey);
}

describe('what is not right is refused in the words that wallets read', () => {
  test('six wrong digits: five times, and the offer is gone', async () => {
    const { uri, pin } = await offered();
    const wrong = pin === '000000' ? '000001' : '000000';
    const offer = await wallet.vci.resolveCredentialOffer(uri);
    const code = offer.grants?.['urn:ietf:params:oauth:grant-type:pre-authorized_code']?.['pre-authorized_code'] ?? '';
    const ask = (digits: string) =>
      tell('/wallet/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
        'pre-authorized_code': code,
        tx_code: digits,
      });
    for (let miss = 0; miss < 5; miss += 1) expect((await ask(wrong)).body.error).toBe('invalid_grant');
    expect((await ask(pin)).body.error).toBe('invalid_grant');
    await expect(wallet.vci.resolveCredentialOffer(uri)).rejects.toThrow();
  });

  test('an offer is taken once, by one of two at one moment', async () => {
    const { uri, pin } = await offered();
    const answers = await Promise.allSettled([wallet.take(uri, pin, 'AwardLdp'), wallet.take(uri, pin, 'AwardLdp')]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a nonce is taken once, a proof is for us, of now, of its own type, and for what was offered', async () => {
    const { uri, pin } = await offered();
    const token = await tokenFor(uri, pin);
    const ask = async (jwt: readonly string[], configuration = 'AwardSdJwt') =>
      (await tell('/wallet/credential', { credential_configuration_id: configuration, proofs: { jwt } }, token)).body;
    const nonce = await freshNonce();
    expect(await ask([await proof({ nonce })])).toMatchObject({ notification_id: expect.any(String) });
    expect((await ask([await proof({ nonce })])).error).toBe('invalid_nonce');
    expect((await ask([await proof({ nonce: 'made-up' })])).error).toBe('invalid_nonce');
    const now = Math.floor(Date.now() / 1000);
    for (const bad of [
      await proof({ nonce: await freshNonce(), aud: 'https://elsewhere.example' }),
      await proof({ nonce: await freshNonce(), iat: now - 330 }),
      await proof({ nonce: await freshNonce(), iat: now + 330 }),
      await proof({ nonce: await freshNonce() }, { typ: 'JWT' }),
      `${(await proof({ nonce: await freshNonce() })).slice(0, -8)}AAAAAAAA`,
      await proof({ nonce: await freshNonce(), deep: JSON.parse('['.repeat(100) + ']'.repeat(100)) }),
      'not a jwt',
    ])
      expect((await ask([bad])).error, bad).toBe('invalid_proof');
    expect((await ask([])).error).toBe('invalid_proof');
    expect((await ask(Array.from({ length: 11 }, () => 'x'))).error).toBe('invalid_proof');
    expect((await ask(['x'], 'AchievementSdJwt')).error).toBe('unknown_credential_configuration');
    expect((await ask(['x'], 'Nothing')).error).toBe('unknown_credential_configuration');
  });

  test('no token, a wrong one, and one of another learner’s offer', async () => {
    const request = { credential_configuration_id: 'AwardSdJwt', proofs: { jwt: ['x'] } };
    for (const headers of [{}, { authorization: 'Bearer nobody' }, { authorization: 'Basic x' }]) {
      const { status, body } = await tell('/wallet/credential', request, headers);
      expect([status, body.error]).toEqual([401, 'invalid_token']);
    }
    const other = await learner(OTHER);
    expect((await other.ask('POST', `/api/v1/awards/${award}/offers`)).status).toBe(404);
    expect((await other.ask('GET', `/api/v1/awards/${award}/copies`)).body).toEqual({ items: [] });
  });

  test.each([
    ['/wallet/token', {}, 'invalid_request'],
    ['/wallet/token', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['/wallet/token', { grant_type: 'authorization_code', code: 'x', code_verifier: 'y' }, 'invalid_grant'],
    ['/wallet/par', {}, 'unsupported_response_type'],
    ['/wallet/par', { response_type: 'code' }, 'invalid_client'],
    ['/wallet/par', { response_type: 'code', client_id: 'w', redirect_uri: 'javascript:alert(1)' }, 'invalid_request'],
    ['/wallet/par', { response_type: 'code', client_id: 'w', redirect_uri: 'http://elsewhere.example/' }, 'invalid_request'],
    [
      '/wallet/par',
      { response_type: 'code', client_id: 'w', redirect_uri: 'https://w.example/', code_challenge: 'plain' },
      'invalid_request',
    ],
  ])('%s with %j: %s', async (path, body, error) => {
    expect((await tell(path, body)).body.error).toBe(error);
  });
});

describe('a wallet asks by itself', () => {
  const back = 'https://wallet.example/back';

  test('the learner sees who asks and where it goes, agrees, and the wallet of others gets its copy', async () => {
    const issuerMetadata = await wallet.vci.resolveIssuerMetadata(US);
    const flow = await wallet.vci.createAuthorizationRequestUrlFromOffer({
      clientId: 'wallet.example',
      issuerMetadata,
      redirectUri: back,
      scope: 'AwardSdJwt',
      credentialOffer: {
        credential_issuer: US,
        credential_configuration_ids: ['AwardSdJwt'],
        grants: { authorization_code: {} },
      },
    });
    const { pathname, search, searchParams } = new URL(flow.authorizationRequestUrl);
    const stranger = await browser(app).ask('GET', pathname + search);
    expect(stranger.text).toContain('/sign-in?return=');
    const page = await mere.ask('GET', pathname + search);
    expect(page.text).toContain('The wallet wallet.example asks for something of yours. It would go to wallet.example.');
    expect(page.text).toContain(award);
    const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
    const answer = (csrf: string, item: string, said: string) =>
      mere.ask('POST', '/wallet/authorize', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        csrf: false,
        body: new URLSearchParams({ request_uri: searchParams.get('request_uri') ?? '', csrf, item, answer: said }).toString(),
      });
    expect((await answer('made up', award, 'yes')).body['code']).toBe('csrf-refused');
    const agreed = await answer(field('csrf'), award, 'yes');
    const link = hrefIn(agreed.text, 'https://wallet.example');
    const returned = new URL(link);
    expect(returned.searchParams.get('iss')).toBe(US);
    const code = returned.searchParams.get('code') ?? '';
    const token = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: back,
      client_id: 'wallet.example',
      code_verifier: flow.pkce?.codeVerifier ?? '',
    };
    const { body } = await tell('/wallet/token', token);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect((await tell('/wallet/token', token)).body.error).toBe('invalid_grant');
    const request = { credential_configuration_id: 'AwardSdJwt', proofs: { jwt: [await proof({ nonce: await freshNonce() })] } };
    const issued = await tell('/wallet/credential', request, { authorization: `Bearer ${body.access_token}` });
    expect(await verifyForPublic(services, issued.body.credentials[0].credential)).toMatchObject({ answer: 'verified' });
    // Answered is answered.
    expect((await mere.ask('GET', pathname + search)).status).toBe(404);
  });

  test('by authorization_details, and refused: the wallet is told so; a wrong verifier costs the code', async () => {
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const push = async (more: object = {}) =>
      String(
        (
          await tell('/wallet/par', {
            response_type: 'code',
            client_id: 'w',
            redirect_uri: back,
            state: 'of the wallet',
            code_challenge: challenge,
            code_challenge_method: 'S256',
            authorization_details: JSON.stringify([
              {
                type: 'openid_credential',
                credential_configuration_id: 'AchievementLdp',
              },
            ]),
            ...more,
          })
        ).body.request_uri,
      );
    const answer = async (requestUri: string, said: string): Promise<URL> => {
      const page = await mere.ask(
        'GET',
        `/wallet/authorize?${new URLSearchParams({ request_uri: requestUri, client_id: 'w' }).toString()}`,
      );
      const csrf = /name="csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
      const { text } = await mere.ask('POST', '/wallet/authorize', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        csrf: false,
        body: new URLSearchParams({ request_uri: requestUri, csrf, item: ids(9)[0] ?? '', answer: said }).toString(),
      });
      return new URL(hrefIn(text, 'https://wallet.example'));
    };
    const refused = (await answer(await push(), 'no')).searchParams;
    expect([refused.get('error'), refused.get('state')]).toEqual(['access_denied', 'of the wallet']);
    const exchange = (code: string | null, codeVerifier: string) =>
      tell('/wallet/token', {
        grant_type: 'authorization_code',
        code: code ?? '',
        redirect_uri: back,
        code_verifier: codeVerifier,
      });
    const wrong = (await answer(await push(), 'yes')).searchParams.get('code');
    expect((await exchange(wrong, 'w'.repeat(43))).body.error).toBe('invalid_grant');
    expect((await exchange(wrong, verifier)).body.error).toBe('invalid_grant');
    const { body } = await exchange((await answer(await push(), 'yes')).searchParams.get('code'), verifier);
    expect(body.authorization_details).toEqual([
      { type: 'openid_credential', credential_configuration_id: 'AchievementLdp', credential_identifiers: ['AchievementLdp'] },
    ]);
    // A code that is bound to a key is given for a proof of that key alone.
    expect(
      (await exchange((await answer(await push({ dpop_jkt: 'of a key' }), 'yes')).searchParams.get('code'), verifier)).body.error,
    ).toBe('invalid_grant');
    const request = { credential_identifier: 'AchievementLdp', proofs: { jwt: [await proof({ nonce: await freshNonce() })] } };
    expect((await tell('/wallet/credential', request, { authorization: `Bearer ${body.access_token}` })).status).toBe(200);
  });
});
