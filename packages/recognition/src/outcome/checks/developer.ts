import { finder, type ListingCheck } from '../finding.ts';

const find = finder('developer', 'domain 2.2: Listing Rules 2022, rule 6, the developer is named');

/** Somebody answers for the definition. */
export const developer: ListingCheck = ({ developer: given }) =>
  given === null
    ? [find('developer', 'It needs a developer who answers for it.', 'Me whai kaihanga hei kawe i te haepapa.')]
    : [];
