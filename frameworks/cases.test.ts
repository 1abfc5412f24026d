import { describe, expect, test } from 'vitest';
import { frameworks, readCases, runCase } from '../packages/recognition/src/framework/index.ts';
import { folders } from './case-files.ts';

for (const { id, cases } of folders) {
  describe(`worked cases of ${id}`, () => {
    const file = readCases(cases);

    test('there are at least 15, each by another name and citing its rule', () => {
      expect(file.framework).toBe(id);
      expect(file.cases.length).toBeGreaterThanOrEqual(15);
      expect(new Set(file.cases.map(({ name }) => name)).size).toBe(file.cases.length);
    });

    for (const one of file.cases) test(`${one.name} (${one.rule})`, () => expect(runCase(frameworks[id], one)).toEqual([]));
  });
}
