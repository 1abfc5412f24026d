import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './statements.ts';

/**
 * The Flesch-Kincaid grade of English texts: years of school that an easy reading takes. 0.39 words a sentence + 11.8 syllables a word - 15.59
 * (Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975). Null where there is nothing to read. Syllables are counted by rule
 * and exceptions, so that a grade is right to about one.
 */
export function gradeOf(texts: readonly string[]): number | null {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.round(grade * 10) / 10;
}

/** A string of letters that is longer than any word is not looked up letter by letter. */
const LONGEST_WORD = 40;

function syllablesOf(word: string): number {
  return word.length > LONGEST_WORD ? Math.ceil(word.length / 3) : Math.max(1, syllable(word));
}
