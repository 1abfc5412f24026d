/** What somebody may send to be verified who does not wish us well. Each is refused for the right reason, in bounded time. */
import { encode } from 'cborg';
import rdfCanonize, { type Quad } from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import {
  addBaseProof,
  addProof,
  buildAwardCredential,
  type CheckName,
  CredentialError,
  deriveProof,
  examineCredential,
  type Signer,
  verifyCredential,
} from '../src/index.ts';
import { toBase64Url } from '../src/proof/base64url.ts';
import { canonicalQuads } from '../src/proof/canonicalise.ts';
import { freshSigner } from './keys.ts';
import { awardInput, ISSUER, NOW, web } from './scene.ts';
import { fileNames, has, readText } from './shared.ts';

const CREATED = '2026-11-01T00:00:00Z';
const signer = await freshSigner('Ed25519');
const issuer = { id: signer.did, name: 'Recognition Repository' };
const OPTIONS = { now: NOW, resolver: web({}), trusted: [{ id: signer.did, name: 'Recognition Repository' }] };
const award = buildAwardCredential(awardInput({ issuer }));
const contexts = award['@context'];

/** The one proof of a document. */
const proofOf = (document: { readonly proof: unknown }): Record<string, unknown> => ({ ...Object(document.proof) });

async function codeOf(document: unknown, check: CheckName = 'proof', over: object = {}): Promise<string> {
  const { checks } = await examineCredential(document, { ...OPTIONS, ...over });
  return checks.find((one) => one.check === check)?.code ?? '';
}

describe('context poisoning', () => {
  const poison: readonly (readonly [string, unknown])[] = [
    ['a protected term redefined', [...contexts, { description: 'https://evil.example/description' }]],
    ['a protected type redefined', [...contexts, { OpenBadgeCredential: 'https://evil.example/Badge' }]],
    ['all forgotten', [...contexts, null]],
    ['all forgotten, then something else', [...contexts, null, { '@vocab': 'https://evil.example/' }]],
    ['another context by its address', [...contexts, 'https://evil.example/context.json']],
    ['another context imported', [...contexts, { '@version': 1.1, '@import': 'https://evil.example/context.json' }]],
    ['a context that is not one', [...contexts, { name: 7 }]],
    ['the first context elsewhere', [contexts[1], contexts[0]]],
    ['no context', undefined],
    ['a prototype', JSON.parse('["https://www.w3.org/ns/credentials/v2",{"__proto__":{"issuer":"urn:x"}}]')],
  ];
  for (const cryptosuite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)
    test.each(poison)(`%s, put there after signing (${cryptosuite})`, async (_, context) => {
      const signed = await addProof(award, { signer, created: CREATED, cryptosuite });
      const resolver = web({ 'https://evil.example/context.json': { '@context': {} } });
      const { answer } = await examineCredential({ ...signed, '@context': context }, { ...OPTIONS, resolver });
      expect(answer).not.toBe('verified');
      expect(resolver.asked).toEqual([]);
    });

  test('a context inside, put there after signing', async () => {
    const signed = await addProof(award, { signer, created: CREATED });
    const inside = { ...signed.credentialSubject, '@context': { name: 'https://evil.example/name' } };
    expect(await codeOf({ ...signed, credentialSubject: inside })).toBe('invalid-document');
  });

  test('a thousand contexts are answered in bounded time', async () => {
    const signed = await addProof(award, { signer, created: CREATED });
    const many = Array.from({ length: 1_000 }, (_, at) => ({ [`term${at}`]: `https://evil.example/${at}` }));
    const before = performance.now();
    expect(await codeOf({ ...signed, '@context': [...contexts, ...many] })).not.toBe('');
    expect(performance.now() - before).toBeLessThan(60_000);
  });

  test('a term that the document defines for itself is read as it was signed', async () => {
    const own = { ...award, '@context': [...contexts, { remark: 'https://example.nz/remark' }], remark: 'x' };
    const signed = await addProof(own, { signer, created: CREATED });
    expect(await codeOf(signed)).toBe('signature-fits');
    const renamed = { ...signed, '@context': [...contexts, { note: 'https://example.nz/remark' }], remark: undefined, note: 'x' };
    expect((await verifyCredential(JSON.parse(JSON.stringify(renamed)), OPTIONS)).answer).toBe('verified');
    expect(await codeOf({ ...signed, '@context': [...contexts, { remark: 'https://example.nz/other' }] })).toBe(
      'signature-does-not-fit',
    );
  });
});

describe('poison graphs and great size', () => {
  /** Every one knows every other: RDFC-1.0 must try all orders. */
  const clique = (size: number) => ({
    '@context': [...contexts, { knows: { '@id': 'https://example.nz/knows', '@type': '@id' } }],
    id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    type: ['VerifiableCredential'],
    issuer: signer.did,
    credentialSubject: Array.from({ length: size }, (_, at) => ({
      id: `_:b${at}`,
      knows: Array.from({ length: size }, (__, other) => `_:b${other}`).filter((name) => name !== `_:b${at}`),
    })),
  });

  test.each([7, 12, 40])('a clique of %d blank nodes is given up on', async (size) => {
    const before = performance.now();
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: CREATED,
      verificationMethod: signer.verificationMethod,
      proofPurpose: 'assertionMethod',
      proofValue: `z${'1'.repeat(64)}`,
    };
    expect(['too-complex', 'invalid-document']).toContain(await codeOf({ ...clique(size), proof }));
    expect(performance.now() - before).toBeLessThan(60_000);
  });

  test.skipIf(!has('standards/rdf-canon/rdfc10'))(
    'the published graphs come out as published, or are given up on as poison',
    async () => {
      const names = fileNames('standards/rdf-canon/rdfc10').filter((name) => name.endsWith('-in.nq'));
      const poison: string[] = [];
      let equal = 0;
      for (const name of names) {
        const expected = name.replace('-in.nq', '-rdfc10.nq');
        if (!has(`standards/rdf-canon/rdfc10/${expected}`)) continue;
        const quads: readonly Quad[] = rdfCanonize.NQuads.parse(readText(`standards/rdf-canon/rdfc10/${name}`));
        // Test 75 asks for SHA-384 (manifest.jsonld).
        const hash = name.startsWith('test075') ? 'SHA-384' : 'SHA-256';
        try {
          expect([name, (await canonicalQuads(quads, hash)).text]).toEqual([
            name,
            readText(`standards/rdf-canon/rdfc10/${expected}`),
          ]);
          equal += 1;
        } catch (error) {
          if (!(error instanceof CredentialError)) throw error;
          poison.push(name);
        }
      }
      expect(equal).toBeGreaterThanOrEqual(60);
      expect(poison.length).toBeLessThanOrEqual(3);
    },
  );

  test('ten megabytes of JSON-LD are refused before they are read, and just under it at once', async () => {
    const signed = await addProof(award, { signer, created: CREATED });
    const long = JSON.stringify({ ...signed, description: 'x'.repeat(10 * 1024 * 1024) });
    await expect(verifyCredential(long, OPTIONS)).rejects.toMatchObject({ code: 'too-large' });
    const before = performance.now();
    const wide = JSON.stringify({ ...signed, evidence: Array.from({ length: 300_000 }, (_, at) => ({ id: `urn:x:${at}` })) });
    expect(wide.length).toBeLessThan(10 * 1024 * 1024);
    await expect(verifyCredential(wide, OPTIONS)).rejects.toMatchObject({ code: 'too-complex' });
    const text = { ...signed, description: 'x'.repeat(9 * 1024 * 1024) };
    expect(await codeOf(JSON.stringify(text))).toBe('signature-does-not-fit');
    expect(performance.now() - before).toBeLessThan(60_000);
  });
});

describe('replayed and mixed proofs', () => {
  const presentation = {
    '@context': [contexts[0]],
    type: ['VerifiablePresentation'],
    holder: signer.did,
    verifiableCredential: [] as object[],
  };
  const present = async (by: Signer, over: object = {}) =>
    addProof(
      { ...presentation, verifiableCredential: [await addProof(award, { signer, created: CREATED })] },
      { signer: by, created: CREATED, purpose: 'authentication', challenge: 'once', domain: 'verifier.example', ...over },
    );

  test('a presentation made for one request does not serve another, and one without a request serves none', async () => {
    const shown = await present(signer);
    const expected = (challenge: string, domain: string) => ({ expected: { challenge, domain } });
    expect(await codeOf(shown, 'proof', expected('once', 'verifier.example'))).toBe('signature-fits');
    expect(await codeOf(shown, 'proof', expected('twice', 'verifier.example'))).toBe('wrong-challenge');
    expect(await codeOf(shown, 'proof', expected('once', 'other.example'))).toBe('wrong-domain');
    const { challenge: _, ...proof } = proofOf(shown);
    expect(await codeOf({ ...shown, proof }, 'proof', expected('once', 'verifier.example'))).toBe('wrong-challenge');
    expect(
      await codeOf({ ...shown, proof: { ...proof, challenge: 'twice' } }, 'proof', expected('twice', 'verifier.example')),
    ).toBe('signature-does-not-fit');
  });

  test('a purpose that is expected of a presentation is not expected of what is inside', async () => {
    const shown = await present(signer, { purpose: 'capabilityInvocation' });
    const { answer } = await examineCredential(shown, { ...OPTIONS, expected: { purpose: 'capabilityInvocation' } });
    expect(answer).toBe('verified');
    expect(await codeOf(shown)).toBe('wrong-purpose');
  });

  test('somebody else who shows it is not the holder that it names', async () => {
    const thief = await freshSigner('Ed25519');
    expect(await codeOf(await present(signer), 'issuer')).toBe('key-of-holder');
    expect(await codeOf(await present(thief), 'issuer')).toBe('key-not-of-holder');
  });

  test.each([
    ['before it was shown', '2026-10-01T00:00:00Z', 'holder-key-revoked'],
    ['after it says that it was made, and before it was shown', '2026-11-10T00:00:00Z', 'holder-key-revoked'],
    ['at a time that cannot be read', 'long ago', 'holder-key-revoked'],
    ['later', '2030-01-01T00:00:00Z', 'key-of-holder'],
  ])('a key that its holder withdrew %s', async (_, revoked, code) => {
    const key = await freshSigner('Ed25519');
    const did = 'did:web:holder.example';
    const id = `${did}#key-1`;
    const document = {
      id: did,
      verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey, revoked }],
      authentication: [id],
    };
    const fetch = async (url: string) =>
      url === 'https://holder.example/.well-known/did.json'
        ? ({ status: 'found', body: document } as const)
        : ({ status: 'unreachable', detail: 'test' } as const);
    const shown = await addProof(
      { ...presentation, holder: did, verifiableCredential: [await addProof(award, { signer, created: CREATED })] },
      { signer: { ...key, verificationMethod: id }, created: CREATED, purpose: 'authentication' },
    );
    expect(await codeOf(shown, 'issuer', { resolver: { fetch } })).toBe(code);
  });

  test('a proof of the holder that nobody can check lends the thief who adds one nothing', async () => {
    const thief = await freshSigner('Ed25519');
    const own = { ...proofOf(await present(signer)), cryptosuite: 'unknown-2099' };
    const shown = await present(thief);
    expect(await codeOf({ ...shown, proof: [own, shown.proof] }, 'issuer')).toBe('key-not-of-holder');
  });

  test('an embedded proof answers a question once, and only if every proof answers the same one', async () => {
    const thief = await freshSigner('Ed25519');
    const nonces = ['once', 'later'];
    const expected = {
      domain: 'verifier.example',
      takeNonce: async (nonce: string) => {
        const at = nonces.indexOf(nonce);
        if (at >= 0) nonces.splice(at, 1);
        return at >= 0;
      },
    };
    const shown = await present(signer);
    expect(await codeOf(await present(signer, { domain: 'other.example' }), 'proof', { expected })).toBe('wrong-domain');
    expect(await codeOf(shown, 'proof', { expected })).toBe('signature-fits');
    expect(await codeOf(shown, 'proof', { expected })).toBe('nonce-refused');
    const { proof: _, ...unsigned } = shown;
    const again = await addProof(unsigned, {
      signer: thief,
      created: CREATED,
      purpose: 'authentication',
      challenge: 'later',
      domain: 'verifier.example',
    });
    const both = { ...unsigned, proof: [shown.proof, again.proof] };
    expect(await codeOf(both, 'proof', { expected })).toBe('nonce-refused');
    expect(await codeOf(unsigned, 'proof', { expected })).toBe('not-bound');
    expect(await codeOf(await addProof(award, { signer, created: CREATED }), 'proof', { expected })).toBe('not-bound');
    expect(nonces).toEqual(['later']);
  });

  test('the proof of one credential on another, and a proof of a presentation on a credential', async () => {
    const one = await addProof(award, { signer, created: CREATED });
    const other = buildAwardCredential(awardInput({ issuer, credits: 400 }));
    expect(await codeOf({ ...other, proof: one.proof })).toBe('signature-does-not-fit');
    expect(await codeOf({ ...award, proof: (await present(signer)).proof })).toBe('wrong-purpose');
    const assertion = await addProof(presentation, { signer, created: CREATED });
    expect(await codeOf(assertion)).toBe('wrong-purpose');
  });

  test('a purpose for which the key is not listed', async () => {
    const did = 'did:web:recognition.example';
    const id = `${did}#1`;
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: signer.multikey };
    const own = buildAwardCredential(awardInput({ issuer: { id: did, name: 'x' } }));
    for (const [purpose, listed, code] of [
      ['assertionMethod', 'assertionMethod', 'signature-fits'],
      ['assertionMethod', 'authentication', 'key-not-found'],
      ['authentication', 'authentication', 'signature-fits'],
      ['capabilityInvocation', 'capabilityInvocation', 'signature-fits'],
      ['capabilityDelegation', 'capabilityInvocation', 'key-not-found'],
      ['keyAgreement', 'assertionMethod', 'key-not-found'],
    ] as const) {
      const signed = await addProof(own, { signer: { ...signer, verificationMethod: id }, created: CREATED, purpose });
      const page = { id: did, verificationMethod: [method], [listed]: [id] };
      const resolver = web({ 'https://recognition.example/.well-known/did.json': page });
      expect(await codeOf(signed, 'proof', { resolver, expected: { purpose } })).toBe(code);
    }
  });

  test('a chain: with the first proof changed, taken away or standing on the second in turn', async () => {
    const second = await freshSigner('P-256');
    const first = await addProof(award, { signer, created: CREATED, id: 'urn:uuid:proof-1' });
    const both = await addProof(first, {
      signer: second,
      created: CREATED,
      cryptosuite: 'ecdsa-rdfc-2019',
      id: 'urn:uuid:proof-2',
      previousProof: 'urn:uuid:proof-1',
    });
    const [one, two] = [both.proof].flat().map((proof) => ({ ...Object(proof) }));
    expect(await codeOf(both)).toBe('signature-fits');
    expect(await codeOf({ ...both, proof: [two] })).toBe('previous-proof-missing');
    expect(await codeOf({ ...both, proof: [{ ...one, created: '2026-11-02T00:00:00Z' }, two] })).toBe('signature-does-not-fit');
    expect(await codeOf({ ...both, proof: [{ ...one, previousProof: 'urn:uuid:proof-2' }, two] })).toBe('signature-does-not-fit');
    expect(await codeOf({ ...both, proof: [one, { ...two, previousProof: undefined }] })).toBe('signature-does-not-fit');
    await expect(addProof(award, { signer, created: CREATED, previousProof: 'urn:none' })).rejects.toMatchObject({
      code: 'invalid-proof',
    });
  });
});

describe('keys of another kind', () => {
  test('a proof under a key of another curve', async () => {
    const other = await freshSigner('P-256');
    const signed = await addProof(award, { signer, created: CREATED });
    const named = { ...signed, proof: { ...proofOf(signed), verificationMethod: other.verificationMethod } };
    expect(await codeOf(named)).toBe('key-of-another-kind');
    await expect(addProof(award, { signer: other, created: CREATED })).rejects.toMatchObject({ code: 'invalid-key' });
  });

  test('the same signature under the name of another suite', async () => {
    const other = await freshSigner('P-256');
    const signed = await addProof(award, { signer: other, created: CREATED, cryptosuite: 'ecdsa-rdfc-2019' });
    for (const cryptosuite of [
      'ecdsa-jcs-2019',
      'eddsa-rdfc-2022',
      'eddsa-jcs-2022',
      'ecdsa-sd-2023',
      'none',
      '',
      null,
      ['ecdsa-rdfc-2019'],
    ])
      expect(await codeOf({ ...signed, proof: { ...proofOf(signed), cryptosuite } })).not.toBe('signature-fits');
  });

  test('a point that is not on its curve', async () => {
    const multikey = `zDna${'e'.repeat(44)}`;
    const id = `did:key:${multikey}#${multikey}`;
    const signed = await addProof(award, {
      signer: await freshSigner('P-256'),
      created: CREATED,
      cryptosuite: 'ecdsa-rdfc-2019',
    });
    expect(await codeOf({ ...signed, proof: { ...proofOf(signed), verificationMethod: id } })).toBe('key-unreadable');
  });
});

describe('proof values of ecdsa-sd-2023', () => {
  const head = Uint8Array.from([0xd9, 0x5d, 0x01]);
  const value = (content: unknown): string => `u${toBase64Url(Uint8Array.from([...head, ...encode(content)]))}`;
  const bytes = (length: number) => new Uint8Array(length);
  const values: readonly (readonly [string, string])[] = [
    ['nothing', 'u'],
    ['another base', 'zabc'],
    ['another head', `u${toBase64Url(Uint8Array.from([0xd9, 0x5d, 0x02, 0x80, 0, 0, 0, 0, 0]))}`],
    ['no CBOR', `u${toBase64Url(Uint8Array.from([...head, 0xff, 0xff, 0xff, 0xff]))}`],
    [
      'a list that says that it is enormous',
      `u${toBase64Url(Uint8Array.from([...head, 0x9b, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff]))}`,
    ],
    ['lists in lists', `u${toBase64Url(Uint8Array.from([...head, ...Array<number>(20_000).fill(0x81), 0x80]))}`],
    ['too few parts', value([bytes(64), bytes(35), []])],
    ['a short signature', value([bytes(63), bytes(35), [], new Map(), []])],
    ['labels that are no map', value([bytes(64), bytes(35), [], [], []])],
    ['indexes below nothing', value([bytes(64), bytes(35), [], new Map(), [-1]])],
    ['more than a megabyte', `u${'A'.repeat(1_200_000)}`],
  ];

  test.each(values)(
    '%s is not well formed',
    async (_, proofValue) => {
      const key = await freshSigner('P-256');
      const base = await addBaseProof(
        { ...award, issuer: { ...award.issuer, id: key.did } },
        { signer: key, created: CREATED, mandatoryPointers: ['/issuer'] },
      );
      const derived = await deriveProof({ ...base }, { selectivePointers: ['/name'] });
      expect(await codeOf({ ...derived, proof: { ...Object(derived['proof']), proofValue } })).toBe('malformed-proof');
    },
    60_000,
  );

  test('indexes beyond the end, and a document with the names that are made while signing', async () => {
    const key = await freshSigner('P-256');
    const base = await addBaseProof(
      { ...award, issuer: key.did },
      { signer: key, created: CREATED, mandatoryPointers: ['/issuer'] },
    );
    const derived = await deriveProof({ ...base }, { selectivePointers: ['/name'] });
    expect(await codeOf({ ...derived, id: 'urn:bnid:b0' })).toBe('invalid-document');
    await expect(
      addBaseProof({ ...award, id: 'urn:bnid:b0' }, { signer: key, created: CREATED, mandatoryPointers: [] }),
    ).rejects.toMatchObject({ code: 'invalid-document' });
    await expect(deriveProof(derived, { selectivePointers: ['/name'] })).rejects.toMatchObject({ code: 'invalid-proof' });
  }, 60_000);
});

describe('look-alike issuers', () => {
  test.each([
    ['a Cyrillic letter', 'did:web:rec\u043Egnition.example'],
    ['a full-width letter', 'did:web:re\uFF43ognition.example'],
    ['a letter that takes no room', 'did:web:recog\u200Bnition.example'],
    ['capitals', 'did:web:Recognition.example'],
    ['a dot at the end', 'did:web:recognition.example.'],
    ['an encoded letter', 'did:web:%72ecognition.example'],
    ['the other way of writing it', 'did:web:xn--recgnition-ogl.example'],
    ['something after it', 'did:web:recognition.example:'],
  ])('%s is a stranger', async (_, id) => {
    const signed = await addProof(
      buildAwardCredential(awardInput({ issuer: { id: signer.did, name: 'Recognition Repository' } })),
      { signer, created: CREATED },
    );
    const trusted = [{ id: ISSUER, name: 'Recognition Repository' }];
    const { answer, checks } = await examineCredential({ ...signed, issuer: { ...signed.issuer, id } }, { ...OPTIONS, trusted });
    expect(answer).not.toBe('verified');
    expect(checks.find(({ check }) => check === 'recognised')?.code).toBe('stranger');
  });
});
