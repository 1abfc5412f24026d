import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { type Authenticator, authenticator } from './test-authenticator.ts';

const options = z.looseObject({ challenge: z.string(), user: z.object({ id: z.string() }).exactOptional() });
let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('demo-harakeke', 'private-training-establishment')`,
  );
  const many = { bucket: 'many', calls: 10_000, seconds: 60 };
  app = await buildApp(testServices(at), { limits: { ...LIMITS, signIn: many } });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(as: string): Promise<Browser> {
  const person = browser(app);
  await person.follow(`/sign-in?as=${as}`);
  return person;
}

async function begin(person: Browser, path: string) {
  return options.parse((await person.ask('POST', path)).body);
}

async function withPasskey(as: string): Promise<{ person: Browser; key: Authenticator; id: string }> {
  const person = await signedIn(as);
  const key = authenticator();
  const response = key.make(await begin(person, '/api/v1/account/passkeys/options'));
  const made = await person.ask('POST', '/api/v1/account/passkeys', { body: { name: 'My phone', response } });
  expect(made.status).toBe(201);
  return { person, key, id: String(made.body['id']) };
}

async function enter(key: Authenticator, changes: Parameters<Authenticator['answer']>[1] = {}) {
  const guest = browser(app);
  const response = key.answer(await begin(guest, '/api/v1/session/passkey/options'), changes);
  return { guest, answer: await guest.ask('POST', '/api/v1/session/passkey', { body: { response } }), response };
}

test('a passkey is added, named, signs its person in with their roles, is listed with its last use, and removed', async () => {
  const { person, key, id } = await withPasskey('ngaio');
  expect((await person.ask('PATCH', `/api/v1/account/passkeys/${id}`, { body: { name: 'Desk' } })).status).toBe(200);
  const { guest, answer } = await enter(key);
  expect(answer.body).toEqual({ to: '/results' });
  expect((await guest.ask('GET', '/api/v1/session')).body).toMatchObject({
    actor: 'provider',
    person: { name: 'Ngaio Karearea' },
  });
  const listed = await person.ask('GET', '/api/v1/account/passkeys');
  expect(listed.body['items']).toEqual([
    { id, name: 'Desk', synced: false, madeAt: expect.any(String), usedAt: expect.any(String) },
  ]);
  const sessions = await person.ask('GET', '/api/v1/account/sessions');
  expect(sessions.body['items']).toContainEqual(expect.objectContaining({ method: 'passkey', current: false }));
  expect((await person.ask('DELETE', `/api/v1/account/passkeys/${id}`)).status).toBe(204);
  expect((await enter(key)).answer.body['code']).toBe('passkey-refused');
});

test('a challenge is answered once, by the person who asked, from our own pages', async () => {
  const { person, key } = await withPasskey('hemi');
  const { guest, answer, response } = await enter(key);
  expect(answer.status).toBe(200);
  expect((await guest.ask('POST', '/api/v1/session/passkey', { body: { response } })).body['code']).toBe('passkey-refused');
  expect((await enter(key, { origin: 'https://elsewhere.test' })).answer.body['code']).toBe('passkey-refused');
  const other = await signedIn('moana');
  const made = authenticator().make(await begin(person, '/api/v1/account/passkeys/options'));
  expect((await other.ask('POST', '/api/v1/account/passkeys', { body: { name: 'x', response: made } })).body['code']).toBe(
    'passkey-refused',
  );
  const late = key.answer(await begin(browser(app), '/api/v1/session/passkey/options'));
  await at.owner.query(`update account.passkey_challenge set expires_at = now() - interval '1 second'`);
  expect((await browser(app).ask('POST', '/api/v1/session/passkey', { body: { response: late } })).body['code']).toBe(
    'passkey-refused',
  );
});

test('without the user verified by the device it is refused, at the making and at the sign-in', async () => {
  const { person, key } = await withPasskey('aroha');
  const made = authenticator().make(await begin(person, '/api/v1/account/passkeys/options'), { verified: false });
  expect((await person.ask('POST', '/api/v1/account/passkeys', { body: { name: 'x', response: made } })).body['code']).toBe(
    'passkey-refused',
  );
  expect((await enter(key, { verified: false })).answer.body['code']).toBe('passkey-refused');
});

test('a counter that does not grow is a copy: refused', async () => {
  const { key } = await withPasskey('wiremu');
  expect((await enter(key)).answer.status).toBe(200);
  expect((await enter(key)).answer.status).toBe(200);
  key.counter = 0;
  expect((await enter(key)).answer.body['code']).toBe('passkey-refused');
});

test('a passkey signs in its own account and no other, and an unknown one reads the same', async () => {
  const { key } = await withPasskey('rangi');
  const { rows } = await at.owner.query<{ handle: Buffer }>(
    `select user_handle as handle from account.account where subject = 'ngaio'`,
  );
  expect((await enter(key, { userHandle: rows[0]?.handle.toString('base64url') ?? '' })).answer.body['code']).toBe(
    'passkey-refused',
  );
  const stranger = authenticator();
  expect((await enter(stranger, { userHandle: 'AAAA' })).answer.body['code']).toBe('passkey-refused');
});

test('another person neither names nor removes it, and the public has none', async () => {
  const { id } = await withPasskey('marama');
  const other = await signedIn('moana');
  expect((await other.ask('PATCH', `/api/v1/account/passkeys/${id}`, { body: { name: 'Mine' } })).status).toBe(404);
  expect((await other.ask('DELETE', `/api/v1/account/passkeys/${id}`)).status).toBe(404);
  expect((await browser(app).ask('GET', '/api/v1/account/passkeys')).body['code']).toBe('sign-in-needed');
  expect((await browser(app).ask('POST', '/api/v1/account/passkeys/options')).body['code']).toBe('sign-in-needed');
});
