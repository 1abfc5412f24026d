import type { LocalDate } from './portable-record.ts';

/** Days in each month of an ordinary year. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Years that a date may have: seven more still have four digits. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9992;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0));

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** Whether the value is a calendar date `YYYY-MM-DD` that exists: 31 February and 2/3/21 do not. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== 45 || value.charCodeAt(7) !== 45) return false;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const day = digits(value, 8, 10);
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Days from 1970-01-01 to a date of the civil (proleptic Gregorian) calendar. */
function civilDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** The day number of a date that exists: whole days since 1970-01-01, negative before it. */
export function dayNumber(date: LocalDate): number {
  return civilDay(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** Dates that were written before, by day number: records share a few thousand days. */
const written = new Map<number, LocalDate>();
const MOST_WRITTEN = 50_000;

/** The date of a day number. */
export function dateOfDay(day: number): LocalDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const { year, month, dayOfMonth } = civilOf(day);
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(day, date);
  return date;
}

function civilOf(day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The day number of the same calendar day `years` later; 29 February becomes 28 February where there is none (domain A7). */
export function addYearsToDay(day: number, years: number): number {
  const { year, month, dayOfMonth } = civilOf(day);
  return civilDay(year + years, month, Math.min(dayOfMonth, daysIn(year + years, month)));
}

/** The same calendar day `years` later; 29 February becomes 28 February where there is none (domain A6, A7). */
export function addYears(date: LocalDate, years: number): LocalDate {
  return dateOfDay(addYearsToDay(dayNumber(date), years));
}
