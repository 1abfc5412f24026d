/** Sets of reachable credit sums as bits: bit s of a set says whether s can be reached. */

/** `into |= from << by` over `width` words; sums beyond the last word fall away. Safe when both are the same words. */
export function shiftOr(into: Uint32Array, intoAt: number, from: Uint32Array, fromAt: number, by: number, width: number): void {
  const whole = by >>> 5;
  const part = by & 31;
  if (part === 0) {
    for (let word = width - 1; word >= whole; word -= 1) into[intoAt + word]! |= from[fromAt + word - whole]!;
    return;
  }
  const back = 32 - part;
  for (let word = width - 1; word > whole; word -= 1) {
    into[intoAt + word]! |= (from[fromAt + word - whole]! << part) | (from[fromAt + word - whole - 1]! >>> back);
  }
  if (whole < width) into[intoAt + whole]! |= from[fromAt]! << part;
}

/** Whether every sum can be reached: nothing more is ever added to such a set. */
export function isFull(set: Uint32Array, at: number, width: number): boolean {
  for (let word = at; word < at + width; word += 1) if (set[word] !== 0xffff_ffff) return false;
  return true;
}

export const hasBit = (set: Uint32Array, at: number, sum: number): boolean => ((set[at + (sum >>> 5)]! >>> (sum & 31)) & 1) === 1;

/** Whether one sum of the first set and one of the second make the target together. */
export function reachTogether(few: Uint32Array, fewAt: number, many: Uint32Array, manyAt: number, target: number): boolean {
  const last = target >>> 5;
  for (let word = 0; word <= last; word += 1) {
    let bits = few[fewAt + word]!;
    while (bits !== 0) {
      const low = 31 - Math.clz32(bits & -bits);
      const sum = (word << 5) + low;
      if (sum <= target && hasBit(many, manyAt, target - sum)) return true;
      bits &= bits - 1;
    }
  }
  return false;
}

/**
 * Sums in two directions at once: row a holds the sums of "other credits" that can be reached beside a credits of the field asked
 * about. `rows` is how many rows are in use.
 */
export interface Sums {
  rows: number;
  readonly words: Uint32Array;
}

/** Sums that are put together step by step. */
export interface Joined extends Sums {
  /** Which components are in them; `impossible` when one of those that must be cannot. */
  holds: 'nothing' | 'needed' | 'all' | 'impossible';
}
