import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContext } from '../src/award/context.ts';
import { decide, DecisionError, decideSelection, nz, parseRecord, type RecognitionRecord } from '../src/index.ts';
import { buildModel } from '../src/stack/model.ts';
import { stack } from '../src/stack/options.ts';
import { MOST_STEPS } from '../src/stack/tangle.ts';
import { dense } from './dense.ts';
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

  test('what leaves on one day for two counting dates stands by its id, and 29 February follows 28', () => {
    const given = generate(3, { ...SMALL, achievements: [5, 5] });
    const [like] = given.achievements;
    const dates = { 'a-1': '2020-02-29', 'a-2': '2020-02-28', 'a-3': '2020-02-27', 'a-4': '2020-03-01', 'a-0': '2020-02-29' };
    const own = Object.entries(dates).map(([id, date]) => ({
      ...like!,
      id,
      date,
      outcome: 'free',
      provider: 'open',
      result: 'achieved' as const,
      mode: 'assessed' as const,
      originalDate: null,
      source: null,
      status: 'confirmed' as const,
      usedIn: [],
    }));
    const record: RecognitionRecord = {
      ...given,
      organisations: [
        { ...given.organisations[0]!, id: 'open', accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }] },
      ],
      outcomes: [
        { ...given.outcomes[0]!, id: 'free', credits: 5, accredited: true, group: null, lastAssessment: null, excludes: [] },
      ],
      achievements: own,
    };
    expect(decide(nz, 'alq', record).expiring).toEqual([
      { achievement: 'a-3', on: '2027-02-28' },
      { achievement: 'a-0', on: '2027-03-01' },
      { achievement: 'a-1', on: '2027-03-01' },
      { achievement: 'a-2', on: '2027-03-01' },
      { achievement: 'a-4', on: '2027-03-02' },
    ]);
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

  test('any component of 20 lineages is decided, whatever excludes what, in one version or in several', () => {
    for (const share of [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1]) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const credits = seed % 2 === 0 ? [1, 2, 3, 4, 5] : [3, 7, 11, 17];
        const given = dense(seed, { share, versions: 1 + (seed % 3), alike: true, credits });
        expect(decide(nz, 'alq', given).excluded).toEqual([]);
      }
    }
  });

  test('and one whose versions exclude each something else, as long as the steps suffice', () => {
    for (const share of [0.02, 0.1, 0.2]) {
      for (let seed = 1; seed <= 4; seed += 1) {
        const given = dense(seed, { share: share / 2, versions: 2, alike: false, credits: [1, 2, 3, 4, 5] });
        expect(decide(nz, 'alq', given).excluded).toEqual([]);
      }
    }
  });

  test('600 exclusions on 300 achievements are decided', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const given = generate(seed, { ...LARGE, achievements: [300, 300], exclusions: 2 });
      const { eligible, options } = decide(nz, 'alq', given);
      expect(eligible).toBe(true);
      for (const { major, counted, credits } of options) {
        const { selection } = decideSelection(nz, 'alq', given, { select: counted });
        expect(selection).toMatchObject({ valid: true, credits });
        if (major !== null) expect(selection.majors).toContain(major);
      }
    }
  });

  test('a record that needs more steps than are allowed is refused, never answered approximately', () => {
    const { entries, chain } = readContext(generate(3, { ...LARGE, achievements: [300, 300], exclusions: 2, groups: 0 }), {});
    const model = buildModel(entries, chain, nz.awards[0]!.versions[0]!);
    model.steps.taken = MOST_STEPS;
    expect(() => stack(model, 0)).toThrow(DecisionError);
  });

  test('and so is one of more than 2,000 achievements', () => {
    const given = generate(3, { ...LARGE, achievements: [2001, 2001], groups: 0 });
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
