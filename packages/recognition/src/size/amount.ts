import type { RecognitionFramework, Spoken } from '../framework/schema.ts';

type Unit = RecognitionFramework['unit'];

/** A whole number over 1,000 as a decimal: 1125 is "1.125", 40000 is "40". */
export function decimal(thousandths: number, language: Spoken = 'en'): string {
  const whole = Math.floor(thousandths / 1000);
  const rest = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const mark = language === 'en' || language === 'mi' ? '.' : ',';
  return rest === '' ? String(whole) : `${whole}${mark}${rest}`;
}

/** A size in hours and minutes: 450 is "7 h 30 min". */
export function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return `${whole} h`;
  return whole === 0 ? `${rest} min` : `${whole} h ${rest} min`;
}

/** A size in a framework's own unit, exact: "0.25 credit", "3 days"; what three decimals cannot say is said in hours and minutes. */
export function sizeInWords(minutes: number, unit: Unit, language: Spoken): string {
  const thousandths = (minutes * 1000) / unit.minutes;
  const [one, many] = unit.words[language] ?? unit.words.en;
  if (!Number.isInteger(thousandths)) return hours(minutes);
  return `${decimal(thousandths, language)} ${thousandths === 1000 ? one : many}`;
}
