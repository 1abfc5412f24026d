import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basketOf,
  bundle,
  claimable,
  convertSize,
  coverage,
  type Definition,
  frameworks,
  holding,
  oneMore,
  packageOf,
  type Part,
  rebundle,
  sumOf,
  unbundle,
} from '../src/framework/index.ts';

const header = {
  id: 'made',
  award: 'nc',
  title: 'Invented',
  level: null,
  sector: null,
  electives: 0,
  reviewYears: null,
  withdrawn: null,
  listing: {},
};

/** Units from one small world, so that sets share some: a unit is the same wherever it stands. */
const unit: fc.Arbitrary<Part> = fc.nat(30).map((at) => ({
  ref: `u-${at}`,
  role: at % 2 === 0 ? 'core' : 'basic',
  minutes: (at + 1) * 60,
  source: `tr-${at % 3}`,
  creditBearing: true,
}));
const units = fc.uniqueArray(unit, { selector: ({ ref }) => ref, minLength: 1, maxLength: 20 });
const sets = fc.array(units, { minLength: 1, maxLength: 5 });
const made = (...of: (readonly Part[])[]): Definition => {
  const answer = bundle(header, of);
  if (!answer.ok) throw new Error(answer.code);
  return answer.definition;
};

describe('the laws of composition', () => {
  test('bundle after unbundle is identity', () =>
    fc.assert(
      fc.property(units, (parts) => {
        const whole = made(parts);
        expect(made(unbundle(whole))).toEqual(whole);
      }),
    ));

  test('unbundle after bundle gives every unit once, itself', () =>
    fc.assert(
      fc.property(sets, (given) => {
        const all = new Map(given.flat().map((part) => [part.ref, part]));
        expect(unbundle(made(...given))).toEqual([...all.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)));
      }),
    ));

  test('nothing is counted twice: the size is that of the distinct units', () =>
    fc.assert(
      fc.property(sets, (given) => {
        const distinct = [...new Map(given.flat().map((part) => [part.ref, part])).values()];
        expect(made(...given).minutes).toBe(sumOf(distinct));
      }),
    ));

  test('the order of the sets and of their units does not matter', () =>
    fc.assert(
      fc.property(sets, fc.nat(), (given, turn) => {
        const turned = given.map((_, at) => [...given[(at + turn) % given.length]!].reverse());
        expect(made(...turned)).toEqual(made(...given));
      }),
    ));

  test('a bundle of bundles is the bundle of all their units', () =>
    fc.assert(
      fc.property(units, units, units, (a, b, c) => {
        expect(made(unbundle(made(a, b)), c)).toEqual(made(a, b, c));
      }),
    ));

  test('bundling a set twice adds nothing', () =>
    fc.assert(
      fc.property(units, (a) => {
        expect(made(a, a)).toEqual(made(a));
      }),
    ));

  test('what stands in more than one set is said, and only that', () =>
    fc.assert(
      fc.property(units, units, (a, b) => {
        const answer = bundle(header, [a, b]);
        const both = a
          .filter(({ ref }) => b.some((other) => other.ref === ref))
          .map(({ ref }) => ref)
          .sort();
        expect(answer.ok && answer.once).toEqual(both);
      }),
    ));

  test('re-bundling keeps every unit with its identity, or says that the sources are too few', () =>
    fc.assert(
      fc.property(units, units, (a, b) => {
        const answer = rebundle(header, [
          { ...made(a), id: 'x' },
          { ...made(b), id: 'y' },
        ]);
        const sources = new Set([...a, ...b].map(({ source }) => source));
        if (sources.size < 2) expect(answer).toMatchObject({ ok: false, code: 'too-few-sources' });
        else expect(answer.ok && answer.definition).toEqual(made(a, b));
      }),
    ));

  test('a bundle covers a target exactly when the union of its sets does', () =>
    fc.assert(
      fc.property(units, units, units, (a, b, target) => {
        const held = new Set([...a, ...b].map(({ ref }) => ref));
        const { open, covered } = coverage(unbundle(made(a, b)), made(target), 'core');
        expect(open.length === 0).toBe(target.every(({ ref, role }) => role !== 'core' || held.has(ref)));
        expect(open.length + covered.length).toBe(target.filter(({ role }) => role === 'core').length);
      }),
    ));
});

const es = frameworks.es;
/** A ladder: three modules of outcomes, a certificate of two of them, a cycle of all three. */
const rung = (id: string, award: string, role: string, refs: readonly string[]): Definition => ({
  ...header,
  id,
  award,
  minutes: null,
  parts: refs.map((ref) => ({ ref, role, minutes: null, source: null, creditBearing: true })),
});
const modules = [0, 1, 2];
const ladder: readonly Definition[] = [
  ...modules.flatMap((m) => [0, 1].map((o) => rung(`a-${m}-${o}`, 'a', 'outcome', [`ra-${m}-${o}`]))),
  ...modules.map((m) => rung(`b-${m}`, 'b', 'a', [`a-${m}-0`, `a-${m}-1`])),
  rung('c-0', 'c', 'b', ['b-0', 'b-1']),
  rung('d-0', 'd', 'b', ['b-0', 'b-1', 'b-2']),
];
const everything = [...modules.flatMap((m) => [`ra-${m}-0`, `ra-${m}-1`, `mf-${m}`]), ...ladder.map(({ id }) => id)];
const claims = (refs: Iterable<string>) =>
  new Set(
    claimable(es, ladder, holding(refs))
      .filter((one) => one.claimable)
      .map(({ definition }) => definition),
  );

describe('the cumulative lattice', () => {
  test('everything earned stays claimable when more is earned', () =>
    fc.assert(
      fc.property(fc.subarray(everything), fc.subarray(everything), (first, more) => {
        const before = claims(first);
        const after = claims([...first, ...more]);
        expect([...before].filter((one) => !after.has(one))).toEqual([]);
      }),
    ));

  test('the order in which it was earned, and in which definitions stand, does not matter', () =>
    fc.assert(
      fc.property(fc.subarray(everything), (held) => {
        const turned = claimable(es, [...ladder].reverse(), holding([...held].reverse()));
        expect(new Set(turned.filter((one) => one.claimable).map(({ definition }) => definition))).toEqual(claims(held));
      }),
    ));

  test('claiming what can be claimed changes nothing that could not be claimed before', () =>
    fc.assert(
      fc.property(fc.subarray(everything), (held) => {
        expect(claims([...held, ...claims(held)])).toEqual(claims(held));
      }),
    ));

  test('what is missing is enough, and what one more completes is true', () =>
    fc.assert(
      fc.property(fc.subarray(everything), (held) => {
        const standings = claimable(es, ladder, holding(held));
        for (const { definition, missing } of standings) expect(claims([...held, ...missing]).has(definition)).toBe(true);
        for (const [ref, completes] of oneMore(standings))
          for (const one of completes) expect(claims([...held, ref]).has(one)).toBe(true);
      }),
    ));
});

describe('packages and sizes', () => {
  const course = (at: number): Definition => ({ ...rung(`k-${at}`, 'amu-certificate', 'test', ['t']), minutes: (at + 1) * 222 });
  test('a package sums its courses, keeps their order and certifies each', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9), { minLength: 1 }), (picked) => {
        const whole = packageOf(frameworks.dk, picked.map(course), { on: '2024-03-01', group: 'target', participants: 2 });
        expect(whole).toMatchObject({
          ok: true,
          courses: picked.map((at) => `k-${at}`),
          certificates: picked.map((at) => `k-${at}`),
          minutes: picked.reduce((sum, at) => sum + (at + 1) * 222, 0),
        });
      }),
    ));

  test('a converted size and what was left out make the size again', () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...Object.values(frameworks)), (minutes, framework) => {
        const { amount, remainder, exact } = convertSize(minutes, framework);
        expect(remainder).toBeLessThan(framework.unit.step);
        expect(exact).toBe(remainder === 0);
        expect(Math.round(Number(amount) * framework.unit.minutes) + remainder).toBe(minutes);
      }),
    ));
});

describe('a basket', () => {
  const named = [rung('b-x', 'b', 'module', ['u-0', 'u-1']), rung('b-y', 'b', 'module', ['u-1', 'u-2'])];
  const both = [
    { framework: frameworks.es, definitions: named },
    { framework: frameworks.in, definitions: [] },
  ];
  const pick = (at: number): Part => ({
    ref: `u-${at}`,
    role: 'module',
    minutes: (at + 1) * 450,
    source: null,
    creditBearing: true,
  });

  test('adds up in each framework, says what stands in it twice, and what one more completes', () => {
    expect(basketOf([pick(0), pick(1), pick(1), { ...pick(9), minutes: null }], both)).toMatchObject({
      units: [{ ref: 'u-0' }, { ref: 'u-1' }, { ref: 'u-9' }],
      once: ['u-1'],
      unsized: ['u-9'],
      frameworks: [
        {
          framework: 'es',
          size: { amount: '22', remainder: 30 },
          standings: [
            { definition: 'b-x', claimable: true },
            { definition: 'b-y', claimable: false, missing: ['u-2'] },
          ],
          oneMore: [{ ref: 'u-2', completes: ['b-y'] }],
        },
        { framework: 'in', size: { amount: '0.75', remainder: 0 }, standings: [] },
      ],
    });
  });

  test('the order of picking says nothing, and picking again adds nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(), (picked, turn) => {
        const turned = picked.map((_, at) => picked[(at + turn) % picked.length]!);
        const { once: _, ...basket } = basketOf(picked.map(pick), both);
        const { once: __, ...again } = basketOf([...turned, ...turned].map(pick), both);
        expect(again).toEqual(basket);
      }),
    ));
});
