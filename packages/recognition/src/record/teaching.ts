/** Kinds of organisation that teach, and can be asked for a package (domain 2.4); boards, ministries, employers and NZQA itself do not. */
export const TEACHING_KINDS: readonly string[] = [
  'nzist',
  'polytechnic',
  'wananga',
  'government-training-establishment',
  'private-training-establishment',
  'university',
  'school',
  'provider',
  'other',
];
