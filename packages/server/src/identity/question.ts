import { foldName } from './fold-name.ts';

/** Who a reported result is said to be about, as it was written. */
export interface ReportedIdentity {
  readonly nsn: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** `YYYY-MM-DD`; null: unknown. */
  readonly birthDate: string | null;
}

/**
 * The learner's id; or `new`, when the NSN is unknown, the identity is full and the setting lets it create a learner; or one answer for
 * unknown and for mismatched; or none because this asker has missed too often.
 */
export type IdentityAnswer = number | 'new' | 'identity-not-confirmed' | 'identity-probing';

/** Stands in national data for a birth date that is not known (domain 2.5). */
const PROXY_BIRTH_DATE = '1918-11-11';
const NSN = /^[0-9]{9,10}$/;

/** Nine or ten digits, kept as text; no check digit is published (domain 2.5). */
export function isNsn(text: string): boolean {
  return NSN.test(text);
}

/** A birth date that can confirm somebody, or null. */
export function knownBirthDate(birthDate: string | null): string | null {
  return birthDate === null || birthDate === '' || birthDate === PROXY_BIRTH_DATE ? null : birthDate;
}

/** What is compared: null where the identity is not full, so that it confirms nobody. */
export function comparable(identity: ReportedIdentity): { readonly folded: string; readonly birthDate: string } | null {
  const birthDate = knownBirthDate(identity.birthDate);
  const folded = foldName(identity.familyName, identity.givenNames);
  return birthDate === null || folded === '' || !isNsn(identity.nsn) ? null : { folded, birthDate };
}
