import type { Worded } from './worded.ts';

/** One text of a definition, with where it stands. */
export interface Statement {
  /** `name`, or such as `practice[0].text`. */
  readonly path: string;
  readonly text: string;
  readonly lang: string;
}

/** The texts of a definition, as the rules read them. */
export interface Statements {
  readonly name: Statement;
  readonly assessments: readonly Statement[];
  readonly theory: readonly Statement[];
  readonly practice: readonly Statement[];
  /** Every text that says something, the name first. */
  readonly all: readonly Statement[];
}

/**
 * The texts of a definition. A name has no language of its own: it is te reo Māori where each of its words can be, else that of the texts
 * where none of them is in a language that the rules know, else English.
 */
export function statementsOf(outcome: Worded): Statements {
  const texts = [...outcome.assessments, ...outcome.theory, ...outcome.practice];
  const other = texts.some(({ lang }) => isKnown(lang)) ? undefined : texts[0]?.lang;
  const name: Statement = { path: 'name', text: outcome.name, lang: isMaori(outcome.name) ? 'mi' : (other ?? 'en') };
  const of = (part: 'assessments' | 'theory' | 'practice'): readonly Statement[] =>
    outcome[part].map(({ text, lang }, at) => ({ path: `${part}[${at}].text`, text, lang }));
  const [assessments, theory, practice] = [of('assessments'), of('theory'), of('practice')];
  const all = [name, ...assessments, ...theory, ...practice].filter(({ text }) => text.trim() !== '');
  return { name, assessments, theory, practice, all };
}

/** Whether a text is said to be English: the rules of English look at no other. */
export const isEnglish = ({ lang }: Pick<Statement, 'lang'>): boolean => /^en(?:-|$)/iu.test(lang);

/** Whether the rules know a language: English and te reo Māori. */
const isKnown = (lang: string): boolean => isEnglish({ lang }) || /^mi(?:-|$)/iu.test(lang);

/** Whether a definition has texts, and none in a language that the rules know: then a score would say nothing of it. */
export function inOtherLanguage({ assessments, theory, practice }: Pick<Worded, 'assessments' | 'theory' | 'practice'>): boolean {
  const texts = [...assessments, ...theory, ...practice];
  return texts.length > 0 && !texts.some(({ lang }) => isKnown(lang));
}

export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];

/** The sentences of a text. A line of its own is one, whether it ends with a full stop or not. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}\d“"(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);

// Ten consonants, five vowels long and short, each syllable open (Te Taura Whiri i te Reo Māori, Guidelines for Māori Language Orthography).
const MAORI_WORD = /^(?:(?:ng|wh|[hkmnprtw])?[aāeēiīoōuū])+$/u;
export const canBeMaori = (word: string): boolean => MAORI_WORD.test(word.toLowerCase().normalize('NFC'));

/** Whether a text can be te reo Māori: each of its words can. */
export function isMaori(text: string): boolean {
  const words = wordsOf(text).filter((word) => !/^\d+$/u.test(word));
  return words.length > 0 && words.every(canBeMaori);
}

/** The first letter large or small as that of another word, so that a word may take its place. */
export const asBegun = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
