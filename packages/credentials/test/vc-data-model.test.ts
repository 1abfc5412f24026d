/** VC Data Model 2.0: every input of the W3C suite, asked as its runner asks, and the rules that have no input there. */
import { describe, expect, test } from 'vitest';
import {
  addProof,
  type CheckName,
  examineCredential,
  issueJwtCredential,
  jwtSigner,
  problemDetails,
  shapeProblems,
  signCompact,
} from '../src/index.ts';
import { PUBLISHED_DIGESTS } from '../src/contexts/digests.ts';
import { digest } from '../src/proof/digest.ts';
import { toBase64Url } from '../src/proof/base64url.ts';
import { freshSigner } from './keys.ts';
import { NOW, web } from './scene.ts';
import { files, has, readObject, readText } from './shared.ts';

const INPUT = 'standards/vc-data-model-2.0/test-suite/input';
const CREATED = '2026-11-01T00:00:00Z';
const OPTIONS = { now: NOW, resolver: web({}), trusted: [] };
const issuer = await freshSigner('Ed25519');

/** As the runner does it: an issuer where there is none, and the issuer's id where it has none. */
function withIssuer(credential: Record<string, unknown>): Record<string, unknown> {
  if (!('issuer' in credential)) return { ...credential, issuer: issuer.did };
  const given = credential['issuer'];
  if (typeof given !== 'object' || given === null || 'id' in given) return credential;
  return { ...credential, issuer: { ...given, id: issuer.did } };
}

/** What an issuer that keeps the standard answers: the signed credential, or why not. */
async function issued(credential: Record<string, unknown>): Promise<Record<string, unknown> | string> {
  const [problem] = shapeProblems(credential);
  if (problem !== undefined) return problem;
  try {
    return await addProof(credential, { signer: issuer, created: CREATED });
  } catch (error) {
    return String(error);
  }
}

const outcomesOf = async (document: unknown, over: object = {}): Promise<Record<CheckName, string>> => {
  const { checks } = await examineCredential(document, { ...OPTIONS, ...over });
  const found: Partial<Record<CheckName, string>> = {};
  for (const { check, outcome } of checks) found[check] = outcome;
  return { format: '', schema: '', proof: '', issuer: '', recognised: '', status: '', validity: '', log: '', ...found };
};

describe.skipIf(!has(INPUT))('inputs of the W3C suite (shared/standards/vc-data-model-2.0)', () => {
  const credentials = files(INPUT).filter((name) => /(?:^|\/)(?:credential|issuer)-.*\.json$/u.test(name));
  const good = credentials.filter((name) => name.endsWith('-ok.json') && name !== 'credential-validUntil-validFrom-ok.json');
  const bad = credentials.filter((name) => /-fail(?:-or-inject)?\.json$/u.test(name));

  test('there are as many as were published', () => {
    expect([good.length, bad.length]).toEqual([53, 41]);
  });

  test.each(good)('%s is issued and verifies', async (name) => {
    const signed = await issued(withIssuer(readObject(`${INPUT}/${name}`)));
    expect(signed).toBeTypeOf('object');
    // One comes with a proof that never fitted; the new one stands beside it.
    const proof = name === 'credential-proof-ok.json' ? 'fail' : 'pass';
    expect(await outcomesOf(signed)).toMatchObject({ format: 'pass', schema: 'pass', proof });
  });

  test.each(
    bad.filter((name) => name !== 'credential-no-issuer-fail.json' && name !== 'credential-validUntil-validFrom-fail.json'),
  )('%s is not issued', async (name) => {
    expect(await issued(withIssuer(readObject(`${INPUT}/${name}`)))).toBeTypeOf('string');
  });

  test('credential-no-issuer-fail.json is not issued as it stands', async () => {
    expect(await issued(readObject(`${INPUT}/credential-no-issuer-fail.json`))).toBe('issuer');
  });

  test('an end before the beginning is not issued, and an end with the beginning is', async () => {
    const template = withIssuer(readObject(`${INPUT}/credential-validUntil-validFrom-ok.json`));
    const of = (validFrom: string, validUntil: string) => issued({ ...template, validFrom, validUntil });
    expect(await of('2026-01-01T00:00:00Z', '2025-01-01T00:00:00Z')).toBe('validUntil');
    expect(await of('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')).toBeTypeOf('object');
    expect(await of('2026-01-01T00:00:00+13:00', '2025-12-31T12:00:00Z')).toBeTypeOf('object');
  });

  const holder = issuer;
  const present = async (presentation: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const held: unknown[] = [];
    for (const credential of [presentation['verifiableCredential'] ?? []].flat()) {
      const one = typeof credential === 'object' && credential !== null ? { ...credential } : credential;
      const signs = typeof one === 'object' && !('proof' in one) && !JSON.stringify(one).includes('Enveloped');
      held.push(signs ? await issued({ ...one, issuer: issuer.did }) : one);
    }
    const own = 'holder' in presentation && typeof presentation['holder'] === 'string' ? { holder: holder.did } : {};
    const object = typeof presentation['holder'] === 'object' ? { holder: { ...presentation['holder'], id: holder.did } } : {};
    const inside = held.length > 0 ? { verifiableCredential: held } : {};
    const options = { signer: holder, created: CREATED, purpose: 'authentication', challenge: 'c', domain: 'd' } as const;
    return addProof({ ...presentation, ...own, ...object, ...inside }, options);
  };

  const presentations = files(INPUT).filter(
    (name) => /^presentation-.*-ok\.json$/u.test(name) && !/enveloped|self-asserted/u.test(name),
  );
  test.each(presentations)('%s is presented and verifies', async (name) => {
    const signed = await present(readObject(`${INPUT}/${name}`));
    const answer = await examineCredential(signed, { ...OPTIONS, expected: { challenge: 'c', domain: 'd' } });
    expect(answer.checks.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
    expect(answer.checks.find(({ check }) => check === 'proof')?.outcome).toBe('pass');
    for (const inside of answer.credentials) expect(inside.checks.find(({ check }) => check === 'proof')?.outcome).toBe('pass');
  });

  const refused = files(INPUT).filter((name) => /^presentation-.*-fail(?:-or-inject)?\.json$/u.test(name));
  test.each(refused)('%s is refused', async (name) => {
    const document = readObject(`${INPUT}/${name}`);
    const { answer } = await examineCredential(document, OPTIONS);
    expect(answer).toBe('not-verified');
  });
  test('there are presentations', () => {
    expect([presentations.length, refused.length]).toEqual([8, 11]);
  });

  test('what a holder says of themselves stands under the signature of the presentation, and of nobody else', async () => {
    const claim = readObject(`${INPUT}/presentation-self-asserted-vc-ok.json`);
    const [credential] = [claim['verifiableCredential'] ?? []].flat();
    const of = async (from: string, by: string | null): Promise<string | undefined> => {
      const document = {
        ...claim,
        verifiableCredential: [{ ...credential, issuer: from }],
        ...(by === null ? {} : { holder: by }),
      };
      const { holder: named, ...without } = document;
      const signed = await addProof(by === null ? without : { ...document, holder: named }, {
        signer: holder,
        created: CREATED,
        purpose: 'authentication',
      });
      const answer = await examineCredential(signed, OPTIONS);
      return answer.credentials[0]?.checks.find(({ check }) => check === 'proof')?.code;
    };
    expect(await of(holder.did, holder.did)).toBe('signature-of-presentation');
    expect(await of(holder.did, null)).toBe('no-proof');
    expect(await of(holder.did, 'did:example:alice')).toBe('no-proof');
    expect(await of('did:example:alice', holder.did)).toBe('no-proof');
  });
});

const base = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: issuer.did,
  credentialSubject: { name: 'Aroha' },
};

describe('related resources (section 5.3)', () => {
  const V2 = 'https://www.w3.org/ns/credentials/v2';
  const right = PUBLISHED_DIGESTS.get(V2) ?? { sha256: '', sha384: '', sha512: '' };
  const related = (relatedResource: unknown) => ({ ...base, relatedResource });
  const schemaOf = async (resource: unknown, over: object = {}) => (await outcomesOf(related(resource), over)).schema;

  test.skipIf(!has('standards'))('the published digests are those of the published files', () => {
    for (const [url, file] of [
      [V2, 'standards/vc-data-model-2.0/contexts/credentials-v2.jsonld'],
      ['https://www.w3.org/2018/credentials/v1', 'standards/vc-data-model-2.0/contexts/credentials-v1.jsonld'],
      ['https://w3id.org/security/data-integrity/v2', 'standards/data-integrity/contexts/data-integrity-v2.jsonld'],
    ] as const) {
      const of = (hash: 'SHA-256' | 'SHA-384') => Buffer.from(digest(hash, readText(file))).toString('base64');
      expect([PUBLISHED_DIGESTS.get(url)?.sha256, PUBLISHED_DIGESTS.get(url)?.sha384]).toEqual([of('SHA-256'), of('SHA-384')]);
    }
  });

  test.each<readonly [string, unknown]>([
    ['a text instead of an object', [V2]],
    ['no address', [{ digestSRI: `sha384-${right.sha384}` }]],
    ['no digest', [{ id: V2 }]],
    [
      'an address twice',
      [
        { id: V2, digestSRI: `sha384-${right.sha384}` },
        { id: V2, digestSRI: `sha256-${right.sha256}` },
      ],
    ],
    ['a digest that is none', [{ id: V2, digestSRI: 'md5-abc' }]],
    ['a multibase that is none', [{ id: V2, digestMultibase: 'xyz' }]],
    ['another digest of a context that we know', [{ id: V2, digestSRI: `sha256-${'A'.repeat(43)}=` }]],
    ['another multibase of it', [{ id: V2, digestMultibase: `u${'A'.repeat(43)}` }]],
  ])('%s is refused', async (_, resource) => {
    expect(await schemaOf(resource)).toBe('fail');
  });

  test('each right digest is accepted, as SRI and as a multibase', async () => {
    const multihash = Uint8Array.from([0x12, 32, ...Buffer.from(right.sha256, 'base64')]);
    for (const given of [
      { digestSRI: `sha256-${right.sha256}` },
      { digestSRI: `sha384-${right.sha384}` },
      { digestSRI: `sha512-${right.sha512} sha256-AAAA` },
      { digestMultibase: `u${toBase64Url(multihash)}` },
      { digestMultibase: `u${toBase64Url(multihash.subarray(2))}` },
    ])
      expect(await schemaOf({ id: V2, ...given })).toBe('pass');
  });

  test('what the caller may fetch is compared, what cannot be had is not', async () => {
    const id = 'https://example.nz/trace';
    const digestSRI = `sha256-${Buffer.from(digest('SHA-256', 'trace')).toString('base64')}`;
    const resource = (text: string | null) => async () => (text === null ? null : new TextEncoder().encode(text));
    expect(await schemaOf({ id, digestSRI }, { resource: resource('trace') })).toBe('pass');
    expect(await schemaOf({ id, digestSRI }, { resource: resource('Trace') })).toBe('fail');
    expect(await schemaOf({ id, digestSRI }, { resource: resource(null) })).toBe('pass');
    expect(await schemaOf({ id, digestSRI }, { resource: resource('Trace'), offline: true })).toBe('pass');
    expect(await schemaOf({ id, digestSRI })).toBe('pass');
  });
});

const inner = { ...base, issuer: issuer.did };
const signer = jwtSigner(issuer);
const enveloped = (token: string) => ({
  '@context': 'https://www.w3.org/ns/credentials/v2',
  type: 'EnvelopedVerifiableCredential',
  id: `data:application/vc+jwt,${token}`,
});
const envelope = enveloped(await issueJwtCredential(inner, { signer, at: CREATED }));
const ofNothing = enveloped(await signCompact({}, { typ: 'vc+jwt', signer }));

describe('envelopes (sections 4.12.1 and 4.13.1)', () => {
  const codes = async (document: object) => {
    const { checks } = await examineCredential(document, OPTIONS);
    return checks.slice(0, 4).map(({ code }) => code);
  };

  test('what is inside is checked like any other, under the signature of the envelope', async () => {
    expect(await codes(envelope)).toEqual(['readable-jwt-credential', 'complete', 'signature-fits', 'key-of-issuer']);
    const { did } = await freshSigner('Ed25519');
    const other = enveloped(await issueJwtCredential({ ...inner, issuer: did }, { signer, at: CREATED }));
    expect(await codes(other)).toEqual(['readable-jwt-credential', 'complete', 'signature-fits', 'key-of-another']);
  });

  test.each<readonly [string, object, string]>([
    ['no context', { '@context': [] }, 'malformed-envelope'],
    ['another context', { '@context': 'https://www.w3.org/ns/credentials/examples/v2' }, 'malformed-envelope'],
    ['no data: URL', { id: 'eyJ.eyJ.x' }, 'malformed-envelope'],
    ['something else than it says', { type: 'EnvelopedVerifiablePresentation' }, 'malformed-envelope'],
    ['nothing that is a credential', ofNothing, 'not-a-credential'],
  ])('%s is refused', async (_, over, code) => {
    expect((await codes({ ...envelope, ...over }))[0]).toBe(code);
  });

  test('what says that it is COSE and is none is refused as that', async () => {
    expect((await codes({ ...envelope, id: 'data:application/vc+cose;base64,AAAA' }))[0]).toBe('malformed-cose');
    expect((await codes({ ...envelope, id: 'data:application/vp+cose;base64,AAAA' }))[0]).toBe('malformed-envelope');
  });

  test('what a holder says of themselves stands under the signature of an enveloped presentation too', async () => {
    const claims = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'VerifiablePresentation',
      holder: issuer.did,
      verifiableCredential: [inner],
    };
    const of = async (by: typeof signer) => {
      const { answer, checks, credentials } = await examineCredential(
        await signCompact(claims, { typ: 'vp+jwt', signer: by }),
        OPTIONS,
      );
      return [answer, checks[3]?.code, credentials[0]?.checks[2]?.code];
    };
    expect(await of(signer)).toEqual(['inconclusive', 'key-of-holder', 'signature-of-presentation']);
    const thief = jwtSigner(await freshSigner('P-384'));
    expect(await of(thief)).toEqual(['not-verified', 'key-not-of-holder', 'no-proof']);
  });

  test('the status list of an enveloped credential is not vouched for by the envelope', async () => {
    const list = 'https://example.nz/status/1';
    const credentialStatus = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: list,
    };
    const unsigned = {
      ...inner,
      id: list,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uH4sI' },
    };
    const document = enveloped(await issueJwtCredential({ ...inner, credentialStatus }, { signer, at: CREATED }));
    const answer = await examineCredential(document, { ...OPTIONS, resolver: web({ [list]: unsigned }) });
    expect(answer.checks.find(({ check }) => check === 'status')?.code).toBe('list-not-signed');
  });
});

describe('problem details (section 7.2)', () => {
  test.each<readonly [string, unknown, string]>([
    ['JSON that is no credential', { type: 'Other' }, 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'],
    ['a part that is missing', { ...base, issuer: undefined }, 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR'],
    ['no proof', base, 'https://w3id.org/security#PROOF_VERIFICATION_ERROR'],
  ])('%s', async (_, document, type) => {
    const { checks } = await examineCredential(document, OPTIONS);
    const failed = checks.find(({ outcome }) => outcome === 'fail');
    expect(failed === undefined ? null : problemDetails(failed).type).toBe(type);
  });

  test('a changed document, an end in the past, another challenge', async () => {
    const signed = await addProof({ ...base, validUntil: '2026-02-01T00:00:00Z' }, { signer: issuer, created: CREATED });
    const typesOf = async (document: unknown, over: object = {}) =>
      (await examineCredential(document, { ...OPTIONS, ...over })).checks
        .filter(({ outcome }) => outcome === 'fail')
        .map((found) => problemDetails(found).type.split('#')[1]);
    expect(await typesOf({ ...signed, name: 'x' })).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR', 'RANGE_ERROR']);
    const presentation = { '@context': base['@context'], type: ['VerifiablePresentation'], holder: issuer.did };
    const shown = await addProof(presentation, {
      signer: issuer,
      created: CREATED,
      purpose: 'authentication',
      challenge: 'a',
      domain: 'b',
    });
    expect(await typesOf(shown, { expected: { challenge: 'a', domain: 'b' } })).toEqual([]);
    expect(await typesOf(shown, { expected: { challenge: 'x' } })).toEqual(['INVALID_CHALLENGE_ERROR']);
    expect(await typesOf(shown, { expected: { challenge: 'a', domain: 'x' } })).toEqual(['INVALID_DOMAIN_ERROR']);
    const unasked = await addProof(presentation, { signer: issuer, created: CREATED, purpose: 'authentication' });
    expect(await typesOf(unasked, { expected: { challenge: 'a' } })).toEqual(['INVALID_CHALLENGE_ERROR']);
  });
});

test('VC 1.1 is accepted when verifying', async () => {
  const old = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    issuanceDate: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:subject' },
  };
  const signed = await addProof(old, { signer: issuer, created: CREATED });
  expect(await outcomesOf(signed)).toMatchObject({
    format: 'pass',
    schema: 'pass',
    proof: 'pass',
    issuer: 'pass',
    validity: 'pass',
  });
  const { issuanceDate: _, ...undated } = old;
  expect((await outcomesOf(await addProof(undated, { signer: issuer, created: CREATED }))).schema).toBe('fail');
});
