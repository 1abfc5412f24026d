/** Why a file is not a record or a catalogue. Stable: scripts may rely on them. */
export const RECORD_PROBLEM_CODES = [
  'not-an-object',
  'wrong-type',
  'unknown-key',
  'missing-key',
  'not-a-list',
  'not-text',
  'not-nfc',
  'bad-id',
  'bad-number',
  'bad-date',
  'bad-value',
  'unknown-field',
  'duplicate-id',
  'dangling-reference',
  'excludes-itself',
  'group-member-has-credit',
  'group-disagrees',
  'group-too-many-members',
  'group-members-conflict',
  'original-date',
  'source-without-transfer',
  'transfer-circle',
  'period-backwards',
  'too-many-problems',
] as const;
export type RecordProblemCode = (typeof RECORD_PROBLEM_CODES)[number];

/** One thing that makes a file unusable, and where it is, such as `achievements[3].date`. */
export interface RecordProblem {
  readonly path: string;
  readonly code: RecordProblemCode;
  readonly message: string;
}

/** After so many problems the rest of the file is not looked at. */
export const MOST_PROBLEMS = 100;
