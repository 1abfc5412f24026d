import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { browser } from '../http/test-browser.ts';
import { createLearners } from '../identity/index.ts';
import { makeLog } from '../operations/logging.ts';
import { testServices } from '../test-services.ts';
import { learnerOf } from './link-by-claim.ts';

let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('demo-harakeke', 'private-training-establishment'), ('demo-lantern', 'employer')`,
  );
  app = await buildApp(testServices(at), { log: makeLog('error') });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

test('a persona signs in through the issuer by one link, and everywhere is told apart from here', async () => {
  const ngaio = browser(app);
  const end = await ngaio.follow('/sign-in?as=ngaio');
  expect(end.url).toBe('/results');
  const session = await ngaio.ask('GET', '/api/v1/session');
  expect(session.body).toMatchObject({
    signedIn: true,
    actor: 'provider',
    roles: ['administrator', 'registrar'],
    organisation: { id: 'demo-harakeke' },
    person: { name: 'Ngaio Karearea' },
  });
});

test('without a session nobody is signed in, and the personas are listed', async () => {
  const session = await browser(app).ask('GET', '/api/v1/session');
  expect(session.body).toMatchObject({ signedIn: false, person: null, actor: null, csrfToken: null, demonstration: true });
});

test('the state of a sign-in is used once and belongs to the browser that began it', async () => {
  const own = browser(app);
  const begun = await own.ask('GET', '/sign-in?as=marama');
  const state = new URL(String(begun.headers['location'])).searchParams.get('state');
  const other = browser(app);
  expect((await other.ask('GET', `/sign-in/callback?code=x&state=${state}`)).body['code']).toBe('sign-in-failed');
  expect((await own.ask('GET', `/sign-in/callback?code=x&state=wrong`)).body['code']).toBe('sign-in-failed');
});

test('the return address stays here', async () => {
  const guest = browser(app);
  expect((await guest.follow('/sign-in?as=edith&return=//elsewhere.test/')).url).toBe('/verify');
  expect((await guest.follow('/sign-in?as=edith&return=/catalogue')).url).toBe('/catalogue');
});

test('a sign-in gives a new token and ends the one before', async () => {
  const person = browser(app);
  await person.follow('/sign-in?as=edith');
  const before = person.cookies.get('session');
  await person.follow('/sign-in?as=ngaio');
  expect(person.cookies.get('session')).not.toBe(before);
  const thief = browser(app);
  thief.cookies.set('session', before ?? '');
  expect((await thief.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
});

test('what changes something needs the token of the session, and no other origin', async () => {
  const ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
  expect((await ngaio.ask('POST', '/api/v1/session/end', { csrf: false })).body['code']).toBe('csrf-refused');
  expect((await ngaio.ask('POST', '/api/v1/session/end', { headers: { origin: 'https://elsewhere.test' } })).body['code']).toBe(
    'csrf-refused',
  );
  expect((await ngaio.ask('POST', '/api/v1/session/end')).status).toBe(204);
  expect((await ngaio.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
});

test('an invitation is taken once, by the person it names; who leaves loses access at once', async () => {
  const ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
  const made = await ngaio.ask('POST', '/api/v1/organisations/demo-harakeke/invitations', {
    body: { email: 'hemi@example.test', role: 'registrar' },
  });
  expect(made.status).toBe(201);
  const wrong = browser(app);
  await wrong.follow('/sign-in?as=aroha');
  expect((await wrong.ask('POST', '/api/v1/invitations/accept', { body: { token: made.body['token'] } })).body['code']).toBe(
    'invitation-not-valid',
  );
  const hemi = browser(app);
  await hemi.follow('/sign-in?as=hemi');
  expect((await hemi.ask('POST', '/api/v1/invitations/accept', { body: { token: made.body['token'] } })).body).toEqual({
    id: 'demo-harakeke',
  });
  expect((await hemi.ask('POST', '/api/v1/invitations/accept', { body: { token: made.body['token'] } })).status).toBe(422);
  expect((await hemi.ask('POST', '/api/v1/session/organisation', { body: { organisation: 'demo-harakeke' } })).status).toBe(200);
  expect((await hemi.ask('GET', '/api/v1/session')).body).toMatchObject({ actor: 'provider', roles: ['registrar'] });
  expect(
    (
      await hemi.ask('POST', '/api/v1/organisations/demo-harakeke/invitations', {
        body: { email: 'x@example.test', role: 'reader' },
      })
    ).body['code'],
  ).toBe('role-needed');
  const members = await ngaio.ask('GET', '/api/v1/organisations/demo-harakeke/members');
  const items = z.array(z.object({ id: z.string(), email: z.string() })).parse(members.body['items']);
  const id = items.find((one) => one.email === 'hemi@example.test')?.id;
  expect((await ngaio.ask('DELETE', `/api/v1/organisations/demo-harakeke/members/${id}`)).status).toBe(204);
  expect((await hemi.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  const own = items.find((one) => one.email === 'ngaio@example.test')?.id;
  expect((await ngaio.ask('DELETE', `/api/v1/organisations/demo-harakeke/members/${own}`)).body['code']).toBe(
    'last-administrator',
  );
});

test('a system gets a token for its scopes, and loses it when its secret is changed or it is ended', async () => {
  const ngaio = browser(app);
  await ngaio.follow('/sign-in?as=ngaio');
  const made = await ngaio.ask('POST', '/api/v1/organisations/demo-harakeke/clients', {
    body: { name: 'Student system', scopes: ['results:write'] },
  });
  const [id, secret] = [String(made.body['id']), String(made.body['secret'])];
  const system = browser(app);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const basic = { ...form, authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
  const got = await system.ask('POST', '/api/v1/oauth/token', { headers: basic, body: 'grant_type=client_credentials' });
  expect(got.body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'results:write' });
  expect(
    (
      await system.ask('POST', '/api/v1/oauth/token', {
        headers: form,
        body: `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
      })
    ).status,
  ).toBe(200);
  expect(
    (
      await system.ask('POST', '/api/v1/oauth/token', {
        headers: form,
        body: `grant_type=client_credentials&client_id=${id}&client_secret=no`,
      })
    ).body,
  ).toEqual({ error: 'invalid_client' });
  expect(
    (await system.ask('POST', '/api/v1/oauth/token', { headers: basic, body: 'grant_type=client_credentials&scope=record:read' }))
      .body,
  ).toEqual({ error: 'invalid_scope' });
  const bearer = { authorization: `Bearer ${String(got.body['access_token'])}` };
  expect((await system.ask('GET', '/api/v1/session', { headers: bearer })).body).toMatchObject({
    signedIn: true,
    actor: 'provider',
    organisation: { id: 'demo-harakeke' },
  });
  await ngaio.ask('DELETE', `/api/v1/organisations/demo-harakeke/clients/${id}`);
  expect((await system.ask('GET', '/api/v1/session', { headers: bearer })).status).toBe(401);
});

test('five wrong links an hour, then no more, and unknown and mismatched read the same', async () => {
  const moana = browser(app);
  await moana.follow('/sign-in?as=moana');
  const body = { nsn: '0000000999', dateOfBirth: '1980-01-17', code: 'AAAA-BBBB-CCCC' };
  for (let tries = 0; tries < 5; tries += 1)
    expect((await moana.ask('POST', '/api/v1/link-requests', { body })).body['code']).toBe('identity-not-confirmed');
  const refused = await moana.ask('POST', '/api/v1/link-requests', { body });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('an outside issuer’s claims link a sign-in under the names that the settings give, when it says that the number is verified', async () => {
  const services = testServices(at, {
    settings: {
      claims: {
        scope: 'profile',
        nsn: 'student_number',
        nsnVerified: 'student_number_verified',
        birthDate: 'dob',
        familyName: 'surname',
        givenNames: 'first_names',
      },
    },
  });
  const [learnerId] = await createLearners(services, 'operator', [
    { nsn: '0000300009', familyName: 'Titi', givenNames: 'Pania', birthDate: '1990-01-02' },
  ]);
  const claims = { sub: 'x', student_number: '0000300009', dob: '1990-01-02', surname: 'Titi', first_names: 'Pania' };
  expect(await learnerOf(services, { ...claims, student_number_verified: true })).toBe(learnerId);
  expect(await learnerOf(services, claims)).toBeNull();
  expect(await learnerOf(services, { ...claims, student_number_verified: true, dob: '1990-01-03' })).toBeNull();
});

test('no actor of the database can open a session or read the accounts', async () => {
  const learner = await at.session('learner', { learnerId: 1025 });
  // A learner may read their own account by policy; this one has none.
  const refused = async (text: string) =>
    at.db
      .as(learner, (tx) => tx.query({ text }))
      .then(
        ({ rows }) => (text === 'select * from account.account' && rows.length === 0 ? null : `${text}: ${rows.length} rows`),
        (error: unknown) => (error instanceof Error && 'code' in error && error.code === '42501' ? null : String(error)),
      );
  for (const text of [
    `insert into access.session (token_hash, kind, expires_at) values ('\\x00', 'steward', now() + interval '1 day')`,
    'select * from account.account',
    'select * from access.session',
    `select * from access.authenticate('x', '1 hour')`,
    'set local role nzrr_account',
  ]) {
    expect(await refused(text)).toBeNull();
  }
});
