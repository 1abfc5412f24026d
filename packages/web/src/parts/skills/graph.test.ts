import { expect, test } from 'vitest';
import { drawSkills } from './graph.ts';

const skill = (uri: string, ...through: readonly string[]) => ({ uri, name: uri, relation: 'earns', through }) as const;

test('every skill and every outcome stands once, and each that belong together are joined', () => {
  const picture = drawSkills([skill('a', 'one', 'two'), skill('b', 'two'), skill('c')], 960);
  expect(picture.skills.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(picture.outcomes.map(({ key }) => key)).toEqual(['one', 'two']);
  expect(picture.lines.map(({ key }) => key)).toEqual(['a one', 'a two', 'b two']);
});

test('outcomes stand in the order of their skills, so that these lines do not cross', () => {
  const picture = drawSkills([skill('a', 'z'), skill('b', 'y'), skill('c', 'x')], 960);
  expect(picture.outcomes.map(({ key }) => key)).toEqual(['z', 'y', 'x']);
});

test('names do not reach each other, however long they are', () => {
  const long = 'Plan and carry out the maintenance of hydraulic systems in a workshop under pressure';
  for (const width of [340, 960]) {
    const { skills, outcomes, left } = drawSkills([{ ...skill(long, long), name: long }], width);
    for (const { text } of [...skills, ...outcomes]) expect(text.length * 7.2).toBeLessThanOrEqual(left);
  }
});
