import { expect, test } from 'vitest';
import { addWorkingDays } from './working-days.ts';

test('weekends do not count', () => {
  expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
  expect(addWorkingDays('2026-11-24', 20)).toBe('2026-12-22');
});

test('25 December to 15 January do not count', () => {
  expect(addWorkingDays('2026-12-24', 1)).toBe('2027-01-18');
});

test('Good Friday, Easter Monday, Anzac Day on a weekend, Matariki and Waitangi Day do not count', () => {
  expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07');
  expect(addWorkingDays('2026-04-24', 1)).toBe('2026-04-28'); // Anzac Day 2026 is a Saturday
  expect(addWorkingDays('2026-07-09', 1)).toBe('2026-07-13');
  expect(addWorkingDays('2026-02-05', 1)).toBe('2026-02-09');
  expect(addWorkingDays('2026-05-29', 1)).toBe('2026-06-02'); // the Sovereign's birthday
  expect(addWorkingDays('2026-10-23', 1)).toBe('2026-10-27'); // Labour Day
});
