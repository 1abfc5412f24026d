/** In which languages learning is offered, by BCP 47: the three of New Zealand by law or use, and those most taught in beside them. */
export const TAUGHT_IN = ['en', 'mi', 'nzs', 'sm', 'to', 'zh'] as const;
export type TaughtIn = (typeof TAUGHT_IN)[number];

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
