import { codeOf } from '../errors/codes.ts';
import { asString, type JsonObject } from '../json.ts';
import { previousProofs, unsecuredFor } from './chain.ts';
import { digest as ownDigest, type Digest } from './digest.ts';
import { decodeMultikey } from './multikey.ts';
import { checkOptions, type Expected, type OptionsCode } from './proof-options.ts';
import { suiteOf } from './suites/index.ts';
import type { Fit } from './suites/suite.ts';
import { contextLeads } from './suites/whole.ts';

export type ProofCode =
  | Fit
  | OptionsCode
  | 'previous-proof-missing'
  | 'key-of-another-kind'
  | 'context-differs'
  | 'unknown-suite'
  | 'unknown-context'
  | 'invalid-document'
  | 'too-complex'
  | 'key-unreadable';

export interface ProofFinding {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly code: ProofCode;
}

/** Clocks of two machines may differ by this much, in milliseconds. */
export const CLOCK_SKEW = 5 * 60_000;

/**
 * Whether one proof fits a document under one public key: the signature and the options of the proof, not to whom the key belongs.
 * `document` holds all of its proofs, so that a proof that stands on others (`previousProof`) can be read; those others are judged on
 * their own. `unknown` when it cannot be decided: a suite or context that we do not know, or a key of another kind.
 */
export async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  {
    publicKeyMultibase,
    digest = ownDigest,
    ...expected
  }: Expected & { readonly publicKeyMultibase: string; readonly digest?: Digest },
): Promise<ProofFinding> {
  const suite = suiteOf(proof);
  if (suite === null) return { outcome: 'unknown', code: 'unknown-suite' };
  const value = asString(proof['proofValue']);
  if (value === null || !suite.wellFormed(value)) return fail('malformed-proof');
  const options = checkOptions(proof, expected, CLOCK_SKEW);
  if (options !== null) return fail(options);
  const previous = previousProofs(document, proof);
  if (previous === null) return fail('previous-proof-missing');
  if (suite.name.includes('-jcs-') && !contextLeads(proof, document)) return fail('context-differs');
  try {
    const key = decodeMultikey(publicKeyMultibase);
    if (!suite.curves.includes(key.curve)) return fail('key-of-another-kind');
    const code = await suite.fit(unsecuredFor(document, previous), proof, key, digest);
    return { outcome: code === 'signature-fits' ? 'pass' : 'fail', code };
  } catch (error) {
    return undecided(error);
  }
}

function fail(code: ProofCode): ProofFinding {
  return { outcome: 'fail', code };
}

function undecided(error: unknown): ProofFinding {
  const code = codeOf(error);
  if (code === 'unknown-context') return { outcome: 'unknown', code };
  if (code === 'too-complex' || code === 'too-deep') return fail('too-complex');
  if (code === 'invalid-key') return { outcome: 'unknown', code: 'key-unreadable' };
  if (code === 'invalid-document') return fail(code);
  throw error;
}
