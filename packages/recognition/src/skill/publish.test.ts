import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, FEWEST_PUBLISHED, publishRow, ROUNDED_TO } from './publish.ts';

const row = (...people: readonly number[]): readonly Cell[] => people.map((of, at) => ({ key: `r${at}`, people: of }));
const shown = (cells: readonly Cell[]) => publishRow(cells).cells.map(({ people }) => people);

test('a cell under ten is withheld, and another with it, so that neither is the total less the rest', () => {
  expect(shown(row(40, 3, 25, 60))).toEqual([40, null, null, 60]);
  expect(shown(row(40, 25, 3))).toEqual([null, 25, null]);
  expect(publishRow(row(40, 3, 25, 60)).total).toBe(130);
});

test('what is withheld together is no fewer than ten', () => {
  expect(shown(row(40, 3, 4, 25))).toEqual([40, null, null, null]);
  expect(shown(row(40, 6, 4, 25))).toEqual([40, null, null, 25]);
});

test('nothing is withheld where nothing is small, and noughts are small', () => {
  expect(shown(row(40, 25))).toEqual([40, 25]);
  expect(shown(row(40, 0, 25))).toEqual([40, null, null]);
});

test('a row of few people has no total either', () => {
  expect(publishRow(row(3, 0, 2))).toEqual({ cells: row(0, 0, 0).map(({ key }) => ({ key, people: null })), total: null });
  expect(publishRow(row(30)).total).toBe(30);
  expect(publishRow(row(3)).total).toBe(null);
});

test('numbers are published to the nearest five', () => {
  expect(shown(row(12, 13, 48))).toEqual([10, 15, 50]);
});

test('no number under ten is ever published, nor one that the published numbers leave for a withheld cell', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 17 }), (people) => {
      const cells = row(...people);
      const { cells: out, total } = publishRow(cells);
      for (const cell of out) expect(cell.people ?? FEWEST_PUBLISHED).toBeGreaterThanOrEqual(FEWEST_PUBLISHED);
      const hidden = cells.filter((_, at) => out[at]?.people === null);
      if (total !== null && hidden.length > 0) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, cell) => sum + cell.people, 0)).toBeGreaterThanOrEqual(FEWEST_PUBLISHED);
      }
    }),
    { numRuns: 300 },
  );
});

test('who knows this very rule cannot tell a withheld cell from what is published: it could be at least three numbers (all small tables tried)', () => {
  const most = 45;
  for (const count of [2, 3]) {
    const seen = new Map<string, Set<number>[]>();
    const tables = function* (left: number, before: readonly number[]): Generator<readonly number[]> {
      if (before.length === count) yield before;
      else for (let people = 0; people <= left; people += 1) yield* tables(left - people, [...before, people]);
    };
    // Every table whose people are no more than `most`: none that could look the same is missing below that total.
    for (const people of tables(most, [])) {
      const { cells, total } = publishRow(row(...people));
      if (total !== null && total > most - ROUNDED_TO) continue;
      const key = `${cells.map((cell) => cell.people ?? 'withheld').join()} of ${total ?? 'withheld'}`;
      const values = seen.get(key) ?? people.map(() => new Set<number>());
      for (const [at, one] of people.entries()) values[at]?.add(one);
      seen.set(key, values);
    }
    for (const [key, values] of seen)
      for (const [at, said] of (key.split(' of ')[0] ?? '').split(',').entries())
        if (said === 'withheld') expect(values[at]?.size, `${key}, cell ${at}`).toBeGreaterThanOrEqual(3);
  }
});
