import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, type RecognitionRecord } from '../src/index.ts';
import { checkFrameworkFile, decide, type Definition, explain, frameworks, loadFrameworkFile } from '../src/framework/index.ts';
import { recordOf } from '../src/framework/cases/record-of.ts';
import type { HeldInCase } from '../src/framework/cases/case-file.ts';

const held = (id: string, more: Partial<HeldInCase> = {}): HeldInCase => ({
  id,
  of: id,
  by: 'org-1',
  on: '2025-03-01',
  mode: 'assessed',
  result: 'achieved',
  status: 'confirmed',
  accredited: true,
  excludes: [],
  usedIn: [],
  times: 1,
  ...more,
});
const { nz } = frameworks;
const definition = (id: string, award: string, refs: readonly string[], role: string): Definition => ({
  id,
  award,
  title: id,
  level: null,
  sector: null,
  minutes: null,
  parts: refs.map((ref) => ({ ref, role, minutes: null, source: null, creditBearing: true })),
  electives: 0,
  reviewYears: null,
  withdrawn: null,
  listing: {},
});

/** New Zealand's certificate, made by size of what a definition lists. */
const listed = loadFrameworkFile({
  ...structuredClone(nz),
  awards: structuredClone(nz.awards).map((award) =>
    award.rule === 'compose' && award.id === 'certificate'
      ? { ...award, versions: award.versions.map((one) => ({ ...one, composition: { kind: 'list' } })) }
      : award,
  ),
});

describe('an award by size of a list', () => {
  test('counts what its definition lists, and says of the rest that it is no part', () => {
    const record = recordOf([held('a', { credits: 30 }), held('b', { credits: 10 }), held('c', { credits: 40 })]);
    const options = { definitions: [definition('cert', 'certificate', ['a', 'b', 'x'], 'part')] };
    expect(decide(listed, 'certificate', record, options)).toMatchObject({
      eligible: true,
      definition: 'cert',
      counted: ['a', 'b'],
      leftOut: [{ achievement: 'c', why: 'not-a-part' }],
    });
  });

  test('needs to know which definition: none, or several without a choice, is refused', () => {
    const record = recordOf([held('a', { credits: 40 })]);
    const two = [definition('x', 'certificate', ['a'], 'part'), definition('y', 'certificate', ['b'], 'part')];
    for (const options of [{}, { definitions: two }, { definitions: two, definition: 'z' }])
      expect(() => decide(listed, 'certificate', record, options)).toThrowError(
        expect.objectContaining({ code: 'unknown-definition' }),
      );
    expect(decide(listed, 'certificate', record, { definitions: two, definition: 'x' }).eligible).toBe(true);
  });
});

/** A record of a standard of 40 credits whose two outcomes are members of a group. */
function grouped(members: readonly string[]): RecognitionRecord {
  const plain = recordOf(members.map((id) => held(id)));
  const parsed = parseRecord({
    ...plain,
    outcomes: plain.outcomes.map((one) => ({ ...one, group: { id: 'g', lineage: 'std', credits: 40, members: 2 } })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.record;
}

describe('credit that sits on a whole standard', () => {
  test('counts once all of its outcomes are achieved, and every one of them is named', () => {
    expect(decide(nz, 'certificate', grouped(['x', 'y']))).toMatchObject({
      eligible: true,
      minutes: 24_000,
      counted: ['x', 'y'],
      leftOut: [],
    });
  });

  test('counts nothing before', () => {
    expect(decide(nz, 'certificate', grouped(['x']))).toMatchObject({
      eligible: false,
      minutes: 0,
      leftOut: [{ achievement: 'x', why: 'group-not-whole' }],
    });
  });
});

describe('the same learning', () => {
  test('a transfer and its source count once', () => {
    const record = recordOf([held('a', { credits: 40 }), held('b', { credits: 40, mode: 'crt', source: 'a' })]);
    expect(decide(nz, 'certificate', record)).toMatchObject({
      minutes: 24_000,
      counted: ['a'],
      leftOut: [{ achievement: 'b', why: 'same-learning' }],
    });
  });

  test('what an award has spent is free again for a new version of it', () => {
    const record = recordOf([held('a', { minutes: 216_000, level: '5', usedIn: ['aw-1'] })]);
    expect(decide(frameworks.in, 'degree', record).eligible).toBe(false);
    expect(decide(frameworks.in, 'degree', record, { supersedes: 'aw-1' }).eligible).toBe(true);
  });
});

describe('reading and dates', () => {
  test('sizes that make no whole step are rounded down, and what is left out is said', () => {
    const record = recordOf([held('a', { minutes: 24_000 }), held('b', { minutes: 700 })]);
    const decision = decide(nz, 'certificate', record);
    expect(decision).toMatchObject({ minutes: 24_600, rounded: 100 });
    expect(explain(nz, decision, record, 'en').map(({ text }) => text)).toContain(
      '1 h 40 min were left out in reading sizes, because they make no whole step of the unit.',
    );
  });

  test('a provider that was not accredited, what is dated later, and what is too small to measure, each with its reason', () => {
    const record = recordOf(
      [held('a', { credits: 40, by: 'closed' }), held('b', { credits: 40, on: '2026-01-01' }), held('c', { minutes: 30 })],
      ['closed'],
    );
    expect(decide(nz, 'certificate', record, { asOf: '2025-06-01' }).excluded).toEqual([
      { achievement: 'a', reason: 'provider-not-accredited' },
      { achievement: 'b', reason: 'after-as-of' },
      { achievement: 'c', reason: 'no-size' },
    ]);
  });

  test('the rule is the one in force on the day, or the one that is named in either form', () => {
    const mc = [definition('mc', 'micro-credential', ['a'], 'outcome')];
    const record = recordOf([held('a', { credits: 4, on: '2019-05-01' })]);
    expect(decide(nz, 'micro-credential', record, { definitions: mc }).version).toBe('2018.1');
    expect(decide(nz, 'micro-credential', record, { definitions: mc, asOf: '2025-01-01' }).version).toBe('2022.1');
    for (const policy of ['2022.1', 'nz-micro-credential@2022.1'])
      expect(decide(nz, 'micro-credential', record, { definitions: mc, policy }).version).toBe('2022.1');
    expect(() => decide(nz, 'micro-credential', record, { definitions: mc, asOf: '2017-01-01' })).toThrowError(
      expect.objectContaining({ code: 'unknown-policy' }),
    );
  });

  test('an empty record is short of everything and no more', () => {
    expect(decide(nz, 'certificate', recordOf([]))).toMatchObject({
      eligible: false,
      minutes: 0,
      missing: 24_000,
      asOf: null,
      counted: [],
      leftOut: [],
      excluded: [],
    });
  });
});

test('more learning never loses an award, on the same day', () => {
  const one = fc.record({ size: fc.integer({ min: 1, max: 200 }), micro: fc.boolean(), own: fc.boolean(), lineage: fc.nat(12) });
  const record = (all: readonly { size: number; micro: boolean; own: boolean; lineage: number }[]) =>
    recordOf(
      all.map(({ size, micro, own, lineage }, at) =>
        held(`a-${at}`, {
          lineage: `l-${lineage}`,
          minutes: size * 450,
          level: '5',
          kind: micro ? 'micro-credential' : 'course',
          by: own ? 'uni' : 'other',
        }),
      ),
    );
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), one, (all, more) => {
      const options = { institution: 'uni', asOf: '2025-03-01' };
      const before = decide(frameworks.in, 'degree', record(all), options);
      const after = decide(frameworks.in, 'degree', record([...all, more]), options);
      if (before.eligible) expect(after.eligible).toBe(true);
      else expect(after.minutes).toBeGreaterThanOrEqual(before.minutes);
    }),
  );
});

test('the order of a record says nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        Array.from({ length: 14 }, (_, at) => at),
        { minLength: 14 },
      ),
      (order) => {
        const all = order.map((at) =>
          held(`a-${String(at).padStart(2, '0')}`, {
            minutes: (at + 1) * 4500,
            level: '5',
            kind: at % 2 === 0 ? 'micro-credential' : 'course',
            by: at % 3 === 0 ? 'other' : 'uni',
          }),
        );
        const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(decide(frameworks.in, 'degree', recordOf(all), { institution: 'uni' })).toEqual(
          decide(frameworks.in, 'degree', recordOf(sorted), { institution: 'uni' }),
        );
      },
    ),
    { numRuns: 50 },
  );
});

test('a framework file is read without being changed', () => {
  const file = structuredClone(frameworks.es);
  const checked = checkFrameworkFile(file);
  expect(checked.ok && checked.framework).toEqual(frameworks.es);
  expect(file).toEqual(frameworks.es);
});
