import { describe, expect, test } from 'vitest';
import {
  asAccredited,
  claimedAward,
  claimedName,
  claimedNote,
  type Definition,
  definitionFile,
  frameworks,
  sizeOfMade,
  withBelow,
} from '../src/framework/index.ts';
import type { RecognitionRecord } from '../src/index.ts';

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
  const held = (...refs: readonly string[]) => refs.map((ref) => ({ ref, role: 'part', held: 'a-1' }));
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
