import { createPublicKey, generateKeyPairSync, randomBytes, sign as edSign, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeMultikey } from '@recognition/credentials';
import { fileKeyStore } from './file-key-store.ts';
import { httpKeyStore } from './http-key-store.ts';
import type { KeyPurpose } from './key-store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const nsn = Buffer.from('0000000001');

describe('a file store', () => {
  test('is made with mode 0600 and opens again with the same keys', async () => {
    const file = join(folder, 'a', 'keys.json');
    const store = fileKeyStore(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { keyId, cipher } = store.encrypt('nsn-encryption', nsn);
    const again = fileKeyStore(file);
    expect(Buffer.from(again.decrypt('nsn-encryption', keyId, cipher)).toString()).toBe('0000000001');
    expect(again.blindIndex('0000000001')).toEqual(store.blindIndex('0000000001'));
  });

  test('that others may read is refused, and so is a damaged one, without a word of what is in it', () => {
    const file = join(folder, 'b.json');
    fileKeyStore(file);
    chmodSync(file, 0o644);
    expect(() => fileKeyStore(file)).toThrow(expect.objectContaining({ code: 'key-file-open' }));
    const secret = readFileSync(file, 'utf8').slice(0, -20);
    writeFileSync(file, secret);
    chmodSync(file, 0o600);
    expect(() => fileKeyStore(file)).toThrow(
      expect.objectContaining({ code: 'key-file-unusable', message: expect.not.stringContaining('secret') }),
    );
  });

  test('signs with a key whose Multikey begins z6Mk; a retired one stays listed and signs no more', async () => {
    const store = fileKeyStore(join(folder, 'c.json'));
    const first = await store.currentSigningKey();
    expect(first.publicKeyMultibase).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
    const { keyId } = await store.rotate('signing');
    expect((await store.currentSigningKey()).id).toBe(keyId);
    expect((await store.signingKeys()).filter(({ curve }) => curve === 'Ed25519')).toMatchObject([
      { id: first.id, publicKeyMultibase: first.publicKeyMultibase, retiredAt: expect.any(String) },
      { id: keyId, retiredAt: null },
    ]);
    await expect(store.sign(nsn, first.id)).rejects.toMatchObject({ code: 'key-retired' });
    expect(await store.sign(nsn)).toHaveLength(64);
  });

  test('signs with P-256 too, whose Multikey begins zDna; each kind has a current key and is rotated by itself', async () => {
    const store = fileKeyStore(join(folder, 'p256.json'));
    const [ed, first] = [await store.currentSigningKey(), await store.currentSigningKey('P-256')];
    expect(first.publicKeyMultibase).toMatch(/^zDna[1-9A-HJ-NP-Za-km-z]{45}$/);
    const spki = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
    const point = decodeMultikey(first.publicKeyMultibase);
    expect(point.curve).toBe('P-256');
    const key = createPublicKey({ key: Buffer.concat([spki, point.bytes]), format: 'der', type: 'spki' });
    expect(verify('sha256', nsn, { key, dsaEncoding: 'ieee-p1363' }, await store.sign(nsn, first.id))).toBe(true);
    const { keyId } = await store.rotate('signing-p256');
    expect((await store.currentSigningKey('P-256')).id).toBe(keyId);
    expect((await store.currentSigningKey()).id).toBe(ed.id);
    expect((await store.signingKeys()).map(({ curve }) => curve)).toEqual(['Ed25519', 'P-256', 'P-256']);
    await expect(store.sign(nsn, first.id)).rejects.toMatchObject({ code: 'key-retired' });
  });

  test.each(['nsn-encryption', 'evidence'] as const)(
    'a new key for %s is used at once and the old one still reads',
    async (purpose) => {
      const store = fileKeyStore(join(folder, `${purpose}.json`));
      const before = store.encrypt(purpose, nsn);
      const { keyId } = await store.rotate(purpose);
      expect(store.encrypt(purpose, nsn).keyId).toBe(keyId);
      expect(Buffer.from(store.decrypt(purpose, before.keyId, before.cipher)).toString()).toBe('0000000001');
    },
  );

  test('a new index key comes first, the old one is named until it is forgotten', async () => {
    const store = fileKeyStore(join(folder, 'index.json'));
    const before = store.blindIndex('0000000001');
    const { keyId } = await store.rotate('nsn-index');
    expect(store.indexKeys()).toEqual([keyId, before.keyId]);
    expect(store.blindIndex('0000000001', before.keyId)).toEqual(before);
    expect(store.blindIndex('0000000001').hash).not.toEqual(before.hash);
    await store.forgetRetired('nsn-index');
    expect(store.indexKeys()).toEqual([keyId]);
  });

  test('a key that another process made is found when it is needed', async () => {
    const file = join(folder, 'shared.json');
    const [one, other] = [fileKeyStore(file), fileKeyStore(file)];
    await one.rotate('evidence');
    const sealed = one.encrypt('evidence', nsn);
    expect(Buffer.from(other.decrypt('evidence', sealed.keyId, sealed.cipher)).toString()).toBe('0000000001');
  });

  test('what was altered does not decrypt', () => {
    const store = fileKeyStore(join(folder, 'd.json'));
    const { keyId, cipher } = store.encrypt('evidence', nsn);
    cipher[14]! ^= 1;
    expect(() => store.decrypt('evidence', keyId, cipher)).toThrow(expect.objectContaining({ code: 'key-cipher-unusable' }));
  });
});

describe('an HTTP store', () => {
  const secrets = new Map<string, Buffer>();
  const pair = generateKeyPairSync('ed25519');
  const keys: { id: string; purpose: KeyPurpose; createdAt: string; retiredAt: string | null; publicKey?: string }[] = [];
  const add = (purpose: KeyPurpose): string => {
    const at = '2026-01-01T00:00:00.000Z';
    for (const key of keys) if (key.purpose === purpose) key.retiredAt = at;
    const id = `${purpose}/${keys.length}`;
    secrets.set(id, randomBytes(32));
    const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    keys.push({ id, purpose, createdAt: at, retiredAt: null, ...(purpose === 'signing' ? { publicKey: raw } : {}) });
    return id;
  };
  let unwrapped = 0;
  const kms = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
    const answer = (status: number, json: unknown): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    if (request.headers.authorization !== 'Bearer let-me-in') return answer(401, {});
    const [, , , id, verb] = (request.url ?? '').split('/').map(decodeURIComponent);
    if (request.method === 'GET') return answer(200, { keys });
    if (verb === 'unwrap') {
      unwrapped += 1;
      return answer(200, { bytes: secrets.get(id ?? '')?.toString('base64') });
    }
    if (verb === 'sign')
      return answer(200, { bytes: edSign(null, Buffer.from(body.data, 'base64'), pair.privateKey).toString('base64') });
    return answer(200, { id: add(body.purpose) });
  });
  let address: string;
  beforeAll(async () => {
    for (const purpose of ['signing', 'nsn-encryption', 'nsn-index', 'evidence', 'sharing'] as const) add(purpose);
    await new Promise<void>((done) => kms.listen(0, '127.0.0.1', done));
    const at = kms.address();
    if (at === null || typeof at === 'string') throw new Error('no port');
    address = `http://127.0.0.1:${at.port}`;
  });
  afterAll(() => new Promise((done) => kms.close(done)));

  test('fetches its working keys once, signs afar and rotates', async () => {
    const store = await httpKeyStore(address, 'let-me-in');
    expect(unwrapped).toBe(4);
    for (let n = 0; n < 100; n += 1) store.blindIndex(String(n));
    const sealed = store.encrypt('nsn-encryption', nsn);
    const { keyId } = await store.rotate('nsn-encryption');
    expect(store.encrypt('nsn-encryption', nsn).keyId).toBe(keyId);
    expect(Buffer.from(store.decrypt('nsn-encryption', sealed.keyId, sealed.cipher)).toString()).toBe('0000000001');
    expect(unwrapped).toBe(5);
    expect(verify(null, nsn, createPublicKey(pair.privateKey), await store.sign(nsn))).toBe(true);
    expect((await store.currentSigningKey()).publicKeyMultibase).toMatch(/^z6Mk/);
  });

  test('that refuses or does not answer is named in a sentence', async () => {
    await expect(httpKeyStore(address, 'wrong')).rejects.toMatchObject({
      code: 'key-store-unreachable',
      message: expect.stringContaining('401'),
    });
    await expect(httpKeyStore('http://127.0.0.1:1', 'x')).rejects.toMatchObject({ code: 'key-store-unreachable' });
  });
});
