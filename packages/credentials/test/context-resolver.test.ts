/** jsonld.js with our resolver of contexts says what jsonld.js says with its own: the same document, or a refusal. */
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { buildAwardCredential, documentLoader } from '../src/index.ts';
import { expand } from '../src/proof/canonicalise.ts';
import { awardInput } from './scene.ts';
import { files, has, readText } from './shared.ts';

const options: jsonld.Options.Expand & { readonly safe: true; readonly rdfDirection: 'i18n-datatype' } = {
  safe: true,
  rdfDirection: 'i18n-datatype',
  documentLoader,
};

const theirs = (document: object): Promise<unknown> => jsonld.expand(JSON.parse(JSON.stringify(document)), options);
const ours = (document: object): Promise<unknown> => expand({ ...document });

async function said(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (expanded) => ({ expanded }),
    () => 'refused',
  );
}

async function agree(document: object, name: string): Promise<boolean> {
  const [one, other] = [await said(ours(document)), await said(theirs(document))];
  expect([name, one]).toEqual([name, other]);
  return one !== 'refused';
}

describe('contexts within contexts', () => {
  const T = 'https://example.nz/terms#';
  const scoped = {
    '@version': 1.1,
    a: `${T}a`,
    b: { '@id': `${T}b`, '@type': '@id' },
    Thing: { '@id': `${T}Thing`, '@context': { a: `${T}a-of-thing`, kept: `${T}kept` } },
    Spread: { '@id': `${T}Spread`, '@context': { '@propagate': true, a: `${T}a-spread` } },
    inside: { '@id': `${T}inside`, '@context': { a: `${T}a-inside`, b: null } },
    Guarded: { '@id': `${T}Guarded`, '@protected': true },
    fixed: { '@id': `${T}fixed`, '@protected': true },
  };
  test.each<readonly [string, object, boolean]>([
    ['a type changes a term for one node alone', { type: 'Thing', a: 'x', b: { a: 'y' } }, true],
    ['a type may reach further', { type: 'Spread', a: 'x', inside: { a: 'y', inside: { a: 'z' } } }, true],
    [
      'two types, and a way out of both',
      { type: ['Thing', 'Spread'], a: 'x', inside: { type: 'Thing', a: 'y' }, b: { a: 'z' } },
      true,
    ],
    ['a property changes what is inside', { inside: [{ a: 'x' }, { type: 'Thing', a: 'y', kept: 'z' }], a: 'w' }, true],
    ['a context inside', { inside: { '@context': { a: `${T}other` }, a: 'x' }, a: 'y' }, true],
    ['nothing holds any longer', { inside: { '@context': null, '@id': 'urn:x' } }, false],
    ['a protected term that is changed', { inside: { '@context': { fixed: `${T}else` }, fixed: 'x' } }, false],
    [
      'a protected term that stays as it is',
      { inside: { '@context': { fixed: { '@id': `${T}fixed`, '@protected': true } }, fixed: 'x' } },
      true,
    ],
    [
      'a language and a direction',
      { inside: { '@context': { '@language': 'mi', '@direction': 'ltr' }, a: 'x', inside: { type: 'Thing', a: 'y' } } },
      true,
    ],
    [
      'a bundled context inside',
      { inside: { '@context': 'https://www.w3.org/2018/credentials/v1', type: 'VerifiableCredential' } },
      true,
    ],
    ['a context that we do not bundle', { '@context': [scoped, 'https://evil.example/context.json'], a: 'x' }, false],
    ['a number for a context', { '@context': [scoped, 7], a: 'x' }, false],
  ])('%s', async (name, document, read) => {
    expect(await agree({ '@context': [{ type: '@type' }, scoped], ...document }, name)).toBe(read);
    // What was kept of the first time says the same the second time.
    expect(await agree({ '@context': [{ type: '@type' }, scoped], ...document, '@id': 'urn:again' }, name)).toBe(read);
  });
});

test('whatever context is added to an award of ours', async () => {
  const award = buildAwardCredential(awardInput());
  const name = fc.constantFrom(
    'remark',
    'name',
    'Profile',
    'evidence',
    'OpenBadgeCredential',
    '@vocab',
    '@language',
    '@protected',
    '@propagate',
  );
  const IRI = 'https://example.nz/terms#remark';
  const definition = fc.constantFrom<unknown>(
    IRI,
    null,
    true,
    'mi',
    { '@id': IRI, '@context': { name: IRI } },
    { '@id': IRI, '@context': [null, { name: IRI }] },
    { '@id': IRI, '@container': '@list' },
    { '@id': IRI, '@protected': true },
  );
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, definition, { maxKeys: 2 }),
      fc.constantFrom('root', 'issuer', 'before'),
      async (terms, where) => {
        const { '@context': contexts, issuer } = award;
        const changed =
          where === 'issuer'
            ? { ...award, issuer: { ...issuer, '@context': terms } }
            : { ...award, '@context': where === 'root' ? [...contexts, terms] : [terms, ...contexts] };
        if (await agree(changed, JSON.stringify([terms, where]))) read += 1;
      },
    ),
    { numRuns: 20 },
  );
  expect(read).toBeGreaterThan(2);
}, 60_000);

for (const folder of ['data/1edtech-badges-clr', 'data/dcc-signed-credentials', 'standards/vc-data-model-2.0'])
  describe.skipIf(!has(folder))(`published documents (shared/${folder})`, () => {
    test('each is read alike', async () => {
      let read = 0;
      for (const file of files(folder)) {
        const document = parsed(readText(`${folder}/${file}`));
        if (typeof document !== 'object' || document === null || !('@context' in document)) continue;
        if (await agree(document, file)) read += 1;
      }
      expect(read).toBeGreaterThan(10);
    }, 60_000);
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
