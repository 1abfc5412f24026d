import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, frameworks, loadFrameworkFile } from '../src/framework/index.ts';
import { recordOf } from '../src/framework/cases/record-of.ts';
import type { HeldInCase } from '../src/framework/cases/case-file.ts';

/** A small world: a degree of 12 steps with both caps, and a diploma with a size at a level, so that every selection can be tried. */
const step = 450;
const degree = loadFrameworkFile({
  ...structuredClone(frameworks.in),
  awards: structuredClone(frameworks.in.awards).map((award) =>
    award.rule === 'compose' && award.id === 'degree'
      ? {
          ...award,
          versions: award.versions.map((one) => ({ ...one, from: '2000-01-01', size: { least: 12 * step, most: null } })),
        }
      : award,
  ),
});
const NEED = 12 * step;

interface Given {
  readonly size: number;
  readonly micro: boolean;
  readonly own: boolean;
  readonly lineage: number;
  readonly bars: number | null;
  readonly level: number;
}
const given: fc.Arbitrary<Given> = fc.record({
  size: fc.integer({ min: 1, max: 6 }),
  micro: fc.boolean(),
  own: fc.boolean(),
  lineage: fc.nat(7),
  bars: fc.option(fc.nat(7), { freq: 4 }),
  level: fc.integer({ min: 5, max: 9 }),
});
const record = (all: readonly Given[]) =>
  recordOf(
    all.map(
      (one, at): HeldInCase => ({
        id: `a-${at}`,
        of: `o-${at}`,
        lineage: `l-${one.lineage}`,
        minutes: one.size * step,
        kind: one.micro ? 'micro-credential' : 'course',
        by: one.own ? 'uni' : 'other',
        on: `2024-01-${String(at + 1).padStart(2, '0')}`,
        level: String(one.level),
        mode: 'assessed',
        result: 'achieved',
        status: 'confirmed',
        accredited: true,
        excludes: one.bars === null || one.bars === one.lineage ? [] : [`l-${one.bars}`],
        usedIn: [],
        times: 1,
      }),
    ),
  );

/** Every selection in which nothing counts twice and nothing excludes another. */
function selections(all: readonly Given[]): readonly (readonly Given[])[] {
  const stands = (picked: readonly Given[]): boolean =>
    picked.every((a, at) =>
      picked.every((b, nth) => at === nth || (a.lineage !== b.lineage && a.bars !== b.lineage && b.bars !== a.lineage)),
    );
  return Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((__, at) => (mask >> at) % 2 === 1)).filter(stands);
}
const sum = (picked: readonly Given[]): number => picked.reduce((total, { size }) => total + size * step, 0);

test('with two caps the fewest minutes that fill the award are found, or the most that there are: against every selection', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 9 }), (all) => {
      const within = selections(all).filter(
        (picked) => 2 * sum(picked.filter(({ micro }) => micro)) <= NEED && 2 * sum(picked.filter(({ own }) => !own)) <= NEED,
      );
      const filling = within.map(sum).filter((minutes) => minutes >= NEED);
      const answer = decide(degree, 'degree', record(all), { institution: 'uni' });
      expect(answer.eligible).toBe(filling.length > 0);
      expect(answer.minutes).toBe(filling.length > 0 ? Math.min(...filling) : Math.max(...within.map(sum)));
      expect(within.some((picked) => sum(picked) === answer.minutes)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('with a size at a level an award is found whenever any selection makes it: against every selection', () => {
  const rule = { need: 12, at: 8, least: 6 };
  const nz = loadFrameworkFile({
    ...structuredClone(frameworks.nz),
    unit: { ...structuredClone(frameworks.nz.unit), minutes: step, step },
    awards: structuredClone(frameworks.nz.awards).flatMap((award) =>
      award.rule === 'compose' && award.id === 'graduate-certificate'
        ? [
            {
              ...award,
              versions: award.versions.map((one) => ({
                ...one,
                size: { least: rule.need * step, most: null },
                atLevels: [{ from: String(rule.at), least: rule.least * step }],
              })),
            },
          ]
        : [],
    ),
  });
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 9 }), (all) => {
      const makes = selections(all).filter(
        (picked) => sum(picked) >= NEED && sum(picked.filter(({ level }) => level >= rule.at)) >= rule.least * step,
      );
      const answer = decide(nz, 'graduate-certificate', record(all));
      expect(answer.eligible).toBe(makes.length > 0);
      if (makes.length > 0) expect(answer.minutes).toBe(Math.max(...makes.map(sum)));
    }),
    { numRuns: 400 },
  );
});

test('every achievement is counted, left out or excluded, each once', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 9 }), (all) => {
      const { counted, leftOut, excluded } = decide(degree, 'degree', record(all), { institution: 'uni' });
      const named = [
        ...counted,
        ...leftOut.map(({ achievement }) => achievement),
        ...excluded.map(({ achievement }) => achievement),
      ];
      expect(named.sort()).toEqual(all.map((_, at) => `a-${at}`).sort());
    }),
  );
});

test('a record made to be hard is refused at a counted step, the same on every machine, and never answered nearly', () => {
  const hard = (count: number, minutes: (at: number) => number, more: (at: number) => Partial<HeldInCase> = () => ({})) =>
    recordOf(
      Array.from(
        { length: count },
        (_, at): HeldInCase => ({
          id: `a-${at}`,
          of: `o-${at}`,
          minutes: minutes(at),
          kind: at % 2 === 0 ? 'micro-credential' : 'course',
          by: at % 3 === 0 ? 'uni' : 'other',
          on: '2025-03-01',
          level: '5',
          mode: 'assessed',
          result: 'achieved',
          status: 'confirmed',
          accredited: true,
          excludes: [],
          usedIn: [],
          times: 1,
          ...more(at),
        }),
      ),
    );
  const records = [
    // Sizes without a common part, under both caps.
    hard(60, (at) => 450 * (7 * at + 11) * 13),
    // As many providers as achievements.
    hard(
      2000,
      (at) => 450 * (at % 480),
      (at) => ({ by: `p-${at}` }),
    ),
    // Everything excludes its neighbours.
    hard(
      60,
      () => 450,
      (at) => ({ excludes: [`o-${(at + 1) % 60}`, `o-${(at + 7) % 60}`] }),
    ),
  ];
  for (const one of records) {
    const before = performance.now();
    try {
      expect(decide(frameworks.in, 'degree', one).gates.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-entangled' });
    }
    expect(performance.now() - before).toBeLessThan(20_000);
  }
});
