import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { createLearners } from '../identity/index.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { deviceOf } from './device.ts';

const items = z.array(z.looseObject({ id: z.string() }));
const many = { bucket: 'many', calls: 10_000, seconds: 60 };
let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await at.owner.query(
    `insert into catalogue.organisation (public_id, kind) values ('demo-harakeke', 'private-training-establishment')`,
  );
  await at.owner.query(
    `insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Harakeke Training' from catalogue.organisation where public_id = 'demo-harakeke'`,
  );
  app = await buildApp(services, { limits: { ...LIMITS, signIn: many } });
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

test('language and theme are kept with the account; the theme is in the page from its first byte', async () => {
  const hemi = await signedIn('hemi');
  expect((await hemi.ask('GET', '/api/v1/account')).body).toMatchObject({
    name: 'Hēmi Tīeke',
    language: 'en',
    theme: 'device',
    mail: { address: null, verified: false, wanted: true, suggested: 'hemi@example.test' },
  });
  const changed = await hemi.ask('PATCH', '/api/v1/account', { body: { theme: 'dark', language: 'mi' } });
  expect(changed.body).toMatchObject({ theme: 'dark', language: 'mi' });
  expect(hemi.cookies.get('theme')).toBe('dark');
  const later = await signedIn('hemi');
  expect(later.cookies.get('theme')).toBe('dark');
  await later.ask('PATCH', '/api/v1/account', { body: { theme: 'device' } });
  expect(later.cookies.has('theme')).toBe(false);
  expect((await later.ask('GET', '/api/v1/account')).body).toMatchObject({ theme: 'device', language: 'mi' });
  expect((await later.ask('PATCH', '/api/v1/account', { body: { theme: 'sepia' } })).status).toBe(400);
  expect((await browser(app).ask('GET', '/api/v1/account')).body['code']).toBe('sign-in-needed');
});

test('a person sees where they are signed in, without addresses, and ends one or all others at once', async () => {
  const [here, there, third] = [await signedIn('aroha'), await signedIn('aroha'), await signedIn('aroha')];
  const seen = items.parse((await here.ask('GET', '/api/v1/account/sessions')).body['items']);
  expect(seen).toHaveLength(3);
  expect(seen.filter((one) => one['current'] === true)).toHaveLength(1);
  expect(JSON.stringify(seen)).not.toMatch(/127\.0|token|hash/);
  const own = items
    .parse((await there.ask('GET', '/api/v1/account/sessions')).body['items'])
    .find((one) => one['current'] === true);
  const stranger = await signedIn('moana');
  expect((await stranger.ask('DELETE', `/api/v1/account/sessions/${own?.id}`)).status).toBe(404);
  expect((await here.ask('DELETE', `/api/v1/account/sessions/${own?.id}`)).status).toBe(204);
  expect((await there.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  expect((await third.ask('GET', '/api/v1/session')).body['signedIn']).toBe(true);
  expect((await here.ask('POST', '/api/v1/account/sessions/end-others')).body).toEqual({ ended: 1 });
  expect((await third.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  expect((await here.ask('GET', '/api/v1/session')).body['signedIn']).toBe(true);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['curl/8', ''],
])('%s is %s', (said, device) => {
  expect(deviceOf(said)).toBe(device);
});

test('an administrator changes roles, and the member’s session here ends; the last administrator stays', async () => {
  const ngaio = await signedIn('ngaio');
  const invited = await ngaio.ask('POST', '/api/v1/organisations/demo-harakeke/invitations', {
    body: { email: 'rangi@example.test', role: 'registrar' },
  });
  const rangi = await signedIn('rangi');
  await rangi.ask('POST', '/api/v1/invitations/accept', { body: { token: invited.body['token'] } });
  await rangi.ask('POST', '/api/v1/session/organisation', { body: { organisation: 'demo-harakeke' } });
  const members = items.parse((await ngaio.ask('GET', '/api/v1/organisations/demo-harakeke/members')).body['items']);
  const [own, other] = [members.find((one) => one['self'] === true), members.find((one) => one['self'] === false)];
  const roles = (id: string | undefined, given: readonly string[], by = ngaio) =>
    by.ask('PUT', `/api/v1/organisations/demo-harakeke/members/${id}/roles`, { body: { roles: given } });
  expect((await roles(other?.id, ['administrator'], rangi)).body['code']).toBe('role-needed');
  expect((await roles(other?.id, ['reader', 'assessor'])).status).toBe(200);
  expect((await rangi.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  const again = await signedIn('rangi');
  expect((await again.ask('GET', '/api/v1/session')).body['roles']).toEqual(['assessor', 'reader']);
  expect((await roles(own?.id, ['registrar'])).body['code']).toBe('last-administrator');
  expect((await roles(other?.id, ['steward'])).body['code']).toBe('role-needed');
  expect((await roles('999999', ['reader'])).status).toBe(404);
  expect((await again.ask('GET', '/api/v1/account')).body['organisations']).toEqual([
    { id: 'demo-harakeke', name: 'Harakeke Training', roles: ['assessor', 'reader'], current: true },
  ]);
});

test('an invitation is listed until it is taken or taken back; one that was taken back opens nothing', async () => {
  const ngaio = await signedIn('ngaio');
  const path = '/api/v1/organisations/demo-harakeke/invitations';
  const { body } = await ngaio.ask('POST', path, { body: { email: 'nikau@example.test', role: 'reader' } });
  const [open] = items.parse((await ngaio.ask('GET', path)).body['items']);
  expect(open).toMatchObject({ email: 'nikau@example.test', role: 'reader' });
  expect(JSON.stringify(open)).not.toContain(String(body['token']));
  expect((await ngaio.ask('DELETE', `${path}/${open?.id}`)).status).toBe(204);
  expect((await ngaio.ask('DELETE', `${path}/${open?.id}`)).status).toBe(404);
  expect((await ngaio.ask('GET', path)).body['items']).toEqual([]);
  const nikau = await signedIn('nikau');
  expect((await nikau.ask('POST', '/api/v1/invitations/accept', { body: { token: body['token'] } })).body['code']).toBe(
    'invitation-not-valid',
  );
});

test('a sign-in is linked by a registrar’s code, once; a record that is held goes to a steward, who gives it to the new sign-in', async () => {
  const who = { nsn: '0000300001', familyName: 'Kawau', givenNames: 'Ira' };
  const [learnerId] = await createLearners(services, 'operator', [{ ...who, birthDate: '1991-05-06' }]);
  const ngaio = await signedIn('ngaio');
  const code = async () =>
    String((await ngaio.ask('POST', '/api/v1/link-codes', { body: { ...who, dateOfBirth: '1991-05-06' } })).body['code']);
  const link = (person: Browser, given: string, nsn = who.nsn) =>
    person.ask('POST', '/api/v1/link-requests', { body: { nsn, dateOfBirth: '1991-05-06', code: given } });
  const first = await signedIn('moana');
  expect((await first.ask('GET', '/api/v1/link-requests/mine')).body).toEqual({ state: 'none', askedAt: null });
  const one = await code();
  expect((await link(first, one, '0000300002')).body['code']).toBe('identity-not-confirmed');
  expect((await link(first, one)).body['state']).toBe('linked');
  // The same browser goes on, and has the record now.
  expect((await first.ask('GET', '/api/v1/session')).body).toMatchObject({ signedIn: true, linked: true });
  expect((await first.ask('GET', '/api/v1/link-requests/mine')).body['state']).toBe('linked');
  const second = await signedIn('marama');
  expect((await link(second, one)).body['code']).toBe('identity-not-confirmed');
  expect((await link(second, await code())).body['state']).toBe('in-review');
  expect((await second.ask('GET', '/api/v1/link-requests/mine')).body['state']).toBe('in-review');
  expect((await second.ask('GET', '/api/v1/link-reviews')).body['code']).toBe('not-your-door');
  const kahu = await signedIn('kahu');
  const [review] = items.parse((await kahu.ask('GET', '/api/v1/link-reviews')).body['items']);
  expect(review).toMatchObject({
    record: 'Ira Kawau',
    why: 'already-linked',
    asks: { name: 'Mārama Kōtare' },
    holds: { name: 'Moana Toroa' },
    codeFrom: 'Harakeke Training',
    settledAt: null,
  });
  expect(JSON.stringify(review)).not.toContain(who.nsn);
  expect((await kahu.ask('POST', `/api/v1/link-reviews/${review?.id}/answer`, { body: { agreed: true } })).status).toBe(200);
  expect((await first.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  expect((await second.ask('GET', '/api/v1/session')).body['signedIn']).toBe(false);
  expect((await (await signedIn('marama')).ask('GET', '/api/v1/session')).body['linked']).toBe(true);
  expect((await (await signedIn('moana')).ask('GET', '/api/v1/session')).body['linked']).toBe(false);
  expect((await kahu.ask('GET', '/api/v1/link-reviews')).body['items']).toEqual([]);
  expect(items.parse((await kahu.ask('GET', '/api/v1/link-reviews?settled=true')).body['items'])).toHaveLength(1);
  const { rows } = await at.owner.query('select learner_id, code from notice.notice');
  expect(rows).toEqual([{ learner_id: learnerId, code: 'link-moved' }]);
});

test('a review that is declined leaves the record where it is', async () => {
  const { rows } = await at.owner.query<{ review_id: number }>(
    `insert into account.link_review (account_id, learner_id, why)
       select (select account_id from account.account where subject = 'moana'), l.learner_id, 'already-linked'
         from account.learner_link l join account.account a using (account_id) where a.subject = 'marama' and l.ended_at is null returning review_id`,
  );
  const [kahu, petra] = [await signedIn('kahu'), await signedIn('petra')];
  const answer = (person: Browser) =>
    person.ask('POST', `/api/v1/link-reviews/${rows[0]?.review_id}/answer`, { body: { agreed: false } });
  expect((await answer(kahu)).status).toBe(200);
  expect((await answer(petra)).body['code']).toBe('review-settled');
  expect((await (await signedIn('marama')).ask('GET', '/api/v1/session')).body['linked']).toBe(true);
});

test('the clients of an organisation are listed without secrets, for its administrators', async () => {
  const ngaio = await signedIn('ngaio');
  const made = await ngaio.ask('POST', '/api/v1/organisations/demo-harakeke/clients', {
    body: { name: 'Student system', scopes: ['results:write'] },
  });
  const listed = await ngaio.ask('GET', '/api/v1/organisations/demo-harakeke/clients');
  expect(listed.body['items']).toEqual([
    { id: made.body['id'], name: 'Student system', scopes: ['results:write'], madeAt: expect.any(String), usedAt: null },
  ]);
  expect(listed.text).not.toContain(String(made.body['secret']));
  expect((await (await signedIn('hemi')).ask('GET', '/api/v1/organisations/demo-harakeke/clients')).body['code']).toBe(
    'not-your-door',
  );
});
