import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../basket/basket.ts';
import { centsOf, contentOf, emptyDraft, lacking } from '../offering/draft.ts';
import { addressOf, FACETS, keyOf, narrowings, readSearch, toggled, valuesOf } from './search.ts';

test('an address is read as it was written, and what it does not know is left out', () => {
  const search = readSearch({ q: 'care', level: 4, near: 'porirua', nothing: 'x', field: '', view: 'map' });
  expect(search).toEqual({ q: 'care', level: '4', near: 'porirua', view: 'map' });
  expect(addressOf(search)).toEqual({ q: 'care', level: 4, near: 'porirua', view: 'map' });
  expect(keyOf(search)).toBe('q=care&level=4&near=porirua');
  expect(narrowings(search)).toBe(2);
});

test('choosing a value twice changes nothing, in any facet and beside any others', () => {
  const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/u);
  fc.assert(
    fc.property(fc.constantFrom(...FACETS), fc.uniqueArray(value, { maxLength: 5 }), value, (facet, chosen, one) => {
      const search = readSearch({ q: 'x', [facet]: chosen.join(',') });
      const twice = toggled(toggled(search, facet, one), facet, one);
      expect(new Set(valuesOf(twice, facet))).toEqual(new Set(valuesOf(search, facet)));
      expect(readSearch(addressOf(search))).toEqual(search);
    }),
    { numRuns: 100 },
  );
});

test('what a browser kept is read without trust', () => {
  expect(read(null)).toEqual({ items: [], saved: [] });
  expect(read('{"items": 7, "saved": [{"name": 1}]}')).toEqual({ items: [], saved: [] });
  expect(read('nonsense')).toEqual({ items: [], saved: [] });
  expect(
    read('{"items": [{"outcome": "a"}, {"outcome": "a", "offering": "4"}, {"no": 1}], "saved": [{"name": "x", "items": []}]}'),
  ).toEqual({
    items: [{ outcome: 'a', offering: '4' }],
    saved: [{ name: 'x', items: [] }],
  });
});

test.each([
  ['220', 22_000],
  ['$1,200', 120_000],
  ['12.5', 1250],
  ['12.50', 1250],
  ['0', 0],
  ['', null],
  ['free', null],
  ['1.234', null],
  ['-4', null],
])('a price is read as people type it: %j', (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
});

test('an offering says what is still needed, one thing at a time, and what is empty is not sent', () => {
  let draft = emptyDraft('r');
  expect(lacking(draft)).toBe('outcomes');
  draft = { ...draft, outcomes: [{ id: 'o', name: 'O' }] };
  expect(lacking(draft)).toBe('town');
  draft = { ...draft, delivery: 'online', town: 'porirua' };
  expect(lacking(draft)).toBe('begins');
  draft = { ...draft, anyDay: true, begins: '2027-01-01' };
  expect(lacking(draft)).toBe('price');
  expect(lacking({ ...draft, prices: { ...draft.prices, adult: 'x' } })).toBe('price-wrong');
  draft = { ...draft, prices: { ...draft.prices, adult: '90' } };
  expect(lacking(draft)).toBeNull();
  expect(contentOf(draft)).toMatchObject({ town: null, begins: null, prices: { adult: 9000 }, places: null, title: null });
});
