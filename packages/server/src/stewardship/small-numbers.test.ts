import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withholdSmall } from './small-numbers.ts';

const cells = (...counts: readonly number[]) => counts.map((count, at) => ({ key: `k${at}`, count }));
const shown = (...counts: readonly number[]) => withholdSmall(cells(...counts), 6).map(({ count }) => count);

test('small counts are withheld; nought and what is large are shown', () => {
  expect(shown(5, 3, 6, 100, 0)).toEqual([null, null, 6, 100, 0]);
  expect(shown(6, 7)).toEqual([6, 7]);
  expect(shown()).toEqual([]);
});

test('a single hidden cell takes the next smallest with it, so that a total does not tell it', () => {
  expect(shown(2, 40, 9, 0)).toEqual([null, 40, null, 0]);
  expect(shown(2, 0)).toEqual([null, 0]);
});

test('no table shows a small count, or hides exactly one cell beside others that are shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 20 }), (counts) => {
      const answer = withholdSmall(cells(...counts), 6);
      expect(answer.every(({ count }) => count === null || count === 0 || count >= 6)).toBe(true);
      const hidden = answer.filter(({ count }) => count === null).length;
      const filled = answer.filter(({ count }) => count !== null && count > 0).length;
      expect(hidden === 1 && filled > 0).toBe(false);
    }),
  );
});
