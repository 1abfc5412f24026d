import { finder, type ListingCheck } from '../finding.ts';

const find = finder(
  'practice',
  'R2: required assessments, theoretical components and practical elements are part of the least a record holds',
);

/** At least one text, none of them empty. */
export const practice: ListingCheck = ({ practice: given }) => {
  if (given.length === 0) return [find('practice', 'Say what practice it holds.', 'Kōrerohia ngā mahi ā-ringa kei roto.')];
  return given.flatMap(({ text }, at) =>
    text.trim() === '' ? [find(`practice[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
  );
};
