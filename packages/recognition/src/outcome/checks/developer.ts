import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'developer',
  source: 'Listing Rules 2022, rule 6: the developer is named',
  says: { en: 'Names the organisation that answers for it.', mi: 'Ka whakahua i te whakahaere e kawe ana i te haepapa.' },
};
const find = finder(rule);

/** Somebody answers for the definition. */
export const developer: ListingCheck = {
  rule,
  run: ({ developer: given }) =>
    given === null
      ? [find('developer', 'It needs a developer who answers for it.', 'Me whai kaihanga hei kawe i te haepapa.')]
      : [],
};
