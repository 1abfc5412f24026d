import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'practice',
  source: 'Repository rule R2: its practice is part of the least that a record holds',
  says: {
    en: 'Says what practice it holds: at least one text, none of them empty.',
    mi: 'Ka kī he aha ngā mahi ā-ringa kei roto: kia kotahi neke atu te kupu, kaua tētahi e mahue.',
  },
};
const find = finder(rule);

/** At least one text, none of them empty. */
export const practice: ListingCheck = {
  rule,
  run: ({ practice: given }) => {
    if (given.length === 0) return [find('practice', 'Say what practice it holds.', 'Kōrerohia ngā mahi ā-ringa kei roto.')];
    return given.flatMap(({ text }, at) =>
      text.trim() === '' ? [find(`practice[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
    );
  },
};
