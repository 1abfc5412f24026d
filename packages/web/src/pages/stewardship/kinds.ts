/** Kinds of organisation that a steward may add. */
export const ORGANISATION_KINDS = [
  'private-training-establishment',
  'polytechnic',
  'wananga',
  'university',
  'school',
  'government-training-establishment',
  'industry-skills-board',
  'employer',
  'ministry',
  'provider',
  'other',
] as const;

/** What consent to assess may cover. */
export const SCOPE_KINDS = ['all', 'field', 'subfield', 'domain', 'outcome'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
