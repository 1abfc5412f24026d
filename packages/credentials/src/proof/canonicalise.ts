import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { documentLoader } from '../contexts/index.ts';
import { CredentialError, codeOf } from '../errors/codes.ts';
import type { JsonObject } from '../json.ts';
import { checkShape, MAX_DEEP_ITERATIONS, MAX_QUADS } from './limits.ts';

/** `safe` is not in the type declarations of jsonld.js: a term that no context defines is an error, not silently dropped from what is signed. */
interface SafeOptions extends jsonld.Options.Expand {
  readonly safe: true;
}
const options: SafeOptions = { safe: true, documentLoader };

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0).
 * Throws `unknown-context`, `invalid-document` (a term that no context defines, a protected term redefined), `too-deep` or `too-complex`.
 */
export async function canonicalise(document: JsonObject): Promise<string> {
  checkShape(document);
  try {
    const dataset: unknown = await jsonld.toRDF({ ...document }, options);
    if (!Array.isArray(dataset)) throw new CredentialError('invalid-document');
    if (dataset.length > MAX_QUADS) throw new CredentialError('too-complex');
    return await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxDeepIterations: MAX_DEEP_ITERATIONS,
      rejectURDNA2015: true,
    });
  } catch (error) {
    throw asCredentialError(error);
  }
}

/** The document in JSON-LD's expanded form. Throws as `canonicalise` does. */
export async function expand(document: JsonObject): Promise<readonly unknown[]> {
  checkShape(document);
  try {
    return await jsonld.expand({ ...document }, options);
  } catch (error) {
    throw asCredentialError(error);
  }
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
