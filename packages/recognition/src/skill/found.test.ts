import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, FEWEST_FOUND, groupsFound } from './found.ts';

test('people who look the same are one group; a group of few gives up the skill named last', () => {
  const groups = groupsFound([
    { held: [0, 1, 2], people: 6 },
    { held: [0, 1], people: 3 },
    { held: [0, 2], people: 4 },
    { held: [0], people: 1 },
    { held: [2], people: 2 },
  ]);
  // Three with 0 and 1 and four with 0 and 2 join the one with 0: eight in all. Two with 2 alone are not shown.
  expect(groups.map(({ held, people }) => [held, people])).toEqual([
    [[0, 1, 2], 6],
    [[0], 8],
  ]);
});

test('fewer than five are never spoken of, and a number is said as a band', () => {
  expect(groupsFound([{ held: [0], people: FEWEST_FOUND - 1 }])).toEqual([]);
  expect([4, 5, 9, 10, 499, 500].map(bandOf)).toEqual([
    null,
    { from: 5, to: 9 },
    { from: 5, to: 9 },
    { from: 10, to: 19 },
    { from: 100, to: 499 },
    { from: 500, to: null },
  ]);
});

const people = fc
  .array(fc.uniqueArray(fc.nat(4), { maxLength: 5 }), { maxLength: 60 })
  .map((all) => all.map((held) => held.toSorted((one, other) => one - other)));
const setsOf = (all: readonly (readonly number[])[]) => {
  const counts = new Map<string, { held: readonly number[]; people: number }>();
  for (const held of all) {
    const key = held.join(',');
    counts.set(key, { held, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  return [...counts.values()];
};

test('however a search is narrowed, nobody stands among fewer than five, nobody stands twice, and nobody is said to hold what they do not', () => {
  fc.assert(
    fc.property(people, fc.subarray([0, 1, 2, 3, 4]), (all, asked) => {
      const seen = all.map((held) => held.filter((one) => asked.includes(one)));
      const groups = groupsFound(setsOf(seen));
      const placed = groups.flatMap(({ sets }) => sets.map((set) => set.join(',')));
      expect(new Set(placed).size).toBe(placed.length);
      for (const group of groups) {
        const members = seen.filter((held) => group.sets.some((set) => set.join(',') === held.join(',')));
        expect(members.length).toBe(group.people);
        expect(group.people).toBeGreaterThanOrEqual(FEWEST_FOUND);
        for (const held of members) expect(group.held.every((one) => held.includes(one))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('the order in which people come tells nothing', () => {
  fc.assert(
    fc.property(people, (all) => {
      const shown = (of: readonly (readonly number[])[]) =>
        groupsFound(setsOf(of)).map(({ held, people: n }) => ({ held, people: n }));
      expect(shown(all.toReversed())).toEqual(shown(all));
    }),
    { numRuns: 60 },
  );
});
