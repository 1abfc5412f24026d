/**
 * Another reader of JSON-LD, jsonld-streaming-parser, finds the same statements in what we sign. A whole record (CLR) it does not read: it stops
 * where a credential inside brings a context of its own, so Digital Bazaar's libraries are the second reader of those (`oracles.test.ts`).
 */
import { JsonLdParser } from 'jsonld-streaming-parser';
import rdfCanonize, { type Quad } from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import {
  buildAwardCredential,
  buildOutcomeCredential,
  buildStatusListCredential,
  CredentialError,
  documentLoader,
  MIN_ENTRIES,
} from '../src/index.ts';
import { canonicalise, canonicaliseSlowly } from '../src/proof/canonicalise.ts';
import { awardInput, entry, ISSUER, LISTS, outcome } from './scene.ts';
import { files, has, readObject } from './shared.ts';

const SIGNED = 'data/dcc-signed-credentials';

async function theirs(document: object): Promise<string> {
  const parser = new JsonLdParser({
    documentLoader: { load: async (url) => (await documentLoader(url)).document },
    rdfDirection: 'i18n-datatype',
    strictValues: true,
  });
  // It says a thing as often as it finds it; a set of statements holds it once.
  const quads = new Map<string, Quad>();
  const read = new Promise<void>((done, failed) => {
    parser.on('data', (quad: Quad) => void quads.set(rdfCanonize.NQuads.serializeQuad(quad), quad));
    parser.once('error', failed);
    parser.once('end', done);
  });
  parser.end(JSON.stringify(document));
  await read;
  return rdfCanonize.canonize([...quads.values()], {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    maxDeepIterations: 5000,
    rejectURDNA2015: true,
    messageDigestAlgorithm: 'SHA-256',
  });
}

const status = [entry('revocation'), entry('suspension')];
const award = buildAwardCredential(awardInput({ status }));
const single = buildOutcomeCredential({ ...awardInput({ status }), outcome: outcome(3) });

test.each<readonly [string, object]>([
  ['an award', award],
  [
    'an award of twenty outcomes',
    buildAwardCredential(awardInput({ counted: Array.from({ length: 20 }, (_, n) => outcome(n)) })),
  ],
  ['an outcome', single],
  ['an outcome with half a credit', { ...single, credentialSubject: { ...single.credentialSubject, creditsEarned: 2.5 } }],
  [
    'words with a language and a direction',
    { ...single, description: { '@value': 'Tiaki tangata', '@language': 'mi', '@direction': 'ltr' } },
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
])('%s', async (_, document) => {
  const said = await theirs(document);
  expect(said.length).toBeGreaterThan(300);
  expect(await canonicalise({ ...document })).toBe(said);
  expect(await canonicaliseSlowly({ ...document })).toBe(said);
});

describe.skipIf(!has(SIGNED))('what others signed (shared/data/dcc-signed-credentials)', () => {
  test('has the same statements for both readers, wherever we know the contexts', async () => {
    let read = 0;
    for (const file of files(SIGNED)) {
      const { proof: _, ...document } = readObject(`${SIGNED}/${file}`);
      let ours: string;
      try {
        ours = await canonicalise(document);
      } catch (error) {
        // A context or a term that nobody here knows.
        if (error instanceof CredentialError) continue;
        throw error;
      }
      expect(await theirs(document), file).toBe(ours);
      read += 1;
    }
    expect(read).toBeGreaterThan(10);
  });
});
