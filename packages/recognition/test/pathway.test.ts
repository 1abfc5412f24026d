import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  claimable,
  type Definition,
  FRAMEWORK_IDS,
  frameworks,
  holding,
  pathway,
  patternOf,
  readDefinitions,
} from '../src/framework/index.ts';

function definitions(json: unknown): readonly Definition[] {
  const read = readDefinitions(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.definitions;
}
const parts = (role: string, ...refs: string[]) => refs.map((ref) => ({ ref, role }));

const SPAIN = definitions([
  { id: 'a-1', award: 'a', title: 'A 1', parts: parts('outcome', 'ra-1', 'ra-2') },
  { id: 'a-2', award: 'a', title: 'A 2', parts: parts('outcome', 'ra-3') },
  { id: 'a-3', award: 'a', title: 'A 3', parts: parts('outcome', 'ra-4', 'ra-5') },
  { id: 'b-1', award: 'b', title: 'B 1', parts: [...parts('module', 'mf-1'), ...parts('a', 'a-1', 'a-2')] },
  { id: 'b-2', award: 'b', title: 'B 2', parts: parts('module', 'mf-2') },
  { id: 'b-3', award: 'b', title: 'B 3', parts: [...parts('module', 'mf-3'), ...parts('a', 'a-3')] },
  {
    id: 'c-1',
    award: 'c',
    title: 'C 1',
    parts: [...parts('module', 'mf-1', 'mf-2'), ...parts('standard', 'uc-1', 'uc-2'), ...parts('b', 'b-1', 'b-2')],
  },
  { id: 'd-1', award: 'd', title: 'D 1', parts: parts('b', 'b-1', 'b-2', 'b-3') },
  { id: 'e-1', award: 'e', title: 'E 1', parts: [...parts('title', 'd-1'), ...parts('module', 'me-1')] },
]);
const PHILIPPINES = definitions([
  { id: 'coc-1', award: 'coc', title: 'COC 1', parts: parts('core', 'k-1', 'k-2') },
  { id: 'coc-2', award: 'coc', title: 'COC 2', parts: parts('core', 'k-3') },
  {
    id: 'nc-1',
    award: 'nc',
    title: 'NC II',
    electives: 1,
    parts: [
      ...parts('basic', 'u-1'),
      ...parts('common', 'o-1'),
      ...parts('core', 'k-1', 'k-2', 'k-3'),
      ...parts('elective', 'e-1', 'e-2'),
      ...parts('coc', 'coc-1', 'coc-2'),
    ],
  },
]);
const step = (made: ReturnType<typeof pathway>, ref: string) => made.steps.find((one) => one.ref === ref);

describe('a pathway', () => {
  test('says what is held, what it already gives and what completes the next', () => {
    const made = pathway(frameworks.es, SPAIN, holding(['ra-1', 'ra-2', 'ra-3', 'mf-2', 'ra-4']));
    expect(made.columns).toEqual([null, 'a', 'b', 'c', 'd', 'e']);
    expect(step(made, 'ra-1')?.state).toBe('earned');
    for (const ref of ['a-1', 'a-2', 'b-1', 'b-2', 'c-1']) expect(step(made, ref)?.state, ref).toBe('given');
    for (const ref of ['a-3', 'b-3', 'd-1']) expect(step(made, ref), ref).toMatchObject({ state: 'next' });
    expect(step(made, 'd-1')?.lacks).toEqual(['ra-5']);
    expect(step(made, 'ra-5')?.state).toBe('next');
    expect(made.completes.get('ra-5')).toEqual(['a-3', 'b-3', 'd-1']);
    expect(step(made, 'e-1')).toMatchObject({ state: 'open', lacks: ['d-1', 'me-1'] });
  });

  test('shows each of three routes with how far it has come, and takes the nearest', () => {
    const made = pathway(
      frameworks.es,
      SPAIN,
      new Map([
        ['uc-1', ['rpl']],
        ['mf-1', ['assessed']],
      ]),
    );
    const c = step(made, 'c-1');
    expect(c?.ways.map(({ id, need, have, met }) => [id, need, have, met])).toEqual([
      ['modules', 2, 1, false],
      ['experience', 2, 1, false],
      ['grade-b', 2, 1, false],
    ]);
    // One module from experience is no module passed, and one passed is no standard from experience.
    expect(step(pathway(frameworks.es, SPAIN, new Map([['uc-1', ['assessed']]])), 'c-1')?.ways[1]?.have).toBe(0);
    expect(made.completes.get('uc-2')).toEqual(['c-1']);
  });

  test('draws a national certificate by its units or by its certificates of competency', () => {
    const made = pathway(frameworks.ph, PHILIPPINES, holding(['k-1', 'k-2', 'u-1']));
    expect(made.columns).toEqual([null, 'coc', 'nc']);
    expect(step(made, 'coc-1')?.state).toBe('given');
    expect(step(made, 'nc-1')).toMatchObject({ state: 'next', nearest: 1, lacks: ['k-3'] });
    expect(step(made, 'nc-1')?.ways[0]).toMatchObject({ id: 'units', need: 6, have: 3, lacks: ['o-1', 'k-3', 'e-1'] });
  });

  test('the rules of every framework are drawn by the same: each award of named parts once, after those it is made of', () => {
    for (const id of FRAMEWORK_IDS) {
      const made = pathway(frameworks[id], patternOf(frameworks[id]), new Map());
      const drawn = frameworks[id].awards.filter(
        (one) => one.rule === 'compose' && !['any', 'list'].includes(one.versions[0]?.composition.kind ?? ''),
      );
      expect([...made.columns].filter((one) => one !== null).sort()).toEqual(drawn.map((one) => one.id).sort());
    }
    expect(pathway(frameworks.es, patternOf(frameworks.es), new Map()).columns).toEqual([null, 'a', 'b', 'c', 'd', 'e']);
  });

  test('agrees with what can be claimed, and one more unit does what it is said to do', () => {
    const refs = [...new Set(SPAIN.flatMap((one) => one.parts.map(({ ref }) => ref)))];
    fc.assert(
      fc.property(fc.subarray(refs), fc.constantFrom('assessed', 'rpl'), (picked, mode) => {
        const held = holding(picked, mode);
        const made = pathway(frameworks.es, SPAIN, held);
        const can = claimable(frameworks.es, SPAIN, held);
        for (const { definition, claimable: is } of can)
          expect(['earned', 'given'].includes(step(made, definition)?.state ?? '')).toBe(is);
        for (const [unit, ids] of made.completes) {
          const then = claimable(frameworks.es, SPAIN, new Map([...held, [unit, ['assessed', 'rpl', 'crt']]]));
          for (const id of ids) expect(then.find((one) => one.definition === id)?.claimable).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
