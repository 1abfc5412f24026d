import { first } from './first.ts';
import { rest } from './rest.ts';

/** Every sentence in te reo Māori, a file for each part of the site. A name stands in one file only. */
export const mi = { ...first, ...rest };
