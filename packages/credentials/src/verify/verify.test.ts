import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  addProof,
  buildAwardCredential,
  type CheckName,
  CHECKS,
  CredentialError,
  type VerificationAnswer,
  VC_V2,
  verifyCredential,
} from '../index.ts';
import {
  awardInput,
  DID_URL,
  didDocument,
  entry,
  ISSUER,
  keySigner,
  LISTS,
  makeKey,
  NOW,
  scene,
  signedList,
  signer,
  web,
} from '../../test/scene.ts';
import { toBase64Url } from '../proof/base64url.ts';

const CREATED = '2026-11-01T00:00:00Z';

function outcomeOf(answer: VerificationAnswer, check: CheckName): string {
  const found = answer.checks.find((one) => one.check === check);
  return `${found?.outcome}: ${found?.detail}`;
}

describe('the answer (contracts 4)', () => {
  test('a credential of an issuer that we trust is verified, and every check is listed in order', async () => {
    const at = await scene();
    const answer = await verifyCredential(at.credential, at);
    expect(answer.answer).toBe('verified');
    expect(answer.checks.map(({ check }) => check)).toEqual([...CHECKS]);
    expect(answer.checks.map(({ outcome }) => outcome)).toEqual([
      'pass',
      'pass',
      'pass',
      'pass',
      'pass',
      'pass',
      'pass',
      'not-applicable',
    ]);
    expect(Object.keys(answer)).toEqual(['answer', 'checks', 'credentials']);
    for (const check of answer.checks) expect(Object.keys(check)).toEqual(['check', 'outcome', 'detail']);
    expect(answer.credentials).toEqual([]);
  });

  test('it is the same from text and from bytes, with a byte order mark and in UTF-16', async () => {
    const at = await scene();
    const text = JSON.stringify(at.credential);
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer),
    ]);
    for (const input of [text, `\uFEFF${text}`, new TextEncoder().encode(text), utf16])
      expect((await verifyCredential(input, at)).answer).toBe('verified');
  });

  test('a self-signed credential from a stranger is inconclusive, never verified', async () => {
    const key = await makeKey();
    const own = buildAwardCredential(awardInput({ issuer: { id: `did:key:${key.multikey}`, name: 'Recognition Repository' } }));
    const answer = await verifyCredential(await addProof(own, { signer: keySigner(key), created: CREATED }), {
      now: NOW,
      resolver: web({}),
      trusted: [{ id: ISSUER, name: 'Recognition Repository' }],
    });
    expect(answer.answer).toBe('inconclusive');
    expect(outcomeOf(answer, 'proof')).toMatch(/^pass/u);
    expect(outcomeOf(answer, 'issuer')).toMatch(/^pass/u);
    expect(outcomeOf(answer, 'recognised')).toMatch(/^unknown/u);
  });

  test('offline, nothing is asked and what would need asking is unknown', async () => {
    const at = await scene();
    const answer = await verifyCredential(at.credential, { ...at, offline: true });
    expect(at.resolver.asked).toEqual([]);
    expect(answer.answer).toBe('inconclusive');
    for (const check of ['proof', 'issuer', 'status'] as const) expect(outcomeOf(answer, check)).toMatch(/^unknown/u);
  });

  test('offline, a trusted issuer’s own document proves the signature; the status stays unknown', async () => {
    const at = await scene();
    const document = didDocument([{ id: at.by.verificationMethod, publicKeyMultibase: at.key.multikey }]);
    const answer = await verifyCredential(at.credential, {
      ...at,
      offline: true,
      trusted: [{ id: ISSUER, name: 'R', document }],
    });
    expect(at.resolver.asked).toEqual([]);
    expect(outcomeOf(answer, 'proof')).toMatch(/^pass/u);
    expect(outcomeOf(answer, 'status')).toMatch(/^unknown/u);
    expect(answer.answer).toBe('inconclusive');
  });
});

describe('forms', () => {
  const forms: readonly (readonly [string, string | Uint8Array, string])[] = [
    [
      'a JWT that holds no credential',
      'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl',
      'this is JSON, but neither a credential nor a presentation',
    ],
    [
      'a PNG with no badge in it',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'the picture holds no credential',
    ],
    [
      'an SVG with no badge in it',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>',
      'the picture holds no credential',
    ],
    [
      'an envelope with half a token',
      JSON.stringify({ '@context': VC_V2, type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJ.eyJ.x' }),
      'this looks like a JWT, but is not well formed',
    ],
    [
      'an envelope with half of COSE',
      JSON.stringify({ '@context': VC_V2, type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+cose;base64,0oRY' }),
      'this looks like COSE, but is not well formed',
    ],
    [
      'an Open Badge 2.0',
      JSON.stringify({
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        badge: 'https://a.example/b',
        recipient: {},
      }),
      'an Open Badge 2.0: it can be read as evidence, and is no verifiable credential',
    ],
  ];
  test.each(forms)('%s: format fails, and nothing else is decided', async (_, input, detail) => {
    const answer = await verifyCredential(input, { now: NOW, resolver: web({}), trusted: [] });
    expect(answer.answer).toBe('not-verified');
    expect(outcomeOf(answer, 'format')).toBe(`fail: ${detail}`);
    expect(answer.checks.map(({ outcome }) => outcome)).toEqual(['fail', ...Array<string>(6).fill('unknown'), 'not-applicable']);
  });

  test.each(['{}', '[]', '7', 'null', '"text"'])('JSON that is no credential: %s', async (input) => {
    expect(outcomeOf(await verifyCredential(input, { now: NOW, resolver: web({}), trusted: [] }), 'format')).toMatch(
      /^fail: this is JSON/u,
    );
  });

  const codes: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'unreadable'],
    ['cut off', '{"type": ["Verifiable', 'unreadable'],
    ['a PDF that is only a header', new TextEncoder().encode('%PDF-1.7\n'), 'pdf-unreadable'],
    ['not UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), 'unreadable'],
    ['more than 10 MB', ' '.repeat(10 * 1024 * 1024 + 1), 'too-large'],
    ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
    ['a million values', JSON.stringify(Array<number>(1_000_000).fill(0)), 'too-complex'],
  ];
  test.each(codes)('a file that is %s', async (_, input, code) => {
    const error = await verifyCredential(input, { now: NOW, resolver: web({}), trusted: [] }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CredentialError);
    expect(error).toHaveProperty('code', code);
  });
});

describe('proof: has it been changed?', () => {
  test.each([
    ['a word', { name: 'Applied Learning Qualification (Major: Business)' }],
    ['the subject', { credentialSubject: { ...buildAwardCredential(awardInput()).credentialSubject, creditsEarned: 99 } }],
    ['a status entry taken out', { credentialStatus: entry('revocation') }],
    ['an end put in', { validUntil: '2030-01-01T00:00:00Z' }],
  ])('%s', async (_, change) => {
    const at = await scene();
    const answer = await verifyCredential({ ...at.credential, ...change }, at);
    expect(outcomeOf(answer, 'proof')).toBe('fail: the signature does not match the document');
    expect(answer.answer).toBe('not-verified');
  });

  test('a term that no context defines is not silently left out of what is signed', async () => {
    const at = await scene();
    expect(outcomeOf(await verifyCredential({ ...at.credential, grade: 'A+' }, at), 'proof')).toMatch(
      /^fail: the document uses terms/u,
    );
  });

  test('a context that we do not know is unknown, and is not fetched', async () => {
    const at = await scene();
    const strange = { ...at.credential, '@context': [...at.credential['@context'], 'https://evil.example/context.json'] };
    expect(outcomeOf(await verifyCredential(strange, at), 'proof')).toMatch(/^unknown: the document uses a vocabulary/u);
    expect(at.resolver.asked).not.toContain('https://evil.example/context.json');
  });

  test('a suite that we do not know is unknown', async () => {
    const at = await scene();
    const other = { ...at.credential, proof: { ...at.proof, cryptosuite: 'bbs-2023' } };
    expect(outcomeOf(await verifyCredential(other, at), 'proof')).toMatch(/^unknown: the kind of signature/u);
  });

  test.each([
    ['for another purpose', { proofPurpose: 'authentication' }, /another purpose/u],
    ['made tomorrow', { created: '2026-11-25T00:00:00Z' }, /in the future/u],
    ['that has expired', { expires: '2026-11-20T00:00:00Z' }, /has expired/u],
    ['with a date that is none', { created: '2026-02-31T00:00:00Z' }, /not well formed/u],
    ['without a value', { proofValue: 7 }, /not well formed/u],
    ['without a key', { verificationMethod: undefined }, /not well formed/u],
  ])('a proof %s', async (_, change, detail) => {
    const at = await scene();
    const found = outcomeOf(await verifyCredential({ ...at.credential, proof: { ...at.proof, ...change } }, at), 'proof');
    expect(found).toMatch(/^fail/u);
    expect(found).toMatch(detail);
  });

  test('no proof at all', async () => {
    const at = await scene();
    expect(outcomeOf(await verifyCredential(at.unsigned, at), 'proof')).toBe('fail: the document is not signed');
  });

  test('a set: a proof that fits proves it, beside one of a kind that we do not know; one that does not fit spoils it', async () => {
    const at = await scene();
    const stranger = await makeKey();
    const twice = await addProof(at.credential, { signer: keySigner(stranger), created: CREATED });
    expect((await verifyCredential(twice, at)).answer).toBe('verified');
    const unknown = { ...at.credential, proof: [{ type: 'OtherProof' }, at.credential.proof] };
    expect((await verifyCredential(unknown, at)).answer).toBe('verified');
    const spoilt = { ...twice, proof: [at.credential.proof, { ...at.proof, created: '2026-11-02T00:00:00Z' }] };
    expect((await verifyCredential(spoilt, at)).answer).toBe('not-verified');
  });

  test('a status entry hidden behind a name of one’s own is found, although the signature fits', async () => {
    const at = await scene({ raised: { revocation: [94_567] } });
    const { credentialStatus, proof, ...rest } = at.credential;
    const hidden = {
      ...rest,
      '@context': [
        ...rest['@context'],
        { quiet: { '@id': 'https://www.w3.org/2018/credentials#credentialStatus', '@type': '@id' } },
      ],
      quiet: credentialStatus,
    };
    const key = await makeKey();
    const by = keySigner(key);
    const resigned = await addProof({ ...hidden, issuer: `did:key:${key.multikey}` }, { signer: by, created: CREATED });
    expect(outcomeOf(await verifyCredential(resigned, at), 'proof')).toMatch(
      /^fail: the document states something under another name/u,
    );
    expect((await verifyCredential({ ...hidden, proof }, at)).answer).toBe('not-verified');
  });

  test('a graph of look-alike blank nodes is given up on, in bounded time', async () => {
    const at = await scene();
    const size = 12;
    const names = Array.from({ length: size }, (_, index) => `_:n${index}`);
    const poison = names.map((id) => ({
      id,
      type: 'Evidence',
      'https://poison.example/p': names.filter((other) => other !== id).map((other) => ({ id: other })),
    }));
    const found = outcomeOf(await verifyCredential({ ...at.credential, evidence: poison }, at), 'proof');
    expect(found).toBe('fail: the document is too tangled to be checked');
  });
});

describe('issuer: does the key belong to the issuer?', () => {
  test('a stranger’s key under the issuer’s name', async () => {
    const at = await scene();
    const key = await makeKey();
    const forged = await addProof(at.unsigned, { signer: keySigner(key), created: CREATED });
    const answer = await verifyCredential(forged, at);
    expect(outcomeOf(answer, 'proof')).toMatch(/^pass/u);
    expect(outcomeOf(answer, 'issuer')).toBe('fail: the key does not belong to the issuer');
    expect(answer.answer).toBe('not-verified');
  });

  test('another key under the issuer’s key id', async () => {
    const at = await scene();
    const forged = await addProof(at.unsigned, { signer: signer(await makeKey()), created: CREATED });
    expect(outcomeOf(await verifyCredential(forged, at), 'proof')).toMatch(/^fail: the signature does not match/u);
  });

  test('a retired key still proves what it signed; a key that is gone does not', async () => {
    const at = await scene();
    const next = await makeKey();
    const rotated = didDocument([
      { id: at.by.verificationMethod, publicKeyMultibase: at.key.multikey, retired: true },
      { id: `${ISSUER}#key-2`, publicKeyMultibase: next.multikey },
    ]);
    const by = signer(next, `${ISSUER}#key-2`);
    const lists = {
      [LISTS.revocation]: await signedList(by, 'revocation'),
      [LISTS.suspension]: await signedList(by, 'suspension'),
    };
    expect((await verifyCredential(at.credential, { ...at, resolver: web({ [DID_URL]: rotated, ...lists }) })).answer).toBe(
      'verified',
    );
    const gone = didDocument([{ id: `${ISSUER}#key-2`, publicKeyMultibase: next.multikey }]);
    const answer = await verifyCredential(at.credential, { ...at, resolver: web({ [DID_URL]: gone, ...lists }) });
    expect(outcomeOf(answer, 'proof')).toMatch(/^fail: the document of the key’s owner/u);
    expect(outcomeOf(answer, 'issuer')).toMatch(/^fail/u);
  });

  test('a key that leaked proves what it signed before, and nothing after', async () => {
    const at = await scene({ input: { status: [] } });
    const withdrawn = (revoked: string) =>
      web({
        [DID_URL]: didDocument([{ id: at.by.verificationMethod, publicKeyMultibase: at.key.multikey, retired: true, revoked }]),
      });
    expect((await verifyCredential(at.credential, { ...at, resolver: withdrawn('2026-11-10T00:00:00Z') })).answer).toBe(
      'verified',
    );
    expect(
      outcomeOf(await verifyCredential(at.credential, { ...at, resolver: withdrawn('2026-10-10T00:00:00Z') }), 'issuer'),
    ).toMatch(/^fail: the issuer withdrew the key/u);
  });

  test('a document that is somebody else’s', async () => {
    const at = await scene();
    const answer = await verifyCredential(at.credential, {
      ...at,
      resolver: web({ ...at.pages, [DID_URL]: { ...at.pages[DID_URL], id: 'did:web:other.example' } }),
    });
    expect(outcomeOf(answer, 'issuer')).toMatch(/^fail: the issuer’s list of keys is not its own/u);
  });

  test('a look-alike of a trusted issuer is a stranger', async () => {
    const at = await scene();
    const answer = await verifyCredential(at.credential, {
      ...at,
      trusted: [{ id: 'did:web:recognitіon.example', name: 'Cyrillic' }],
    });
    expect(outcomeOf(answer, 'recognised')).toMatch(/^unknown/u);
  });
});

describe('status: has it been withdrawn?', () => {
  test.each([
    ['revocation', 'fail: the issuer has withdrawn it'],
    ['suspension', 'fail: the issuer has suspended it'],
  ] as const)('%s', async (purpose, expected) => {
    const at = await scene({ raised: { [purpose]: [94_567] } });
    const answer = await verifyCredential(at.credential, at);
    expect(outcomeOf(answer, 'status')).toBe(expected);
    expect(answer.answer).toBe('not-verified');
    expect(outcomeOf(answer, 'proof')).toMatch(/^pass/u);
  });

  test('a neighbour’s bit is not ours', async () => {
    const at = await scene({ raised: { revocation: [94_566, 94_568] } });
    expect((await verifyCredential(at.credential, at)).answer).toBe('verified');
  });

  test('a list that is missing, wrong or someone else’s', async () => {
    const at = await scene();
    const stranger = await makeKey();
    const list: Record<string, unknown> = { ...at.pages[LISTS.revocation] };
    const cases: readonly (readonly [unknown, string])[] = [
      [undefined, 'unknown: the status list could not be fetched'],
      ['not JSON', 'fail: the status list is not one'],
      [{ ...list, type: ['VerifiableCredential'] }, 'fail: the status list is not one'],
      [
        await signedList(at.by, 'revocation', [], { id: 'https://recognition.example/status/other' }),
        'fail: the status list is not the issuer’s',
      ],
      [await signedList(keySigner(stranger), 'revocation'), 'fail: the status list is not the issuer’s'],
      [
        await signedList(keySigner(stranger), 'revocation', [], { issuer: `did:key:${stranger.multikey}` }),
        'fail: the status list is not the issuer’s',
      ],
      [{ ...list, validFrom: '2026-11-02T00:00:00Z' }, 'fail: the signature of the status list does not fit'],
      [{ ...list, proof: undefined }, 'fail: the signature of the status list does not fit'],
      [await signedList(at.by, 'suspension', [], { id: LISTS.revocation }), 'fail: the status list is not one'],
      [
        await signedList(at.by, 'revocation', [], { validUntil: '2026-11-20T00:00:00Z' }),
        'unknown: the status list is out of date',
      ],
    ];
    for (const [page, expected] of cases) {
      const { [LISTS.revocation]: _, ...others } = at.pages;
      const resolver = web(page === undefined ? others : { ...others, [LISTS.revocation]: JSON.parse(JSON.stringify(page)) });
      expect(outcomeOf(await verifyCredential(at.credential, { ...at, resolver }), 'status')).toContain(expected);
    }
  });

  test.each([
    ['a bomb', toBase64Url(gzipSync(new Uint8Array(64 * 1024 * 1024)))],
    ['not GZIP', toBase64Url(new TextEncoder().encode('hello'))],
    ['not base64url', '!!'],
    ['too short', toBase64Url(gzipSync(new Uint8Array(100)))],
  ])('a list that is %s', async (_, encoded) => {
    const at = await scene();
    const { proof: __, ...list } = await signedList(at.by, 'revocation');
    const signed = await addProof(
      { ...list, credentialSubject: { ...list.credentialSubject, encodedList: `u${encoded}` } },
      { signer: at.by, created: CREATED },
    );
    expect(
      outcomeOf(
        await verifyCredential(at.credential, { ...at, resolver: web({ ...at.pages, [LISTS.revocation]: signed }) }),
        'status',
      ),
    ).toMatch(/^fail: the status list is not one/u);
  });

  test.each([
    ['no type', { type: undefined }, /^fail: the entry/u],
    ['another kind', { type: 'SomeOtherList' }, /^unknown: the kind/u],
    ['an index in words', { statusListIndex: 'seven' }, /^fail: the entry/u],
    ['an index beyond the end', { statusListIndex: '131072' }, /^fail: the status list has no such entry/u],
    ['an index below zero', { statusListIndex: '-1' }, /^fail: the entry/u],
  ])('an entry with %s', async (_, change, expected) => {
    const at = await scene();
    expect(
      outcomeOf(
        await verifyCredential({ ...at.credential, credentialStatus: { ...entry('revocation'), ...change } }, at),
        'status',
      ),
    ).toMatch(expected);
  });
});

describe('validity: is it in date?', () => {
  test.each([
    ['2026-10-31T23:54:59Z', 'fail: its time has not begun'],
    ['2026-10-31T23:55:00Z', 'pass: in date'],
    ['2026-12-01T10:59:59Z', 'pass: in date'],
    ['2026-12-01T11:00:00Z', 'fail: its time has ended'],
  ])('at %s: %s', async (now, expected) => {
    const at = await scene({ input: { validUntil: '2026-12-02T00:00:00+13:00', status: [] } });
    expect(outcomeOf(await verifyCredential(at.credential, { ...at, now }), 'validity')).toBe(expected);
  });

  test('a date that is none', async () => {
    const at = await scene();
    expect(outcomeOf(await verifyCredential({ ...at.credential, validUntil: 'next year' }, at), 'validity')).toBe(
      'fail: a date is not one',
    );
  });
});

describe('presentations', () => {
  test('each credential inside is answered in the same form, and the worst answer wins', async () => {
    const at = await scene();
    const holder = (credentials: readonly unknown[]) => ({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: credentials,
    });
    const good = await verifyCredential(holder([at.credential]), at);
    expect(good.answer).toBe('verified');
    expect(good.credentials.map(({ answer }) => answer)).toEqual(['verified']);
    expect(good.checks.map(({ check }) => check)).toEqual([...CHECKS]);
    const mixed = await verifyCredential(
      holder([at.credential, { ...at.credential, name: 'Other' }, 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJhIn0.c2ln']),
      at,
    );
    expect(mixed.answer).toBe('not-verified');
    expect(mixed.credentials.map(({ answer }) => answer)).toEqual(['verified', 'not-verified', 'not-verified']);
    expect(outcomeOf(await verifyCredential(holder([]), at), 'format')).toBe('fail: the presentation holds no credential');
  });

  test('presentations inside presentations end', async () => {
    const at = await scene();
    let nested: unknown = at.credential;
    for (let depth = 0; depth < 8; depth += 1)
      nested = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: 'VerifiablePresentation',
        verifiableCredential: [nested],
      };
    expect((await verifyCredential(nested, at)).answer).toBe('not-verified');
  });
});
