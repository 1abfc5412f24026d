import { expect, test } from 'vitest';
import { fitting } from './fitting.ts';

const items = ['Angsana Institute', 'Harakeke College of Care', 'Tī Kōuka Institute'];

test('an answer that is there is shown whole, whatever its words', () => {
  expect(fitting(items, false, 'harakeke', String)).toEqual(items);
});

test('until it is there, of the answer before only what holds the words is left, with macrons or without', () => {
  expect(fitting(items, true, 'harakeke', String)).toEqual(['Harakeke College of Care']);
  expect(fitting(items, true, ' ti kouka', String)).toEqual(['Tī Kōuka Institute']);
  expect(fitting(items, true, 'tii kouka', String)).toEqual(['Tī Kōuka Institute']);
  expect(fitting(items, true, 'moa', String)).toEqual([]);
});
