/**
 * The people of the demonstration, one for each telling state. All are invented; their NSNs are ten digits beginning 0000. The
 * demonstration's issuer signs each in by one click, and `index.ts` in this folder gives each their record.
 */
export interface Persona {
  /** In the sign-in link: `/sign-in?as=<id>`; also the subject at the demonstration's issuer. */
  readonly id: string;
  readonly door: 'learner' | 'provider' | 'developer' | 'employer' | 'steward';
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'mi';
  /** What this person's sign-in is good for seeing. */
  readonly shows: { readonly en: string; readonly mi: string };
  /** Learners: who they are to the identity folder. */
  readonly learner?: {
    readonly nsn: string;
    readonly familyName: string;
    readonly givenNames: string;
    readonly birthDate: string;
    /** Their issuer has not verified who they are: they link their record with a provider's code. */
    readonly unverified?: true;
  };
  /** The page that the sign-in leads to, where it is not the door's first. */
  readonly opens?: string;
  /** Staff: public id of the organisation, and their roles there. */
  readonly staff?: { readonly organisation: string; readonly roles: readonly string[] };
}
