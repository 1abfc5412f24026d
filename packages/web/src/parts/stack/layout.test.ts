import '../../language/both.ts';
import { describe, expect, test } from 'vitest';
import { itemsOf, linesOf, bestFrame, bestOption } from '../../deciding/model.ts';
import { fixtureRecord, TODAY } from '../../../test/fixture-record.ts';
import { frameStops } from './use-frame.ts';
import { layoutStack, monthsOn, yearsOn } from './layout.ts';
import { stillStack } from './still.ts';
import { wrap } from './time.ts';
import type { StackInput } from './types.ts';
import { stackWords } from './words.ts';

function inputOf(who: 'marama' | 'hemi' | 'moana', size: StackInput['size'] = 'wide'): StackInput {
  const { record, decision } = fixtureRecord(who);
  if (decision === null) throw new Error('the fixture is undecided');
  const frame = bestFrame(decision, TODAY);
  const counted = new Set(bestOption(decision)?.counted ?? decision.missing?.counted);
  return {
    items: itemsOf(linesOf(record, decision), counted, frame, TODAY),
    window: frame,
    today: TODAY,
    major: bestOption(decision)?.major ?? null,
    need: 40,
    share: 51,
    size,
    words: stackWords('en', { total: 40, largest: { credits: 24, percent: 60 }, frame, missing: 0, by: null }),
  };
}

describe('the stack', () => {
  test('draws each block as high as its credits, each standing on those before it', () => {
    const scene = layoutStack(inputOf('marama'));
    let sum = 0;
    for (const block of scene.stair) {
      sum += block.item.credits;
      expect(block.height).toBe(block.item.credits * 9);
      expect(block.y).toBeCloseTo(scene.plot.base - sum * 9, 5);
    }
    expect(sum).toBe(40);
  });

  test('meets the pile at the same height, with the major lowest', () => {
    const scene = layoutStack(inputOf('marama'));
    expect(Math.min(...scene.pile.map((block) => block.y))).toBe(Math.min(...scene.stair.map((block) => block.y)));
    expect(scene.pile[0]?.item.field).toBe('health');
    expect(scene.pile.reduce((height, block) => height + block.height, 0)).toBe(360);
  });

  test('frames exactly seven calendar years', () => {
    const { frame, pxPerDay } = layoutStack(inputOf('marama'));
    expect((frame.right - frame.left) / pxPerDay).toBeCloseTo(2557, -1);
  });

  test('hangs below what does not count, and nothing else', () => {
    const scene = layoutStack(inputOf('marama'));
    expect(scene.below.map((block) => block.item.standing).sort()).toEqual([
      'outside',
      'outside',
      'outside',
      'spare',
      'spare',
      'waiting',
    ]);
    for (const block of scene.below) expect(block.y).toBeGreaterThan(scene.plot.base);
  });

  test('leaves no label of the stair on top of another', () => {
    for (const size of ['wide', 'narrow', 'still'] as const) {
      const labels = layoutStack(inputOf('marama', size)).texts.filter(
        (text) => text.kind === 'label' && text.anchor === 'start' && text.x < 700,
      );
      for (const a of labels)
        for (const b of labels) if (a !== b && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(13);
    }
  });

  test('says how much is missing in the gap', () => {
    const scene = layoutStack({
      ...inputOf('hemi'),
      words: stackWords('en', {
        total: 27,
        largest: null,
        frame: bestFrame(fixtureRecord('hemi').decision!, TODAY),
        missing: 13,
        by: '2029-08-15',
      }),
    });
    expect(scene.texts.map((text) => text.text)).toContain('13 more');
    expect(scene.lines.some((line) => line.kind === 'miss')).toBe(true);
  });

  test('is safe text when names hold markup', () => {
    const input = inputOf('marama', 'still');
    const items = input.items.map((item) => ({ ...item, name: '<script>alert("x")</script>' }));
    const svg = stillStack(layoutStack({ ...input, items }), { id: 's', title: '<b>', description: '"' });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('style=');
  });
});

test('years and months keep to the calendar', () => {
  expect(yearsOn('2020-02-29', 7)).toBe('2027-02-28');
  expect(yearsOn('2019-03-01', -7)).toBe('2012-03-01');
  expect(monthsOn('2024-01-31', 1)).toBe('2024-02-29');
  expect(monthsOn('2024-01-15', -1)).toBe('2023-12-15');
});

test('the arrows stop where an outcome enters or is the first', () => {
  expect(frameStops([{ date: '2020-05-01' }], '2012-01-01', '2021-01-01')).toEqual([
    '2012-01-01',
    '2013-05-01',
    '2020-05-01',
    '2021-01-01',
  ]);
});

test('a long name ends in an ellipsis on its last line', () => {
  expect(wrap('Support a person living with dementia', 90, 13, 1)[0]).toMatch(/…$/);
  expect(wrap('Short', 90, 13, 2)).toEqual(['Short']);
});
