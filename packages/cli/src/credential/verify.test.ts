import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addProof,
  buildDidDocument,
  buildOutcomeCredential,
  buildStatusListCredential,
  encodeMultikey,
  jwtSigner,
  MIN_ENTRIES,
  signTrustBundle,
  statusEntry,
  trustedIssuersFile,
  withStatus,
} from '@recognition/credentials';
import { Sheet } from '@recognition/server/paper/sheet.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPublic } from './addresses.ts';
import { createResolver } from './resolver.ts';
import { command } from './verify.ts';

let server: Server;
let base = '';
let folder = '';
let asked: string[] = [];
const pages = new Map<string, unknown>();

/** An issuer on this machine, as `npm start` is one: did:web with a port, HTTP on loopback. */
async function issue(raised: readonly number[] = []): Promise<object> {
  const did = `did:web:localhost%3A${new URL(base).port}`;
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const { privateKey, publicKey } = pair;
  const publicKeyMultibase = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  const signer = {
    verificationMethod: `${did}#key-1`,
    sign: async (data: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, Uint8Array.from(data))),
  };
  const created = '2026-01-01T00:00:00Z';
  const list = `${base}/status/r1`;
  const bits = raised.reduce<Uint8Array>((before, index) => withStatus(before, index, true), new Uint8Array(MIN_ENTRIES / 8));
  pages.set('/.well-known/did.json', buildDidDocument({ did, keys: [{ id: signer.verificationMethod, publicKeyMultibase }] }));
  pages.set(
    '/status/r1',
    await addProof(buildStatusListCredential({ id: list, issuer: did, purpose: 'revocation', bits, validFrom: created }), {
      signer,
      created,
    }),
  );
  pages.set('/trusted', trustedIssuersFile([{ id: did, name: 'Here' }]));
  await writeFile(join(folder, 'trusted-issuers.json'), JSON.stringify(pages.get('/trusted')));
  const credential = buildOutcomeCredential({
    id: 'urn:uuid:5d2a2c2e-3d5c-4b7d-9a35-8f1a40c2a111',
    issuer: { id: did, name: 'Here' },
    subject: { id: 'urn:uuid:5d2a2c2e-3d5c-4b7d-9a35-8f1a40c2a222' },
    validFrom: created,
    status: [statusEntry({ list, index: 5, purpose: 'revocation' })],
    outcome: {
      achievement: 'a-1',
      url: `${base}/outcomes/HE1/1`,
      code: 'HE1',
      version: 1,
      name: 'Move and handle a person safely',
      credits: 4,
      level: 3,
      field: 'Health',
      provider: { id: `${base}/organisations/p`, name: 'Harakeke College of Care' },
      date: '2024-02-29',
      result: 'Achieved',
      assessments: [],
      theory: [],
      practice: [],
      skills: [],
    },
  });
  return addProof(credential, { signer, created });
}

async function verify(
  file: string | Uint8Array,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = { RECOGNITION_DATA: folder },
) {
  await writeFile(join(folder, 'credential.json'), file);
  const said = { out: '', err: '' };
  const exit = await command.run(['credential.json', ...args], {
    cwd: folder,
    env,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { exit, ...said };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credential verify '));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/moved') response.writeHead(302, { location: '/trusted' }).end();
    else if (request.url === '/endless') response.writeHead(200).end('x'.repeat(100_000));
    else if (request.url === '/silent') response.writeHead(200).write('{');
    else if (pages.has(request.url ?? ''))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(pages.get(request.url ?? '')));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  asked = [];
});

describe('nzrr credential verify (contracts 4)', () => {
  test('0: a credential of the product on this machine, which is on the list in its data folder', async () => {
    const { exit, out } = await verify(JSON.stringify(await issue()), ['--json']);
    const answer: unknown = JSON.parse(out);
    expect(answer).toMatchObject({ answer: 'verified', credentials: [] });
    expect(exit).toBe(0);
  });

  test('0: the credential that a PDF carries; 2: a PDF that carries none', async () => {
    const sheet = (title: string) =>
      new Sheet({ title, language: 'en', author: 'Here', subject: title, created: new Date(0), page: (page) => String(page) });
    const certificate = sheet('A certificate');
    certificate.attach('credential.json', 'application/vc', 'The credential', JSON.stringify(await issue()));
    const { exit, out } = await verify(await certificate.end(), ['--json']);
    expect(JSON.parse(out)).toMatchObject({ answer: 'verified', credentials: [] });
    expect(exit).toBe(0);
    const letter = await verify(await sheet('A letter').end());
    expect(letter).toMatchObject({ exit: 2, out: '', err: 'This PDF carries no credential. (pdf-without-credential)\n' });
  });

  test('0: in words, trusting a list by file and by address', async () => {
    const credential = JSON.stringify(await issue());
    for (const list of ['trusted-issuers.json', `${base}/trusted`]) {
      const { exit, out } = await verify(credential, ['--trust', list], {});
      expect(exit).toBe(0);
      expect(out).toContain('Genuine.');
      expect(out).toContain('✓ Has it been changed? No. The signature fits this document exactly.');
    }
    expect((await verify(credential, [], { RECOGNITION_TRUSTED: join(folder, 'trusted-issuers.json') })).exit).toBe(0);
  });

  test('1: changed, and revoked', async () => {
    expect((await verify(JSON.stringify({ ...(await issue()), name: 'Changed' }))).exit).toBe(1);
    const revoked = await verify(JSON.stringify(await issue([5])));
    expect(revoked.exit).toBe(1);
    expect(revoked.out).toContain('✗ Has it been withdrawn? Yes. The issuer has withdrawn it.');
  });

  test('3: from a stranger, and offline, without opening a socket', async () => {
    const credential = JSON.stringify(await issue());
    expect((await verify(credential, [], { RECOGNITION_DATA: join(folder, 'none') })).exit).toBe(3);
    asked = [];
    const { exit, out } = await verify(credential, ['--offline', '--json']);
    expect(exit).toBe(3);
    expect(out).toContain('"unknown"');
    expect(asked).toEqual([]);
  });

  test('offline with a signed list: who is named may sign it, nobody else; it holds the status list, and ends', async () => {
    const credential = JSON.stringify(await issue());
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    if (!('privateKey' in pair)) throw new Error('no key pair');
    const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    const register = `did:key:${multikey}`;
    const signer = jwtSigner({
      verificationMethod: `${register}#${multikey}`,
      sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(data))),
    });
    const did = `did:web:localhost%3A${new URL(base).port}`;
    const document = Object.fromEntries(Object.entries(pages.get('/.well-known/did.json') ?? {}));
    const held = new Map([[`${base}/status/r1`, pages.get('/status/r1')]]);
    const at = { register, at: '2026-11-20T00:00:00Z', until: '2026-11-21T00:00:00Z', signer };
    const list = await signTrustBundle({ issuers: [{ id: did, name: 'Here', document }], held }, at);
    await writeFile(join(folder, 'list.jwt'), list);
    asked = [];
    const using = (file: string, signedBy: string, now: string) =>
      verify(credential, ['--offline', '--trust', file, '--trust-signer', signedBy, '--at', now], {});
    const noon = '2026-11-20T12:00:00Z';
    const taken = await using('list.jwt', register, noon);
    expect([taken.exit, taken.err]).toEqual([0, '']);
    expect(taken.out).toContain('✓ Has it been withdrawn?');
    expect((await using('list.jwt', did, noon)).err).toContain('that you did not name');
    expect((await using('list.jwt', register, '2026-11-22T00:00:00Z')).err).toContain('out of date');
    const [header, payload = '', signature] = list.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace('"Here"', '"Hare"');
    await writeFile(join(folder, 'forged.jwt'), [header, Buffer.from(other).toString('base64url'), signature].join('.'));
    expect((await using('forged.jwt', register, noon)).err).toContain('was changed');
    // Nor may who can change a list leave the signature away.
    await writeFile(join(folder, 'bare.json'), JSON.stringify(trustedIssuersFile([{ id: did, name: 'Here', document }])));
    const bare = await using('bare.json', register, noon);
    expect([bare.exit, bare.err]).toEqual([2, expect.stringContaining('is not signed')]);
    // Whose keys are whose is said with the issuers and nowhere else.
    const keys = new Map([...held, [`${base}/.well-known/did.json`, document]]);
    await writeFile(join(folder, 'keys.jwt'), await signTrustBundle({ issuers: [{ id: did, name: 'Here' }], held: keys }, at));
    expect((await using('keys.jwt', register, noon)).exit).toBe(3);
    expect(asked).toEqual([]);
  });

  test('1: a form that is not supported yet; 2: unreadable, with the reason on standard error', async () => {
    expect((await verify('eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl')).exit).toBe(1);
    for (const [file, code] of [
      ['', 'unreadable'],
      ['{"type":', 'unreadable'],
      ['%PDF-1.7', 'pdf-unreadable'],
      [new Uint8Array(10 * 1024 * 1024 + 5).fill(32), 'too-large'],
      ['['.repeat(1000) + ']'.repeat(1000), 'too-deep'],
    ] as const) {
      const { exit, out, err } = await verify(file);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(`(${code})`);
    }
  });

  test('2: a file that is not there, two files, an option that is none, a list that is none', async () => {
    const io = { cwd: folder, env: {}, out: () => undefined, err: () => undefined };
    for (const args of [
      ['nothing.json'],
      ['a', 'b'],
      [],
      ['a', '--what'],
      ['credential.json', '--at', 'noon'],
      ['credential.json', '--trust', 'credential.json'],
      ['.'],
    ]) {
      await writeFile(join(folder, 'credential.json'), '{}');
      expect(await command.run(args, io)).toBe(2);
    }
    expect((await verify('{}', ['--offline', '--trust', `${base}/trusted`])).exit).toBe(2);
  });
});

describe('what the resolver reaches', () => {
  test.each([
    'http://example.nz/did.json',
    'ftp://example.nz/did.json',
    'https://10.0.0.1/did.json',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/did.json',
    'https://[::ffff:10.0.0.1]/did.json',
    'https://0x7f000001.example@10.1.1.1/x',
    'https://user:word@example.nz/',
    'not an address',
  ])('not %s', async (url) => {
    expect((await createResolver({ timeout: 500 }).fetch(url)).status).toBe('unreachable');
  });

  test('not a redirect, not more than the limit, not for longer than the limit', async () => {
    expect(await createResolver().fetch(`${base}/moved`)).toEqual({ status: 'unreachable', detail: 'answered 302' });
    expect(await createResolver({ maxBytes: 1000 }).fetch(`${base}/endless`)).toEqual({
      status: 'unreachable',
      detail: 'the answer is too large',
    });
    expect((await createResolver({ timeout: 200 }).fetch(`${base}/silent`)).status).toBe('unreachable');
    expect((await createResolver().fetch(`${base}/nothing`)).status).toBe('unreachable');
  });

  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['::1', false],
    ['::ffff:192.168.1.1', false],
    ['::ffff:a00:1', false],
    ['fe80::1', false],
    ['64:ff9b::a00:1', false],
    ['localhost', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});
