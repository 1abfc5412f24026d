import type jsonld from 'jsonld';
import rdfCanonize, { type Quad } from 'rdf-canonize';
import { documentLoader } from '../contexts/index.ts';
import { CredentialError, codeOf } from '../errors/codes.ts';
import type { JsonObject } from '../json.ts';
import { contextResolver } from './context-resolver.ts';
import { digest as ownDigest, type Digest, type HashName } from './digest.ts';
import { fastCanonical } from './fast/index.ts';
import { checkShape, MAX_DEEP_ITERATIONS, MAX_QUADS } from './limits.ts';

/** `safe` is not in the type declarations of jsonld.js: a term that no context defines is an error, not silently dropped from what is signed. */
interface SafeOptions extends jsonld.Options.Expand {
  readonly safe: true;
  readonly rdfDirection: 'i18n-datatype';
}
/** There is no base address, so a relative one is an error (Data Integrity 1.0, section 2.4.2); the direction of a text is signed too (VC Data Model 2.0, section 11.1). */
const options: SafeOptions = { safe: true, rdfDirection: 'i18n-datatype', documentLoader };

const expanding: SafeOptions & { readonly contextResolver: typeof contextResolver } = { ...options, contextResolver };
const ready: SafeOptions & { readonly skipExpansion: true } = { ...options, skipExpansion: true };
const compacting: jsonld.Options.Compact & { readonly safe: true } = { safe: true, documentLoader };

/** jsonld.js, which brings a hundred modules with it: read when a document of a shape that is not our own comes. */
const processor = async () => (await import('jsonld')).default;

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0): the short way for documents of the shapes that it knows, else by jsonld.js.
 * `hash` is the one that tells blank nodes apart: SHA-384 with keys of P-384 (vc-di-ecdsa 1.0, 3.2.3).
 * Throws `unknown-context`, `invalid-document` (a term that no context defines, a protected term redefined), `too-deep` or `too-complex`.
 */
export async function canonicalise(
  document: JsonObject,
  { hash = 'SHA-256', digest = ownDigest }: { readonly hash?: HashName; readonly digest?: Digest } = {},
): Promise<string> {
  checkShape(document);
  return fastCanonical(document, (text) => digest(hash, text)) ?? (await canonicaliseSlowly(document, hash));
}

/** The same by jsonld.js and rdf-canonize alone. */
export async function canonicaliseSlowly(document: JsonObject, hash: HashName = 'SHA-256'): Promise<string> {
  return (await canonicalQuads(await toQuads(document), hash)).text;
}

/** The statements of a JSON-LD document. Throws as `canonicalise` does. */
export async function toQuads(document: JsonObject | readonly unknown[]): Promise<readonly Quad[]> {
  const expanded = await expand(document);
  return guarded(async () => {
    const dataset: unknown = await (await processor()).toRDF(asInput(expanded), ready);
    if (!isDataset(dataset)) throw new CredentialError('invalid-document');
    if (dataset.length > MAX_QUADS) throw new CredentialError('too-complex');
    return dataset;
  });
}

/** Their canonical N-Quads, and the canonical label of each blank node by the label that it had. */
export async function canonicalQuads(
  quads: readonly Quad[],
  hash: HashName = 'SHA-256',
): Promise<{ readonly text: string; readonly labels: ReadonlyMap<string, string> }> {
  return guarded(async () => {
    const canonicalIdMap = new Map<string, string>();
    const text = await rdfCanonize.canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxDeepIterations: MAX_DEEP_ITERATIONS,
      rejectURDNA2015: true,
      messageDigestAlgorithm: hash,
      canonicalIdMap,
    });
    const bare = (label: string): string => label.replace(/^_:/u, '');
    return { text, labels: new Map([...canonicalIdMap].map(([before, after]) => [bare(before), bare(after)])) };
  });
}

/**
 * The document in JSON-LD's expanded form. Throws as `canonicalise` does. The last few are kept, since a check looks at the same document
 * that a proof was made for, and expanding is nearly all of the work.
 */
export async function expand(document: JsonObject | readonly unknown[]): Promise<readonly unknown[]> {
  checkShape(document);
  const text = JSON.stringify(document);
  const before = kept.get(text);
  if (before !== undefined) return before;
  const expanded = await guarded(async () => (await processor()).expand(asInput(document), expanding));
  // jsonld.js gives blank nodes that have a label another one, in what it was given.
  if (text.length <= MAX_KEPT_TEXT && !text.includes('_:')) {
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(text, expanded);
  }
  return expanded;
}

const kept = new Map<string, readonly unknown[]>();
const MAX_KEPT = 8;
const MAX_KEPT_TEXT = 262_144;

/** An expanded document in compact form under a context. Throws as `canonicalise` does. */
export async function compact(expanded: readonly unknown[], context: unknown): Promise<JsonObject> {
  return guarded(async () => {
    const under: jsonld.ContextDefinition = JSON.parse(JSON.stringify({ '@context': context }));
    const whole = await (await processor()).compact(asInput(expanded), under, compacting);
    return { ...whole };
  });
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asCredentialError(error);
  }
}

/** jsonld.js has a type of its own for JSON; it changes nothing that it is given. */
function asInput(value: unknown): jsonld.JsonLdDocument {
  if (!isInput(value)) throw new CredentialError('invalid-document');
  return value;
}

function isInput(value: unknown): value is jsonld.JsonLdDocument {
  return typeof value === 'object' && value !== null;
}

function isDataset(value: unknown): value is readonly Quad[] {
  return Array.isArray(value);
}

function asCredentialError(error: unknown): CredentialError {
  if (error instanceof CredentialError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code !== null) return new CredentialError(code, message, { cause: error });
  return new CredentialError(/deep iterations|work factor|abort/iu.test(message) ? 'too-complex' : 'invalid-document', message, {
    cause: error,
  });
}
