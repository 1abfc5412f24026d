import type { LocalDate } from './portable-record.ts';

/**
 * Working days as New Zealand statutes count them (Privacy Act 2020, section 7: no Saturday, Sunday, public holiday or day from 25 December
 * to 15 January). Regional anniversaries are not taken off: they differ by place, and the award does not know the learner's.
 */
const MATARIKI: Readonly<Record<number, string>> = {
  // Te Kāhui o Matariki Public Holiday Act 2022, schedule 1; a year outside it counts as without that holiday.
  2024: '06-28',
  2025: '06-20',
  2026: '07-10',
  2027: '06-25',
  2028: '07-14',
  2029: '07-06',
  2030: '06-21',
  2031: '07-11',
  2032: '07-02',
  2033: '06-24',
  2034: '07-07',
  2035: '06-29',
};
const DAY = 86_400_000;

/** Whether a date, `YYYY-MM-DD`, is a working day. */
export const isWorkingDate = (date: LocalDate): boolean => isWorkingDay(new Date(`${date}T00:00:00Z`));

/** The date that is this many working days after a date. Both are `YYYY-MM-DD`; the day itself does not count. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let at = Date.parse(`${date}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    at += DAY;
    if (isWorkingDay(new Date(at))) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}

function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const monthDay = day.toISOString().slice(5, 10);
  if (monthDay >= '12-25' || monthDay <= '01-15') return false;
  return !holidays(day.getUTCFullYear()).includes(monthDay);
}

function holidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const named = [
    mondayised(year, '02-06'),
    mondayised(year, '04-25'),
    shift(easter, -2),
    shift(easter, 1),
    nthMonday(year, 6, 1),
    nthMonday(year, 10, 4),
  ];
  const matariki = MATARIKI[year];
  return matariki === undefined ? named : [...named, matariki];
}

/** Waitangi Day and Anzac Day move to Monday when they fall on a weekend (Holidays Act 2003, sections 45 and 45A). */
function mondayised(year: number, monthDay: string): string {
  const day = new Date(`${year}-${monthDay}T00:00:00Z`);
  const weekday = day.getUTCDay();
  return shift(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

function nthMonday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return shift(first, ((8 - first.getUTCDay()) % 7) + (nth - 1) * 7);
}

function shift(day: Date, by: number): string {
  return new Date(day.getTime() + by * DAY).toISOString().slice(5, 10);
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}
