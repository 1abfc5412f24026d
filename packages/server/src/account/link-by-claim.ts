import { matchLearners } from '../identity/index.ts';
import type { Services } from '../services.ts';

export interface VerifiedClaims {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** The learner whom the issuer verified: NSN, name and birth date must all agree with a record. Null when it verified none. */
export async function learnerOf(services: Services, claims: VerifiedClaims): Promise<number | null> {
  const { nsn, birthdate, family_name: family, given_name: given, sub } = claims;
  if (typeof nsn !== 'string' || typeof birthdate !== 'string' || typeof family !== 'string' || typeof given !== 'string')
    return null;
  const [answer] = await matchLearners(services, `sign-in:${sub.slice(0, 60)}`, [
    { nsn, familyName: family, givenNames: given, birthDate: birthdate },
  ]);
  return typeof answer === 'number' ? answer : null;
}
