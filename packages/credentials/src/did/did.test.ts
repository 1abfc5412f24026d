import { describe, expect, test } from 'vitest';
import { buildDidDocument, CredentialError, didKeyDocument, didWebUrl, encodeMultikey, resolveController } from '../index.ts';
import { makeKey, web } from '../../test/scene.ts';
import { keyFor } from './resolve.ts';

describe('did:web', () => {
  test.each([
    ['did:web:example.nz', 'https://example.nz/.well-known/did.json'],
    ['did:web:example.nz:a:b', 'https://example.nz/a/b/did.json'],
    ['did:web:example.nz%3A8443', 'https://example.nz:8443/.well-known/did.json'],
    ['did:web:localhost%3A8080', 'http://localhost:8080/.well-known/did.json'],
    ['did:web:127.0.0.1%3A8080', 'http://127.0.0.1:8080/.well-known/did.json'],
    ['did:web:127.0.0.1.evil.example', 'https://127.0.0.1.evil.example/.well-known/did.json'],
  ])('%s is at %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url);
  });

  test.each([
    'did:web:',
    'did:key:z6Mk',
    'did:web:a%2Fb',
    'did:web:user%40example.nz',
    'did:web:example.nz:..',
    'did:web:example.nz:%2e%2e',
    'did:web:example.nz:a%2Fb',
    'did:web:example.nz%3A99999',
    'did:web:example.nz%3Fq',
    'did:web:%zz',
    `did:web:${'a'.repeat(3000)}`,
  ])('%s is none', (did) => {
    expect(() => didWebUrl(did)).toThrow(CredentialError);
  });
});

describe('the document of an issuer', () => {
  test('lists keys in use first and keeps retired ones for assertions', () => {
    const did = 'did:web:example.nz';
    const document = buildDidDocument({
      did,
      keys: [
        { id: `${did}#1`, publicKeyMultibase: 'z6MkA', retired: true },
        { id: `${did}#2`, publicKeyMultibase: 'z6MkB' },
      ],
    });
    expect(document.assertionMethod).toEqual([`${did}#2`, `${did}#1`]);
    expect(document.verificationMethod.map(({ id, controller }) => [id, controller])).toEqual([
      [`${did}#2`, did],
      [`${did}#1`, did],
    ]);
  });

  test('a key counts only for what it is listed for, and only under its own controller', async () => {
    const { multikey } = await makeKey();
    const did = 'did:web:example.nz';
    const id = `${did}#1`;
    const document = { ...buildDidDocument({ did, keys: [{ id, publicKeyMultibase: multikey }] }) };
    expect(keyFor(document, id, 'assertionMethod')).toEqual({ publicKeyMultibase: multikey, revoked: null });
    expect(keyFor(document, id, 'authentication')).toBeNull();
    expect(
      keyFor(
        { ...document, verificationMethod: [{ ...document.verificationMethod[0], controller: 'did:web:other' }] },
        id,
        'assertionMethod',
      ),
    ).toBeNull();
    expect(
      keyFor(
        {
          ...document,
          verificationMethod: [
            { ...document.verificationMethod[0], publicKeyMultibase: 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme' },
          ],
        },
        id,
        'assertionMethod',
      ),
    ).toBe('unsupported');
  });

  test('the key of a did:key is for all that a signature may be for', async () => {
    const { multikey } = await makeKey();
    const document = { ...didKeyDocument(multikey) };
    for (const purpose of ['assertionMethod', 'authentication', 'capabilityInvocation', 'capabilityDelegation'])
      expect(keyFor(document, `did:key:${multikey}#${multikey}`, purpose)).toEqual({
        publicKeyMultibase: multikey,
        revoked: null,
      });
    expect(keyFor(document, `did:key:${multikey}#${multikey}`, 'keyAgreement')).toBeNull();
  });

  test.each(['P-256', 'P-384'] as const)('a %s key as a JWK is the same key', async (namedCurve) => {
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
    const half = (raw.length - 1) / 2;
    const compressed = Uint8Array.from([2 + (raw.at(-1)! & 1), ...raw.slice(1, 1 + half)]);
    const id = 'did:web:a#k';
    const publicKeyJwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)) };
    const document = {
      id: 'did:web:a',
      assertionMethod: [id],
      verificationMethod: [{ id, controller: 'did:web:a', publicKeyJwk }],
    };
    expect(keyFor(document, id, 'assertionMethod')).toEqual({
      publicKeyMultibase: encodeMultikey(compressed, namedCurve),
      revoked: null,
    });
  });

  test('an Ed25519 key as a JWK is the same key', () => {
    const x = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
    const id = 'did:web:a#k';
    const document = {
      id: 'did:web:a',
      assertionMethod: ['#k'],
      verificationMethod: [{ id, controller: 'did:web:a', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x } }],
    };
    expect(keyFor(document, id, 'assertionMethod')).toEqual({
      publicKeyMultibase: encodeMultikey(Uint8Array.from({ length: 32 }, (_, at) => at)),
      revoked: null,
    });
  });
});

describe('resolving', () => {
  test.each([
    ['did:example:1', 'unsupported'],
    ['did:key:zNot', 'unsupported'],
    ['http://example.nz/issuer', 'unsupported'],
    ['https://user:word@example.nz/issuer', 'invalid'],
    ['did:web:a%2Fb', 'invalid'],
    ['did:web:nobody.example', 'unreachable'],
  ])('%s is %s', async (id, status) => {
    expect((await resolveController(id, web({}).fetch)).status).toBe(status);
  });

  test('a did:key asks nobody', async () => {
    const { multikey } = await makeKey();
    const resolver = web({});
    expect((await resolveController(`did:key:${multikey}`, resolver.fetch)).status).toBe('found');
    expect(resolver.asked).toEqual([]);
  });
});
