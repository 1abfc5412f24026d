import { afterAll, beforeAll, expect, test } from 'vitest';
import { ids, LEARNER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
let mere: Browser;
let award = '';
let credential = '';
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  app = await buildApp(testServices(at));
  mere = browser(app);
  mere.cookies.set('session', (await at.session('learner', { learnerId: LEARNER, accountId: LEARNER })).token);
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };
  award = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
  credential = (await mere.ask('GET', `/api/v1/awards/${award}/credential`)).text;
});
afterAll(async () => {
  await app.close();
  await at.end();
});

/** What a browser sends from the form, without any script. */
function send(parts: Readonly<Record<string, string>>, file?: Buffer, person: Browser = browser(app)) {
  const line = 'a-line-between';
  const fields = Object.entries(parts).map(
    ([name, value]) => `--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${line}\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(fields.join('')),
    Buffer.from(head),
    file ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${line}--\r\n`),
  ]);
  return person.ask('POST', '/verify', {
    body,
    csrf: false,
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
  });
}

function png(text: string): Buffer {
  const data = Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0'), Buffer.from(text)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    length,
    Buffer.from('iTXt'),
    data,
    Buffer.alloc(4),
  ]);
}

test('a pasted credential, its file, and the same baked into a PNG or SVG are genuine; skills come before outcomes', async () => {
  const svg = `<svg xmlns="x"><openbadges:credential><![CDATA[${credential}]]></openbadges:credential></svg>`;
  for (const answer of [
    await send({ text: credential }),
    await send({}, Buffer.from(credential)),
    await send({}, png(credential)),
    await send({}, Buffer.from(svg)),
  ]) {
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Genuine. Mere Rimu holds');
    expect(answer.text.indexOf('Skill of K1')).toBeLessThan(answer.text.indexOf('The outcomes'));
    expect(answer.text).toContain('no level of its own');
  }
});

test('a whole record is answered with each credential in it', async () => {
  const record = await mere.ask('GET', '/api/v1/learners/me/clr');
  const answer = await send({}, Buffer.from(record.text));
  expect(answer.text).toContain('What is inside');
  expect(answer.text).toContain('Applied Learning Qualification (Major: Health)');
  expect(answer.text).toContain('Invented outcome 9');
  expect(answer.text.split('mark-fail').length).toBe(1);
  const forged = await send({ text: record.text.replace('"Invented outcome 9"', '"Invented outcome X"') });
  expect(forged.text).toContain('mark-fail');
});

test('one letter changed inside the picture is told as changed', async () => {
  const answer = await send({}, png(credential.replace('Mere Rimu', 'Mera Rimu')));
  expect(answer.text).toContain('it was changed after it was issued');
});

test('a link of ours leads on, and no token stands in the address of this page', async () => {
  const share = await mere.ask('POST', '/api/v1/shares', {
    body: { achievements: ids(1), awards: [], fields: [], audience: 'A', purpose: 'P', expiresOn: '2026-12-01' },
  });
  const link = String(share.body['link']);
  const led = await send({ link });
  expect(led.status).toBe(303);
  expect(String(led.headers['location'])).toBe(`/s/${link.split('/').at(-1)}?lang=en`);
  expect(String((await send({ link: `http://127.0.0.1:8080/verify?award=${award}` })).headers['location'])).toContain(award);
  expect(String((await send({ link: award.toLowerCase() })).headers['location'])).toContain(award);
});

test('what cannot be answered is said kindly, and what was typed is kept', async () => {
  const elsewhere = await send({ link: 'https://elsewhere.example/x' });
  expect(elsewhere.status).toBe(422);
  expect(elsewhere.text).toContain('links to this service only');
  expect(elsewhere.text).toContain('value="https://elsewhere.example/x"');
  expect((await send({})).text).toContain('Give a link, a file, or the text');
  const words = await send({ text: 'just <b>words</b>' });
  expect(words.status).toBe(422);
  expect(words.text).toContain('cannot be read as a credential');
  expect(words.text).toContain('just &#60;b&#62;words');
});

test.each([
  ['a JWT without a credential', 'eyJhbGciOiJFUzI1NiJ9.eyJ2YyI6e319.c2ln', undefined],
  ['a PNG without a badge', '', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
] as const)('%s is recognised, and said to be a form that cannot be read', async (_, text, file) => {
  const answer = await send({ text }, file);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('not a credential that we can read');
});

test('a certificate as PDF is looked into, and another PDF is said to be one', async () => {
  const url = `/api/v1/awards/${award}/certificate.pdf`;
  const pdf = await app.inject({ method: 'GET', url, cookies: Object.fromEntries(mere.cookies) });
  expect(pdf.statusCode).toBe(200);
  const answer = await send({}, pdf.rawPayload);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Genuine. Mere Rimu holds');
  const other = await send({}, Buffer.from('%PDF-1.7\n%\u00e2\u00e3', 'latin1'));
  expect(other.status).toBe(422);
  expect(other.text).toContain('not one of ours as it was downloaded');
});

test('somebody who is signed in uses the form as anybody does', async () => {
  expect((await send({ text: credential }, undefined, mere)).status).toBe(200);
});

test('an Open Badge 2.0 is shown as evidence, and never as checked', async () => {
  const badge = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://badges.example/1',
    recipient: { type: 'email', hashed: true, identity: 'sha256$abc' },
    issuedOn: '2016-12-31T23:59:59Z',
    badge: { type: 'BadgeClass', name: 'Robotics <b>', description: 'Built a robot', issuer: { name: 'Invented Club' } },
  };
  const answer = await send({ text: JSON.stringify(badge) });
  expect(answer.status).toBe(200);
  for (const said of [
    'What this badge says',
    'nothing of it was checked',
    'Robotics &#60;b&#62;',
    'Invented Club',
    'https://badges.example/1',
  ])
    expect(answer.text).toContain(said);
  expect(answer.text).not.toContain('Genuine');
});
