import { codeOf } from '../errors/codes.ts';
import { asString, type JsonObject } from '../json.ts';
import { decodeBase58 } from './base58.ts';
import { fits, signedData } from './signature.ts';
import { suiteOf } from './suites.ts';
import { instant } from '../time.ts';

export type ProofCode =
  | 'signature-fits'
  | 'signature-does-not-fit'
  | 'malformed-proof'
  | 'wrong-purpose'
  | 'proof-expired'
  | 'proof-not-yet'
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
 * `unknown` when it cannot be decided: a suite or context that we do not know, or a key of another kind.
 */
export async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  {
    publicKeyMultibase,
    now,
    purpose = 'assertionMethod',
  }: { readonly publicKeyMultibase: string; readonly now: string; readonly purpose?: string },
): Promise<ProofFinding> {
  const suite = suiteOf(proof);
  if (suite === null) return { outcome: 'unknown', code: 'unknown-suite' };
  const options = checkOptions(proof, now, purpose);
  if (options !== null) return { outcome: 'fail', code: options };
  try {
    const signature = decodeBase58(String(proof['proofValue']).slice(1));
    const { proof: _, ...unsecured } = document;
    const data = await signedData(unsecured, suite.options(proof, document['@context']));
    return (await fits(publicKeyMultibase, signature, data))
      ? { outcome: 'pass', code: 'signature-fits' }
      : { outcome: 'fail', code: 'signature-does-not-fit' };
  } catch (error) {
    return undecided(error);
  }
}

/** What is wrong with the proof's own statements, or null (Data Integrity 1.0, section 4.4). */
function checkOptions(proof: JsonObject, now: string, purpose: string): ProofCode | null {
  const value = asString(proof['proofValue']);
  if (value === null || !/^z[1-9A-HJ-NP-Za-km-z]{1,128}$/u.test(value)) return 'malformed-proof';
  if (asString(proof['verificationMethod']) === null) return 'malformed-proof';
  if (proof['proofPurpose'] !== purpose) return 'wrong-purpose';
  const at = instant(now) ?? Number.NaN;
  for (const [key, code] of [
    ['created', 'proof-not-yet'],
    ['expires', 'proof-expired'],
  ] as const) {
    if (proof[key] === undefined) continue;
    const moment = instant(proof[key]);
    if (moment === null) return 'malformed-proof';
    if (code === 'proof-not-yet' ? moment > at + CLOCK_SKEW : moment <= at) return code;
  }
  return null;
}

function undecided(error: unknown): ProofFinding {
  const code = codeOf(error);
  if (code === 'unknown-context') return { outcome: 'unknown', code };
  if (code === 'too-complex' || code === 'too-deep') return { outcome: 'fail', code: 'too-complex' };
  if (code === 'invalid-key') return { outcome: 'unknown', code: 'key-unreadable' };
  if (code === 'invalid-document') return { outcome: 'fail', code };
  throw error;
}
