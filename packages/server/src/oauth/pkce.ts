import { createHash } from 'node:crypto';

/** Whether a client sent a challenge that a verifier can be held against: S256 only (RFC 7636, section 4.3; RFC 9700, section 2.1.1). */
export function isChallenge(challenge: string | undefined, method: string | undefined): challenge is string {
  return method === 'S256' && /^[\w-]{43}$/u.test(challenge ?? '');
}

/** The challenge of a verifier (RFC 7636, section 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
