import { expect, test } from 'vitest';
import { movedTo } from './long-table-keys.ts';

test('keys move within the table and stop at its ends', () => {
  expect(movedTo('ArrowDown', 0, 100_000, 10)).toBe(1);
  expect(movedTo('ArrowDown', 99_999, 100_000, 10)).toBe(99_999);
  expect(movedTo('ArrowUp', 0, 100_000, 10)).toBe(0);
  expect(movedTo('PageDown', 5, 100_000, 10)).toBe(15);
  expect(movedTo('PageUp', 5, 100_000, 10)).toBe(0);
  expect(movedTo('Home', 500, 100_000, 10)).toBe(0);
  expect(movedTo('End', 500, 100_000, 10)).toBe(99_999);
});

test('other keys, and an empty table, move nothing', () => {
  expect(movedTo('a', 5, 10, 3)).toBeNull();
  expect(movedTo('End', 0, 0, 3)).toBeNull();
});
