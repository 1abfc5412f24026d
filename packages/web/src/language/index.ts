import { createInstance } from 'i18next';
import type { en } from './en/index.ts';
import type { Language } from './languages.ts';

export * from './dates.ts';
export * from './languages.ts';

type Entry = keyof typeof en;
type Stem<Name> = Name extends `${infer Start}_one` ? Start : Name extends `${infer Start}_other` ? Start : Name;
/** A sentence's name in the files of en/ and mi/; one with a plural is named without `_one` and `_other`. */
export type Key = Stem<Entry>;
export type Values = Readonly<Record<string, string | number>>;
/** Says a sentence in one language. */
export type Say = (key: Key, values?: Values) => string;

const instance = createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
});

/** Makes the sentences of a language known: `both.ts` does for all at once, the browser for the one that it shows. */
export function learn(language: Language, sentences: Readonly<Record<string, string>>): void {
  instance.addResourceBundle(language, 'translation', sentences);
}

/** Says a sentence. Browsers do not know the plurals of te reo Māori, so `count` picks the form here: one, or other. */
export function say(language: Language, key: Key, values: Values = {}): string {
  // As a string: a union of every sentence's name in each of its forms is more than the checker can compare.
  const stem: string = key;
  const name = instance.exists(stem, { lng: language }) ? stem : `${stem}_${values['count'] === 1 ? 'one' : 'other'}`;
  const { count, ...rest } = values;
  return instance.getFixedT(language)(name, count === undefined ? rest : { ...rest, n: count });
}

/** The sayer of one language, for components and pages. */
export function sayer(language: Language): Say {
  return (key, values) => say(language, key, values);
}

/** True for a field of NZQA's 17 that has a name here, and for `unclassified`. */
export function fieldLabel(field: string | null, language: Language): string {
  return entry(language, `field.${field ?? 'unclassified'}`) ?? field ?? '';
}

/** The text of an entry that is named by data (a reason, a status), or null when there is none. */
export function entry(language: Language, name: string, values: Values = {}): string | null {
  return !instance.exists(name, { lng: language }) ? null : instance.getFixedT(language)(name, values);
}

/** Which language a page is asked for in: the address first, then the cookie, else English. */
export function languageOf(search: string, cookie: string): Language {
  const asked = new URLSearchParams(search).get('lang') ?? /(?:^|;\s*)lang=(\w+)/.exec(cookie)?.[1];
  return asked === 'mi' ? 'mi' : 'en';
}

const MAORI_WORDS = new Set(['te', 'ngā', 'he', 'ki', 'kei', 'mō', 'whai', 'wāhi', 'reo', 'ako', 'hua']);
/** A word as te reo Māori is spelt: each syllable ends in a vowel, and begins with one of ten consonants or none. */
const MAORI_SPELLING = /^(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū])+$/u;

/**
 * `mi` for a name that is plainly in te reo Māori, so that a screen reader says it right; else `en`. Plainly: two of its small words, a
 * first word spelt as Māori is, and at most a quarter of the words spelt otherwise. An English name that speaks of te reo Māori is English.
 */
export function languageOfName(name: string): Language {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => !MAORI_SPELLING.test(word)).length;
  const first = words[0];
  const plain = first !== undefined && MAORI_SPELLING.test(first) && foreign * 4 <= words.length;
  return plain && words.filter((word) => MAORI_WORDS.has(word)).length >= 2 ? 'mi' : 'en';
}
