import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'assessments',
  source: 'Repository rule R2: the assessments that it requires are part of the least that a record holds',
  says: {
    en: 'Says how it is assessed: at least one text, none of them empty.',
    mi: 'Ka kī me pēhea te aromatawai: kia kotahi neke atu te kupu, kaua tētahi e mahue.',
  },
};
const find = finder(rule);

/** At least one text, none of them empty. */
export const assessments: ListingCheck = {
  rule,
  run: ({ assessments: given }) => {
    if (given.length === 0) return [find('assessments', 'Say how it is assessed.', 'Kōrerohia me pēhea te aromatawai.')];
    return given.flatMap(({ text }, at) =>
      text.trim() === '' ? [find(`assessments[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
    );
  },
};
