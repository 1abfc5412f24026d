import { expect, test } from 'vitest';
import { kilometres, placeName, REGIONS, TOWNS, townNamed, townsWithin } from './index.ts';

test('every town has a slug of its own, stands in one of the sixteen regions, and every region has a town', () => {
  expect(REGIONS).toHaveLength(16);
  expect(new Set(TOWNS.map(({ slug }) => slug)).size).toBe(TOWNS.length);
  expect(new Set(TOWNS.map(({ region }) => region))).toEqual(new Set(REGIONS.map(({ slug }) => slug)));
});

test('every town lies in New Zealand, to a hundredth of a degree', () => {
  for (const { slug, lat, lon } of TOWNS) {
    expect(lat, slug).toBeGreaterThan(-47.5);
    expect(lat, slug).toBeLessThan(-34);
    expect(lon, slug).toBeGreaterThan(166);
    expect(lon, slug).toBeLessThan(179);
    expect(Math.abs(lat * 100 - Math.round(lat * 100)), slug).toBeLessThan(1e-6);
    expect(Math.abs(lon * 100 - Math.round(lon * 100)), slug).toBeLessThan(1e-6);
  }
});

// As the crow flies, as any atlas has it, within three kilometres.
test.each([
  ['auckland', 'wellington', 494],
  ['wellington', 'christchurch', 305],
  ['christchurch', 'dunedin', 307],
  ['wellington', 'porirua', 18],
])('from %s to %s it is about %i km', (from, to, km) => {
  expect(Math.abs(kilometres(townNamed(from)!, townNamed(to)!) - km)).toBeLessThanOrEqual(3);
});

test('it is as far there as back, and nowhere from itself', () => {
  for (const a of TOWNS) {
    expect(kilometres(a, a)).toBe(0);
    for (const b of TOWNS) expect(kilometres(a, b)).toBe(kilometres(b, a));
  }
});

test('who is near grows with the distance; a slug that is no town is near nothing', () => {
  expect(townsWithin('porirua', 0)).toEqual(['porirua']);
  expect(townsWithin('porirua', 20)).toEqual(expect.arrayContaining(['wellington', 'lower-hutt', 'upper-hutt']));
  expect(townsWithin('porirua', 3000)).toHaveLength(TOWNS.length);
  expect(townsWithin('sydney', 3000)).toEqual([]);
});

test('a place is called as in the language, and what is no place as it is', () => {
  expect([placeName('dunedin', 'en'), placeName('dunedin', 'mi')]).toEqual(['Dunedin', 'Ōtepoti']);
  expect(placeName('otago', 'mi')).toBe('Ōtākou');
  expect(placeName('sydney', 'mi')).toBe('sydney');
});
