import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addProof, bakeIntoPng, bakeIntoSvg } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentSigner, issuerDid } from '../award/issuer.ts';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { receiveFile } from './receive.ts';
import { evidenceRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let mere: SignedIn & { readonly learnerId: number };
let folder: string;
let clamd: Server;
let finds: string | null = null;
const PATH = '/api/v1/learners/me/evidence';
/** The smallest whole picture: one grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';

beforeAll(async () => {
  // Speaks INSTREAM as clamd does, as far as one verdict.
  clamd = createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      held = Buffer.concat([held, more]);
      if (!held.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(finds !== null && held.includes(finds) ? 'stream: Invented.Test FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((ready) => clamd.listen(0, '127.0.0.1', ready));
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const bound = clamd.address();
  const evidenceScanner = `tcp://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  services = testServices(at, { settings: { dataFolder: folder, evidenceScanner } });
  app = await testApp(services, evidenceRoutes);
  mere = { ...(await signedIn(at, 'learner', { learnerId: 1025 })), learnerId: 1025 };
});
afterAll(async () => {
  await app.close();
  await at.end();
  await new Promise((done) => clamd.close(done));
  rmSync(folder, { recursive: true });
});

const badge = (id: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: `urn:uuid:5f0d6a52-6b1e-4c0e-9a53-${id}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuerDid(services.settings.url), type: ['Profile'], name: 'Invented Waka Ama Club' },
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
const signed = async (id: string): Promise<string> =>
  JSON.stringify(await addProof(badge(id), { signer: await currentSigner(services), created: '2026-03-02T00:00:00Z' }));
const send = (content: Uint8Array, query = '') => app.ask(mere, 'POST', `${PATH}/credentials/files${query}`, content);

test('a badge that is baked into a picture is proof, and is kept as the picture', async () => {
  const baked = Buffer.from(bakeIntoPng(PICTURE, await signed('0d1f0c3f7b01')));
  expect(await send(baked)).toMatchObject({ status: 201, body: { proof: true, verification: { answer: 'verified' } } });
  const [first] = (await app.ask(mere, 'GET', PATH)).body.items;
  expect(first).toMatchObject({
    kind: 'credential',
    title: 'Coach of young paddlers',
    issuer: 'Invented Waka Ama Club',
    mediaType: 'image/png',
    bytes: baked.length,
  });
  expect((await app.ask(mere, 'GET', `${PATH}/${first.id}/content`)).status).toBe(200);
  const drawn = bakeIntoSvg(SVG, await signed('0d1f0c3f7b02'));
  expect((await send(Buffer.from(drawn))).body).toMatchObject({ proof: true });
  expect((await send(Buffer.from(await signed('0d1f0c3f7b03')))).body).toMatchObject({ proof: true });
});

test('an altered one in a picture is no proof, and a picture without one is no credential', async () => {
  const altered = Buffer.from(bakeIntoPng(PICTURE, (await signed('0d1f0c3f7b04')).replace('Coach of', 'Master of')));
  expect(await send(altered)).toMatchObject({ status: 422, body: { code: 'credential-not-verified' } });
  expect(await send(altered, '?asDocument=true&title=Mine')).toMatchObject({
    status: 201,
    body: { proof: false, verification: { answer: 'not-verified' } },
  });
  expect((await app.ask(mere, 'GET', PATH)).body.items[0]).toMatchObject({ title: 'Mine', proof: false });
  expect((await send(PICTURE)).body).toMatchObject({ code: 'credential-unreadable' });
  expect((await send(Buffer.alloc(10 * 1024 * 1024 + 1, 7))).body).toMatchObject({ code: 'credential-unreadable' });
});

test('what the scanner finds something in is not kept; what it learns of later is held back', async () => {
  const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
  const before = kept();
  const keep = (text: string) =>
    receiveFile(services, mere, Readable.from([Buffer.from(text)]), { title: 'A letter', declaredBytes: null });
  finds = 'INVENTED-SIGNATURE';
  await expect(keep('Dear assessor, INVENTED-SIGNATURE')).rejects.toMatchObject({ status: 422, code: 'evidence-infected' });
  const baked = Buffer.from(bakeIntoPng(PICTURE, (await signed('0d1f0c3f7b05')).replace('One season', 'INVENTED-SIGNATURE')));
  expect((await send(baked, '?asDocument=true')).body).toMatchObject({ code: 'evidence-infected' });
  expect(kept()).toBe(before);
  const { id } = await keep('Dear assessor, LATER-SIGNATURE');
  expect((await app.ask(mere, 'GET', `${PATH}/${id}/content`)).status).toBe(200);
  finds = 'LATER-SIGNATURE';
  expect((await app.ask(mere, 'GET', `${PATH}/${id}/content`)).body).toMatchObject({ code: 'evidence-infected' });
});
