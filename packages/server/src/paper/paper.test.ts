import { writeFileSync } from 'node:fs';
import { credentialInPdf } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimAward } from '../award/claim.ts';
import { ids, NSN, OTHER, setScene, signInLearner } from '../award/test-scene.ts';
import { verifyForPublic } from '../award/verification.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { flat, readBack, type Tag } from './test-read-back.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let award: string;
let session: string;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  await at.owner.query(
    `update identity.learner_name set given_names = 'Ārohanui', folded = 'arohanui rimu' where family_name = 'Rimu'`,
  );
  app = await buildApp(services);
  const learner = await signInLearner(at);
  session = learner.acting.token;
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Ārohanui Rimu' } as const;
  award = (await claimAward(services, learner, claim)).id;
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function taken(url: string, token = session) {
  const reply = await app.inject({ method: 'GET', url, cookies: { session: token } });
  return { status: reply.statusCode, headers: reply.headers, bytes: new Uint8Array(reply.rawPayload) };
}

// pdf.js gives the whole tree with each page, and the text of that page only.
const isHeader = ({ role, text }: Tag) => role === 'TH' && text.trim() !== '';
const isRow = ({ role, text }: Tag) => role === 'TR' && text.trim() !== '';

const certificate = (language = 'en') => taken(`/api/v1/awards/${award}/certificate.pdf?lang=${language}`);

test('a certificate is tagged, says its language and title, and has words for its picture', async () => {
  const { status, headers, bytes } = await certificate();
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/pdf', 'no-store']);
  if (process.env['KEEP'] !== undefined) writeFileSync(process.env['KEEP'], bytes);
  const pdf = await readBack(bytes);
  expect(pdf.marked).toMatchObject({ Marked: true });
  expect(pdf.info).toMatchObject({
    Language: 'en',
    Title: 'Applied Learning Qualification (Major: Health)',
    PDFFormatVersion: '1.7',
  });
  expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf.preferences).toMatchObject({ DisplayDocTitle: true });
  const tags = flat(pdf.tags);
  expect(tags.filter(({ role }) => /^H\d/.test(role)).map(({ role, text }) => `${role} ${text.trim()}`)).toEqual([
    'H1 Applied Learning Qualification (Major: Health)',
    'H2 Check this award',
    'H2 The outcomes counted',
  ]);
  expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
    'QR code that opens the page to verify this award',
  ]);
  expect(tags.filter(isHeader).map(({ text }) => text.trim())).toEqual([
    'Date',
    'Outcome',
    'Field',
    'Credits',
    'Level',
    'Provider',
  ]);
  expect(tags.filter(isRow)).toHaveLength(9);
  const words = tags.map(({ text }) => text).join(' ');
  expect(words).toContain('Ārohanui Rimu');
  expect(tags.filter(({ lang }) => lang === 'mi').map(({ text }) => text.trim())).toContain(
    'Tohu Ako Whakahāngai (Kaupapa matua: Hauora)',
  );
});

test('it is in te reo Māori when it is asked for so', async () => {
  const pdf = await readBack((await certificate('mi')).bytes);
  expect(pdf.info).toMatchObject({ Language: 'mi', Title: 'Tohu Ako Whakahāngai (Kaupapa matua: Hauora)' });
});

test('its QR code leads to the page that verifies this award, and its attachment is the credential and verifies', async () => {
  const { bytes } = await certificate();
  const { codes, attachments } = await readBack(bytes);
  expect(codes).toEqual([`${services.settings.url}/verify?award=${award}`]);
  const there = Object.entries(attachments).map(([name, { content }]) => [name, Buffer.from(content).toString('utf8')]);
  const held = await taken(`/api/v1/awards/${award}/credential`);
  expect(there).toEqual([['credential.json', Buffer.from(held.bytes).toString('utf8')]]);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/AFRelationship /Alternative');
  expect(await credentialInPdf(bytes)).toBe(there[0]?.[1]);
  expect(await verifyForPublic(services, bytes)).toMatchObject({ answer: 'verified' });
});

test('nothing in it is an NSN', async () => {
  for (const { bytes } of [await certificate(), await taken('/api/v1/learners/me/record.pdf')]) {
    const { tags, attachments, info } = await readBack(bytes);
    expect(
      JSON.stringify([tags, info, Object.values(attachments).map(({ content }) => Buffer.from(content).toString())]),
    ).not.toContain(NSN);
  }
});

test('a record has every line, the statements beside them, the awards, and a credential of each that verifies', async () => {
  const achievement = ids(3)[0] ?? '';
  await at.owner.query(
    `insert into dispute.dispute_state (learner_id, dispute_id, subject, achievement_id, reason, words, status, opened_at, answer_by, statement, stated_at, changed_at)
       select learner_id, 1024 + learner_id % 1024, 'achievement', achievement_id, 'wrong-date', 'Tuesday', 'dismissed', now(), now(), 'It was on Tuesday.', now(), now()
         from record.achievement_state where achievement_id = $1`,
    [achievement],
  );
  const { status, bytes } = await taken('/api/v1/learners/me/record.pdf');
  expect(status).toBe(200);
  if (process.env['KEEP_RECORD'] !== undefined) writeFileSync(process.env['KEEP_RECORD'], bytes);
  const pdf = await readBack(bytes);
  const rows = flat(pdf.tags).filter(isRow);
  expect(rows).toHaveLength(2 + 13);
  expect(rows.map(({ text }) => text).join(' ')).toContain('Statement of correction by the learner: It was on Tuesday.');
  expect(pdf.codes).toContain(`${services.settings.url}/verify`);
  const answer = await verifyForPublic(services, bytes);
  expect(answer.answer).toBe('verified');
  expect(answer.credentials).toHaveLength(13);
});

test('a long record goes on over pages, its header in the tags once', async () => {
  await at.owner.query(
    `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
       select learner_id, achievement_id + n * 1024 * 64, outcome_id, provider_id, achieved_on, counting_on, 'not-achieved', mode, status, false, reference || '-' || n
         from record.achievement_state cross join generate_series(1, 6) n where learner_id = $1`,
    [OTHER],
  );
  const other = await signInLearner(at, OTHER);
  const { bytes } = await taken('/api/v1/learners/me/record.pdf', other.acting.token);
  const pdf = await readBack(bytes);
  expect(pdf.pages).toBeGreaterThan(2);
  expect(flat(pdf.tags).filter(isHeader)).toHaveLength(6);
});

test('somebody else’s certificate is not there, and the public is asked to sign in', async () => {
  const other = await signInLearner(at, OTHER);
  expect((await taken(`/api/v1/awards/${award}/certificate.pdf`, other.acting.token)).status).toBe(404);
  expect((await taken(`/api/v1/awards/${award}/certificate.pdf`, 'nobody')).status).toBe(401);
  expect((await taken('/api/v1/learners/me/record.pdf', 'nobody')).status).toBe(401);
});
