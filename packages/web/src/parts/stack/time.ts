import type { LocalDate } from './types.ts';

const DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date. */
export function dayOf(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

/** The calendar date of a day number. */
export function dateOf(day: number): LocalDate {
  return new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
}

/** The same day so many calendar years on; 29 February becomes 28 February where there is none. */
export function yearsOn(date: LocalDate, years: number): LocalDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const same = `${year}${date.slice(4)}`;
  return dateOf(dayOf(same)) === same ? same : `${year}-02-28`;
}

/** The same day so many months on, kept within the month. */
export function monthsOn(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), last)) / DAY);
}

const WIDE: Readonly<Record<string, number>> = {
  m: 0.83,
  w: 0.75,
  M: 0.84,
  W: 0.82,
  i: 0.25,
  l: 0.26,
  j: 0.25,
  t: 0.34,
  f: 0.3,
  r: 0.35,
  ' ': 0.2,
  ',': 0.25,
  '.': 0.25,
  '’': 0.25,
  ī: 0.25,
};

/** About how wide a text is in Source Sans 3, in px; a little too wide rather than too narrow. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += WIDE[letter] ?? (letter >= 'A' && letter <= 'Z' ? 0.58 : 0.505);
  return sum * size;
}

/** Breaks a text into at most `lines` lines of `width` px; the last ends in an ellipsis when something is left out. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const out: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width || line === '') {
      line = longer;
      continue;
    }
    if (out.length === lines - 1) {
      out.push(shorten(`${line} ${words.slice(index).join(' ')}`, width, size));
      return out;
    }
    out.push(line);
    line = word;
  }
  out.push(textWidth(line, size) <= width ? line : shorten(line, width, size));
  return out;
}

function shorten(text: string, width: number, size: number): string {
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
