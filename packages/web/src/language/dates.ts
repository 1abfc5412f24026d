import type { Language } from './languages.ts';

const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  mi: [
    'Kohitātea',
    'Huitanguru',
    'Poutūterangi',
    'Paengawhāwhā',
    'Haratua',
    'Pipiri',
    'Hōngongoi',
    'Hereturikōkā',
    'Mahuru',
    'Whiringa-ā-nuku',
    'Whiringa-ā-rangi',
    'Hakihea',
  ],
} as const;
const SHORT = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  mi: ['Kohi', 'Hui', 'Pou', 'Pae', 'Hara', 'Pipi', 'Hōngo', 'Here', 'Mahu', 'Nuku', 'Rangi', 'Haki'],
} as const;

function parts(date: string): { year: string; month: number; day: number } {
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)) - 1, day: Number(date.slice(8, 10)) };
}

/** A date with its month in full, for sentences: "17 February 2020", "17 Huitanguru 2020". `Intl` gives loan forms for mi. */
export function longDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  return `${day} ${MONTHS[language][month] ?? ''} ${year}`;
}

/** A date for columns and labels: "17 Feb 2020", "17 Hui 2020". */
export function shortDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  return `${day} ${SHORT[language][month] ?? ''} ${year}`;
}

/** Day and short month, under a heading that names the year. */
export function dayAndMonth(date: string, language: Language): string {
  const { month, day } = parts(date);
  return `${day} ${SHORT[language][month] ?? ''}`;
}

/** The calendar date in Pacific/Auckland of an instant in RFC 3339. */
export function dateOfInstant(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Pacific/Auckland',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));
}

/** Clock time in Pacific/Auckland of an instant, as 10:42. */
export function timeOfInstant(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** A whole number with commas between thousands, as both languages write it here. */
export function wholeNumber(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
