import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'name',
  source: 'Repository rule R2: a name; written as it is spelt, with its macrons',
  says: {
    en: 'Has a name of at most 200 characters, without spaces at either end.',
    mi: 'He ingoa tōna, kia kaua e neke atu i te 200 pūāhua, kāore he mokowā kei ngā pito.',
  },
};
const find = finder(rule);
const LONGEST = 200;

/** The name is there, not padded, and short enough to be read. */
export const name: ListingCheck = {
  rule,
  run: ({ name: given }) => {
    if (given.trim() === '') return [find('name', 'It needs a name.', 'Me whai ingoa.')];
    if (given !== given.trim())
      return [
        find('name', 'The name begins or ends with a space.', 'He mokowā kei te tīmatanga, kei te mutunga rānei o te ingoa.'),
      ];
    if (given.length > LONGEST)
      return [find('name', `The name is longer than ${LONGEST} characters.`, `He roa ake te ingoa i ngā pūāhua e ${LONGEST}.`)];
    return [];
  },
};
