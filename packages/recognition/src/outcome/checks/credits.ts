import { finder, type ListingCheck } from '../finding.ts';

const find = finder('credits', 'domain 1.2 and 2.2: whole credits of ten notional hours, 1 to 40 for a micro-credential');

/** A whole number of credits, 1 to 40; a member of a group carries none of its own. */
export const credits: ListingCheck = ({ credits: given, group }) => {
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
};
