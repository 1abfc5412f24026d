import { first } from './first.ts';
import { rest } from './rest.ts';

/** Every sentence in English, a file for each part of the site. A name stands in one file only. */
export const en = { ...first, ...rest };
