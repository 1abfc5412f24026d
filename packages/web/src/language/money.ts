import { wholeNumber } from './dates.ts';
import type { Say } from './index.ts';

/** Cents of New Zealand dollars as both languages write them: "$220", "$12.50"; nothing is free. */
export function money(cents: number, t: Say): string {
  if (cents === 0) return t('shop.free');
  const rest = cents % 100;
  return `$${wholeNumber(Math.floor(cents / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}
