import { p256, p384 } from '@noble/curves/nist.js';
import { importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { freshSigner } from '../../test/keys.ts';
import { NOW } from '../../test/scene.ts';
import {
  didKeyDocument,
  encodeMultikey,
  issueJwtCredential,
  jwtSigner,
  readKeyProof,
  signCompact,
  verifyCredential,
} from '../index.ts';
import { listedKeys } from '../jose/keys.ts';

describe.each(['Ed25519', 'P-256', 'P-384'] as const)('a did:key of %s', (curve) => {
  test('is shown to be held by a proof of possession', async () => {
    const signer = await freshSigner(curve);
    const claims = { aud: 'https://issuer.example', iat: Date.parse(NOW) / 1000, nonce: 'n' };
    const of = (by: typeof signer) =>
      signCompact(claims, { typ: 'openid4vci-proof+jwt', signer: { ...jwtSigner(by), kid: signer.verificationMethod } });
    const asked = { issuer: 'https://issuer.example', now: NOW };
    expect(await readKeyProof(await of(signer), asked)).toMatchObject({ ok: true, key: { did: signer.did, nonce: 'n' } });
    expect(await readKeyProof(await of(await freshSigner(curve)), asked)).toMatchObject({ ok: false });
  });

  test('signs a credential as a JWT', async () => {
    const signer = await freshSigner(curve);
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: signer.did,
      credentialSubject: { id: 'urn:x' },
    };
    const token = await issueJwtCredential(credential, { signer: jwtSigner(signer), at: NOW });
    const resolver = { fetch: () => Promise.reject(new Error('nobody is asked')) };
    const trusted = [{ id: signer.did, name: 'x' }];
    expect((await verifyCredential(token, { now: NOW, resolver, trusted })).answer).toBe('verified');
  });
});

test.each([
  ['P-256', p256],
  ['P-384', p384],
] as const)(
  'a compressed key of %s is read as the point that it stands for, and what is no point as none',
  async (curve, library) => {
    for (let made = 0; made < 10; made += 1) {
      const secret = library.utils.randomSecretKey();
      const document = { ...didKeyDocument(encodeMultikey(library.getPublicKey(secret, true), curve)) };
      const [key] = listedKeys(document, 'assertionMethod');
      const imported = await importJWK(key?.jwk ?? {}, curve === 'P-256' ? 'ES256' : 'ES384', { extractable: true });
      if (imported instanceof Uint8Array) throw new Error('not a key');
      const raw = new Uint8Array(await crypto.subtle.exportKey('raw', imported));
      expect(raw).toEqual(Uint8Array.from(library.getPublicKey(secret, false)));
    }
    const none = Uint8Array.of(2, ...new Uint8Array(curve === 'P-256' ? 32 : 48).fill(255));
    expect(listedKeys({ ...didKeyDocument(encodeMultikey(none, curve)) }, 'assertionMethod')).toEqual([]);
  },
);
