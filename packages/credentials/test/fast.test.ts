/** The short way to N-Quads says what jsonld.js and rdf-canonize say, or nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildAwardCredential,
  buildOutcomeCredential,
  buildStatusListCredential,
  MIN_ENTRIES,
  type OutcomeInput,
  statusEntry,
} from '../src/index.ts';
import { asList } from '../src/json.ts';
import { canonicaliseSlowly, expand } from '../src/proof/canonicalise.ts';
import { digest, type HashName } from '../src/proof/digest.ts';
import { fastCanonical, rootValues } from '../src/proof/fast/index.ts';
import { hidesTerms } from '../src/verify/hidden-terms.ts';
import { awardInput, entry, ISSUER, LISTS, outcome } from './scene.ts';
import { files, has, readText } from './shared.ts';

const fast = (document: object, hash: HashName = 'SHA-256'): string | null =>
  fastCanonical({ ...document }, (text) => digest(hash, text));
const slow = (document: object, hash?: HashName): Promise<string> => canonicaliseSlowly({ ...document }, hash);

/** Text that may hold anything: quotes, backslashes, line ends, controls, macrons, emoji, characters outside the first plane. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('"', '\\', '\n', '\r\n', '\t', '\u0000', '\u007F', 'Ā ē ī ō ū', '<a> "b" ^^<c> .', '_:c14n0', '@id', '😀', ' '),
);
const anyIri = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
  fc.constantFrom('did:web:a.example:b', 'https://a.example/../b/./c', 'urn:x', 'did:key:z6Mk#z6Mk', 'https://a.example/%C4%81'),
);
const anyDate = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

const anyOutcome: fc.Arbitrary<OutcomeInput> = fc.record({
  achievement: fc.stringMatching(/^[a-z0-9-]{1,12}$/u),
  url: anyIri,
  code: anyText,
  version: fc.option(fc.integer({ min: 1, max: 99 })),
  name: anyText,
  credits: fc.integer({ min: 0, max: 999 }),
  level: fc.option(fc.integer({ min: 1, max: 10 })),
  field: fc.option(anyText),
  provider: fc.record({ id: anyIri, name: anyText }),
  date: anyDate.map((date) => date.toISOString().slice(0, 10)),
  result: anyText,
  assessments: fc.array(anyText, { maxLength: 2 }),
  theory: fc.array(anyText, { maxLength: 2 }),
  practice: fc.array(anyText, { maxLength: 2 }),
  skills: fc.array(
    fc.record({
      uri: anyIri,
      label: anyText,
      scheme: anyText,
      relation: fc.constantFrom('earns' as const, 'competent' as const, 'showcases' as const),
      proficiency: fc.option(anyText, { nil: null }),
    }),
    { maxLength: 3 },
  ),
});

const anyAward = fc
  .record({
    id: anyIri,
    issuer: fc.record({ id: anyIri, name: anyText, url: anyIri, description: anyText }, { requiredKeys: ['id', 'name'] }),
    subject: fc.record({ id: anyIri, name: fc.option(anyText) }),
    validFrom: anyDate.map((date) => date.toISOString()),
    validUntil: fc.option(
      anyDate.map((date) => date.toISOString()),
      { nil: undefined },
    ),
    places: fc.array(fc.nat(200_000), { maxLength: 2 }),
    major: fc.option(fc.record({ name: anyText })),
    credits: fc.integer({ min: 0, max: 999 }),
    counted: fc.array(anyOutcome, { minLength: 1, maxLength: 4 }),
    notice: fc.option(anyText),
    decision: fc.option(fc.record({ id: anyIri, digestSRI: anyText })),
  })
  .map(({ places, validUntil, ...input }) =>
    awardInput({
      ...input,
      ...(validUntil === undefined ? {} : { validUntil }),
      status: places.map((index, at) =>
        statusEntry({
          list: at === 0 ? LISTS.revocation : LISTS.suspension,
          index,
          purpose: at === 0 ? 'revocation' : 'suspension',
        }),
      ),
    }),
  );

describe('our own shapes take the short way', () => {
  const status = [entry('revocation'), entry('suspension')];
  const shapes: readonly (readonly [string, object])[] = [
    ['an award', buildAwardCredential(awardInput({ status }))],
    [
      'an award without a major, a name, a decision or an end',
      buildAwardCredential(awardInput({ major: null, subject: { id: 'urn:x' }, decision: null })),
    ],
    [
      'an award of forty outcomes, many alike',
      buildAwardCredential(awardInput({ counted: Array.from({ length: 40 }, (_, n) => outcome(n % 9)) })),
    ],
    ['an outcome', buildOutcomeCredential({ ...awardInput({ status }), outcome: outcome(3) })],
    [
      'an outcome with nothing that may be left out',
      buildOutcomeCredential({
        ...awardInput({ subject: { id: 'urn:x' } }),
        outcome: outcome(3, { level: null, field: null, version: null, skills: [], assessments: [] }),
      }),
    ],
    [
      'a status list',
      buildStatusListCredential({
        id: LISTS.revocation,
        issuer: ISSUER,
        purpose: 'revocation',
        bits: new Uint8Array(MIN_ENTRIES / 8),
        validFrom: '2026-11-01T00:00:00Z',
        validUntil: '2026-12-01T00:00:00Z',
        ttl: 300_000,
      }),
    ],
    [
      'the options of a proof',
      {
        '@context': buildAwardCredential(awardInput())['@context'],
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-11-01T00:00:00Z',
        verificationMethod: `${ISSUER}#key-1`,
        proofPurpose: 'assertionMethod',
      },
    ],
  ];
  test.each(shapes)('%s, with the same result', async (_, document) => {
    expect(fast(document)).not.toBeNull();
    expect(fast(document)).toBe(await slow(document));
    expect(fast(document, 'SHA-384')).toBe(await slow(document, 'SHA-384'));
  });

  test('random awards and outcomes, with the same result', async () => {
    let short = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(anyAward, async (input) => {
        const [first] = input.counted;
        for (const document of [
          buildAwardCredential(input),
          buildOutcomeCredential({ ...input, outcome: first ?? outcome(1) }),
        ]) {
          const quick = fast(document);
          all += 1;
          if (quick === null) continue;
          short += 1;
          expect(quick).toBe(await slow(document));
        }
      }),
      { numRuns: 150 },
    );
    // Addresses with characters that N-Quads would escape go the long way.
    expect(short / all).toBeGreaterThan(0.5);
  }, 300_000);
});

describe('any doubt goes the long way, or gives the same', () => {
  const award = buildAwardCredential(awardInput());
  const junk = fc.oneof(
    anyText,
    anyIri,
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -0,
      1.5,
      1e21,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
      { '@value': 'x' },
      { '@id': 'urn:x' },
      { id: 'urn:x' },
    ),
    fc.constantFrom<unknown>(
      { type: 'Profile' },
      { id: '_:b0', name: 'x' },
      { '@list': [] },
      { en: 'x' },
      ['a', 'a'],
      'name:x',
      'relative',
      'a b:c',
    ),
  );
  const key = fc.constantFrom(
    'id',
    'type',
    'name',
    'description',
    'issuer',
    'evidence',
    'credentialSubject',
    'credentialStatus',
    'proof',
    'image',
    'url',
    '@id',
    '@type',
    '@graph',
    '@language',
    'unknown',
    'schema:name',
    'https://schema.org/name',
    'relatedResource',
    'awardedDate',
    'tag',
    '__proto__',
    'alignment',
  );

  test('a document of ours with something else put into it', async () => {
    await fc.assert(
      fc.asyncProperty(key, junk, fc.constantFrom('root', 'subject', 'achievement', 'issuer'), async (name, value, where) => {
        const put = (object: object): object => Object.fromEntries([...Object.entries(object), [name, value]]);
        const { credentialSubject } = award;
        const changed =
          where === 'root'
            ? put(award)
            : where === 'subject'
              ? { ...award, credentialSubject: put(credentialSubject) }
              : where === 'issuer'
                ? { ...award, issuer: put(award.issuer) }
                : { ...award, credentialSubject: { ...credentialSubject, achievement: put(credentialSubject.achievement) } };
        const quick = fast(changed);
        if (quick !== null) expect(quick).toBe(await slow(changed));
      }),
      { numRuns: 600 },
    );
  }, 300_000);

  test.each<readonly [string, object]>([
    ['a context that redefines', { ...award, '@context': [...award['@context'], { name: 'https://evil.example/name' }] }],
    [
      'a context that makes a prefix of a scheme',
      { ...award, '@context': [...award['@context'], { urn: 'https://evil.example/' }] },
    ],
    [
      'a context that hides a term',
      { ...award, '@context': [...award['@context'], { targetName: 'https://evil.example/name' }] },
    ],
    [
      'a context of its own before ours',
      { ...award, '@context': [{ remark: 'https://evil.example/remark' }, ...award['@context']] },
    ],
    ['a context inside', { ...award, issuer: { ...award.issuer, '@context': { name: 'https://evil.example/name' } } }],
    ['a context that we do not bundle', { ...award, '@context': [...award['@context'], 'https://evil.example/context.json'] }],
    ['a default vocabulary', { ...award, '@context': [...award['@context'], 'https://www.w3.org/ns/credentials/examples/v2'] }],
    ['one context that is not in a list', { ...award, '@context': award['@context'][0] }],
    ['a term that nobody defines', { ...award, undefinedTerm: 'x' }],
    ['a type that nobody defines', { ...award, type: [...award.type, 'UndefinedType'] }],
    ['a term of another type', { ...award, targetName: 'x' }],
    ['half of a character', { ...award, name: '\uD800' }],
    [
      'one blank node in another',
      { ...award, issuer: { type: ['Profile'], name: 'x', parentOrg: { type: ['Profile'], name: 'y' } } },
    ],
    ['a proof', { ...award, proof: { type: 'DataIntegrityProof', proofPurpose: 'assertionMethod' } }],
  ])('%s', (_, document) => {
    expect(fast(document)).toBeNull();
  });
});

describe('terms of a document’s own', () => {
  const award = buildAwardCredential(awardInput());
  const REMARK = 'https://example.nz/terms#remark';
  const STATUS = 'https://www.w3.org/2018/credentials#credentialStatus';
  const withTerms = (terms: object, more: object = {}) => ({ ...award, '@context': [...award['@context'], terms], ...more });

  test.each<readonly [string, object]>([
    ['a text', withTerms({ remark: REMARK }, { remark: 'Well done' })],
    ['a link', withTerms({ remark: { '@id': REMARK, '@type': '@id' } }, { remark: 'https://example.nz/x' })],
    [
      'a day',
      withTerms({ remark: { '@id': REMARK, '@type': 'http://www.w3.org/2001/XMLSchema#date' } }, { remark: '2026-11-29' }),
    ],
    [
      'a type, deep inside',
      withTerms({ Cohort: `${REMARK}-type` }, { issuer: { ...award.issuer, type: ['Profile', 'Cohort'] } }),
    ],
    ['a term that nobody uses', withTerms({ remark: REMARK })],
    ['one beside another', withTerms({ remark: REMARK, note: `${REMARK}2` }, { remark: ['a', 'b'], note: true })],
  ])('%s takes the short way, with the same result', async (_, document) => {
    expect(fast(document)).not.toBeNull();
    expect(fast(document)).toBe(await slow(document));
  });

  // Whatever a context of one's own holds: names of the bundled ones, prefixes of addresses, keywords, redefinitions.
  const anyName = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('remark', 'cohort', 'note') },
    fc.stringMatching(/^[A-Za-z][A-Za-z]{0,6}$/u),
    fc.constantFrom(
      'remark',
      'name',
      'id',
      'type',
      'issuer',
      'xsd',
      'schema',
      'urn',
      'https',
      'did',
      'credentialStatus',
      'targetName',
      'Profile',
    ),
    fc.constantFrom(
      '@vocab',
      '@base',
      '@language',
      '@protected',
      '@version',
      '@import',
      '@propagate',
      'a:b',
      '',
      'en',
      'assertionMethod',
    ),
  );
  const anyDefinition = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>(REMARK, { '@id': REMARK, '@type': '@id' }, STATUS) },
    fc.constantFrom<unknown>(
      REMARK,
      STATUS,
      'urn:x',
      'name',
      '@id',
      '@type',
      '@json',
      null,
      true,
      1.1,
      'xsd:date',
      'relative',
      '',
    ),
    fc.record({
      '@id': fc.constantFrom<unknown>(REMARK, STATUS, 'urn:x', 'schema:name', null),
      '@type': fc.constantFrom(
        '@id',
        '@vocab',
        '@json',
        'http://www.w3.org/2001/XMLSchema#date',
        'http://www.w3.org/2001/XMLSchema#double',
      ),
    }),
    fc.record({ '@id': fc.constant(REMARK), '@container': fc.constantFrom('@list', '@set', '@language', '@graph') }),
    fc.record({ '@id': fc.constant(REMARK), '@context': fc.constant({ name: STATUS }) }),
    fc.record({ '@reverse': fc.constant(REMARK) }),
  );
  const anyValue = fc.constantFrom<unknown>(
    'x',
    'https://a.example/x',
    'urn:x',
    7,
    1.5,
    true,
    null,
    [],
    ['a', 'b'],
    { id: 'urn:x' },
    { '@value': 'x' },
  );

  test('any context gives the same as the long way, or goes it; and the same number of values for each meaning', async () => {
    let short = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyName, anyDefinition), { maxLength: 2 }), anyValue, async (terms, value) => {
        const [used = 'remark'] = terms.map(([name]) => name).filter((name) => !name.startsWith('@') && !(name in award));
        const document = withTerms(Object.fromEntries(terms), { [used]: value });
        const quick = fast(document);
        const values = rootValues(document);
        if (quick !== null) {
          short += 1;
          expect(quick).toBe(await slow(document));
        }
        if (quick === null || values === null) return;
        const [root] = await expand(document);
        for (const meaning of [STATUS, 'https://www.w3.org/2018/credentials#issuer', REMARK])
          expect([meaning, values.get(meaning) ?? 0]).toEqual([meaning, asList(Reflect.get(Object(root), meaning)).length]);
      }),
      { numRuns: 200 },
    );
    expect(short).toBeGreaterThan(10);
  }, 300_000);

  test('a status under another name is found to be hidden, the short way too', async () => {
    const { credentialStatus, ...rest } = buildAwardCredential(awardInput({ status: [entry('revocation')] }));
    const renamed = { ...rest, '@context': [...rest['@context'], { state: STATUS }], state: credentialStatus };
    expect(rootValues(renamed)?.get(STATUS)).toBe(1);
    expect(await hidesTerms(renamed)).toBe(true);
    expect(await hidesTerms(withTerms({ remark: REMARK }, { remark: 'x' }))).toBe(false);
  });
});

for (const folder of [
  'data/1edtech-badges-clr',
  'data/dcc-signed-credentials',
  'standards/open-badges-3.0',
  'standards/vc-data-model-2.0',
  'standards/data-integrity',
])
  describe.skipIf(!has(folder))(`published documents (shared/${folder})`, () => {
    test('each gives the same by both ways, or goes the long way', async () => {
      const documents = files(folder).flatMap((file) => {
        const document = parsed(readText(`${folder}/${file}`));
        return typeof document === 'object' && document !== null && '@context' in document ? [{ file, document }] : [];
      });
      expect(documents.length).toBeGreaterThan(10);
      for (const { file, document } of documents) {
        const unsecured = Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'proof'));
        const quick = fast(unsecured);
        if (quick !== null) expect([file, quick]).toEqual([file, await slow(unsecured)]);
      }
    });
  });

/** Some published files are text that only looks like JSON by its name. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
