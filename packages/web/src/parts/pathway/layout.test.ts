import { frameworks, holding, pathway, patternOf, readDefinitions, type Step } from '@recognition/recognition/frameworks';
import { describe, expect, test } from 'vitest';
import { drawnSteps, layoutPathway, rootsOf, stepTowards } from './layout.ts';

const read = readDefinitions([
  {
    id: 'a-1',
    award: 'a',
    title: 'Grado A',
    parts: [
      { ref: 'ra-1', role: 'outcome' },
      { ref: 'ra-2', role: 'outcome' },
    ],
  },
  {
    id: 'b-1',
    award: 'b',
    title: 'Grado B',
    parts: [
      { ref: 'mf-1', role: 'module' },
      { ref: 'a-1', role: 'a' },
    ],
  },
  { id: 'b-2', award: 'b', title: 'Otro grado B', parts: [{ ref: 'mf-2', role: 'module' }] },
  {
    id: 'd-1',
    award: 'd',
    title: 'Grado D',
    parts: [
      { ref: 'b-1', role: 'b' },
      { ref: 'b-2', role: 'b' },
    ],
  },
]);
if (!read.ok) throw new Error('the definitions of this test are wrong');
const { definitions } = read;
const lay = (held: readonly string[], size: 'wide' | 'narrow', chosen: ReadonlyMap<string, number> = new Map()) =>
  layoutPathway({
    pathway: pathway(frameworks.es, definitions, holding(held)),
    chosen,
    nameOf: ({ ref, title }: Step) => title ?? ref,
    kindOf: (award) => award ?? 'units',
    size,
  });

describe('the picture of a pathway', () => {
  test('stands in columns from the units to the whole, and nothing lies over anything', () => {
    const { steps, width, height, headings } = lay(['ra-1', 'ra-2'], 'wide');
    expect(headings.map(({ award }) => award)).toEqual([null, 'a', 'b', 'd']);
    const xOf = (ref: string) => steps.find(({ step }) => step.ref === ref)?.x ?? -1;
    const across = ['ra-1', 'a-1', 'b-1', 'd-1'].map(xOf);
    expect(across).toEqual(across.toSorted((a, b) => a - b));
    for (const [at, one] of steps.entries()) {
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
      for (const other of steps.slice(at + 1))
        expect(one.x !== other.x || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
    }
  });

  test('draws the nearest way, or the one that was chosen, and its units only', () => {
    const refs = (layout: ReturnType<typeof lay>) => layout.steps.map(({ step }) => step.ref).sort();
    expect(refs(lay(['ra-1', 'ra-2'], 'wide'))).toEqual(['a-1', 'b-1', 'b-2', 'd-1', 'mf-2', 'ra-1', 'ra-2']);
    expect(refs(lay(['ra-1', 'ra-2'], 'wide', new Map([['b-1', 0]])))).toEqual([
      'a-1',
      'b-1',
      'b-2',
      'd-1',
      'mf-1',
      'mf-2',
      'ra-1',
      'ra-2',
    ]);
    expect(
      lay(['ra-1', 'ra-2'], 'wide')
        .links.filter(({ held }) => held)
        .map(({ from, to }) => `${from} ${to}`),
    ).toEqual(['b-1 d-1', 'a-1 b-1', 'ra-1 a-1', 'ra-2 a-1']);
  });

  test('an award that was earned itself is not taken apart', () => {
    expect(lay(['b-2'], 'wide').steps.some(({ step }) => step.ref === 'mf-2')).toBe(false);
  });

  test('on a narrow screen the whole comes first, its parts under it and further in, within 350 px', () => {
    const { steps, width } = lay(['mf-2'], 'narrow');
    expect(width).toBe(350);
    expect(steps.map(({ step }) => step.ref).slice(0, 2)).toEqual(['d-1', 'b-1']);
    for (const one of steps) expect(one.x + one.width).toBeLessThanOrEqual(350);
    expect(Math.max(...steps.map(({ x }) => x))).toBeGreaterThan(30);
  });

  test('arrow keys lead from step to step, and nowhere at the edge', () => {
    const layout = lay(['ra-1'], 'wide');
    expect(stepTowards(layout, 'd-1', 'ArrowLeft')).toMatch(/^b-/);
    expect(stepTowards(layout, 'd-1', 'ArrowRight')).toBeNull();
    expect(stepTowards(layout, 'b-1', 'ArrowDown')).toBe('b-2');
    expect(stepTowards(layout, 'b-1', 'ArrowUp')).toBeNull();
  });

  test('the rules of every framework are drawn whole by the same', () => {
    for (const framework of Object.values(frameworks)) {
      const made = pathway(framework, patternOf(framework), new Map());
      const shown = drawnSteps({ pathway: made, chosen: new Map(), every: true });
      for (const { id } of patternOf(framework)) expect(shown.some(({ ref }) => ref === id)).toBe(true);
      expect(rootsOf(made).length).toBeGreaterThan(0);
    }
  });
});
