import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'theory',
  source: 'Repository rule R2: its theory is part of the least that a record holds',
  says: {
    en: 'Says what theory it holds: at least one text, none of them empty.',
    mi: 'Ka kī he aha ngā ariā kei roto: kia kotahi neke atu te kupu, kaua tētahi e mahue.',
  },
};
const find = finder(rule);

/** At least one text, none of them empty. */
export const theory: ListingCheck = {
  rule,
  run: ({ theory: given }) => {
    if (given.length === 0) return [find('theory', 'Say what theory it holds.', 'Kōrerohia ngā ariā kei roto.')];
    return given.flatMap(({ text }, at) =>
      text.trim() === '' ? [find(`theory[${at}].text`, 'This text is empty.', 'He mahue tēnei kupu.')] : [],
    );
  },
};
