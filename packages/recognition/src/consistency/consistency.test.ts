import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquaredTest, survival } from './chi-squared.ts';
import { compareProviders, ENDS } from './compare.ts';
import { exactTest } from './exact.ts';
import { adjusted } from './many.ts';
import { inSteps, withholdTable } from './withhold.ts';

test('tea tasting (Fisher 1935): four of four against four, three right each', () => {
  expect(exactTest([3, 1], [1, 3])).toBeCloseTo(34 / 70, 12);
  expect(exactTest([4, 0], [0, 4])).toBeCloseTo(2 / 70, 12);
});

test('the exact test is what shuffling everybody would show', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 4 }).filter((kinds) => {
        const all = kinds.reduce((sum, [a, b]) => sum + a + b, 0);
        const one = kinds.reduce((sum, [a]) => sum + a, 0);
        return all <= 11 && one > 0 && one < all;
      }),
      (kinds) => {
        const people = kinds.flatMap(([a, b], kind) => Array.from({ length: a + b }, () => kind));
        const size = kinds.reduce((sum, [a]) => sum + a, 0);
        const tables = new Map<string, number>();
        let ways = 0;
        for (let mask = 0; mask < 1 << people.length; mask += 1) {
          const taken = people.filter((_, at) => (mask >> at) & 1);
          if (taken.length !== size) continue;
          const table = kinds.map((_, kind) => taken.filter((one) => one === kind).length).join();
          tables.set(table, (tables.get(table) ?? 0) + 1);
          ways += 1;
        }
        const found = tables.get(kinds.map(([a]) => a).join())!;
        const rarer = [...tables.values()].filter((count) => count <= found).reduce((sum, count) => sum + count, 0);
        expect(
          exactTest(
            kinds.map(([a]) => a),
            kinds.map(([, b]) => b),
          ),
        ).toBeCloseTo(rarer / ways, 9);
      },
    ),
    { numRuns: 40 },
  );
});

test('the chance of chi-squared is as the tables have it', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper critical values.
  for (const [degrees, at05, at001] of [
    [1, 3.841, 10.828],
    [2, 5.991, 13.816],
    [3, 7.815, 16.266],
    [4, 9.488, 18.467],
    [5, 11.07, 20.515],
  ] as const) {
    expect(survival(at05, degrees)).toBeCloseTo(0.05, 4);
    expect(survival(at001, degrees)).toBeCloseTo(0.001, 6);
  }
});

test('where both can be worked out, the approximation is near the exact test', () => {
  const exact = exactTest([20, 30, 10], [40, 30, 20])!;
  expect(Math.abs(chiSquaredTest([20, 30, 10], [40, 30, 20]) - exact)).toBeLessThan(0.02);
});

test('kinds that are too rare are taken together with their neighbours, never left out', () => {
  expect(chiSquaredTest([50, 50, 0], [50, 50, 1])).toBeCloseTo(chiSquaredTest([50, 50], [50, 51]), 12);
  expect(chiSquaredTest([1, 1], [2, 2])).toBe(1);
});

test('Holm: the smallest counts for all, the next for one fewer, and none overtakes another', () => {
  expect(adjusted([0.01, 0.04, 0.03, 0.005]).map((p) => Math.round(p * 1000) / 1000)).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(adjusted([])).toEqual([]);
  expect(adjusted([0.9, 0.8])).toEqual([1, 1]);
});

const taught = (provider: string, ...counts: readonly number[]) => ({ provider, counts });

test('a provider that differs is found, one that does not is not, and few people are never compared', () => {
  const { differences, comparisons } = compareProviders(
    [
      taught('a', 7, 65, 20, 8, 0, 0),
      taught('b', 8, 64, 21, 7, 0, 0),
      taught('c', 0, 20, 30, 50, 0, 0),
      taught('d', 0, 0, 0, 9, 0, 0),
    ],
    10,
  );
  expect(comparisons).toBe(differences.length);
  expect(differences.filter(({ measure }) => measure === 'grades').map(({ provider, differs }) => [provider, differs])).toEqual([
    ['a', true],
    ['b', true],
    ['c', true],
  ]);
  expect(differences.find(({ provider, measure }) => provider === 'c' && measure === 'grades')).toMatchObject({
    band: 'under-0.001',
    of100: 50,
  });
  const alike = compareProviders([taught('a', 7, 65, 20, 8, 0, 0), taught('b', 8, 64, 21, 7, 0, 0)], 10);
  expect(alike.differences.map(({ differs, band }) => [differs, band])).toEqual(
    Array.from({ length: 4 }, () => [false, 'not-clear']),
  );
});

test('two providers are one comparison of each measure, said of both; who taught nobody is no third', () => {
  const two = [taught('a', 1, 19, 10, 0, 0, 0), taught('b', 0, 10, 20, 0, 11, 0)];
  const { differences, comparisons } = compareProviders([...two, taught('c', 0, 0, 0, 0, 0, 0)], 10);
  expect(comparisons).toBe(2);
  expect(differences.map(({ provider, measure }) => [provider, measure])).toEqual([
    ['a', 'grades'],
    ['a', 'ways'],
    ['b', 'grades'],
    ['b', 'ways'],
  ]);
  const of = (who: string) => differences.filter(({ provider }) => provider === who).map((one) => ({ ...one, provider: '' }));
  expect(of('a')).toEqual(of('b'));
});

test('what is clear and yet small is not called a difference', () => {
  const [one] = compareProviders([taught('a', 0, 5000, 4000, 1000, 0, 0), taught('b', 0, 5400, 3700, 900, 0, 0)], 10).differences;
  expect(one).toMatchObject({ test: 'chi-squared', band: 'under-0.001', of100: 5, differs: false });
});

test('providers that all do the same are seldom told apart', () => {
  // One draw of each of a hundred lots from the same shares: the correction keeps mistakes to about one lot in twenty.
  let state = 7;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const shares = [0.07, 0.72, 0.92, 1];
  const lots = Array.from({ length: 100 }, () =>
    Array.from({ length: 4 }, (_, provider) => {
      const counts = ENDS.map(() => 0);
      for (let person = 0; person < 30; person += 1) {
        const chance = next();
        counts[shares.findIndex((share) => chance <= share)]! += 1;
      }
      return taught(String(provider), ...counts);
    }),
  );
  const wrong = lots.filter((lot) => compareProviders(lot, 10).differences.some(({ differs }) => differs)).length;
  expect(wrong).toBeLessThanOrEqual(9);
});

test('withheld: the number under ten, and what it could be worked out from', () => {
  const { cells, rowSums, columnSums, sum } = withholdTable(
    [
      [50, 3],
      [40, 30],
      [60, 20],
    ],
    10,
  );
  expect(cells[0]).toEqual([null, null]);
  expect(rowSums).toEqual([53, 70, 80]);
  // Beside the three another of its column is withheld, and one of the row that this one stands in.
  expect(cells.flat().filter((cell) => cell === null)).toHaveLength(4);
  expect(columnSums).toEqual([150, 53]);
  expect(sum).toBe(203);
});

test('a list says people in steps: nought under the smallest number, else the step that is reached', () => {
  expect([0, 9, 10, 19, 140].map((people) => inSteps(people, 10))).toEqual([0, 0, 10, 10, 140]);
});

test('nobody can work a withheld number out from what is shown', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(5), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(table, (counts) => {
      const shown = withholdTable(counts, 3);
      const possible = counts.map((row) => row.map(() => new Set<number>()));
      for (const other of everyTable(counts.length, counts[0]!.length, 7))
        if (fits(other, shown))
          for (const [r, row] of other.entries()) for (const [c, count] of row.entries()) possible[r]![c]!.add(count);
      for (const [r, row] of counts.entries())
        for (const [c, count] of row.entries()) {
          if (count < 3) expect(shown.cells[r]![c]).toBeNull();
          if (shown.cells[r]![c] === null && count > 0) expect(possible[r]![c]!.size).toBeGreaterThan(1);
          if (shown.cells[r]![c] !== null) expect(shown.cells[r]![c]).toBe(count);
        }
    }),
    { numRuns: 12 },
  );
});

function* everyTable(rows: number, columns: number, most: number): Generator<readonly (readonly number[])[]> {
  const size = rows * columns;
  for (let code = 0; code < most ** size; code += 1) {
    let rest = code;
    const flat = Array.from({ length: size }, () => {
      const digit = rest % most;
      rest = Math.floor(rest / most);
      return digit;
    });
    yield Array.from({ length: rows }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
  }
}

function fits(counts: readonly (readonly number[])[], shown: ReturnType<typeof withholdTable>): boolean {
  const same = (known: number | null, count: number): boolean => known === null || known === count;
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return (
    counts.every((row, r) => same(shown.rowSums[r]!, sum(row)) && row.every((count, c) => same(shown.cells[r]![c]!, count))) &&
    shown.columnSums.every((known, c) => same(known, sum(counts.map((row) => row[c]!)))) &&
    same(shown.sum, sum(counts.flat()))
  );
}
