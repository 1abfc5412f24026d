import { digest, ES256, generateSalt } from '@sd-jwt/crypto-nodejs';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  bindSdJwt,
  type CheckName,
  examineCredential,
  type Examination,
  issueSdJwt,
  jwkSigner,
  presentSdJwt,
  type Resolver,
} from '../index.ts';
import { ISSUER, NOW, DID_URL, web } from '../../test/scene.ts';
import { type DisclosureFrame, conceal } from './conceal.ts';
import { makeDisclosure } from './disclosure.ts';
import { digestOf } from './hash.ts';
import { reveal } from './reveal.ts';
import { readSdJwt } from './token.ts';

const AUDIENCE = 'https://employer.example';
const CLAIMS = {
  iss: ISSUER,
  vct: 'https://recognition.example/vct/alq',
  iat: 1_793_000_000,
  name: 'Applied Learning Qualification',
  holder: { family: 'Kōtare', given: 'Mārama' },
  counted: [
    { code: 'HE1', credits: 5, skills: ['care', 'routine'] },
    { code: 'HE2', credits: 5, skills: ['care'] },
  ],
};
const FRAME: DisclosureFrame = {
  _sd: ['holder'],
  _sd_decoy: 3,
  holder: { _sd: ['family'] },
  counted: { _sd: [0, 1], _sd_decoy: 1, 0: { _sd: ['credits'], skills: { _sd: [1] } } },
};

function codeOf(examination: Examination, check: CheckName): string {
  return examination.checks.find((one) => one.check === check)?.code ?? 'none';
}

async function parties() {
  const [issuer, holder] = [
    await generateKeyPair('ES256', { extractable: true }),
    await generateKeyPair('ES256', { extractable: true }),
  ];
  const kid = `${ISSUER}#es`;
  const [publicJwk, holderJwk] = [await exportJWK(issuer.publicKey), await exportJWK(holder.publicKey)];
  const document = {
    id: ISSUER,
    assertionMethod: [{ id: kid, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: publicJwk }],
  };
  return {
    publicJwk,
    holderJwk,
    issuer: {
      jwk: await exportJWK(issuer.privateKey),
      key: issuer.privateKey,
      kid,
      signer: await jwkSigner(await exportJWK(issuer.privateKey), 'ES256', kid),
    },
    holder: { jwk: await exportJWK(holder.privateKey), signer: await jwkSigner(await exportJWK(holder.privateKey), 'ES256') },
    options: { now: NOW, resolver: web({ [DID_URL]: document }) satisfies Resolver, trusted: [{ id: ISSUER, name: 'R' }] },
    claims: { ...CLAIMS, cnf: { jwk: holderJwk } },
  };
}
type Parties = Awaited<ReturnType<typeof parties>>;

const issue = ({ claims, issuer }: Parties, frame: DisclosureFrame = FRAME): Promise<string> =>
  issueSdJwt(claims, { frame, signer: issuer.signer, typ: 'dc+sd-jwt' });

const once = (...nonces: string[]) => ({
  domain: AUDIENCE,
  takeNonce: async (nonce: string) => {
    const at = nonces.indexOf(nonce);
    if (at >= 0) nonces.splice(at, 1);
    return at >= 0;
  },
});

describe('an SD-JWT VC', () => {
  test('with every disclosure says all that was signed, and nothing of decoys', async () => {
    const at = await parties();
    const examined = await examineCredential(await issue(at), at.options);
    expect(examined.answer).toBe('verified');
    expect(codeOf(examined, 'format')).toBe('readable-sd-jwt');
    const { issuer, ...document } = examined.document ?? {};
    expect(issuer).toBe(ISSUER);
    expect(document).toEqual(at.claims);
  });

  test('shows what its holder chooses, and what stands above it', async () => {
    const at = await parties();
    const shown = await presentSdJwt(await issue(at), { counted: { 0: { credits: true } } });
    const examined = await examineCredential(shown, at.options);
    expect(examined.answer).toBe('verified');
    expect(examined.document).toMatchObject({ counted: [{ code: 'HE1', credits: 5, skills: ['care'] }] });
    expect(examined.document).not.toHaveProperty('holder');
    expect(shown).not.toContain(Buffer.from('Kōtare').toString('base64url'));
  });

  test('what is hidden is found in no other way: two tokens of one credential share no digest', async () => {
    const at = await parties();
    const digests = (token: string): string[] => JSON.stringify(readSdJwt(token)?.jwt.claims).match(/[\w-]{43}/gu) ?? [];
    const [one, other] = [digests(await issue(at)), digests(await issue(at))];
    expect(one.length).toBe(other.length);
    // The key of the holder is the same in both: two coordinates.
    expect(one.filter((digest) => other.includes(digest)).length).toBe(2);
  });

  test('is bound to its holder, and answers a question once', async () => {
    const at = await parties();
    const shown = await presentSdJwt(await issue(at), { holder: true });
    const bound = await bindSdJwt(shown, { signer: at.holder.signer, audience: AUDIENCE, nonce: 'n-1', at: NOW });
    const expected = once('n-1');
    expect((await examineCredential(bound, { ...at.options, expected })).answer).toBe('verified');
    expect(codeOf(await examineCredential(bound, { ...at.options, expected }), 'proof')).toBe('nonce-refused');
    expect((await examineCredential(bound, at.options)).answer).toBe('verified');
  });

  const bindings: readonly (readonly [string, (at: Parties, shown: string) => Promise<string>, string])[] = [
    ['without a binding', async (_, shown) => shown, 'not-bound'],
    [
      'bound by another key',
      async ({ issuer }, shown) =>
        bindSdJwt(shown, { signer: { ...issuer.signer, kid: null }, audience: AUDIENCE, nonce: 'n-1', at: NOW }),
      'binding-does-not-fit',
    ],
    [
      'bound for somebody else',
      async ({ holder }, shown) =>
        bindSdJwt(shown, { signer: holder.signer, audience: 'https://other.example', nonce: 'n-1', at: NOW }),
      'wrong-domain',
    ],
    [
      'bound on another nonce',
      async ({ holder }, shown) => bindSdJwt(shown, { signer: holder.signer, audience: AUDIENCE, nonce: 'n-2', at: NOW }),
      'nonce-refused',
    ],
    [
      'bound an hour ago',
      async ({ holder }, shown) =>
        bindSdJwt(shown, { signer: holder.signer, audience: AUDIENCE, nonce: 'n-1', at: '2026-11-24T08:00:00Z' }),
      'proof-expired',
    ],
    [
      'bound six minutes from now',
      async ({ holder }, shown) =>
        bindSdJwt(shown, { signer: holder.signer, audience: AUDIENCE, nonce: 'n-1', at: '2026-11-24T09:06:00Z' }),
      'proof-not-yet',
    ],
    [
      'with a disclosure taken out after it was bound',
      async ({ holder }, shown) => {
        const bound = await bindSdJwt(shown, { signer: holder.signer, audience: AUDIENCE, nonce: 'n-1', at: NOW });
        const parts = bound.split('~');
        return [parts[0], ...parts.slice(2)].join('~');
      },
      'binding-does-not-fit',
    ],
  ];
  test.each(bindings)('presented %s', async (_, make, code) => {
    const at = await parties();
    const shown = await presentSdJwt(await issue(at), { counted: { 0: true } });
    const examined = await examineCredential(await make(at, shown), { ...at.options, expected: once('n-1') });
    expect(examined.answer).toBe('not-verified');
    expect(codeOf(examined, 'proof')).toBe(code);
  });

  const tampered: readonly (readonly [string, (token: string) => string | Promise<string>, string])[] = [
    ['a disclosure that comes twice', (token) => token.replace(/~([^~]+)~/u, '~$1~$1~'), 'repeated-digest'],
    [
      'a disclosure of a stranger',
      (token) => `${token}${makeDisclosure('c2FsdHNhbHQ', 'credits', 500).encoded}~`,
      'disclosure-does-not-fit',
    ],
    ['a disclosure that is none', (token) => `${token}${Buffer.from('{}').toString('base64url')}~`, 'malformed-disclosure'],
    ['a disclosure named _sd', (token) => `${token}${makeDisclosure('c2FsdHNhbHQ', '_sd', []).encoded}~`, 'malformed-disclosure'],
    [
      'a changed disclosure',
      (token) =>
        token.replace(
          /~([^~]+)~/u,
          (_, one: string) =>
            `~${Buffer.from(Buffer.from(one, 'base64url').toString().replace(/\["./u, '["A')).toString('base64url')}~`,
        ),
      'disclosure-does-not-fit',
    ],
  ];
  test.each(tampered)('%s', async (_, change, code) => {
    const at = await parties();
    const examined = await examineCredential(await change(await issue(at)), at.options);
    expect(examined.answer).toBe('not-verified');
    expect(codeOf(examined, 'proof')).toBe(code);
  });

  const payloads: readonly (readonly [string, (encoded: string, digest: string) => object, string])[] = [
    ['a digest that stands twice', (_, digest) => ({ _sd: [digest, digest] }), 'repeated-digest'],
    ['a digest in two places', (_, digest) => ({ _sd: [digest], more: { _sd: [digest] } }), 'repeated-digest'],
    ['a disclosure that writes over a claim', (_, digest) => ({ _sd: [digest], credits: 5 }), 'disclosure-does-not-fit'],
    ['a member in the place of an element', (_, digest) => ({ list: [{ '...': digest }] }), 'malformed-disclosure'],
    ['a hash that nobody knows', (_, digest) => ({ _sd: [digest], _sd_alg: 'md5' }), 'unknown-hash'],
    ['a claim that nobody may keep back', (_, digest) => ({ _sd: [digest], vct: undefined }), 'disclosure-does-not-fit'],
  ];
  test.each(payloads)('signed with %s', async (name, payload, code) => {
    const at = await parties();
    const { encoded } = makeDisclosure(
      'c2FsdHNhbHQ',
      name.endsWith('keep back') ? 'vct' : 'credits',
      name.endsWith('keep back') ? 'https://a.example/vct' : 500,
    );
    const jwt = await new SignJWT({ iss: ISSUER, vct: 'https://a.example/vct', ...payload(encoded, await digestOf(encoded)) })
      .setProtectedHeader({ alg: 'ES256', kid: at.issuer.kid, typ: 'dc+sd-jwt' })
      .sign(at.issuer.key);
    expect(codeOf(await examineCredential(`${jwt}~${encoded}~`, at.options), 'proof')).toBe(code);
  });

  test('an issuer named by an address is looked up at its JWT VC Issuer Metadata', async () => {
    const at = await parties();
    const iss = 'https://issuer.example/tenant';
    const token = await issueSdJwt(
      { ...at.claims, iss },
      { frame: FRAME, signer: { ...at.issuer.signer, kid: 'es' }, typ: 'dc+sd-jwt' },
    );
    const pages = (issuer: string) =>
      web({
        'https://issuer.example/.well-known/jwt-vc-issuer/tenant': { issuer, jwks: { keys: [{ ...at.publicJwk, kid: 'es' }] } },
      });
    const options = { ...at.options, trusted: [{ id: iss, name: 'T' }] };
    expect((await examineCredential(token, { ...options, resolver: pages(iss) })).answer).toBe('verified');
    const other = await examineCredential(token, { ...options, resolver: pages('https://issuer.example') });
    expect(codeOf(other, 'proof')).toBe('key-not-found');
  });

  test('without vct or issuer it is incomplete', async () => {
    const at = await parties();
    const { iss: _, ...without } = at.claims;
    const token = await issueSdJwt(without, { frame: {}, signer: at.issuer.signer, typ: 'dc+sd-jwt' });
    expect(codeOf(await examineCredential(token, at.options), 'schema')).toBe('incomplete');
  });
});

const json = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !/"(?:_sd|_sd_alg|\.\.\.|_sd_decoy|__proto__)":/u.test(JSON.stringify(value)));

test('whatever is hidden is revealed again, whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), json, { maxKeys: 5 }),
      fc.nat(3),
      async (claims, decoys) => {
        const plain: Record<string, unknown> = JSON.parse(JSON.stringify(claims));
        const lists = Object.entries(plain).flatMap(([key, value]) =>
          Array.isArray(value) ? [[key, { _sd: value.map((_, at) => at) }] as const] : [],
        );
        const { payload, disclosures } = await conceal(plain, {
          _sd: Object.keys(plain),
          _sd_decoy: decoys,
          ...Object.fromEntries(lists),
        });
        const revealed = await reveal(
          payload,
          disclosures.map(({ encoded }) => encoded),
        );
        expect(revealed).toMatchObject({ claims: plain });
        const bare = await reveal(payload, []);
        expect('claims' in bare ? bare.claims : null).toEqual({});
      },
    ),
    { numRuns: 60 },
  );
});

describe('a second implementation, @sd-jwt', () => {
  async function peer({ issuer, publicJwk, holder, holderJwk }: Parties) {
    const [sign, check] = [await ES256.getSigner(issuer.jwk), await ES256.getVerifier(publicJwk)];
    const [bind, checkBinding] = [await ES256.getSigner(holder.jwk), await ES256.getVerifier(holderJwk)];
    return new SDJwtVcInstance({
      signer: sign,
      verifier: check,
      signAlg: 'ES256',
      hasher: digest,
      hashAlg: 'sha-256',
      saltGenerator: generateSalt,
      kbSigner: bind,
      kbVerifier: checkBinding,
      kbSignAlg: 'ES256',
    });
  }

  test('reads what we issue, present and bind', async () => {
    const at = await parties();
    const shown = await presentSdJwt(await issue(at), { counted: { 0: { credits: true } } });
    const bound = await bindSdJwt(shown, { signer: at.holder.signer, audience: AUDIENCE, nonce: 'n-1', at: NOW });
    const { payload, kb } = await (await peer(at)).verify(bound, {
      keyBindingNonce: 'n-1',
      currentDate: Math.floor(Date.parse(NOW) / 1000),
    });
    expect(payload).toMatchObject({ vct: CLAIMS.vct, counted: [{ code: 'HE1', credits: 5, skills: ['care'] }] });
    expect(kb?.payload.aud).toBe(AUDIENCE);
  });

  test('issues, presents and binds what we read', async () => {
    const at = await parties();
    const other = await peer(at);
    const frame = { _sd: ['holder', 'name'], _sd_decoy: 2, holder: { _sd: ['family'] } };
    const token = await other.issue(at.claims, JSON.parse(JSON.stringify(frame)), { header: { kid: at.issuer.kid } });
    const whole = await examineCredential(token, at.options);
    expect(whole.answer).toBe('verified');
    expect(whole.document).toMatchObject({ name: CLAIMS.name, holder: CLAIMS.holder });
    const shown = await other.present(token, JSON.parse('{ "name": true }'), {
      kb: { payload: { iat: Math.floor(Date.parse(NOW) / 1000), aud: AUDIENCE, nonce: 'n-1' } },
    });
    const examined = await examineCredential(shown, { ...at.options, expected: once('n-1') });
    expect(examined.answer).toBe('verified');
    expect(examined.document).not.toHaveProperty('holder');
  });
});
