import { examples } from '@recognition/recognition/examples';
import { readDefinitions } from '@recognition/recognition/frameworks';
import { describe, expect, test } from 'vitest';
import { apartOf, begin, claims, kindOfBundling, library, makeOf, pick, saidOf, withFile, withUnit } from './model.ts';

const all = library(examples.ph, { own: [] });
const named = (award: string, title = 'Invented') => ({ ...begin('ph').made, award, title });
const said = (composing: ReturnType<typeof begin>) => {
  const definitions = library(examples[composing.framework], composing);
  return saidOf(composing, makeOf(composing, definitions), definitions).map(
    ({ key, source }) => `${key.split(' ')[0]} | ${source.slice(0, 14)}`,
  );
};

describe('what is picked on screen', () => {
  test('counts once, wherever it was picked from, and says with its source what stands in the way', () => {
    let composing = { ...begin('ph', 'rebundle'), made: named('tailored') };
    expect(said(composing)).toEqual([expect.stringMatching(/^nothing-to-bundle \| /)]);
    composing = pick(pick(composing, 'tr-solar-2', ['sol-c1'], true), 'coc-solar-1', ['sol-c1'], true);
    expect(said(composing)[0]).toMatch(/^too-few-sources \| ./);
    composing = pick(composing, 'tr-motor-2', ['mot-c1'], true);
    const made = makeOf(composing, all);
    expect(made.ok && [made.definition.parts.map(({ ref }) => ref), made.once]).toEqual([['mot-c1', 'sol-c1'], ['sol-c1']]);
    expect(said(composing)).toEqual([]);
    expect(said(pick(composing, 'tr-motor-2', ['mot-c1'], false))[0]).toMatch(/^too-few-sources/);
    expect(said({ ...composing, made: named('tailored', '') })[0]).toMatch(/^0.title \| nzrr compose/);
    expect(said({ ...composing, made: named('coc') })).toEqual([expect.stringMatching(/^sources \| TESDA Circular/)]);
  });

  test('names vertical and horizontal bundling, and neither', () => {
    const two = (a: string, b: string) => kindOfBundling(pick(pick(begin('ph'), a, ['ph-b1'], true), b, ['ph-b1'], true), all);
    expect(two('tr-solar-2', 'tr-solar-3')).toBe('vertical');
    expect(two('tr-solar-2', 'tr-motor-2')).toBe('horizontal');
    expect(two('tr-solar-3', 'tr-motor-2')).toBeNull();
    expect(kindOfBundling(pick(begin('ph'), 'tr-solar-2', ['ph-b1'], true), all)).toBeUndefined();
  });

  test('hands over a file that is read again as it was', () => {
    const composing = { ...pick(begin('ph'), 'coc-solar-1', ['sol-c1', 'sol-c2'], true), made: named('coc') };
    const made = makeOf(composing, all);
    if (!made.ok) throw new Error(made.code);
    const read = readDefinitions(JSON.parse(JSON.stringify([made.definition])));
    expect(read.ok && read.definitions).toEqual([made.definition]);
    expect(library(examples.ph, withFile(composing, [made.definition])).at(-1)).toEqual(made.definition);
    const instead = { ...made.definition, id: 'coc-solar-1' };
    expect(library(examples.ph, withFile(composing, [instead])).filter(({ id }) => id === 'coc-solar-1')).toEqual([instead]);
  });

  test('takes a unit of one’s own, once', () => {
    const part = { ref: 'x-1', role: 'core', minutes: 60, source: null, creditBearing: true };
    const twice = withUnit(withUnit(begin('ph'), part, 'Mine'), { ...part, minutes: 120 }, 'Mine');
    const made = makeOf(twice, library(examples.ph, twice));
    expect(made.ok && made.definition.parts).toEqual([{ ...part, minutes: 120 }]);
  });
});

test('taken apart, every unit is in a piece, or is named', () => {
  const whole = all.find(({ id }) => id === 'tr-motor-2');
  if (whole === undefined) throw new Error('no example');
  const made = named('micro-credential');
  const composing = { ...begin('ph', 'unbundle'), made, apart: whole.id, pieces: { 'ph-b1': 1, 'mot-c1': 1, 'mot-c2': 2 } };
  const apart = apartOf(composing, all);
  expect(apart?.open).toEqual(['ph-b2']);
  expect(apart?.pieces.map(({ definition, said: found }) => [definition.parts.map(({ ref }) => ref), found])).toEqual([
    [['mot-c1', 'ph-b1'], []],
    [['mot-c2'], []],
  ]);
  const one = apartOf({ ...composing, pieces: Object.fromEntries(whole.parts.map(({ ref }) => [ref, 1])) }, all);
  expect([one?.open, one?.pieces[0]?.said.map(({ key }) => key.split(' ')[0])]).toEqual([[], ['lesser-than-whole']]);
  const ways = apartOf({ ...composing, apart: 'tr-solar-2', made: named('coc'), pieces: { 'ph-b1': 1 } }, all);
  expect(ways?.units.map(({ ref }) => ref)).toEqual(['ph-b1', 'ph-b2', 'sol-c1', 'sol-c2', 'sol-c3']);
  expect(ways?.pieces[0]?.said[0]?.text.en).toMatch(/^ph-b1: /);
  expect(apartOf({ ...composing, apart: null }, all)).toBeNull();
});

test('who holds every part may claim the whole, in Spain up to Grade C', () => {
  const spain = { ...begin('es', 'claimable'), held: ['ra-111', 'ra-112', 'ra-121', 'ra-122', 'm-2'] };
  const { standings, more } = claims(spain, examples.es);
  expect(standings.filter(({ claimable }) => claimable).map(({ definition }) => definition)).toEqual([
    'a-11',
    'a-12',
    'b-1',
    'b-2',
    'c-1',
  ]);
  const { more: missing } = claims({ ...spain, held: spain.held.slice(1) }, examples.es);
  expect([...more.keys(), ...missing.keys()]).toContain('ra-111');
});
