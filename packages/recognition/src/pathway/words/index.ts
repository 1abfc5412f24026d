import { fieldName, formatDate, type Language } from '../../explain/index.ts';
import type { Field } from '../../record/portable-record.ts';
import type { Why } from '../why.ts';
import { en } from './en.ts';
import { mi } from './mi.ts';

/** What things are called, by their ids. */
export interface PathwayNames {
  readonly skill: (uri: string) => string;
  readonly offer: (id: string) => string;
  readonly achievement: (id: string) => string;
}

export interface PathwayWords {
  readonly why: (
    why: Why,
    names: PathwayNames & { readonly field: (field: Field) => string; readonly date: (date: string) => string },
  ) => string;
}

const LANGUAGES: Readonly<Record<Language, PathwayWords>> = { en, mi };

/** A reason in a sentence. A licensed translator has not yet been over the Māori. */
export const sayWhy = (why: Why, names: PathwayNames, language: Language): string =>
  LANGUAGES[language].why(why, {
    ...names,
    field: (field) => fieldName(field, language),
    date: (date) => formatDate(date, language),
  });
