import { finder, type ListingCheck } from '../finding.ts';

const find = finder('level', 'domain 1.2 and 2.1: a level of the framework, 1 to 10');

/** A level from 1 to 10. */
export const level: ListingCheck = ({ level: given }) => {
  if (given === null) return [find('level', 'It needs a level.', 'Me whai kaupae.')];
  return Number.isInteger(given) && given >= 1 && given <= 10
    ? []
    : [find('level', 'A level is a whole number from 1 to 10.', 'He tau tōpū te kaupae, mai i te 1 ki te 10.')];
};
