import { describe, expect, test } from 'vitest';
import { examples } from '../packages/recognition/src/framework/examples.ts';
import {
  bundlingOf,
  checkDefinition,
  coverage,
  FRAMEWORK_IDS,
  frameworks,
  rebundle,
  unbundle,
} from '../packages/recognition/src/framework/index.ts';

const named = (id: string) => {
  const found = FRAMEWORK_IDS.flatMap((country) => examples[country]).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no example ${id}`);
  return found;
};

describe('the definitions to try out', () => {
  test.each(FRAMEWORK_IDS)('of %s keep to its rules, and say that they are invented', (id) => {
    for (const definition of examples[id]) {
      expect(checkDefinition(frameworks[id], definition, { others: examples[id] }), definition.id).toEqual([]);
      expect(definition.title).toMatch(/invented|inventé/iu);
    }
  });

  test('show both kinds of bundling, and a re-bundling over two training regulations', () => {
    expect(bundlingOf(named('tr-solar-2'), named('tr-solar-3'))).toBe('vertical');
    expect(bundlingOf(named('tr-solar-2'), named('tr-motor-2'))).toBe('horizontal');
    const header = {
      ...named('tr-solar-2'),
      id: 'made',
      award: 'tailored',
      title: 'Invented tailored qualification',
      level: null,
      sector: null,
      listing: {},
    };
    const made = rebundle(header, [named('tr-solar-2'), named('tr-motor-2')], ({ role }) => role === 'core');
    expect(made.ok && checkDefinition(frameworks.ph, made.definition, { others: examples.ph })).toEqual([]);
  });

  test('taken apart, a qualification is covered whole', () => {
    const whole = named('tr-solar-2');
    expect(coverage(unbundle(whole), whole, 'core')).toEqual({ covered: ['sol-c1', 'sol-c2', 'sol-c3'], open: [] });
  });
});
