import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'credits',
  source:
    'DASS Listing and Operational Rules 2022: whole credits of ten notional hours; NZQA, Micro-credentials: up to 40 credits',
  says: {
    en: 'Has a whole number of credits from 1 to 40; a member of a group has 0, since the group carries the credit.',
    mi: 'He tau tōpū ngā whiwhinga, mai i te 1 ki te 40; he 0 tā te mema o tētahi rōpū, kei te rōpū hoki te whiwhinga.',
  },
};
const find = finder(rule);

/** A whole number of credits, 1 to 40; a member of a group carries none of its own. */
export const credits: ListingCheck = {
  rule,
  run: ({ credits: given, group }) => {
    if (group !== null) {
      return given === 0 || given === null
        ? []
        : [
            find(
              'credits',
              'The credit sits on the group, so this outcome carries 0.',
              'Kei te rōpū te whiwhinga, nō reira he 0 tā tēnei hua.',
            ),
          ];
    }
    if (given === null) return [find('credits', 'It needs a credit value.', 'Me whai uara whiwhinga.')];
    return Number.isInteger(given) && given >= 1 && given <= 40
      ? []
      : [find('credits', 'Credits are a whole number from 1 to 40.', 'He tau tōpū ngā whiwhinga, mai i te 1 ki te 40.')];
  },
};
