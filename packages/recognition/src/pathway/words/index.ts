import { fieldName, formatDate, type Language } from '../../explain/index.ts';
import type { Why } from '../why.ts';
import { en } from './en.ts';
import { mi } from './mi.ts';
import type { PathwayNames, PathwayWords } from './words.ts';

export type { PathwayNames } from './words.ts';

const LANGUAGES: Readonly<Record<Language, PathwayWords>> = { en, mi };

/** A reason in a sentence. A licensed translator has not yet been over the Māori. */
export const sayWhy = (why: Why, names: PathwayNames, language: Language): string =>
  LANGUAGES[language].why(why, {
    ...names,
    field: (field) => fieldName(field, language),
    date: (date) => formatDate(date, language),
  });
