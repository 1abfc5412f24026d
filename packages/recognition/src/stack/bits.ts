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

/** Sums in one direction each: `a` of the goal's field and `b` of all else, from a word on. */
export interface FreeSums {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly at: number;
}

/** No row and no sum is above the cap; a row has so many words. */
export interface Size {
  readonly cap: number;
  readonly width: number;
}

/** Adds to the sums what one of some pairs (row, sum) can add; 0, 0 is always one of them. `room` is written over. */
export function fold(sums: Sums, room: Uint32Array, pairs: Int32Array, { cap, width }: Size): void {
  const { words, rows } = sums;
  let most = 0;
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at]! > most) most = pairs[at]!;
  const last = Math.min(rows + most, cap + 1);
  for (let word = 0; word < rows * width; word += 1) room[word] = words[word]!;
  words.fill(0, rows * width, last * width);
  sums.rows = last;
  for (let at = 0; at < pairs.length; at += 2) {
    const a = pairs[at]!;
    const b = pairs[at + 1]!;
    if (a === 0 && b === 0) continue;
    for (let row = 0; row < rows && row + a < last; row += 1) shiftOr(words, (row + a) * width, room, row * width, b, width);
  }
}

/** Whether exactly `own` and `other` can be reached with one of the sums and the free ones together. */
export function reachesWith(sums: Sums, width: number, { a, b, at }: FreeSums, own: number, other: number): boolean {
  for (let row = 0; row < sums.rows && row <= own; row += 1) {
    if (hasBit(a, at, own - row) && reachTogether(sums.words, row * width, b, at, other)) return true;
  }
  return false;
}

/** Whether `own` can be reached, whatever stands beside it. */
export function reachesOwn({ rows, words }: Sums, width: number, { a, at }: FreeSums, own: number): boolean {
  for (let row = 0; row < rows && row <= own; row += 1) {
    if (!hasBit(a, at, own - row)) continue;
    for (let word = row * width; word < (row + 1) * width; word += 1) if (words[word] !== 0) return true;
  }
  return false;
}
