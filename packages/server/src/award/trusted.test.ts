import { createServer, type Server } from 'node:http';
import { addProof, encodeMultikey, jwtSigner, type Signer, signTrustBundle } from '@recognition/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { trustedHere } from './trusted.ts';
import { examineForPublic } from './verification.ts';

/** Somebody with a `did:key` of their own. */
async function somebody(): Promise<{ readonly id: string; readonly signer: Signer }> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const id = `did:key:${multikey}`;
  const sign: Signer['sign'] = async (data) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(data)));
  return { id, signer: { verificationMethod: `${id}#${multikey}`, sign } };
}

let at: TestDatabase;
let server: Server;
let address = '';
/** What the register answers; null: 503. */
let answer: string | null = null;
let asked = 0;
/** What stands at the `did:web` of the same host; null: 503. */
let ownDocument: object | null = null;
beforeAll(async () => {
  at = await testDatabase();
  server = createServer(({ url }, reply) => {
    if (url === '/.well-known/did.json') {
      const type = { 'content-type': 'application/json' };
      reply.writeHead(ownDocument === null ? 503 : 200, type).end(JSON.stringify(ownDocument));
      return;
    }
    asked += 1;
    reply.writeHead(answer === null ? 503 : 200, { 'content-type': 'application/jwt' }).end(answer ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/list`;
});
afterAll(async () => {
  server.close();
  await at.end();
});

describe('issuers of a register that the operator names', () => {
  const issued = (issuer: Awaited<ReturnType<typeof somebody>>) =>
    addProof(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: issuer.id,
        credentialSubject: { id: 'urn:uuid:0b0a5b0c-50c4-4c1e-8f6d-5f3c1cb8a3b2', name: 'A test' },
      },
      { signer: issuer.signer, created: '2026-11-01T00:00:00Z' },
    );
  const listed = (
    register: Awaited<ReturnType<typeof somebody>>,
    issuers: readonly { readonly id: string; readonly name: string }[],
    until = '2026-11-26T00:00:00Z',
  ) =>
    signTrustBundle(
      { issuers, held: new Map() },
      { register: register.id, at: '2026-11-23T23:00:00Z', until, signer: jwtSigner(register.signer) },
    );
  const here = (id: string) => testServices(at, { settings: { trustedRegisters: [{ id, list: address }] } });

  test('are recognised, and nobody else is; the list is asked for once an hour', async () => {
    const [register, issuer, stranger] = [await somebody(), await somebody(), await somebody()];
    answer = await listed(register, [{ id: issuer.id, name: 'Another authority' }]);
    asked = 0;
    const services = here(register.id);
    const credential = await issued(issuer);
    const found = await Promise.all([1, 2, 3].map(() => examineForPublic(services, credential)));
    expect(found.map((one) => one.answer)).toEqual(['verified', 'verified', 'verified']);
    expect(asked).toBe(1);
    expect((await examineForPublic(services, await issued(stranger))).answer).toBe('inconclusive');
    expect((await examineForPublic(testServices(at), credential)).answer).toBe('inconclusive');
  });

  test('are recognised while the register cannot be reached, until its list ends', async () => {
    const [register, issuer] = [await somebody(), await somebody()];
    answer = await listed(register, [{ id: issuer.id, name: 'Another authority' }], '2026-11-24T23:00:00Z');
    const services = here(register.id);
    const credential = await issued(issuer);
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
    answer = null;
    services.clock.moveTo('2026-11-25');
    expect((await examineForPublic(services, credential)).answer).toBe('inconclusive');
  });

  test('are recognised while neither the list nor the keys of the register’s did:web can be asked for', async () => {
    const [by, issuer] = [await somebody(), await somebody()];
    const id = `did:web:${new URL(address).host.replace(':', '%3A')}`;
    const method = {
      id: `${id}#key`,
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: by.id.slice('did:key:'.length),
    };
    const register = { id, signer: { ...by.signer, verificationMethod: method.id } };
    ownDocument = { id, verificationMethod: [method], assertionMethod: [method.id] };
    answer = await listed(register, [{ id: issuer.id, name: 'Another authority' }], '2026-11-25T12:00:00Z');
    const services = here(id);
    const credential = await issued(issuer);
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
    [answer, ownDocument] = [null, null];
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
    services.clock.moveTo('2026-11-25');
    asked = 0;
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
    // Who is answered with what is there does not wait until the register is asked.
    await expect.poll(() => asked).toBe(1);
    services.clock.moveTo('2026-11-26');
    expect((await examineForPublic(services, credential)).answer).toBe('inconclusive');
  });

  test('are by a new list at once where the last one ended while nobody asked', async () => {
    const [register, issuer] = [await somebody(), await somebody()];
    answer = await listed(register, [{ id: issuer.id, name: 'Another authority' }], '2026-11-24T23:00:00Z');
    const services = here(register.id);
    const credential = await issued(issuer);
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
    answer = await listed(register, [{ id: issuer.id, name: 'Another authority' }]);
    services.clock.moveTo('2026-11-25');
    expect((await examineForPublic(services, credential)).answer).toBe('verified');
  });

  test('are not when the list is not there, was changed, is unsigned, or is another’s; and it is asked for again', async () => {
    const [register, other, issuer] = [await somebody(), await somebody(), await somebody()];
    const credential = await issued(issuer);
    const good = await listed(register, [{ id: issuer.id, name: 'Another authority' }]);
    const [head = '', body = '', signature = ''] = good.split('.');
    const deep = `${head}.${Buffer.from(`{"issuers":${'['.repeat(100)}${']'.repeat(100)}}`).toString('base64url')}.${signature}`;
    const unsigned = JSON.stringify({ type: 'TrustedIssuers', version: 1, issuers: [{ id: issuer.id, name: 'Anybody' }] });
    for (const bad of [
      null,
      `${head}.${body}.${signature.replaceAll('a', 'b')}A`,
      unsigned,
      deep,
      await listed(other, [{ id: issuer.id, name: 'X' }]),
    ]) {
      answer = bad;
      const services = here(register.id);
      expect((await examineForPublic(services, credential)).answer).toBe('inconclusive');
      answer = good;
      services.clock.moveTo('2026-11-25');
      await examineForPublic(services, credential);
      await new Promise((done) => setTimeout(done, 50));
      expect((await examineForPublic(services, credential)).answer).toBe('verified');
    }
  });

  test('nothing that a register says of us counts', async () => {
    const [register, issuer] = [await somebody(), await somebody()];
    answer = await listed(register, [
      { id: 'did:web:127.0.0.1%3A8080', name: 'An impostor' },
      { id: issuer.id, name: 'Y' },
    ]);
    const services = here(register.id);
    expect((await trustedHere(services)).issuers).toEqual([
      { id: 'did:web:127.0.0.1%3A8080', name: 'Invented Recognition Authority' },
      { id: issuer.id, name: 'Y' },
    ]);
  });
});
