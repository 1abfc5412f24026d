import { finder, type Finding, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'title-words',
  source: 'Listing Rules 2022, rule 6: words that a title may not use where they may confuse',
  says: {
    en: 'Advises against words in the name that belong to qualifications, such as “diploma” or “degree”.',
    mi: 'Ka tohutohu kia kaua e whakamahia i te ingoa ngā kupu nō ngā tohu mātauranga, pērā i te “diploma” me te “degree”.',
  },
};
const find = finder(rule);

/** The words, as they are written; a hyphen or space inside is optional. */
export const RESTRICTED = [
  'New Zealand',
  'national',
  'diploma',
  'degree',
  'bachelor',
  'master',
  'doctor',
  'under-graduate',
  'post-graduate',
] as const;
const PATTERNS = RESTRICTED.map((word) => ({
  word,
  pattern: new RegExp(`(?<![\\p{L}])${word.replace(/[- ]/g, '[-\\s]?')}(?:'?s|al)?(?![\\p{L}])`, 'iu'),
}));

/** The restricted words in a title. */
export const restrictedWords = (title: string): readonly string[] =>
  PATTERNS.filter(({ pattern }) => pattern.test(title.normalize('NFC'))).map(({ word }) => word);

/** Findings for each restricted word of a title. */
export const findRestricted = (title: string, path: string, severity: Finding['severity']): readonly Finding[] =>
  restrictedWords(title).map((word) =>
    find(path, `A title does not use the word “${word}”.`, `Kāore te taitara e whakamahi i te kupu “${word}”.`, severity),
  );

/** For an outcome this is advice: a standard may be about a diploma, or name New Zealand law. */
export const titleWords: ListingCheck = { rule, run: ({ name }) => findRestricted(name, 'name', 'advice') };
