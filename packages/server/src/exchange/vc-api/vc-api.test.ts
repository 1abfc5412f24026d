import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addProof, didKeyDocument, issueJwtCredential, issueJwtPresentation, jwtSigner } from '@recognition/credentials';
import { issuerDid } from '../../award/issuer.ts';
import { addClientForOperator } from '../../account/operator.ts';
import { setScene } from '../../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { buildApp } from '../../http/app.ts';
import type { App } from '../../http/route.ts';
import { browser } from '../../http/test-browser.ts';
import { LIMITS } from '../../operations/rate-limit.ts';
import { testServices } from '../../test-services.ts';
import { makeTestIssuers } from './process-issuers.ts';

const BASE = '/api/v1/vc-api';
const many = { bucket: 'test', calls: 10_000, seconds: 60 };
const limits = { ...LIMITS, api: many, signIn: { ...many, bucket: 'test-sign-in' } };

let at: TestDatabase;
let open: App;
let closed: App;
let token: string;
const services = () => testServices(at);
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  open = await buildApp(testServices(at, { settings: { vcApi: 'test' } }), { limits });
  const own = services();
  closed = await buildApp(own, { limits });
  const { rows } = await at.owner.query<{ public_id: string }>(`select public_id from catalogue.organisation limit 1`);
  const client = await addClientForOperator(own, rows[0]!.public_id, { name: 'Issuing system', scopes: ['credentials:issue'] });
  const form = `grant_type=client_credentials&client_id=${client.id}&client_secret=${client.secret}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  token = String((await browser(closed).ask('POST', '/api/v1/oauth/token', { body: form, headers })).body['access_token']);
});
afterAll(async () => {
  await open.close();
  await closed.close();
  await at.end();
});

const post = (app: App, path: string, body: object, headers: Record<string, string> = {}) =>
  browser(app).ask('POST', `${BASE}${path}`, { body, headers });
const authority = (path: string, body: object) => post(closed, path, body, { authorization: `Bearer ${token}` });

async function testIssuer(curve: string): Promise<string> {
  const { body } = await browser(open).ask('GET', `${BASE}/issuers`);
  const items: readonly { id: string; curve: string }[] = Array.isArray(body['items']) ? body['items'] : [];
  return items.find((one) => one.curve === curve)?.id ?? '';
}

const credential = (issuer: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer,
  name: 'A test',
  credentialSubject: { id: 'did:example:subject', name: 'Mere' },
});

describe('under VC_API=test', () => {
  test.each([
    ['Ed25519', {}, 'eddsa-rdfc-2022'],
    ['Ed25519', { cryptosuite: 'eddsa-jcs-2022' }, 'eddsa-jcs-2022'],
    ['P-256', {}, 'ecdsa-rdfc-2019'],
    ['P-256', { cryptosuite: 'ecdsa-jcs-2019' }, 'ecdsa-jcs-2019'],
    ['P-384', {}, 'ecdsa-rdfc-2019'],
  ])('%s %j is issued and verifies, and not when it is changed', async (curve, options, cryptosuite) => {
    const issued = await post(open, '/credentials/issue', { credential: credential(await testIssuer(curve)), options });
    expect(issued.status).toBe(201);
    const { verifiableCredential } = issued.body;
    expect(verifiableCredential).toMatchObject({ proof: { cryptosuite, proofPurpose: 'assertionMethod' } });
    const verified = await post(open, '/credentials/verify', { verifiableCredential });
    expect([verified.status, verified.body['verified'], verified.body['errors']]).toEqual([200, true, []]);
    const changed = { ...Object(verifiableCredential), name: 'Another' };
    const refused = await post(open, '/credentials/verify', { verifiableCredential: changed });
    expect([refused.status, refused.body['code'], refused.body['verified']]).toEqual([400, 'not-verified', false]);
    expect(JSON.stringify(refused.body['problemDetails'])).toContain('CRYPTOGRAPHIC_SECURITY_ERROR');
  });

  test('a part is derived and verifies; what is for the holder alone does not', async () => {
    const options = { mandatoryPointers: ['/issuer'] };
    const issued = await post(open, '/credentials/issue', { credential: credential(await testIssuer('P-256')), options });
    const { verifiableCredential } = issued.body;
    expect((await post(open, '/credentials/verify', { verifiableCredential })).status).toBe(400);
    const chosen = { selectivePointers: ['/credentialSubject/id'] };
    const derived = await post(open, '/credentials/derive', { verifiableCredential, options: chosen });
    expect(derived.status).toBe(201);
    const shown: unknown = derived.body['verifiableCredential'];
    expect(shown).not.toHaveProperty('name');
    expect((await post(open, '/credentials/verify', { verifiableCredential: shown })).status).toBe(200);
    const none = { selectivePointers: ['/nothing'] };
    expect((await post(open, '/credentials/derive', { verifiableCredential, options: none })).body['code']).toBe('not-derivable');
    expect((await post(open, '/credentials/derive', { verifiableCredential: shown, options: chosen })).status).toBe(400);
  });

  test('a presentation is verified for the request that it was made for, and for no other', async () => {
    const [holder] = makeTestIssuers();
    const issued = await post(open, '/credentials/issue', { credential: credential(await testIssuer('Ed25519')) });
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: holder!.id,
      verifiableCredential: [issued.body['verifiableCredential']],
    };
    const verifiablePresentation = await addProof(presentation, {
      signer: holder!.signer,
      created: '2026-11-24T00:00:00Z',
      purpose: 'authentication',
      challenge: 'once',
      domain: 'verifier.example',
    });
    const ask = (options: object) => post(open, '/presentations/verify', { verifiablePresentation, options });
    expect((await ask({ challenge: 'once', domain: 'verifier.example' })).status).toBe(200);
    expect(JSON.stringify((await ask({ challenge: 'twice' })).body)).toContain('INVALID_CHALLENGE_ERROR');
    expect(JSON.stringify((await ask({ challenge: 'once', domain: 'other.example' })).body)).toContain('INVALID_DOMAIN_ERROR');
    expect((await post(open, '/presentations/verify', { verifiablePresentation: presentation })).status).toBe(400);
    expect((await post(open, '/credentials/verify', { verifiableCredential: verifiablePresentation })).status).toBe(400);
  });

  test('envelopes verify as what they hold, for the request that they were made for', async () => {
    const [holder, other] = makeTestIssuers();
    const [own, wrong] = [jwtSigner(holder!.signer), jwtSigner(other!.signer)];
    const at = '2026-11-24T00:00:00Z';
    const V2 = 'https://www.w3.org/ns/credentials/v2';
    const token = await issueJwtCredential(credential(holder!.id), { signer: own, at });
    const of = (type: string, media: string, held: string) => ({ '@context': V2, type, id: `data:application/${media},${held}` });
    const verifiableCredential = of('EnvelopedVerifiableCredential', 'vc+jwt', token);
    const verified = await post(open, '/credentials/verify', { verifiableCredential });
    expect([verified.status, verified.body['errors']]).toEqual([200, []]);
    const stolen = await issueJwtCredential(credential(holder!.id), { signer: wrong, at });
    const forged = of('EnvelopedVerifiableCredential', 'vc+jwt', stolen);
    expect((await post(open, '/credentials/verify', { verifiableCredential: forged })).status).toBe(400);
    expect((await post(open, '/presentations/verify', { verifiablePresentation: verifiableCredential })).status).toBe(400);
    const shown = { holder: holder!.id, at, audience: 'verifier.example', nonce: 'once' };
    const presentation = await issueJwtPresentation([token], { signer: own, ...shown });
    const verifiablePresentation = of('EnvelopedVerifiablePresentation', 'vp+jwt', presentation);
    const ask = (options: object) => post(open, '/presentations/verify', { verifiablePresentation, options });
    expect((await ask({ challenge: 'once', domain: 'verifier.example' })).status).toBe(200);
    expect(JSON.stringify((await ask({ challenge: 'twice' })).body)).toContain('INVALID_CHALLENGE_ERROR');
    expect(JSON.stringify((await ask({ challenge: 'once', domain: 'other.example' })).body)).toContain('INVALID_DOMAIN_ERROR');
    expect((await post(open, '/credentials/verify', { verifiableCredential: verifiablePresentation })).status).toBe(400);
  });

  test.each([
    ['Ed25519', 'vc+jwt', 'data:application/vc+jwt,eyJ'],
    ['P-256', 'vc+jwt', 'data:application/vc+jwt,eyJ'],
    ['P-384', 'vc+cose', 'data:application/vc+cose;base64,0oR'],
  ])('%s: an envelope %s is issued where it is asked for, and verifies as that alone', async (curve, envelope, begins) => {
    const issuer = await testIssuer(curve);
    const issue = (over: object, options: object) =>
      post(open, '/credentials/issue', { credential: { ...credential(issuer), ...over }, options });
    const issued = await issue({}, { envelope });
    expect(issued.status).toBe(201);
    const made: Readonly<Record<string, unknown>> = Object(issued.body['verifiableCredential']);
    expect(made).toMatchObject({ type: 'EnvelopedVerifiableCredential' });
    const id = String(made['id']);
    expect(id.startsWith(begins)).toBe(true);
    const verify = async (over: object) =>
      (await post(open, '/credentials/verify', { verifiableCredential: { ...made, ...over } })).status;
    expect(await verify({})).toBe(200);
    for (const over of [{ type: 'VerifiableCredential' }, { '@context': [] }, { id: id.split(',')[1] }, { id: id.slice(0, -8) }])
      expect(await verify(over)).toBe(400);
    const undefinedTerm = await issue({ undefinedTerm: 'x' }, { envelope });
    expect([undefinedTerm.status, undefinedTerm.body['code']]).toEqual([400, 'credential-not-issuable']);
    expect((await issue({}, { envelope, cryptosuite: 'eddsa-jcs-2022' })).status).toBe(400);
  });

  test('the proof alone can be asked for: whose key it is stays another question', async () => {
    const [stranger] = makeTestIssuers();
    const verifiableCredential = await addProof(credential('https://vc.example/issuers/5678'), {
      signer: stranger!.signer,
      created: '2026-11-24T00:00:00Z',
    });
    expect((await post(open, '/credentials/verify', { verifiableCredential, options: { checks: ['proof'] } })).status).toBe(200);
    const whole = await post(open, '/credentials/verify', { verifiableCredential });
    expect(JSON.stringify(whole.body['warnings'] ?? whole.body['problemDetails'])).toContain(
      'INVALID_CONTROLLED_IDENTIFIER_DOCUMENT',
    );
    expect(didKeyDocument(stranger!.id.slice(8)).id).toBe(stranger!.id);
  });

  test.each<readonly [string, object, string]>([
    ['no type', { type: [] }, 'credential-not-issuable'],
    ['a term that nobody defines', { undefinedTerm: 'x' }, 'credential-not-issuable'],
    [
      'a redefined term',
      { '@context': ['https://www.w3.org/ns/credentials/v2', { VerifiableCredential: 'urn:x' }] },
      'credential-not-issuable',
    ],
    ['another issuer', { issuer: 'did:web:other.example' }, 'issuer-not-ours'],
    ['the authority', { issuer: 'did:web:127.0.0.1%3A8080' }, 'issuer-not-ours'],
    ['a status, which only the authority gives', {}, 'credential-not-issuable'],
  ])('%s is not issued', async (name, over, code) => {
    const own = await testIssuer('Ed25519');
    const options = name.startsWith('a status')
      ? { credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }] }
      : {};
    for (const more of [options, { ...options, cryptosuite: 'eddsa-jcs-2022' }]) {
      const answer = await post(open, '/credentials/issue', {
        credential: { ...credential(own), ...over },
        options: more,
      });
      expect([answer.status, answer.body['code']]).toEqual([400, code]);
    }
  });

  test('nothing is told of what is no request', async () => {
    for (const body of [
      {},
      { credential: 'x' },
      { credential: [], options: {} },
      { credential: {}, options: { cryptosuite: 'none' } },
    ])
      expect((await post(open, '/credentials/issue', body)).status).toBe(400);
    expect((await post(open, '/credentials/verify', { verifiableCredential: { type: 'Nothing' } })).status).toBe(400);
  });
});

describe('under the scope', () => {
  test('nobody without it gets in', async () => {
    const body = { credential: credential(issuerDid('http://127.0.0.1:8080')) };
    expect((await post(closed, '/credentials/issue', body)).status).toBe(401);
    const person = browser(closed);
    person.cookies.set('session', (await at.session('steward', { accountId: 5, roles: ['steward', 'administrator'] })).token);
    const answer = await person.ask('POST', `${BASE}/credentials/issue`, { body });
    expect([answer.status, answer.body['code']]).toEqual([403, 'role-needed']);
    const status = {
      credentialId: 'x',
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      status: true,
    };
    expect((await post(open, '/credentials/status', status)).status).toBe(403);
  });

  test('the authority signs with P-256 where that is asked for, and what it signed verifies', async () => {
    const issued = [];
    for (const cryptosuite of ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'eddsa-jcs-2022']) {
      const unsigned = { ...credential(issuerDid('http://127.0.0.1:8080')), id: `urn:x:${cryptosuite}` };
      const { status, body } = await authority('/credentials/issue', { credential: unsigned, options: { cryptosuite } });
      expect([cryptosuite, status]).toEqual([cryptosuite, 201]);
      issued.push(body['verifiableCredential']);
    }
    for (const verifiableCredential of issued)
      expect((await authority('/credentials/verify', { verifiableCredential })).status).toBe(200);
  });

  test('the authority issues with a status, which is raised and cleared and seen by who verifies', async () => {
    const id = 'urn:uuid:6c9f3a52-0000-4000-8000-000000000001';
    const options = {
      credentialStatus: [
        { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
        { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' },
      ],
    };
    const unsigned = { ...credential(issuerDid('http://127.0.0.1:8080')), id };
    const issued = await authority('/credentials/issue', { credential: unsigned, options });
    expect(issued.status).toBe(201);
    const { verifiableCredential } = issued.body;
    const verify = async () => (await authority('/credentials/verify', { verifiableCredential })).status;
    expect(await verify()).toBe(200);
    const change = (statusPurpose: string, status: boolean, credentialId = id) =>
      authority('/credentials/status', {
        credentialId,
        credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose },
        status,
      });
    expect((await change('suspension', true)).status).toBe(200);
    expect(await verify()).toBe(400);
    expect((await change('suspension', false)).status).toBe(200);
    expect(await verify()).toBe(200);
    expect((await change('revocation', true)).status).toBe(200);
    expect((await change('revocation', true)).status).toBe(200);
    expect(await verify()).toBe(400);
    expect((await change('revocation', true, 'urn:uuid:nobody')).status).toBe(404);
    const again = await authority('/credentials/issue', { credential: unsigned, options });
    expect([again.status, again.body['code']]).toEqual([409, 'credential-known']);
  });

  test('two that ask for the same credential at once: one is told that it is known', async () => {
    const unsigned = { ...credential(issuerDid('http://127.0.0.1:8080')), id: 'urn:uuid:6c9f3a52-0000-4000-8000-000000000002' };
    const options = { credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }] };
    const answers = await Promise.all([1, 2, 3, 4].map(() => authority('/credentials/issue', { credential: unsigned, options })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409]);
  });
});
