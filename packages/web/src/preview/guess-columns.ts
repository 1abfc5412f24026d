import { ADDED, type Column, COLUMNS, isNsnText, resultOf } from '@recognition/recognition/results';

/** Other names that systems give the columns, folded: letters and digits only. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  action: ['action', 'operation', 'changetype', 'mahi'],
  provider: ['provider', 'providercode', 'providernumber', 'edumis', 'moenumber', 'organisation', 'kaiwhakarato'],
  nsn: ['nsn', 'nationalstudentnumber', 'nsnnumber', 'studentnsn', 'learnernsn', 'tauākonga'],
  family_name: ['familyname', 'surname', 'lastname', 'learnersurname', 'studentsurname', 'ingoawhānau', 'ingoawhanau'],
  given_names: [
    'givennames',
    'givenname',
    'firstname',
    'firstnames',
    'forename',
    'forenames',
    'name',
    'fullname',
    'learnername',
    'studentname',
    'ingoatapa',
  ],
  date_of_birth: ['dateofbirth', 'dob', 'birthdate', 'birthday', 'rāwhānau', 'rawhanau'],
  outcome: [
    'outcome',
    'outcomecode',
    'standard',
    'standardnumber',
    'standardno',
    'unitstandard',
    'unit',
    'unitcode',
    'skillstandard',
    'assessmentstandard',
    'us',
    'putangaakoranga',
    'paerewa',
  ],
  version: ['version', 'ver', 'versionnumber', 'standardversion', 'outcomeversion', 'putanga'],
  date: [
    'date',
    'resultdate',
    'dateachieved',
    'achieveddate',
    'achievementdate',
    'completiondate',
    'datecompleted',
    'assessmentdate',
    'dateofresult',
    'rā',
    'ra',
  ],
  result: ['result', 'grade', 'achievement', 'resultcode', 'hua', 'otinga'],
  mode: ['mode', 'assessmentmode', 'method', 'resulttype', 'aratuka'],
  original_date: ['originaldate', 'originalachievementdate', 'rātaketake'],
  original_provider: ['originalprovider', 'transferredfrom', 'kaiwhakaratotaketake'],
  status: ['status', 'resultstatus', 'tūnga'],
  reference: ['reference', 'ref', 'resultid', 'recordid', 'id', 'externalid', 'resultreference', 'enrolmentid', 'tohutoro'],
};

/** A header's name as it is remembered and compared. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What each column of a file is: as this provider said before, else by its name, else by its values. Null: passed over. No column of a
 * results file is given twice.
 */
export function guessColumns(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  remembered: Readonly<Record<string, string | null>>,
): readonly (Column | null)[] {
  const taken = new Set<Column>();
  const guessed: (Column | null)[] = header.map(() => null);
  const settled = header.map(() => false);
  const take = (at: number, column: Column | null): void => {
    if (settled[at] === true || (column !== null && taken.has(column))) return;
    settled[at] = true;
    guessed[at] = column;
    if (column !== null) taken.add(column);
  };
  const folded = header.map(foldHeader);
  header.forEach((name, at) => {
    const before = remembered[folded[at] ?? ''];
    if (before === null || isColumn(before)) take(at, before);
    else if (isColumn(name.trim().toLowerCase())) take(at, columnOf(name.trim().toLowerCase()));
  });
  // A reject file that was mended: its reasons are not results.
  const rejects = ADDED.every((name) => folded.includes(name));
  folded.forEach((name, at) => {
    if (rejects && ADDED.includes(name)) take(at, null);
    else for (const column of COLUMNS) if (NAMES[column].includes(name)) take(at, column);
  });
  header.forEach((_, at) => {
    const values = samples.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
    if (values.length === 0) return;
    if (values.every(isNsnText)) take(at, 'nsn');
    else if (values.every((value) => resultOf(value) !== undefined)) take(at, 'result');
  });
  return guessed;
}

/** What is still to be said before a file can be read; empty when nothing is. */
export function missingColumns(columns: readonly (Column | null)[]): readonly Column[] {
  const has = (column: Column): boolean => columns.includes(column);
  const needed: Column[] = ['nsn', 'date_of_birth', 'outcome', 'date', 'result', 'reference'];
  const missing = needed.filter((column) => !has(column));
  if (!has('family_name') && !has('given_names')) missing.push('given_names');
  // A file of withdrawals needs no more.
  return has('action') && has('reference') && missing.length === needed.length ? [] : missing;
}

function isColumn(name: unknown): name is Column {
  return typeof name === 'string' && columnOf(name) !== null;
}

function columnOf(name: string): Column | null {
  return COLUMNS.find((column) => column === name) ?? null;
}
