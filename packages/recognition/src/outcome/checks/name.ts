import { finder, type ListingCheck } from '../finding.ts';

const find = finder(
  'name',
  'R2: an outcome has a name; domain 1.1: a name has its length, and domain 8: macrons are part of spelling',
);
const LONGEST = 200;

/** The name is there, not padded, and short enough to be read. */
export const name: ListingCheck = ({ name: given }) => {
  if (given.trim() === '') return [find('name', 'It needs a name.', 'Me whai ingoa.')];
  if (given !== given.trim())
    return [
      find('name', 'The name begins or ends with a space.', 'He mokowā kei te tīmatanga, kei te mutunga rānei o te ingoa.'),
    ];
  if (given.length > LONGEST)
    return [find('name', `The name is longer than ${LONGEST} characters.`, `He roa ake te ingoa i ngā pūāhua e ${LONGEST}.`)];
  return [];
};
