import { expect, test } from 'vitest';
import { csvLine, safeCell } from './csv.ts';

test('what a spreadsheet would run is text', () => {
  for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x', ' =1', '＝1', '\uFEFF=1', '\n@x'])
    expect(safeCell(bad)).toBe(`'${bad}`);
  for (const good of ['Mere', 'a=b', '2026-01-02', 'Āwhina', '', '1-2']) expect(safeCell(good)).toBe(good);
});

test('a cell with a comma, a quote or a line end is quoted', () => {
  expect(csvLine(['a', 'b,c', 'd "e"', 'f\ng'])).toBe('a,"b,c","d ""e""","f\ng"');
});
