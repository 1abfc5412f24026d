import { isObject } from '../json.ts';
import { mediaType } from '../jose/compact.ts';
import { publicJwk } from '../jose/keys.ts';
import { verifyCompact } from '../jose/verify.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { digestOf } from '../sd-jwt/hash.ts';
import { hashOf } from '../sd-jwt/token.ts';
import { instant } from '../time.ts';
import { type Envelope, rfc3339 } from './envelope.ts';
import { answers, isAsked } from './expected.ts';
import type { FindingCode } from './findings.ts';
import type { Subject } from './subject.ts';

/**
 * Was it presented by its holder, to us and just now (RFC 9901, section 7.3)? Null when it was, or when nobody asked for that and the
 * token carries no binding. A binding that is there must fit whoever asks. A nonce is taken once: shown again, it is refused.
 */
export async function checkKeyBinding(subject: Subject, { sdJwt, jwt }: Envelope): Promise<FindingCode<'proof'> | null> {
  const { expected = {} } = subject;
  const keyBinding = sdJwt?.keyBinding ?? null;
  if (sdJwt !== null && (keyBinding !== null || isAsked(expected))) {
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
    if (!isAsked(expected)) return null;
    if (made < now - CLOCK_SKEW) return 'proof-expired';
    return answers(expected, claims['aud'], claims['nonce']);
  }
  if (subject.kind !== 'presentation') return expected.takeNonce === undefined ? null : 'not-bound';
  return answers(expected, jwt.claims['aud'], jwt.claims['nonce']);
}
