import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { buildApp } from '../../http/app.ts';
import type { App } from '../../http/route.ts';
import { type Browser, browser } from '../../http/test-browser.ts';
import { LIMITS } from '../../operations/rate-limit.ts';
import type { Services } from '../../services.ts';
import { testServices } from '../../test-services.ts';
import { tell } from '../tell.ts';
import { sendMail } from './send.ts';
import { type Outgoing, transportOf } from './transport.ts';
import { letterOf } from './words.ts';

let at: TestDatabase;
let app: App;
let now: Date;
let services: Services;
beforeAll(async () => {
  at = await testDatabase();
  const base = testServices(at);
  services = { ...base, clock: { ...base.clock, now: () => now } };
  app = await buildApp(services, { limits: { ...LIMITS, signIn: { bucket: 'many', calls: 10_000, seconds: 60 } } });
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(async () => {
  now = new Date();
  await at.owner.query('truncate notice.notice, notice.mail, notice.mailbox, account.mail_check, operations.rate');
});

async function signedIn(as: string): Promise<Browser> {
  const person = browser(app);
  await person.follow(`/sign-in?as=${as}`);
  return person;
}

const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const sendAll = (transport = transportOf(services)) => (transport === null ? Promise.resolve(0) : sendMail(services, transport));
const mailbox = async () =>
  (await at.owner.query('select address, subject, body, html from notice.mailbox order by mail_id')).rows;
const states = async () => (await at.owner.query('select state, tries from notice.mail order by mail_id')).rows;

/** A learner whose sign-in is linked to this number and whose address is confirmed. */
async function confirmed(as: string, learnerId: number): Promise<Browser> {
  const person = await signedIn(as);
  await at.owner.query(
    `insert into account.learner_link (account_id, learner_id, method) select account_id, $2, 'review' from account.account where subject = $1 on conflict do nothing`,
    [as, learnerId],
  );
  await at.owner.query(
    `update account.account set mail_address = $1 || '@example.test', mail_verified_at = now(), mail_wanted = true where subject = $1`,
    [as],
  );
  return person;
}

const tellTo = (learnerId: number, count = 2) =>
  at.db.asBatch((tx) => tell(tx, { learnerId, code: 'result-arrived', data: { organisation: 'Kea Training', count } }));

test('an address is the account’s once the link that was sent there is opened; the link works once', async () => {
  const hemi = await signedIn('hemi');
  expect((await hemi.ask('POST', '/api/v1/account/mail', { body: { address: 'hemi@example.test' } })).status).toBe(202);
  await tellTo(1);
  expect(await sendAll()).toBe(1);
  const [mail] = await mailbox();
  const token = /\/account\/mail\?lang=en#([\w-]{43})/.exec(mail.body)?.[1] ?? '';
  const guest = browser(app);
  const confirm = (given: string) => guest.ask('POST', '/api/v1/account/mail/confirmation', { body: { token: given } });
  expect((await confirm('x'.repeat(43))).body['code']).toBe('address-not-confirmed');
  expect((await hemi.ask('GET', '/api/v1/account')).body['mail']).toMatchObject({ verified: false });
  expect((await confirm(token)).body).toEqual({ verified: true });
  expect((await hemi.ask('GET', '/api/v1/account')).body['mail']).toMatchObject({ address: 'hemi@example.test', verified: true });
  expect((await confirm(token)).status).toBe(422);
  // Another address is to be shown anew.
  await hemi.ask('POST', '/api/v1/account/mail', { body: { address: 'other@example.test' } });
  expect((await hemi.ask('GET', '/api/v1/account')).body['mail']).toMatchObject({ verified: false });
  expect((await hemi.ask('DELETE', '/api/v1/account/mail')).body).toEqual({ address: null, verified: false });
  expect(await sendAll()).toBe(0);
  const { rows } = await at.owner.query('select token_hash::text from account.mail_check');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a link that is late, or for an address that was changed since, confirms nothing; five addresses an hour', async () => {
  const aroha = await signedIn('aroha');
  const set = (address: string) => aroha.ask('POST', '/api/v1/account/mail', { body: { address } });
  await set('one@example.test');
  await sendAll();
  const [mail] = await mailbox();
  const token = /#([\w-]{43})/.exec(mail.body)?.[1];
  await set('two@example.test');
  expect((await browser(app).ask('POST', '/api/v1/account/mail/confirmation', { body: { token } })).status).toBe(422);
  await sendAll();
  const second = /#([\w-]{43})/.exec((await mailbox())[1].body)?.[1];
  later(3 * 24 * 60);
  expect((await browser(app).ask('POST', '/api/v1/account/mail/confirmation', { body: { token: second } })).status).toBe(422);
  for (let tries = 2; tries < 5; tries += 1) await set('three@example.test');
  expect((await set('four@example.test')).status).toBe(429);
});

test('what is new goes as one mail, which says nothing of what it is; it is never sent again', async () => {
  await confirmed('hemi', 1025);
  await tellTo(1025);
  await tellTo(1025, 3);
  await tellTo(9999);
  expect(await sendAll()).toBe(1);
  const [mail, ...more] = await mailbox();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    address: 'hemi@example.test',
    subject: 'Recognition Repository: There are 2 new notices for you',
  });
  expect(`${mail.body}${mail.html}`).not.toMatch(/Kea|result|Hēmi|\d{9}/);
  expect(mail.body).toContain('/account/notices?lang=en');
  expect(await sendAll()).toBe(0);
  await tellTo(1025);
  expect(await Promise.all([sendAll(), sendAll(), sendAll()]).then((sent) => sent.reduce((a, b) => a + b))).toBe(1);
});

test('who does not want mail, or has shown no address, gets none; what is old is not mailed either', async () => {
  const hemi = await confirmed('hemi', 1025);
  await hemi.ask('PATCH', '/api/v1/account', { body: { mailWanted: false } });
  await tellTo(1025);
  expect(await sendAll()).toBe(0);
  await hemi.ask('PATCH', '/api/v1/account', { body: { mailWanted: true } });
  expect(await sendAll()).toBe(0);
  await tellTo(1025);
  later(3 * 24 * 60);
  expect(await sendAll()).toBe(0);
});

test('a mail that was not taken is tried again, later each time, and given up after the last; one cut off is not sent again', async () => {
  await confirmed('hemi', 1025);
  await tellTo(1025);
  let tried = 0;
  const down = () => sendMail(services, () => Promise.reject(new Error(`down ${(tried += 1)}`)));
  await down();
  await down();
  expect(tried).toBe(1);
  for (const wait of [1, 5, 30, 120, 720]) {
    later(wait + 0.1);
    await down();
  }
  expect(tried).toBe(6);
  expect(await states()).toEqual([{ state: 'failed', tries: 6 }]);
  await tellTo(1025);
  await at.owner.query(`update notice.notice set at = $1`, [now]);
  void sendMail(services, () => new Promise<never>(() => undefined));
  await expect.poll(async () => (await states())[1]?.state).toBe('sending');
  later(11);
  expect(await sendAll()).toBe(0);
  expect((await states())[1]).toMatchObject({ state: 'unsure' });
});

test('both languages have their own words, and HTML says the same as the text', () => {
  for (const kind of ['notices', 'address'] as const) {
    const [en, mi] = (['en', 'mi'] as const).map((language) =>
      letterOf({ kind, language, count: 1 }, 'https://r.example', 'token'),
    );
    expect(en?.subject).not.toBe(mi?.subject);
    expect(mi?.html).toContain('<html lang="mi">');
    for (const letter of [en, mi])
      for (const line of (letter?.text ?? '').split('\n\n').slice(1, 2)) expect(letter?.html).toContain(line);
  }
});

test('by SMTP: a server takes the mail, one that refuses for good is not asked again, one that is busy is', async () => {
  await confirmed('hemi', 1025);
  const server = await smtpServer();
  const outgoing: Outgoing = { id: 7, address: 'hemi@example.test', subject: 'Te reo Māori', text: 'x', html: '<p>x</p>' };
  const transport = transportOf({
    ...services,
    settings: { ...services.settings, mail: { smtpUrl: server.url, from: 'no-reply@r.example' } },
  });
  if (transport === null) throw new Error('there is no transport');
  await transport(outgoing);
  expect(server.taken()).toMatch(/^Message-ID: <notice-7@/m);
  expect(server.taken()).toContain('Auto-Submitted: auto-generated');
  await expect(transport({ ...outgoing, address: 'refused@example.test' })).rejects.toMatchObject({ code: 'mail-refused' });
  await expect(transport({ ...outgoing, address: 'busy@example.test' })).rejects.not.toMatchObject({ code: 'mail-refused' });
  await server.close();
  await expect(transport(outgoing)).rejects.toThrow();
});

/** A mail server of a few lines (RFC 5321): it takes mail, but not for `refused@` (550) and not now for `busy@` (451). */
async function smtpServer(): Promise<{ url: string; taken: () => string; close: () => Promise<void> }> {
  let taken = '';
  const server: Server = createServer((socket) => {
    let data = false;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    socket.on('data', (bytes) => {
      rest += bytes.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data) {
          taken += `${line}\n`;
          if (line === '.') socket.write('250 taken\r\n');
          data = line !== '.';
        } else if (/^RCPT.*refused/.test(line)) socket.write('550 no such person\r\n');
        else if (/^RCPT.*busy/.test(line)) socket.write('451 later\r\n');
        else if (line === 'DATA') {
          data = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
