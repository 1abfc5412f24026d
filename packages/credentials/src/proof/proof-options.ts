import { asList, asString, isIri, type JsonObject } from '../json.ts';
import { instant, instantOrUtc } from '../time.ts';

export type OptionsCode =
  | 'malformed-proof'
  | 'wrong-purpose'
  | 'proof-expired'
  | 'proof-not-yet'
  | 'wrong-challenge'
  | 'wrong-domain';

/** What the verifier expects of a proof. */
export interface Expected {
  /** The moment to judge by, RFC 3339. */
  readonly now: string;
  /** `assertionMethod` when it is left out. */
  readonly purpose?: string;
  /** What the verifier asked for; a proof with another, or with none, was made for somebody else. */
  readonly challenge?: string;
  readonly domain?: string;
}

/** What is wrong with the proof's own statements, or null (Data Integrity 1.0, sections 2.1 and 4.4). */
export function checkOptions(
  proof: JsonObject,
  { now, purpose = 'assertionMethod', challenge, domain }: Expected,
  skew: number,
): OptionsCode | null {
  if (asString(proof['verificationMethod']) === null) return 'malformed-proof';
  if (proof['id'] !== undefined && !isIri(proof['id'])) return 'malformed-proof';
  for (const key of ['challenge', 'nonce'])
    if (proof[key] !== undefined && asString(proof[key]) === null) return 'malformed-proof';
  if (!asList(proof['domain']).every((one) => typeof one === 'string')) return 'malformed-proof';
  if (proof['proofPurpose'] !== purpose) return 'wrong-purpose';
  if (challenge !== undefined && proof['challenge'] !== challenge) return 'wrong-challenge';
  if (domain !== undefined && !asList(proof['domain']).includes(domain)) return 'wrong-domain';
  return checkDates(proof, instant(now) ?? Number.NaN, skew);
}

function checkDates(proof: JsonObject, at: number, skew: number): OptionsCode | null {
  for (const [key, code] of [
    ['created', 'proof-not-yet'],
    ['expires', 'proof-expired'],
  ] as const) {
    if (proof[key] === undefined) continue;
    const moment = instantOrUtc(proof[key]);
    if (moment === null) return 'malformed-proof';
    if (code === 'proof-not-yet' ? moment > at + skew : moment <= at) return code;
  }
  return null;
}
