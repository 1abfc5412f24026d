import { addProof, bindSdJwt, issueJwtPresentation, jwkSigner, presentSdJwt, type Signer } from '@recognition/credentials';
import { CompactEncrypt, decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids, LEARNER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { systemClock } from '../services.ts';
import { testServices } from '../test-services.ts';
import { fetchFrom, hrefIn } from '../wallet/test-fetch.ts';
import { type TestWallet, testWallet } from '../wallet/test-wallet.ts';

let at: TestDatabase;
let app: App;
let wallet: TestWallet;
let award: string;
let achievement: string;
/** Copies of the award whose subject is the wallet's key. */
let bound: { readonly embedded: object; readonly jwt: string };

beforeAll(async () => {
  at = await testDatabase();
  const services = testServices(at);
  await setScene(at.owner);
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(
    { ...services, clock: systemClock },
    { limits: { ...LIMITS, api: many, verification: { ...many, bucket: 'test-verification' } } },
  );
  wallet = await testWallet(fetchFrom(app));
  const mere = browser(app);
  mere.cookies.set('session', (await at.session('learner', { learnerId: LEARNER, accountId: LEARNER })).token);
  const made = await mere.ask('POST', '/api/v1/awards', {
    body: { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' },
  });
  award = String(await taken(mere, `/api/v1/awards/${String(made.body['id'])}`, 'AwardSdJwt'));
  const path = `/api/v1/awards/${String(made.body['id'])}`;
  bound = { embedded: Object(await taken(mere, path, 'AwardLdp')), jwt: String(await taken(mere, path, 'AwardJwt')) };
  achievement = String(await taken(mere, `/api/v1/learners/me/achievements/${ids(9)[0]}`, 'AchievementSdJwt'));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function taken(mere: Browser, path: string, configuration: string): Promise<unknown> {
  const { body } = await mere.ask('POST', `${path}/offers`);
  const { copies } = await wallet.take(String(body['uri']), String(body['pin']), configuration);
  return copies[0];
}

/** An employer without an account asks: where the answer will stand, and what a wallet scans. */
async function asked(): Promise<{ page: string; scan: string; employer: Browser }> {
  const employer = browser(app);
  const made = await employer.ask('POST', '/verify/wallet?lang=en');
  expect(made.status).toBe(303);
  const page = String(made.headers['location']);
  const { status, text } = await employer.ask('GET', page);
  expect(status).toBe(200);
  const scan = hrefIn(text, 'openid4vp:');
  return { page, scan, employer };
}

describe('somebody asks a wallet for an award, and a wallet of others shows one', () => {
  test('genuine, with the name that its holder chose to show', async () => {
    const { page, scan, employer } = await asked();
    const { status, encrypted, wants } = await wallet.show(scan, award, { name: true, credentialSubject: { identifier: true } });
    expect([status, encrypted]).toEqual([200, true]);
    expect(wants).toMatchObject({ credentials: [{ format: 'dc+sd-jwt' }, { format: 'jwt_vc_json' }, { format: 'ldp_vc' }] });
    const { text } = await employer.ask('GET', page);
    expect(text).toContain('Mere Rimu');
    expect(text).toContain('Applied Learning Qualification');
    expect(text).toMatch(/genuine/i);
  });

  test('without the name, where its holder kept it back', async () => {
    const { page, scan, employer } = await asked();
    await wallet.show(scan, award, { name: true });
    const { text } = await employer.ask('GET', page);
    expect(text).not.toContain('Mere Rimu');
    expect(text).toMatch(/genuine/i);
  });

  test('the page waits for an answer that comes meanwhile', async () => {
    const { page, scan, employer } = await asked();
    const waiting = employer.ask('GET', `${page}&wait=1`);
    await wallet.show(scan, award, { name: true });
    expect((await waiting).text).toMatch(/genuine/i);
  });
});

describe('a wallet that holds JSON or a JWT presents it under its own key', () => {
  /** Who presents: the wallet itself, or somebody with a copy of what it holds. */
  interface By {
    readonly did: string;
    readonly signer: Signer;
  }
  const by = async (jwk: JWK, sign: Signer['sign']): Promise<By> => {
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    return { did, signer: { verificationMethod: `${did}#0`, curve: 'P-256', sign } };
  };
  const owner = () => by(wallet.jwk, wallet.sign);
  const thief = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const { sign } = await jwkSigner(await exportJWK(privateKey), 'ES256');
    return by(await exportJWK(publicKey), sign);
  };
  const embedded = async ({ did, signer }: By, domain: string, challenge: string) =>
    addProof(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        holder: did,
        verifiableCredential: [bound.embedded],
      },
      { signer, created: new Date().toISOString(), purpose: 'authentication', domain, challenge, cryptosuite: 'ecdsa-rdfc-2019' },
    );
  const token = async ({ did, signer }: By, audience: string, nonce: string) =>
    issueJwtPresentation([bound.jwt], {
      signer: { alg: 'ES256', kid: signer.verificationMethod, sign: signer.sign },
      holder: did,
      at: new Date().toISOString(),
      audience,
      nonce,
    });
  type Make = (domain: string, nonce: string) => Promise<unknown>;

  async function answered(id: string, make: Make): Promise<string> {
    const { page, scan, employer } = await asked();
    const parsed = wallet.vp.parseOpenid4vpAuthorizationRequest({ authorizationRequest: scan });
    const { authorizationRequestPayload: question } = await wallet.vp.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: parsed.params,
    });
    const shown = await make(String(question['client_id']), question.nonce);
    const { statusCode } = await app.inject({
      method: 'POST',
      url: new URL(String(question['response_uri'])).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        vp_token: JSON.stringify({ [id]: [shown] }),
        state: String(question.state),
      }).toString(),
    });
    expect(statusCode).toBe(200);
    return (await employer.ask('GET', page)).text;
  }

  test.each<readonly [string, string, Make]>([
    ['an embedded proof', 'award_ldp', async (domain, nonce) => embedded(await owner(), domain, nonce)],
    ['a token', 'award_jwt', async (domain, nonce) => token(await owner(), domain, nonce)],
  ])('with %s it is genuine', async (_, id, make) => {
    expect(await answered(id, make)).toMatch(/>Genuine\. Mere Rimu holds an Applied Learning Qualification/u);
  });

  test.each<readonly [string, string, Make]>([
    ['the embedded proof of somebody with a copy', 'award_ldp', async (domain, nonce) => embedded(await thief(), domain, nonce)],
    ['the token of somebody with a copy', 'award_jwt', async (domain, nonce) => token(await thief(), domain, nonce)],
    ['a proof for somebody else', 'award_ldp', async (_, nonce) => embedded(await owner(), 'did:web:other.example', nonce)],
    ['a proof on another nonce', 'award_ldp', async (domain) => embedded(await owner(), domain, 'another')],
    [
      'a presentation without a proof',
      'award_ldp',
      async (domain, nonce) => {
        const { proof: _, ...unsigned } = await embedded(await owner(), domain, nonce);
        return unsigned;
      },
    ],
    ['the bare copy', 'award_ldp', async () => bound.embedded],
    ['the bare token', 'award_jwt', async () => bound.jwt],
  ])('with %s it is not', async (_, id, make) => {
    const text = await answered(id, make);
    expect(text).toContain('Not genuine');
    expect(text).not.toMatch(/>Genuine/u);
  });
});

describe('what is not right', () => {
  test('something else than an award is said to be so', async () => {
    const { page, scan, employer } = await asked();
    await wallet.show(scan, achievement, {});
    expect((await employer.ask('GET', page)).text).toContain('something else');
  });

  test('a question is answered once, and its code opens no answer', async () => {
    const { scan } = await asked();
    expect((await wallet.show(scan, award, {})).status).toBe(200);
    await expect(wallet.show(scan, award, {})).rejects.toThrow();
    const handle = new URL(new URL(scan).searchParams.get('request_uri') ?? '').pathname.split('/').at(-1);
    expect((await browser(app).ask('GET', `/verify/wallet/${handle}`)).status).toBe(404);
  });

  test('a presentation by somebody else’s key, for somebody else, or on another nonce is not verified', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const thief = await jwkSigner(await exportJWK(privateKey), 'ES256');
    const { page, scan, employer } = await asked();
    const parsed = wallet.vp.parseOpenid4vpAuthorizationRequest({ authorizationRequest: scan });
    const { authorizationRequestPayload: question } = await wallet.vp.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: parsed.params,
    });
    const shown = await bindSdJwt(await presentSdJwt(award, {}), {
      signer: thief,
      audience: String(question['client_id']),
      nonce: question.nonce,
      at: new Date().toISOString(),
    });
    const send = (token: unknown, state: unknown) =>
      app.inject({
        method: 'POST',
        url: new URL(String(question['response_uri'])).pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ vp_token: JSON.stringify(token), state: String(state) }).toString(),
      });
    expect((await send({ award_sd_jwt: [shown] }, 'wrong')).statusCode).toBe(400);
    for (const bad of [
      'nothing',
      { award_sd_jwt: ['no token'] },
      { award_ldp: [JSON.parse('[{"a":'.repeat(80) + '1' + '}]'.repeat(80))[0]] },
    ])
      expect((await send(bad, question.state)).statusCode).toBe(400);
    expect((await send({ award_sd_jwt: [shown] }, question.state)).statusCode).toBe(200);
    const { text } = await employer.ask('GET', page);
    expect(text).not.toMatch(/>Genuine/u);
    expect(text).toContain('Not genuine');
  });

  test('an answer that is encrypted to another key, in another way, or not at all is none; the question still stands', async () => {
    const { page, scan, employer } = await asked();
    const { authorizationRequestPayload: question } = await wallet.vp.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: wallet.vp.parseOpenid4vpAuthorizationRequest({ authorizationRequest: scan }).params,
    });
    expect(question).toMatchObject({ response_mode: 'direct_post.jwt', client_metadata: { jwks: { keys: [{ use: 'enc' }] } } });
    const { kty = '', crv = '', x = '', y = '' } = Object(question['client_metadata']).jwks.keys[0];
    const ours = { kty: String(kty), crv: String(crv), x: String(x), y: String(y) };
    const others = await exportJWK((await generateKeyPair('ECDH-ES', { extractable: true })).publicKey);
    const said = JSON.stringify({ error: 'access_denied', state: question.state });
    const encrypted = async (jwk: JWK, alg: string, enc: string) =>
      new CompactEncrypt(new TextEncoder().encode(said)).setProtectedHeader({ alg, enc }).encrypt(await importJWK(jwk, alg));
    const send = async (response: string) => {
      const { statusCode } = await app.inject({
        method: 'POST',
        url: new URL(String(question['response_uri'])).pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ response }).toString(),
      });
      return statusCode;
    };
    const good = await encrypted(ours, 'ECDH-ES', 'A256GCM');
    for (const bad of [
      await encrypted(others, 'ECDH-ES', 'A256GCM'),
      await encrypted(ours, 'ECDH-ES+A128KW', 'A256GCM'),
      await encrypted(ours, 'ECDH-ES', 'A128CBC-HS256'),
      `${good.slice(0, -4)}AAAA`,
      said,
      '',
    ])
      expect(await send(bad)).toBe(400);
    expect(await send(good)).toBe(200);
    expect((await employer.ask('GET', page)).text).toContain('said no');
  });

  test('a wallet that cannot encrypt says so when it fetches the question, and is asked for a plain answer', async () => {
    const { scan } = await asked();
    const address = new URL(new URL(scan).searchParams.get('request_uri') ?? '').pathname;
    const mode = async (metadata: string) => {
      const { body } = await app.inject({
        method: 'POST',
        url: address,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ wallet_metadata: metadata }).toString(),
      });
      return decodeJwt(body)['response_mode'];
    };
    expect(await mode(JSON.stringify({ response_modes_supported: ['direct_post'] }))).toBe('direct_post');
    for (const metadata of [JSON.stringify({ response_modes_supported: ['direct_post', 'direct_post.jwt'] }), '{}', 'not JSON'])
      expect(await mode(metadata)).toBe('direct_post.jwt');
  });

  test('a wallet that says no', async () => {
    const { page, scan, employer } = await asked();
    const parsed = wallet.vp.parseOpenid4vpAuthorizationRequest({ authorizationRequest: scan });
    const { authorizationRequestPayload: question } = await wallet.vp.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: parsed.params,
    });
    await app.inject({
      method: 'POST',
      url: new URL(String(question['response_uri'])).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ error: 'access_denied', state: String(question.state) }).toString(),
    });
    expect((await employer.ask('GET', page)).text).toContain('said no');
  });

  test('what was shown is sealed where it lies', async () => {
    const { rows } = await at.owner.query<{ cipher: Buffer }>(
      'select answer_cipher as cipher from wallet.presentation_request where answer_cipher is not null',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { cipher } of rows) expect(cipher.toString('latin1')).not.toContain('Rimu');
  });
});
