import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  type CheckName,
  examineCredential,
  type Examination,
  issueJwtCredential,
  issueJwtPresentation,
  jwkSigner,
  jwtSigner,
} from '../index.ts';
import { DID_URL, ISSUER, NOW, scene, web } from '../../test/scene.ts';

const AT = '2026-11-01T00:00:00Z';
const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

function codeOf(examination: Examination, check: CheckName): string {
  return examination.checks.find((one) => one.check === check)?.code ?? 'none';
}

/** An issuer that lists one key as a JWK, and what it takes to sign with it. */
async function issuer(alg: 'EdDSA' | 'ES256' | 'ES384' | 'ES512' | 'RS256') {
  const pair = await generateKeyPair(alg, { extractable: true });
  const [privateJwk, publicJwk] = [await exportJWK(pair.privateKey), await exportJWK(pair.publicKey)];
  const kid = `${ISSUER}#${alg}`;
  const document = {
    id: ISSUER,
    verificationMethod: [{ id: kid, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: publicJwk }],
    assertionMethod: [kid],
  };
  return { kid, pair, privateJwk, publicJwk, document, signer: await jwkSigner(privateJwk, alg, kid) };
}

async function unsigned(): Promise<Record<string, unknown>> {
  const { unsigned: credential } = await scene({ input: { status: [] } });
  return { ...credential };
}

function options(document: unknown, at: string = NOW) {
  return { now: at, resolver: web({ [DID_URL]: document }), trusted: [{ id: ISSUER, name: 'Recognition Repository' }] };
}

describe('a credential as vc+jwt', () => {
  test.each(['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256'] as const)('%s: ours verifies, and jose reads it too', async (alg) => {
    const { signer, document, publicJwk } = await issuer(alg);
    const credential = await unsigned();
    const token = await issueJwtCredential(credential, { signer, at: AT });
    const examined = await examineCredential(token, options(document));
    expect(examined.answer).toBe('verified');
    expect(codeOf(examined, 'format')).toBe('readable-jwt-credential');
    expect(codeOf(examined, 'issuer')).toBe('key-of-issuer');
    expect(examined.document).toEqual(credential);
    const read = await jwtVerify(token, await importJWK(publicJwk, alg), {
      typ: 'vc+jwt',
      issuer: ISSUER,
      currentDate: new Date(NOW),
    });
    expect(read.payload).toMatchObject(credential);
    expect(read.payload.jti).toBe(credential['id']);
  });

  test.each(['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256'] as const)('%s: what jose signs verifies here', async (alg) => {
    const { pair, kid, document } = await issuer(alg);
    const token = await new SignJWT(await unsigned())
      .setProtectedHeader({ alg, kid, typ: 'vc+jwt', cty: 'vc' })
      .setIssuer(ISSUER)
      .setIssuedAt(seconds(AT))
      .sign(pair.privateKey);
    expect((await examineCredential(token, options(document))).answer).toBe('verified');
  });

  test('the Ed25519 key of the embedded proofs signs it too', async () => {
    const at = await scene();
    const token = await issueJwtCredential(at.credential, { signer: jwtSigner(at.by), at: AT });
    const examined = await examineCredential(token, at);
    expect(examined.answer).toBe('verified');
    expect(codeOf(examined, 'status')).toBe('in-force');
    expect(examined.document).not.toHaveProperty('proof');
  });

  test('one changed byte and the signature does not fit', async () => {
    const { signer, document } = await issuer('ES256');
    const token = await issueJwtCredential(await unsigned(), { signer, at: AT });
    const [header, payload = '', signature] = token.split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('Recognition', 'Recognitien');
    const forged = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
    const examined = await examineCredential(forged, options(document));
    expect(examined.answer).toBe('not-verified');
    expect(codeOf(examined, 'proof')).toBe('signature-does-not-fit');
  });
});

describe('what a token must not do', () => {
  const refusals: readonly (readonly [
    string,
    (made: Awaited<ReturnType<typeof issuer>>, vc: Record<string, unknown>) => Promise<string>,
    CheckName,
    string,
  ])[] = [
    ['alg none', async (_, vc) => new UnsecuredJWT(vc).setIssuer(ISSUER).encode(), 'proof', 'algorithm-refused'],
    [
      'a public key taken for a secret (HS256)',
      async ({ kid, publicJwk }, vc) =>
        new SignJWT(vc)
          .setProtectedHeader({ alg: 'HS256', kid, typ: 'vc+jwt' })
          .sign(new TextEncoder().encode(JSON.stringify(publicJwk))),
      'proof',
      'algorithm-refused',
    ],
    [
      'the key of another kind (ES256 named, Ed25519 listed)',
      async ({ kid }, vc) =>
        new SignJWT(vc)
          .setProtectedHeader({ alg: 'ES256', kid, typ: 'vc+jwt' })
          .sign((await generateKeyPair('ES256')).privateKey),
      'proof',
      'algorithm-refused',
    ],
    [
      'a vc claim',
      async ({ pair, kid }, vc) =>
        new SignJWT({ ...vc, vc }).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vc+jwt' }).sign(pair.privateKey),
      'format',
      'claim-not-allowed',
    ],
    [
      'a vp claim',
      async ({ pair, kid }, vc) => new SignJWT({ ...vc, vp: {} }).setProtectedHeader({ alg: 'EdDSA', kid }).sign(pair.privateKey),
      'format',
      'claim-not-allowed',
    ],
    [
      'another issuer in its claims than in the credential',
      async ({ pair, kid }, vc) =>
        new SignJWT(vc)
          .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vc+jwt' })
          .setIssuer('did:web:other.example')
          .sign(pair.privateKey),
      'format',
      'claims-disagree',
    ],
    [
      'a typ of something else',
      async ({ pair, kid }, vc) => new SignJWT(vc).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' }).sign(pair.privateKey),
      'format',
      'wrong-media-type',
    ],
    [
      'a cty that contradicts its typ',
      async ({ pair, kid }, vc) =>
        new SignJWT(vc).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vc+jwt', cty: 'vp' }).sign(pair.privateKey),
      'format',
      'wrong-media-type',
    ],
    [
      'a critical header that nobody knows',
      async ({ pair, kid }, vc) =>
        new SignJWT(vc)
          .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vc+jwt', crit: ['strange'], strange: 1 })
          .sign(pair.privateKey, { crit: { strange: true } }),
      'proof',
      'malformed-proof',
    ],
    [
      'a key that the issuer does not list',
      async (_, vc) => {
        const stranger = await generateKeyPair('EdDSA');
        return new SignJWT(vc)
          .setProtectedHeader({ alg: 'EdDSA', kid: `${ISSUER}#strange`, typ: 'vc+jwt' })
          .sign(stranger.privateKey);
      },
      'proof',
      'key-not-found',
    ],
    [
      'a key of its own in the header, which is not the issuer’s',
      async (_, vc) => {
        const stranger = await generateKeyPair('EdDSA', { extractable: true });
        return new SignJWT(vc)
          .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(stranger.publicKey), typ: 'vc+jwt' })
          .sign(stranger.privateKey);
      },
      'issuer',
      'key-of-another',
    ],
    [
      'a private key in the header',
      async ({ pair, privateJwk }, vc) =>
        new SignJWT(vc).setProtectedHeader({ alg: 'EdDSA', jwk: privateJwk, typ: 'vc+jwt' }).sign(pair.privateKey),
      'proof',
      'malformed-proof',
    ],
  ];
  test.each(refusals)('%s', async (_, make, check, code) => {
    const made = await issuer('EdDSA');
    const examined = await examineCredential(await make(made, await unsigned()), options(made.document));
    expect(examined.answer).toBe('not-verified');
    expect(codeOf(examined, check)).toBe(code);
  });

  test('an RSA key that is too short proves nothing', async () => {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: Uint8Array.from([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const jwk: JWK = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const kid = `${ISSUER}#short`;
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid, typ: 'vc+jwt' })).toString('base64url');
    const body = `${header}.${Buffer.from(JSON.stringify(await unsigned())).toString('base64url')}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, new TextEncoder().encode(body));
    const document = { id: ISSUER, assertionMethod: [{ id: kid, controller: ISSUER, publicKeyJwk: jwk }] };
    const examined = await examineCredential(`${body}.${Buffer.from(signature).toString('base64url')}`, options(document));
    expect(codeOf(examined, 'proof')).toBe('key-unreadable');
    expect(examined.answer).not.toBe('verified');
  });

  test('a key that was revoked before the token was signed', async () => {
    const { signer, document } = await issuer('EdDSA');
    const [method] = document.verificationMethod;
    const revoked = { ...document, verificationMethod: [{ ...method, revoked: '2026-10-01T00:00:00Z' }] };
    const examined = await examineCredential(await issueJwtCredential(await unsigned(), { signer, at: AT }), options(revoked));
    expect(codeOf(examined, 'issuer')).toBe('key-revoked');
  });
});

describe('clocks', () => {
  const now = Date.parse(NOW);
  const at = (minutes: number): number => Math.floor(now / 1000) + minutes * 60;
  test.each([
    ['nbf in four minutes', { nbf: at(4) }, 'validity', 'no-end'],
    ['nbf in six minutes', { nbf: at(6) }, 'validity', 'not-yet'],
    ['exp a second ago', { exp: at(0) - 1 }, 'validity', 'expired'],
    ['exp in a minute', { exp: at(1) }, 'validity', 'in-date'],
    ['iat in four minutes', { iat: at(4) }, 'proof', 'signature-fits'],
    ['iat in six minutes', { iat: at(6) }, 'proof', 'proof-not-yet'],
    ['iat that is no date', { iat: 'yesterday' }, 'proof', 'malformed-proof'],
    ['exp that is no date', { exp: 'never' }, 'validity', 'bad-date'],
  ] as const)('%s', async (_, claims, check, code) => {
    const { pair, kid, document } = await issuer('EdDSA');
    const token = await new SignJWT(Object.fromEntries(Object.entries({ ...(await unsigned()), ...claims })))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'vc+jwt' })
      .sign(pair.privateKey);
    expect(codeOf(await examineCredential(token, options(document)), check)).toBe(code);
  });
});

describe('a presentation as vp+jwt', () => {
  async function presented(over: { readonly audience?: string; readonly nonce?: string; readonly holder?: string } = {}) {
    const made = await issuer('EdDSA');
    const credential = await issueJwtCredential(await unsigned(), { signer: made.signer, at: AT });
    const holder = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(holder.publicKey);
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const signer = await jwkSigner(await exportJWK(holder.privateKey), 'ES256', `${did}#0`);
    const token = await issueJwtPresentation([credential], { signer, holder: over.holder ?? did, at: NOW, ...over });
    return { token, credential, document: made.document };
  }
  const asked = (nonces: string[]) => ({
    domain: 'https://employer.example',
    takeNonce: async (nonce: string) => {
      const at = nonces.indexOf(nonce);
      if (at >= 0) nonces.splice(at, 1);
      return at >= 0;
    },
  });

  test('is read with what is enveloped in it', async () => {
    const { token, document } = await presented();
    const examined = await examineCredential(token, options(document));
    expect(examined.answer).toBe('verified');
    expect(examined.credentials.map(({ answer }) => answer)).toEqual(['verified']);
    expect(codeOf(examined.credentials[0]!, 'format')).toBe('readable-jwt-credential');
  });

  test('enveloped once more, as JSON', async () => {
    const { token, document } = await presented();
    const envelope = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiablePresentation',
      id: `data:application/vp+jwt,${token}`,
    };
    expect((await examineCredential(envelope, options(document))).answer).toBe('verified');
    expect(
      codeOf(await examineCredential({ ...envelope, type: 'EnvelopedVerifiableCredential' }, options(document)), 'format'),
    ).toBe('malformed-envelope');
    for (const id of ['not-a-credential', 'data:text/plain,abc', undefined])
      expect(codeOf(await examineCredential({ ...envelope, id }, options(document)), 'format')).toBe('malformed-envelope');
  });

  test('answers a question once: a nonce that is shown again is refused', async () => {
    const { token, document } = await presented({ audience: 'https://employer.example', nonce: 'n-1' });
    const expected = asked(['n-1']);
    expect((await examineCredential(token, { ...options(document), expected })).answer).toBe('verified');
    const again = await examineCredential(token, { ...options(document), expected });
    expect(again.answer).toBe('not-verified');
    expect(codeOf(again, 'proof')).toBe('nonce-refused');
  });

  test('made for somebody else, or for nobody', async () => {
    for (const over of [{ audience: 'https://other.example', nonce: 'n-1' }, { nonce: 'n-1' }]) {
      const { token, document } = await presented(over);
      const nonces = ['n-1'];
      expect(codeOf(await examineCredential(token, { ...options(document), expected: asked(nonces) }), 'proof')).toBe(
        'wrong-domain',
      );
      expect(nonces).toEqual(['n-1']);
    }
  });

  test('asked for a presentation, a bare credential is none, and neither is JSON without its holder’s signature', async () => {
    const { credential, document } = await presented();
    const at = await scene();
    const bare = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'VerifiablePresentation',
      verifiableCredential: [at.credential],
    };
    for (const given of [credential, at.credential, bare]) {
      const expected = asked(['n-1']);
      const examined = await examineCredential(given, {
        ...at,
        resolver: web({ ...at.pages, ...(given === credential ? { [DID_URL]: document } : {}) }),
        expected,
      });
      expect([examined.answer, codeOf(examined, 'proof')]).toEqual(['not-verified', 'not-bound']);
    }
  });

  test('signed by another than its holder', async () => {
    const { token, document } = await presented({ holder: 'did:web:holder.example' });
    const examined = await examineCredential(token, options(document));
    expect(examined.answer).toBe('not-verified');
    expect(codeOf(examined, 'proof')).toBe('binding-does-not-fit');
  });
});
