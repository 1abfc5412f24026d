import { dateFault } from '@recognition/recognition/results';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const NUMBERS = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T]\d.*)?$/;
const NAMED = /^(\d{1,2})[/.\- ]?([a-z]{3,9})\.?,?[/.\- ]?(\d{4}|\d{2})$/i;
const YEAR_FIRST = /^(\d{4})[/.\- ]?(\d{2})[/.\- ]?(\d{2})(?:[ T]\d.*)?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const DAY = 86_400_000;
/** Day 0 of a spreadsheet's count, which takes 1900 for a leap year. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A date with the day first (or the month first) as year-month-day; null when it makes no day of the calendar. */
export function fromOrder(text: string, order: 'dmy' | 'mdy'): string | null {
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, one = '', two = '', year = ''] = numbers;
    return order === 'dmy' ? whole(year, Number(two), Number(one)) : whole(year, Number(one), Number(two));
  }
  const named = order === 'dmy' ? NAMED.exec(text) : null;
  const month = named === null ? undefined : MONTHS[(named[2] ?? '').slice(0, 3).toLowerCase()];
  return named === null || month === undefined ? null : whole(named[3] ?? '', month, Number(named[1]));
}

/** A date with the year first but other signs between, or with a time after it. */
export function fromYearFirst(text: string): string | null {
  const found = YEAR_FIRST.exec(text);
  return found === null ? null : whole(found[1] ?? '', Number(found[2]), Number(found[3]));
}

/** The number that a spreadsheet keeps a day as, between 1920 and 2100. */
export function fromSerial(text: string, from1904 = false): string | null {
  if (!SERIAL.test(text)) return null;
  const days = Math.floor(Number(text)) + (from1904 ? 1462 : 0);
  if (days < 7306 || days > 73_415) return null;
  return new Date(SERIAL_ZERO + days * DAY).toISOString().slice(0, 10);
}

function whole(year: string, month: number, day: number): string | null {
  // Two digits: of this century up to now, else of the last.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) <= 30 ? 2000 : 1900);
  const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateFault(text) === null ? text : null;
}
