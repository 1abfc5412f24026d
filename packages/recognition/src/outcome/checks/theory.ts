import { finder, type ListingCheck } from '../finding.ts';

const find = finder(
  'theory',
  'R2: required assessments, theoretical components and practical elements are part of the least a record holds',
);

/** At least one text, none of them empty. */
export const theory: ListingCheck = ({ theory: given }) => {
  if (given.length === 0) return [find('theory', 'Say what theory it holds.', 'Kōrerohia ngā ariā kei roto.')];
  return given.flatMap(({ text }, at) =>
    text.trim() === '' ? [find(`theory[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
  );
};
