import { isFull, shiftOr } from './bits.ts';
import type { Model } from './model.ts';

/** Sums of the free nodes in positions lo to hi: `a` of the goal's field, `b` of all else. `goal` -1 puts all in `b`. */
export function freeSums(model: Model, goal: number, lo: number, hi: number, a: Uint32Array, b: Uint32Array): void {
  const { free, next, credits, field, width, cap } = model;
  a.fill(0);
  b.fill(0);
  a[0] = 1;
  b[0] = 1;
  let full = false;
  for (let p = lo; p <= hi; p += 1) {
    const node = free[p]!;
    if (node < 0 || next[p]! <= hi || credits[node]! > cap) continue;
    if (field[node] === goal) shiftOr(a, 0, a, 0, credits[node]!, width);
    else if (!full) {
      shiftOr(b, 0, b, 0, credits[node]!, width);
      full = isFull(b, 0, width);
    }
  }
}

/** The same from every position to hi, at `position * width`; nodes that are taken are left out. */
export function freeTables(
  model: Model,
  goal: number,
  lo: number,
  hi: number,
  taken: Uint8Array,
  a: Uint32Array,
  b: Uint32Array,
): void {
  const { free, next, credits, field, width, cap } = model;
  const base = (hi + 1) * width;
  a.fill(0, base, base + width);
  b.fill(0, base, base + width);
  a[base] = 1;
  b[base] = 1;
  let full = false;
  for (let p = hi; p >= lo; p -= 1) {
    const at = p * width;
    for (let word = at; word < at + width; word += 1) {
      a[word] = a[word + width]!;
      b[word] = b[word + width]!;
    }
    const node = free[p]!;
    if (node < 0 || next[p]! <= hi || taken[node] === 1 || credits[node]! > cap) continue;
    if (field[node] === goal) shiftOr(a, at, a, at, credits[node]!, width);
    else if (!full) {
      shiftOr(b, at, b, at, credits[node]!, width);
      full = isFull(b, at, width);
    }
  }
}
