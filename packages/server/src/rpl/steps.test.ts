import { describe, expect, test } from 'vitest';
import { EVENT_KINDS, mayHappen, STATUSES, STEPS } from './steps.ts';

describe('the steps', () => {
  test('a settled application moves no more, and only a draft becomes an application', () => {
    for (const kind of EVENT_KINDS) {
      for (const status of ['withdrawn', 'recorded'] as const) if (mayHappen(kind, status)) expect(STEPS[kind].to).toBeNull();
      if (STEPS[kind].to === 'applied' && kind !== 'applied') expect(STEPS[kind].from).not.toContain('draft');
    }
  });

  test('from a draft every status can be reached', () => {
    const reached = new Set<string>(['draft']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const kind of EVENT_KINDS) {
        const { from, to } = STEPS[kind];
        if (to !== null && from.some((status) => reached.has(status))) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...STATUSES].toSorted());
  });
});
