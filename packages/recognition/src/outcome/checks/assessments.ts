import { finder, type ListingCheck } from '../finding.ts';

const find = finder(
  'assessments',
  'R2: required assessments, theoretical components and practical elements are part of the least a record holds',
);

/** At least one text, none of them empty. */
export const assessments: ListingCheck = ({ assessments: given }) => {
  if (given.length === 0) return [find('assessments', 'Say how it is assessed.', 'Kōrerohia me pēhea te aromatawai.')];
  return given.flatMap(({ text }, at) =>
    text.trim() === '' ? [find(`assessments[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
  );
};
