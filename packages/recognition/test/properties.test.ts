import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, DecisionError, nz, parseRecord, type RecognitionRecord } from '../src/index.ts';
import { generate, LARGE, SMALL } from './generator.ts';
import { random } from './random.ts';

const seeds = fc.integer({ min: 20_000, max: 1_000_000 });
const record = (seed: number): RecognitionRecord => generate(seed, { ...SMALL, achievements: [1, 40] });

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const r = random(seed);
  const left = [...items];
  return items.map(() => left.splice(r.whole(0, left.length - 1), 1)[0]!);
}

describe('decide', () => {
  test('does not depend on the order of anything in the file', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = record(seed);
        const other = {
          ...given,
          organisations: shuffled(given.organisations, seed),
          outcomes: shuffled(given.outcomes, seed + 1),
          achievements: shuffled(given.achievements, seed + 2),
        };
        expect(decide(nz, 'alq', other)).toEqual(decide(nz, 'alq', given));
      }),
      { numRuns: 150 },
    );
  });

  test('an outcome more never loses eligibility', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = record(seed);
        const fewer = { ...given, achievements: given.achievements.slice(0, -1) };
        const dangling = new Set(fewer.achievements.map(({ id }) => id));
        const usable = fewer.achievements.every(({ source }) => source === null || dangling.has(source));
        // Spent learning may arrive with an outcome; that is not an outcome to count.
        fc.pre(usable && given.achievements.every(({ usedIn }) => usedIn.length === 0));
        const asOf = '2040-01-01';
        if (decide(nz, 'alq', fewer, { asOf }).eligible) expect(decide(nz, 'alq', given, { asOf }).eligible).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('ids compare by code point: of equals on one day a-10 is taken before a-2', () => {
    const base = generate(1, { ...LARGE, achievements: [1, 1] });
    const outcome = { ...base.outcomes[0]!, credits: 40, accredited: true, lastAssessment: null, group: null, excludes: [] };
    const achievement = {
      ...base.achievements[0]!,
      provider: 'p-all',
      date: '2020-01-01',
      mode: 'assessed' as const,
      originalDate: null,
      source: null,
      result: 'achieved' as const,
      status: 'confirmed' as const,
      usedIn: [],
    };
    const given: RecognitionRecord = {
      ...base,
      outcomes: ['x', 'y'].map((id) => ({ ...outcome, id, lineage: id })),
      achievements: [
        { ...achievement, id: 'a-2', outcome: 'x' },
        { ...achievement, id: 'a-10', outcome: 'y' },
      ],
    };
    expect(decide(nz, 'alq', given).options[0]?.counted).toEqual(['a-10']);
  });

  test('any component of 20 lineages is decided, whatever excludes what', () => {
    for (const share of [0.05, 0.1, 0.2, 0.4]) {
      for (let seed = 1; seed <= 10; seed += 1) {
        const given = generate(seed, {
          ...SMALL,
          achievements: [40, 40],
          repeats: 0.5,
          newVersions: 0,
          groups: 0,
          transfers: 0,
          blemishes: 0,
          spent: 0,
          exclusions: share * 20,
          credits: [1, 2, 3, 4, 5],
        });
        expect(decide(nz, 'alq', given).award).toBe('alq');
      }
    }
  });

  test('a record that is too entangled is refused, never answered approximately', () => {
    const given = generate(3, { ...LARGE, achievements: [2000, 2000], exclusions: 3, years: 6, groups: 0 });
    expect(() => decide(nz, 'alq', given)).toThrow(DecisionError);
  });
});

test('parseRecord never throws and never accepts a record with a key that it does not know', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => !parseRecord(JSON.parse(text)).ok),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(seeds, fc.string({ minLength: 1 }), (seed, key) => {
      const given = record(seed);
      fc.pre(!(key in given));
      expect(parseRecord({ ...given, [key]: 1 }).ok).toBe(false);
    }),
    { numRuns: 60 },
  );
});
