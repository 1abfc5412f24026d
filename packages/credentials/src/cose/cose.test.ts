import { encode } from 'cborg';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  envelopedCose,
  examineCredential,
  issueCoseCredential,
  issueCosePresentation,
  issueJwtPresentation,
  jwkSigner,
  type JwtSigner,
} from '../index.ts';
import { concatenate } from '../proof/digest.ts';
import { toBase64 } from './base64.ts';

const ISSUER = 'https://issuer.example/cose';
const NOW = '2026-11-24T09:00:00Z';
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: ISSUER,
  credentialSubject: { id: 'urn:uuid:0b0a5b0c-50c4-4c1e-8f6d-5f3c1cb8a3b2', name: 'Tiaki tangata' },
};

async function issuer(alg: 'EdDSA' | 'ES256' | 'ES384' | 'ES512') {
  const pair = await generateKeyPair(alg, { extractable: true });
  const id = `${ISSUER}#key`;
  const method = { id, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: await exportJWK(pair.publicKey) };
  const document = { id: ISSUER, verificationMethod: [method], assertionMethod: [id], authentication: [id] };
  return { document, signer: await jwkSigner(await exportJWK(pair.privateKey), alg, id) };
}

const examine = (given: unknown, document: object, expected = {}) =>
  examineCredential(given, {
    now: NOW,
    resolver: {
      fetch: async (url) => (url === ISSUER ? { status: 'found', body: document } : { status: 'unreachable', detail: 'no' }),
    },
    trusted: [{ id: ISSUER, name: 'Example' }],
    ...expected,
  });
const format = async (given: unknown): Promise<string | undefined> => (await examine(given, {})).checks[0]?.code;

describe('a credential in COSE', () => {
  test.each(['EdDSA', 'ES256', 'ES384', 'ES512'] as const)(
    '%s: is genuine as a file, in base64, in an envelope and in a presentation',
    async (alg) => {
      const { document, signer } = await issuer(alg);
      const bytes = await issueCoseCredential({ ...credential, proof: { type: 'of somebody' } }, signer);
      const enveloped = envelopedCose(bytes);
      const presentation = await issueCosePresentation(
        {
          '@context': credential['@context'],
          type: ['VerifiablePresentation'],
          holder: ISSUER,
          verifiableCredential: [enveloped],
        },
        signer,
      );
      const token = await issueJwtPresentation([enveloped], { signer, holder: ISSUER, at: NOW });
      for (const given of [bytes, toBase64(bytes), enveloped, presentation, token])
        expect((await examine(given, document)).answer).toBe('verified');
      expect((await examine(bytes, document)).document).toEqual(credential);
      expect((await examine(bytes, (await issuer(alg)).document)).answer).toBe('not-verified');
    },
  );

  test('a presentation in COSE answers no question: it has no place for a nonce', async () => {
    const { document, signer } = await issuer('ES256');
    const bytes = await issueCosePresentation(
      {
        '@context': credential['@context'],
        type: ['VerifiablePresentation'],
        holder: ISSUER,
        verifiableCredential: [envelopedCose(await issueCoseCredential(credential, signer))],
      },
      signer,
    );
    const answered = await examine(bytes, document, { expected: { domain: 'us', takeNonce: async () => true } });
    expect(answered.answer).toBe('not-verified');
  });

  test('RS256 has no number in COSE here', async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const signer = await jwkSigner(await exportJWK(pair.privateKey), 'RS256');
    await expect(issueCoseCredential(credential, signer)).rejects.toThrow(RangeError);
  });
});

describe('what is not right in COSE', () => {
  const TAG = Uint8Array.of(0xd2);
  const payload = new TextEncoder().encode(JSON.stringify(credential));
  const head = (more: readonly (readonly [number, unknown])[] = []) =>
    encode(new Map<number, unknown>([[1, -7], [16, 'application/vc+cose'], ...more]));
  const of = (...parts: readonly unknown[]) => concatenate(TAG, encode(parts));
  const signature = new Uint8Array(64);

  test.each<readonly [string, Uint8Array, string]>([
    ['nothing after the tag', TAG, 'unreadable'],
    ['three parts', concatenate(TAG, encode([head(), new Map(), payload])), 'unreadable'],
    ['no payload inside', of(head(), new Map(), null, signature), 'malformed-cose'],
    ['a payload that is no JSON', of(head(), new Map(), Uint8Array.of(1, 2), signature), 'malformed-cose'],
    ['headers that are no map', of(encode([1]), new Map(), payload, signature), 'malformed-cose'],
    ['a header that is critical', of(head([[2, [99]]]), new Map(), payload, signature), 'malformed-cose'],
    ['a header that stands twice', of(Uint8Array.of(0xa2, 1, 0x26, 1, 0x27), new Map(), payload, signature), 'malformed-cose'],
    ['lists in lists', concatenate(TAG, Uint8Array.of(0x84), new Uint8Array(100_000).fill(0x81)), 'malformed-cose'],
    [
      'a length of all there is',
      concatenate(TAG, Uint8Array.of(0x84, 0x5b, 255, 255, 255, 255, 255, 255, 255, 255)),
      'malformed-cose',
    ],
    ['another type', of(head([[16, 'application/vp+cose']]), new Map(), payload, signature), 'wrong-media-type'],
    ['another content', of(head([[3, 'application/vp']]), new Map(), payload, signature), 'wrong-media-type'],
    ['no type', of(encode(new Map([[1, -7]])), new Map(), payload, signature), 'wrong-media-type'],
    [
      'a claim vc',
      of(head(), new Map(), new TextEncoder().encode(JSON.stringify({ ...credential, vc: {} })), signature),
      'claim-not-allowed',
    ],
  ])('%s', async (_, bytes, code) => {
    if (code === 'unreadable') await expect(examine(bytes, {})).rejects.toMatchObject({ code });
    else expect(await format(bytes)).toBe(code);
  });

  test('an algorithm that we do not read, and the key of another kind', async () => {
    const { document, signer } = await issuer('ES256');
    const proofOf = async (bytes: Uint8Array, by: object) =>
      (await examine(bytes, by)).checks.find(({ check }) => check === 'proof')?.code;
    const hmac = encode(
      new Map<number, unknown>([
        [1, 5],
        [16, 'application/vc+cose'],
        [4, new TextEncoder().encode(`${ISSUER}#key`)],
      ]),
    );
    expect(await proofOf(of(hmac, new Map(), payload, signature), document)).toBe('algorithm-refused');
    const renamed: JwtSigner = { ...signer, alg: 'ES384' };
    expect(await proofOf(await issueCoseCredential(credential, renamed), document)).toBe('algorithm-refused');
  });
});
