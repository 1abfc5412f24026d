import { matchLearners } from '../identity/index.ts';
import type { ClaimNames } from '../operations/settings.ts';
import type { Services } from '../services.ts';

export interface VerifiedClaims {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/**
 * The learner whom the issuer verified: NSN, name and birth date must all agree with a record. The settings name the claims. Null when it
 * verified none.
 */
export async function learnerOf(services: Services, claims: VerifiedClaims): Promise<number | null> {
  const identity = identityIn(claims, services.settings.claims);
  if (identity === null) return null;
  const [answer] = await matchLearners(services, `sign-in:${claims.sub.slice(0, 60)}`, [identity]);
  return typeof answer === 'number' ? answer : null;
}

function identityIn(
  claims: VerifiedClaims,
  names: ClaimNames,
): { readonly nsn: string; readonly familyName: string; readonly givenNames: string; readonly birthDate: string } | null {
  if (names.nsnVerified !== null && claims[names.nsnVerified] !== true) return null;
  const [nsn, birthDate] = [claims[names.nsn], claims[names.birthDate]];
  const [familyName, givenNames] = [claims[names.familyName], claims[names.givenNames]];
  const whole =
    typeof nsn === 'string' && typeof birthDate === 'string' && typeof familyName === 'string' && typeof givenNames === 'string';
  return whole ? { nsn, familyName, givenNames, birthDate } : null;
}
