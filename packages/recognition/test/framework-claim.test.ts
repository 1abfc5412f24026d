import { describe, expect, test } from 'vitest';
import {
  asAccredited,
  claimedAward,
  claimedName,
  claimedNote,
  decide,
  type Definition,
  definitionFile,
  frameworks,
  inUseOn,
  missingParts,
  sizeOfMade,
  spanOfMade,
  usedParts,
  withBelow,
} from '../src/framework/index.ts';
import type { RecognitionRecord } from '../src/index.ts';

const outcome = (lineage: string, accredited: boolean): RecognitionRecord['outcomes'][number] => ({
  id: lineage,
  code: lineage,
  version: 1,
  name: lineage,
  credits: 0,
  level: null,
  field: null,
  subfield: null,
  domain: null,
  lineage,
  accredited,
  excludes: [],
  group: null,
  lastAssessment: null,
});

const definition = (id: string, parts: readonly object[], more: object = {}): Definition =>
  definitionFile.parse({ id, award: 'b', title: `Title of ${id}`, parts, ...more });

describe('an award that is claimed here', () => {
  test('is one whose framework says so, and is called as it says', () => {
    const grade = claimedAward(frameworks.es, 'b');
    const it = grade?.claim;
    if (it === undefined) throw new Error('Grade B is claimed here');
    expect(claimedName(it, { title: 'Riego $& agua' }, 'en')).toBe('Riego $& agua (Grade B)');
    expect(claimedName(it, { title: 'Riego' }, 'es')).toBe('Riego (Grado B)');
    expect(claimedName(it, { title: 'Riego' }, 'da'), 'a language that it does not speak').toBe('Riego (Grade B)');
    expect(claimedNote(it, 'es')).toMatch(/documento oficial/u);
    for (const [framework, award] of [
      ['nz', 'alq'],
      ['nz', 'certificate'],
      ['in', 'degree'],
      ['es', 'none'],
    ] as const)
      expect(claimedAward(frameworks[framework], award), award).toBeNull();
  });
});

describe('what is kept with a decision', () => {
  test('is the definition and all below it, each once, and nothing beside', () => {
    const a = definition('a', [{ ref: 'x', role: 'outcome' }]);
    const b = definition('b', [{ ref: 'a', role: 'a' }]);
    const other = definition('c', [{ ref: 'a', role: 'a' }]);
    const top = definition('d', [
      { ref: 'b', role: 'b' },
      { ref: 'a', role: 'a' },
    ]);
    expect(withBelow(top, [other, top, a, b]).map(({ id }) => id)).toEqual(['d', 'b', 'a']);
  });

  test('a unit of the framework is accredited there, and no other outcome is', () => {
    const record: RecognitionRecord = {
      type: 'RecognitionRecord',
      version: 1,
      organisations: [],
      outcomes: [outcome('u-1', false), outcome('u-2', false), outcome('k', true)],
      achievements: [],
    };
    const read = asAccredited(record, ['u-1']);
    expect(read.outcomes.map(({ accredited }) => accredited)).toEqual([true, false, true]);
    expect(record.outcomes[0]?.accredited, 'what was given stays as it is').toBe(false);
  });
});

describe('how large an award is', () => {
  const held = (...refs: readonly string[]) => ({
    gates: [],
    parts: refs.map((ref) => ({ ref, role: 'part', held: 'a-1' })),
  });
  test.each<[string, Definition, readonly string[], number | null]>([
    ['as its definition says', definition('a', [{ ref: 'x', role: 'module', minutes: 60 }], { minutes: 5400 }), ['x'], 5400],
    [
      'the sum of the way that makes it',
      definition('a', [
        { ref: 'x', role: 'module', minutes: 60 },
        { ref: 'y', role: 'module', minutes: 30 },
      ]),
      ['x'],
      60,
    ],
    [
      'not said where a part has no size',
      definition('a', [
        { ref: 'x', role: 'module', minutes: 60 },
        { ref: 't', role: 'test' },
      ]),
      ['x', 't'],
      null,
    ],
    ['not said where nothing has one', definition('a', [{ ref: 't', role: 'test', minutes: 0 }]), ['t'], null],
  ])('%s', (_, of, refs, minutes) => {
    expect(sizeOfMade(of, held(...refs), [of])).toBe(minutes);
  });

  test('an award below counts with its own size', () => {
    const below = definition('b-1', [{ ref: 'x', role: 'module' }], { minutes: 5400 });
    const top = definition('c-1', [{ ref: 'b-1', role: 'b' }]);
    expect(sizeOfMade(top, held('b-1'), [top, below])).toBe(5400);
  });
});

describe('an award with electives', () => {
  const wsq = definitionFile.parse({
    id: 'w',
    award: 'wsq',
    title: 'Care',
    electives: 2,
    parts: [
      { ref: 'k', role: 'core', minutes: 600 },
      ...['e1', 'e2', 'e3', 'e4'].map((ref, at) => ({ ref, role: 'elective', minutes: 100 * (at + 1) })),
    ],
  });
  /** Results of these outcomes, a day each from 1 January; those named `used` are in another award. */
  const recordOf = (lineages: readonly string[], used: readonly string[] = []): RecognitionRecord => ({
    type: 'RecognitionRecord',
    version: 1,
    organisations: [
      {
        id: 'p',
        name: 'A provider',
        kind: 'invented',
        accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }],
      },
    ],
    outcomes: lineages.map((lineage) => outcome(lineage, true)),
    achievements: lineages.map((lineage, at) => ({
      id: `a-${lineage}`,
      outcome: lineage,
      provider: 'p',
      date: `2026-01-0${at + 1}`,
      result: 'achieved',
      mode: 'assessed',
      originalDate: null,
      source: null,
      status: 'confirmed',
      usedIn: used.includes(lineage) ? ['another'] : [],
      alsoCountedIn: [],
    })),
  });
  const of = (record: RecognitionRecord, framework = frameworks.sg) =>
    decide(framework, 'wsq', record, { asOf: '2026-06-01', definition: 'w', definitions: [wsq] });

  test.each<[string, readonly string[], readonly string[], number]>([
    ['nothing but a core part', ['k'], ['e1', 'e2'], 900],
    ['one elective short', ['k', 'e3'], ['e1'], 1000],
    ['the core part missing, more electives than are needed', ['e1', 'e2', 'e4'], ['k'], 1300],
    ['whole', ['k', 'e2', 'e4'], [], 1200],
  ])(
    '%s: what is missing is what it still needs, and its size is that of the parts that make it',
    (_, held, missing, minutes) => {
      const decision = of(recordOf(held));
      expect(missingParts(decision)).toEqual(missing);
      expect(decision.eligible).toBe(missing.length === 0);
      expect(sizeOfMade(wsq, decision, [wsq])).toBe(minutes);
    },
  );

  test('runs from the first to the last result that it counts, a transfer from when it was first achieved', () => {
    const record = recordOf(['k', 'x', 'e1', 'e2']);
    expect(spanOfMade(of(record), record)).toEqual({ from: '2026-01-01', to: '2026-01-04' });
    const late = record.achievements.at(-1);
    if (late === undefined) throw new Error('there is a last result');
    const first = { ...late, mode: 'crt' as const, originalDate: '2025-05-05' };
    const transferred = { ...record, achievements: [...record.achievements.slice(0, -1), first] };
    expect(spanOfMade(of(transferred), transferred)).toEqual({ from: '2025-05-05', to: '2026-01-03' });
    expect(spanOfMade({ counted: [] }, record)).toBeNull();
  });

  test('is made by its definition to the day on which that went out of use', () => {
    const out = { withdrawn: '2026-01-03' };
    expect(['2026-01-02', '2026-01-03', '2026-01-04'].map((day) => inUseOn(out, day))).toEqual([true, true, false]);
    expect(inUseOn({ withdrawn: null }, '2026-01-04')).toBe(true);
  });

  test('where its rule uses learning up: what another award used of its parts is told, and of nothing else', () => {
    const spends = {
      ...frameworks.sg,
      awards: frameworks.sg.awards.map((award) =>
        award.rule === 'compose' && award.id === 'wsq'
          ? { ...award, versions: award.versions.map((version) => ({ ...version, use: 'spends' as const })) }
          : award,
      ),
    };
    const record = recordOf(['k', 'e1', 'e2', 'x'], ['e2', 'x']);
    const decision = of(record, spends);
    expect(decision.eligible).toBe(false);
    expect(usedParts(decision, record)).toEqual(['a-e2']);
    const other = recordOf(['e1', 'e2', 'x'], ['x']);
    expect(usedParts(of(other, spends), other)).toEqual([]);
    expect(of(record).eligible, 'a rule that keeps asks for no free learning').toBe(true);
  });
});
