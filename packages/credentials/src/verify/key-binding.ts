import { asList, isObject } from '../json.ts';
import { mediaType } from '../jose/compact.ts';
import { publicJwk } from '../jose/keys.ts';
import { verifyCompact } from '../jose/verify.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { digestOf } from '../sd-jwt/hash.ts';
import { hashOf } from '../sd-jwt/token.ts';
import { instant } from '../time.ts';
import { type Envelope, rfc3339 } from './envelope.ts';
import type { ExaminedProof } from './examined-proof.ts';
import type { FindingCode } from './findings.ts';
import type { Subject } from './subject.ts';

/**
 * Was it presented by its holder, to us and just now (RFC 9901, section 7.3)? Null when it was, or when nobody asked for that and the
 * token carries no binding. A binding that is there must fit whoever asks. A nonce is taken once: shown again, it is refused.
 */
export async function checkKeyBinding(subject: Subject, { sdJwt, jwt }: Envelope): Promise<FindingCode<'proof'> | null> {
  const expected = subject.expected;
  const keyBinding = sdJwt?.keyBinding ?? null;
  if (sdJwt !== null && (keyBinding !== null || expected !== undefined)) {
    if (keyBinding === null) return 'not-bound';
    const holder = isObject(jwt.claims['cnf']) ? publicJwk(jwt.claims['cnf']['jwk']) : null;
    if (holder === null || mediaType(keyBinding.header['typ']) !== 'kb+jwt') return 'binding-does-not-fit';
    const { claims, header, text } = keyBinding;
    if ((await verifyCompact(text, header['alg'], holder)) !== 'signature-fits') return 'binding-does-not-fit';
    const hash = await digestOf(sdJwt.presented, hashOf(jwt.claims));
    if (claims['sd_hash'] !== hash) return 'binding-does-not-fit';
    const [made, now] = [instant(rfc3339(claims['iat'])), instant(subject.now) ?? Number.NaN];
    if (made === null || typeof claims['nonce'] !== 'string') return 'binding-does-not-fit';
    if (made > now + CLOCK_SKEW) return 'proof-not-yet';
    if (expected === undefined) return null;
    if (made < now - CLOCK_SKEW) return 'proof-expired';
    return answers(claims['aud'], claims['nonce'], expected);
  }
  if (expected === undefined) return null;
  // A credential that nobody presents answers no question.
  if (subject.kind !== 'presentation') return 'not-bound';
  return answers(jwt.claims['aud'], jwt.claims['nonce'], expected);
}

/**
 * The same for JSON: what was asked for must be a presentation that its holder signed, with `domain` and `challenge` in a proof that fits (Data
 * Integrity 1.0, section 2.1).
 */
export async function checkChallenge(
  { kind, expected }: Subject,
  proofs: readonly ExaminedProof[],
): Promise<FindingCode<'proof'> | null> {
  if (expected === undefined) return null;
  const [fitting] = proofs.filter(({ outcome }) => outcome === 'pass');
  if (kind !== 'presentation' || fitting === undefined) return 'not-bound';
  return answers(fitting.proof['domain'], fitting.proof['challenge'], expected);
}

async function answers(
  audience: unknown,
  nonce: unknown,
  expected: NonNullable<Subject['expected']>,
): Promise<FindingCode<'proof'> | null> {
  if (!asList(audience).includes(expected.audience)) return 'for-another';
  return typeof nonce === 'string' && (await expected.takeNonce(nonce)) ? null : 'nonce-refused';
}
