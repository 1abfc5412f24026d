import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { addProof, encodeMultikey, type Signer } from '@recognition/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentSigner, issuerDid } from '../award/issuer.ts';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { lookInto } from './archive.ts';
import { kindOf } from './kinds.ts';
import { LARGEST_FILE, receiveFile } from './receive.ts';
import { evidenceRoutes } from './routes.ts';
import { sweepEvidence } from './sweep.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let mere: SignedIn & { readonly learnerId: number };
let other: SignedIn;
let folder: string;
const PATH = '/api/v1/learners/me/evidence';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('PLAIN-MARK'.repeat(900))]);

beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  services = testServices(at, { settings: { dataFolder: folder } });
  app = await testApp(services, evidenceRoutes);
  mere = { ...(await signedIn(at, 'learner', { learnerId: 1025 })), learnerId: 1025 };
  other = await signedIn(at, 'learner', { learnerId: 1026 });
});
afterAll(async () => {
  await app.close();
  await at.end();
  rmSync(folder, { recursive: true });
});

const send = (content: Buffer, title = 'A picture') =>
  receiveFile(services, mere, Readable.from(pieces(content)), { title, declaredBytes: null });
function* pieces(content: Buffer): Generator<Buffer> {
  for (let begin = 0; begin < content.length; begin += 1000) yield content.subarray(begin, begin + 1000);
}
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
async function zip(...entries: readonly (readonly [string, string | Uint8Array])[]): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of entries)
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  return Buffer.from(await writer.close());
}

describe('what a file is, by its content', () => {
  test.each([
    ['%PDF-1.7 x', 'application/pdf'],
    ['\xff\xd8\xff\xe0 x', 'image/jpeg'],
    ['\0\0\0 ftypisom', 'video/mp4'],
    ['\0\0\0 ftypheic', 'image/heic'],
    ['RIFF....WEBP', 'image/webp'],
    ['I ran the kitchen for two years.', 'text/plain'],
    ['{"type": "x"}', 'application/json'],
  ])('%j is kept', (begin, mediaType) => expect(kindOf(Buffer.from(begin, 'latin1'))).toMatchObject({ mediaType }));

  test.each([
    ['MZ\x90\0', 'evidence-executable'],
    ['\x7fELF\x02', 'evidence-executable'],
    ['#!/bin/sh\nrm', 'evidence-executable'],
    ['<!DOCTYPE html><script>', 'evidence-type'],
    ['<svg xmlns="x" onload="y">', 'evidence-type'],
    ['Rar!\x1a\x07\0', 'evidence-type'],
    ['\xfe\xff\0H', 'evidence-type'],
  ])('%j is not', (begin, code) => expect(kindOf(Buffer.from(begin, 'latin1'))).toBe(code));
});

describe('an archive is looked into', () => {
  test('a harmless one is kept, and an office document is told from one', async () => {
    expect(await lookInto(await zip(['a.txt', 'x'], ['deep/b.txt', 'y']))).toEqual({ mediaType: 'application/zip' });
    const document = await zip(['[Content_Types].xml', '<x/>'], ['word/document.xml', '<x/>']);
    expect(await lookInto(document)).toMatchObject({ mediaType: expect.stringContaining('wordprocessingml') });
    expect(await lookInto(await zip(['letter.docx', document]))).toEqual({ mediaType: 'application/zip' });
  });

  test('a bomb, a program, a password, a third depth and a cut one are refused', async () => {
    expect(await lookInto(await zip(['zeros', new Uint8Array(3_000_000)]))).toBe('evidence-archive-too-large');
    expect(await lookInto(await zip(['notes.txt', 'MZ\x90 a program under another name']))).toBe('evidence-executable');
    expect(await lookInto(await zip(['word/vbaProject.bin', 'x']))).toBe('evidence-executable');
    expect(await lookInto(await zip(['a.zip', await zip(['b.zip', await zip(['c.txt', 'x'])])]))).toBe('evidence-archive-nested');
    const whole = await zip(['a.txt', 'x'.repeat(5000)]);
    expect(await lookInto(whole.subarray(0, -10))).toBe('evidence-archive-damaged');
    const locked = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, password: 'x' });
    await locked.add('a.txt', new TextReader('x'));
    expect(await lookInto(await locked.close())).toBe('evidence-archive-locked');
  });

  test('what its list says of the size is not believed', async () => {
    const bomb = await zip(['zeros', new Uint8Array(3_000_000)]);
    // The size unpacked, in the entry's own header and in the list at the end: both say 100.
    for (const mark of ['PK\x03\x04', 'PK\x01\x02']) {
      const begin = bomb.indexOf(Buffer.from(mark, 'latin1'));
      const place = begin + (mark === 'PK\x03\x04' ? 22 : 24);
      if (bomb.readUInt32LE(place) === 3_000_000) bomb.writeUInt32LE(100, place);
    }
    expect(await lookInto(bomb)).toMatch(/^evidence-archive-(?:too-large|damaged)$/);
  });
});

describe('a file', () => {
  test('lies encrypted in the data folder, is read back whole, and is kept once however often it is sent', async () => {
    const first = await send(PNG);
    expect(first.isNew).toBe(true);
    expect(await send(PNG, 'Again')).toEqual({ id: first.id, isNew: false });
    const [path, ...more] = files();
    expect(more).toEqual([]);
    expect(readFileSync(path ?? '').includes('PLAIN-MARK')).toBe(false);
    expect(statSync(path ?? '').mode & 0o777).toBe(0o600);
    const { body } = await app.ask(mere, 'GET', PATH);
    expect(body.items).toMatchObject([{ title: 'A picture', mediaType: 'image/png', bytes: PNG.length, openings: [] }]);
    expect((await app.ask(mere, 'GET', `${PATH}/${first.id}/content`)).status).toBe(200);
    expect((await app.ask(other, 'GET', `${PATH}/${first.id}/content`)).status).toBe(404);
    expect((await app.ask(other, 'DELETE', `${PATH}/${first.id}`)).status).toBe(404);
    const stored = readFileSync(path ?? '');
    stored[40]! ^= 1;
    writeFileSync(path ?? '', stored);
    expect(await app.ask(mere, 'GET', `${PATH}/${first.id}/content`)).toMatchObject({
      status: 500,
      body: { code: 'evidence-unreadable' },
    });
    expect((await app.ask(mere, 'DELETE', `${PATH}/${first.id}`)).status).toBe(204);
    expect(files()).toEqual([]);
  });

  test('of a gigabyte is refused while it comes: no more is read than may be kept, and nothing stays', async () => {
    let read = 0;
    async function* film(): AsyncGenerator<Buffer> {
      const chunk = Buffer.alloc(1024 * 1024, 1);
      chunk.write('\0\0\0 ftypisom', 'latin1');
      for (let n = 0; n < 1024; n += 1) {
        read += chunk.length;
        yield chunk;
      }
    }
    const about = { title: 'A film', declaredBytes: null };
    await expect(receiveFile(services, mere, film(), about)).rejects.toMatchObject({ code: 'evidence-too-large', status: 413 });
    expect(read).toBeLessThanOrEqual(LARGEST_FILE + 1024 * 1024);
    read = 0;
    await expect(receiveFile(services, mere, film(), { ...about, declaredBytes: 2 ** 30 })).rejects.toMatchObject({
      status: 413,
    });
    expect(read).toBe(0);
    expect(files()).toEqual([]);
  });

  test('that is a program is refused at its first bytes; an empty one, a bomb and one cut off leave nothing either', async () => {
    let read = 0;
    async function* program(): AsyncGenerator<Buffer> {
      for (let n = 0; n < 100; n += 1) {
        read += 1;
        yield Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000, 7)]);
      }
    }
    const about = { title: 'x', declaredBytes: null };
    await expect(receiveFile(services, mere, program(), about)).rejects.toMatchObject({
      code: 'evidence-executable',
      status: 422,
    });
    expect(read).toBe(1);
    await expect(send(Buffer.alloc(0))).rejects.toMatchObject({ code: 'evidence-empty' });
    await expect(send(await zip(['zeros', new Uint8Array(3_000_000)]))).rejects.toMatchObject({
      code: 'evidence-archive-too-large',
    });
    async function* cut(): AsyncGenerator<Buffer> {
      yield PNG;
      throw new Error('aborted');
    }
    await expect(receiveFile(services, mere, cut(), about)).rejects.toMatchObject({ code: 'upload-cut-off', status: 400 });
    expect(files()).toEqual([]);
  });

  test('that a crash left without a row is swept after an hour; one that has a row, or may still get it, stays', async () => {
    const { id } = await send(PNG);
    const [kept = ''] = files();
    const shelf = join(kept, '..');
    const lost = join(shelf, 'aaaaaaaa-0000-4000-8000-000000000000');
    for (const name of [lost, `${lost.slice(0, -1)}1.part`, `${lost.slice(0, -1)}2`]) writeFileSync(name, 'x');
    const old = Date.now() / 1000 - 2 * 3600;
    for (const name of [kept, lost, `${lost.slice(0, -1)}1.part`]) utimesSync(name, old, old);
    expect(await sweepEvidence(services)).toBe(2);
    expect(files().toSorted()).toEqual([kept, `${lost.slice(0, -1)}2`].toSorted());
    expect(await sweepEvidence(services)).toBe(0);
    rmSync(`${lost.slice(0, -1)}2`);
    await app.ask(mere, 'DELETE', `${PATH}/${id}`);
  });
});

describe('a link and a credential', () => {
  test('only a plain https address is a link, and it is kept once', async () => {
    const link = { url: 'https://example.test/film', title: 'A film of me welding' };
    const { status, body } = await app.ask(mere, 'POST', `${PATH}/links`, link);
    expect(status).toBe(201);
    expect((await app.ask(mere, 'POST', `${PATH}/links`, link)).body).toEqual({ id: body.id, isNew: false });
    for (const url of ['http://example.test', 'javascript:alert(1)', 'https://me:secret@example.test', 'nothing'])
      expect((await app.ask(mere, 'POST', `${PATH}/links`, { url, title: 'x' })).body).toMatchObject({ code: 'evidence-link' });
  });

  const badge = (issuer: string, id: string) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:5f0d6a52-6b1e-4c0e-9a53-${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Invented Waka Ama Club' },
    validFrom: '2026-03-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: 'urn:uuid:5f0d6a52-6b1e-4c0e-9a53-0d1f0c3f7a12',
      achievement: {
        id: 'urn:uuid:5f0d6a52-6b1e-4c0e-9a53-0d1f0c3f7a13',
        type: ['Achievement'],
        name: 'Coach of young paddlers',
        description: 'Leads a crew.',
        criteria: { narrative: 'One season.' },
      },
    },
  });

  test('a credential whose checks all pass is proof', async () => {
    const document = await addProof(badge(issuerDid(services.settings.url), '0d1f0c3f7a11'), {
      signer: await currentSigner(services),
      created: '2026-03-02T00:00:00Z',
    });
    const { status, body } = await app.ask(mere, 'POST', `${PATH}/credentials`, { document });
    expect({ status, body }).toMatchObject({ status: 201, body: { proof: true, verification: { answer: 'verified' } } });
  });

  test('one that names somebody else is no proof, however genuine it is', async () => {
    await at.owner.query(
      `with a as (insert into account.account (issuer, subject, name, email) values ('https://sign-in.example.test', 'mere', 'Mere', 'mere@example.test') returning account_id)
       insert into account.learner_link (account_id, learner_id, method, linked_at) select account_id, 1025, 'review', now() from a`,
    );
    const by = { signer: await currentSigner(services), created: '2026-03-02T00:00:00Z' };
    const naming = (id: string, email: string) => {
      const plain = badge(issuerDid(services.settings.url), id);
      const identifier = [{ type: 'IdentityObject', identityHash: email, identityType: 'emailAddress', hashed: false }];
      return addProof({ ...plain, credentialSubject: { ...plain.credentialSubject, identifier } }, by);
    };
    const [hers, another] = [
      await naming('0d1f0c3f7a21', 'Mere@example.test'),
      await naming('0d1f0c3f7a22', 'hemi@example.test'),
    ];
    expect((await app.ask(mere, 'POST', `${PATH}/credentials`, { document: hers })).body).toMatchObject({
      proof: true,
      verification: { whose: 'named' },
    });
    expect(await app.ask(mere, 'POST', `${PATH}/credentials`, { document: another })).toMatchObject({
      status: 422,
      body: { code: 'credential-of-another', verification: { answer: 'verified' } },
    });
    expect((await app.ask(mere, 'POST', `${PATH}/credentials`, { document: another, asDocument: true })).body).toMatchObject({
      proof: false,
      verification: { answer: 'verified', whose: 'another' },
    });
    expect((await app.ask(mere, 'GET', PATH)).body.items[0]).toMatchObject({ proof: false, verification: { whose: 'another' } });
  });

  test('a stranger’s, an altered one and a badge of 2.0 are refused as proof, and kept as documents with the finding beside them', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = encodeMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    const signer: Signer = { verificationMethod: `did:key:${key}#${key}`, sign: async (data) => sign(null, data, privateKey) };
    const stranger = await addProof(badge(`did:key:${key}`, '0d1f0c3f7a14'), { signer, created: '2026-03-02T00:00:00Z' });
    const altered = { ...stranger, validFrom: '2020-01-01T00:00:00Z' };
    const older = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://example.test/1',
      recipient: {},
      badge: { type: 'BadgeClass', name: 'First aider', issuer: { name: 'A club' } },
      issuedOn: '2020-01-01T00:00:00Z',
    };
    for (const [document, answer, title] of [
      [stranger, 'inconclusive', 'Coach of young paddlers'],
      [altered, 'not-verified', 'Coach of young paddlers'],
      [older, 'not-verified', 'First aider'],
    ] as const) {
      const refused = await app.ask(mere, 'POST', `${PATH}/credentials`, { document });
      expect(refused).toMatchObject({ status: 422, body: { code: 'credential-not-verified', verification: { answer } } });
      const kept = await app.ask(mere, 'POST', `${PATH}/credentials`, { document, asDocument: true });
      expect(kept).toMatchObject({ status: 201, body: { proof: false, verification: { answer } } });
      const { body } = await app.ask(mere, 'GET', PATH);
      expect(body.items[0]).toMatchObject({ title, proof: false, verification: { answer } });
    }
    expect((await app.ask(mere, 'POST', `${PATH}/credentials`, { document: 'no credential' })).body).toMatchObject({
      code: 'credential-unreadable',
    });
  });
});
