import { entry, type Language } from '../../language/index.ts';

/** A title of a framework in the language of the page; in English where it is not said in that one. */
export const inWords = (words: Readonly<Record<string, string>>, language: Language): string =>
  words[language] ?? words['en'] ?? '';

interface Unit {
  readonly minutes: number;
  readonly one: Readonly<Record<string, string>>;
  readonly many: Readonly<Record<string, string>>;
}

/** A size in the framework's unit, such as "8 credits". */
export const sized = (size: { readonly minutes: number; readonly amount: string }, unit: Unit, language: Language): string =>
  `${size.amount} ${inWords(size.minutes === unit.minutes ? unit.one : unit.many, language)}`;

/** Money of a currency: its code, then whole units with commas and two decimals, as both languages write it here. */
export function money(cents: number, currency: string): string {
  const [whole = '0', part = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '−' : ''}${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}

/** A change with its sign, for a column of changes. */
export const signed = (text: string): string => (text.startsWith('-') ? `−${text.slice(1)}` : text === '0' ? '0' : `+${text}`);

/** What a kind of credit is called; its own name where the page has no word for it. */
export const kindName = (kind: string, language: Language): string => entry(language, `ledger.course-kind.${kind}`) ?? kind;
