export type Result = 'achieved' | 'merit' | 'excellence' | 'not-achieved';
export type Mode = 'assessed' | 'rpl' | 'crt';
export type Action = 'record' | 'correct' | 'withdraw';

const ACTIONS: Readonly<Record<string, Action>> = { '': 'record', record: 'record', correct: 'correct', withdraw: 'withdraw' };
const RESULTS: Readonly<Record<string, Result>> = {
  achieved: 'achieved',
  merit: 'merit',
  excellence: 'excellence',
  'not-achieved': 'not-achieved',
  a: 'achieved',
  m: 'merit',
  e: 'excellence',
  n: 'not-achieved',
};
const MODES: Readonly<Record<string, Mode>> = { '': 'assessed', assessed: 'assessed', rpl: 'rpl', crt: 'crt' };

/** What a row asks for, by its word; undefined for a word that is none of them. */
export const actionOf = (word: string): Action | undefined => lookUp(ACTIONS, word);
export const resultOf = (word: string): Result | undefined => lookUp(RESULTS, word);
export const modeOf = (word: string): Mode | undefined => lookUp(MODES, word);

function lookUp<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const UNKNOWN_BIRTH_DATES = new Set(['1918-11-11', '11/11/1918']);
const NSN = /^[0-9]{9,10}$/;
// A quoted cell may hold a line end or a tab; no reference and no name does.
const INNER_CONTROL = /[\t\r\n]/;
/** The longest reference and the longest name. */
export const LONGEST_CELL = 200;

/** Whether this is written as an NSN is: nine or ten digits. */
export const isNsnText = (text: string): boolean => NSN.test(text);
/** Whether this stands for a birth date that is not known (domain 2.5). */
export const isUnknownBirthDate = (text: string): boolean => UNKNOWN_BIRTH_DATES.has(text);
export const hasInnerControl = (text: string): boolean => INNER_CONTROL.test(text);
/** Whether this is written as a version is: a whole number from 1. */
export const isVersionText = (text: string): boolean => /^[1-9][0-9]{0,5}$/.test(text);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null for a day of the calendar written `YYYY-MM-DD`, from the year 1900. */
export function dateFault(text: string): 'missing' | 'malformed' | 'impossible' | null {
  if (text === '') return 'missing';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'malformed';
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (year < 1900 || day < 1 || day > (DAYS[month - 1] ?? 0)) return 'impossible';
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return 'impossible';
  return null;
}
