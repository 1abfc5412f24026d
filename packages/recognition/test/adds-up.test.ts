import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addsUp, type Definition, FRAMEWORK_IDS, frameworks, type Picked } from '../src/framework/index.ts';
import type { Outcome, RecognitionRecord } from '../src/index.ts';

const unit = (lineage: string, credits: number, change: Partial<Outcome> = {}): Picked => ({
  outcome: {
    id: `o-${lineage}`,
    code: lineage,
    version: 1,
    name: lineage,
    credits,
    level: 3,
    field: 'health',
    subfield: null,
    domain: null,
    lineage,
    accredited: true,
    excludes: [],
    group: null,
    lastAssessment: null,
    size: null,
    kind: null,
    creditBearing: true,
    levelLabel: null,
    ...change,
  },
  framework: 'nz',
  provider: null,
});
const whole = (id: string, ...parts: readonly string[]): Definition => ({
  id,
  award: 'micro-credential',
  title: id,
  level: null,
  sector: null,
  minutes: null,
  parts: parts.map((ref) => ({ ref, role: 'outcome', minutes: null, source: null, creditBearing: true })),
  electives: 0,
  reviewYears: null,
  withdrawn: null,
  listing: {},
});
const inAll = (definitions: readonly Definition[] = []) =>
  FRAMEWORK_IDS.map((id) => ({ framework: frameworks[id], definitions: id === 'nz' ? definitions : [] }));
const DAY = '2026-11-24';
const sum = (picked: readonly Picked[], definitions: readonly Definition[] = [], own: RecognitionRecord | null = null) =>
  addsUp(picked, inAll(definitions), { asOf: DAY, own });
const nz = (of: ReturnType<typeof sum>) => of.frameworks[0]!;
const alq = (of: ReturnType<typeof sum>) => nz(of).sized.find(({ award }) => award === 'alq')!;

/** Somebody who holds these lineages, each of so many credits. */
const holding = (lineages: readonly string[], credits: number): RecognitionRecord => ({
  type: 'RecognitionRecord',
  version: 1,
  organisations: [
    { id: 'p', name: 'P', kind: 'provider', accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }] },
  ],
  outcomes: lineages.map((lineage) => unit(lineage, credits).outcome),
  achievements: lineages.map((lineage) => ({
    id: `a-${lineage}`,
    outcome: `o-${lineage}`,
    provider: 'p',
    date: '2024-01-01',
    result: 'achieved',
    mode: 'assessed',
    originalDate: null,
    source: null,
    status: 'confirmed',
    usedIn: [],
    alsoCountedIn: [],
  })),
});

test('sizes are in each framework’s own unit: 3 credits are 30 hours, 4 days of 7.4 hours and a part that is left out', () => {
  const { frameworks: all } = sum([unit('a', 3)]);
  expect(Object.fromEntries(all.map(({ framework, size }) => [framework, size.amount]))).toEqual({
    nz: '3',
    in: '1',
    ph: '30',
    dk: '4',
    sg: '30',
    es: '30',
    fr: '30',
  });
  expect(all.find(({ framework }) => framework === 'dk')!.size.remainder).toBe(1800 - 4 * 444);
  expect(all.filter(({ compared }) => compared).map(({ framework }) => framework)).not.toContain('nz');
});

test('forty credits make an ALQ with its major; one less says how much is missing', () => {
  const forty = Array.from({ length: 8 }, (_, n) => unit(`u${n}`, 5));
  expect(alq(sum(forty))).toMatchObject({ enough: true, missing: 0, majors: ['health'], before: false });
  expect(alq(sum(forty.slice(1)))).toMatchObject({ enough: false, missing: 5 * 600 });
});

test('with a record of one’s own, what is held counts too, and says whether it was enough before', () => {
  const own = holding(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'], 5);
  expect(alq(sum([unit('u', 5)], [], own))).toMatchObject({ enough: true, before: false });
  expect(alq(sum([unit('u', 5)]))).toMatchObject({ enough: false });
  expect(
    alq(
      sum(
        [unit('u', 1)],
        [],
        holding(
          Array.from({ length: 8 }, (_, n) => `h${n}`),
          5,
        ),
      ),
    ),
  ).toMatchObject({ enough: true, before: true });
});

test('a unit that is held already counts once, and is told as an overlap', () => {
  const own = holding(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'], 5);
  const again = sum([unit('h1', 5)], [], own);
  expect(alq(again)).toMatchObject({ enough: false, missing: 5 * 600 });
  expect(again.overlaps).toEqual([{ kind: 'held', lineage: 'h1' }]);
});

test('units that exclude one another, or were picked twice, are told once', () => {
  const two = [unit('a', 5, { excludes: ['b'] }), unit('b', 5, { excludes: ['a'] }), unit('a', 5, { excludes: ['b'] })];
  expect(sum(two).overlaps).toEqual([
    { kind: 'twice', lineage: 'a' },
    { kind: 'excludes', lineage: 'a', other: 'b' },
  ]);
});

test('all parts make the whole; all but one say what one more would complete; what is no part of it is not named', () => {
  const definitions = [whole('mc', 'a', 'b', 'c'), whole('other', 'x', 'y')];
  const two = sum([unit('a', 3), unit('b', 3)], definitions);
  expect(nz(two).made).toMatchObject([{ definition: 'mc', claimable: false, missing: ['c'] }]);
  expect(nz(two).oneMore).toEqual([{ ref: 'c', completes: ['mc'] }]);
  expect(nz(sum([unit('a', 3), unit('b', 3), unit('c', 3)], definitions)).made).toMatchObject([
    { claimable: true, before: false },
  ]);
  expect(nz(sum([unit('a', 3)], definitions, holding(['b', 'c'], 3))).made).toMatchObject([{ claimable: true, before: false }]);
});

test('credit that sits on a standard counts when all of its outcomes are there, and no sooner', () => {
  const group = { id: 's', lineage: 's', credits: 6, members: 2 };
  const one = unit('m1', 0, { group });
  expect(nz(sum([one])).size.amount).toBe('0');
  expect(nz(sum([one, unit('m2', 0, { group })])).size.amount).toBe('6');
  expect(sum([one]).unsized).toEqual([]);
  expect(sum([unit('n', 0)]).unsized).toEqual(['n']);
});

test('a unit of another framework is compared in size at home, and is its own framework’s where it is from', () => {
  const spanish: Picked = {
    ...unit('uc', 0, { accredited: false, level: null, size: { minutes: 3600, amount: '60', unit: 'hour' } }),
    framework: 'es',
  };
  const { frameworks: all } = sum([spanish]);
  expect(all.find(({ framework }) => framework === 'es')!.compared).toBe(false);
  expect(all.find(({ framework }) => framework === 'nz')!).toMatchObject({ compared: true, size: { amount: '6' } });
});

test('the order says nothing, picking twice says nothing, and picking more never takes away', () => {
  const definitions = [whole('ab', 'a', 'b'), whole('bcd', 'b', 'c', 'd'), whole('all', 'a', 'b', 'c', 'd', 'e')];
  const some = fc.subarray(['a', 'b', 'c', 'd', 'e'].map((name, n) => unit(name, n + 3)));
  const claimed = (of: ReturnType<typeof sum>) =>
    nz(of)
      .made.filter(({ claimable }) => claimable)
      .map(({ definition }) => definition);
  fc.assert(
    fc.property(some, some, fc.boolean(), (picked, more, twice) => {
      const { overlaps: _, ...plain } = sum(picked, definitions);
      const { overlaps: _other, ...turned } = sum([...picked].reverse(), definitions);
      expect({ ...turned, unsized: turned.unsized.toSorted() }).toEqual({ ...plain, unsized: plain.unsized.toSorted() });
      if (twice) expect(nz(sum([...picked, ...picked], definitions))).toEqual(nz({ ...plain, overlaps: [] }));
      expect(claimed(sum([...picked, ...more], definitions))).toEqual(expect.arrayContaining(claimed(sum(picked, definitions))));
    }),
    { numRuns: 60 },
  );
});
