import type { RecognitionFramework } from '../framework/schema.ts';
import { decimal } from './amount.ts';

/** A size read in another framework's unit. `minutes` is what was given; what its steps cannot hold is in `remainder`. */
export interface Converted {
  readonly minutes: number;
  /** Whole steps of the unit as a decimal, such as "0.25". */
  readonly amount: string;
  readonly unit: string;
  /** Minutes that were left out by rounding down to a whole step; 0 when the size is exact. */
  readonly remainder: number;
  readonly exact: boolean;
}

/**
 * Reads whole minutes in a framework's unit, rounded down to whole steps of it, and says what was left out. For comparison only: an
 * award of one country does not count another's learning because the hours agree. `kind` names a kind of learning that the framework
 * measures otherwise, such as theory. Throws RangeError when the minutes are no whole number from 0. Source: domain 7, A30.
 */
export function convertSize(minutes: number, { unit }: RecognitionFramework, kind?: string): Converted {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError('Minutes are a whole number from 0.');
  const whole = (kind === undefined ? undefined : unit.kinds[kind]) ?? unit.minutes;
  // A step of a kind is the same share of its own unit, in whole minutes.
  const step = Math.max(1, Math.floor((unit.step * whole) / unit.minutes));
  const remainder = minutes % step;
  const thousandths = Math.round(((minutes - remainder) * 1000) / whole);
  return { minutes, amount: decimal(thousandths), unit: unit.name, remainder, exact: remainder === 0 };
}
