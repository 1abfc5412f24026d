import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'level',
  source: 'DASS Listing and Operational Rules 2022: a level from 1 to 10',
  says: { en: 'Has a level from 1 to 10.', mi: 'He kaupae tōna, mai i te 1 ki te 10.' },
};
const find = finder(rule);

/** A level from 1 to 10. */
export const level: ListingCheck = {
  rule,
  run: ({ level: given }) => {
    if (given === null) return [find('level', 'It needs a level.', 'Me whai kaupae.')];
    return Number.isInteger(given) && given >= 1 && given <= 10
      ? []
      : [find('level', 'A level is a whole number from 1 to 10.', 'He tau tōpū te kaupae, mai i te 1 ki te 10.')];
  },
};
