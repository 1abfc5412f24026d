/** The columns of a results file (contracts 6), in the order in which our own files have them. */
export const COLUMNS = [
  'action',
  'provider',
  'nsn',
  'family_name',
  'given_names',
  'date_of_birth',
  'outcome',
  'version',
  'date',
  'result',
  'mode',
  'original_date',
  'original_provider',
  'status',
  'reference',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these no row can be recorded; `provider` may come with the import, the rest have a meaning when they are absent. */
export const NEEDED: readonly Column[] = [
  'nsn',
  'family_name',
  'given_names',
  'date_of_birth',
  'outcome',
  'date',
  'result',
  'reference',
];
/** A file of withdrawals needs no more. */
export const NEEDED_TO_WITHDRAW: readonly Column[] = ['action', 'reference'];

/** What a reject file adds; taken and passed over, so that a mended reject file can be sent as it is. */
export const ADDED: readonly string[] = ['code', 'message'];

/** One row as it was reported: text, without the white space around it; what its file lacks is ''. */
export type ReportedRow = Readonly<Record<Column, string>>;

const BLANK: ReportedRow = {
  action: '',
  provider: '',
  nsn: '',
  family_name: '',
  given_names: '',
  date_of_birth: '',
  outcome: '',
  version: '',
  date: '',
  result: '',
  mode: '',
  original_date: '',
  original_provider: '',
  status: '',
  reference: '',
};

/** A row without any text, to be filled. */
export function blankRow(): Record<Column, string> {
  return { ...BLANK };
}
