import { describe, expect, test } from 'vitest';
import { checkFrameworkFile, readCases, runCase } from '../packages/recognition/src/framework/index.ts';
import { folders } from './case-files.ts';
import { mutationsOf } from './mutations.ts';

describe('a change of any parameter of a framework file is refused or breaks a case', () => {
  for (const { id, framework, cases } of folders) {
    test(id, () => {
      const read = checkFrameworkFile(framework);
      if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
      const file = readCases(cases);
      const { unit, levels, awards } = read.framework;
      const mutations = mutationsOf(framework, {
        step: unit.step,
        levels: levels.map(({ label }) => label),
        awards: awards.map((award) => award.id),
      });
      const unnoticed = mutations.filter((mutation) => {
        const changed = checkFrameworkFile(mutation.file);
        return changed.ok && file.cases.every((one) => agrees(changed.framework, one));
      });
      expect(unnoticed.map(({ path, to }) => `${path} -> ${JSON.stringify(to)}`)).toEqual([]);
      expect(mutations.length).toBeGreaterThan(20);
    });
  }
});

/** A rule that the engine refuses while deciding is noticed too. */
function agrees(...[framework, one]: Parameters<typeof runCase>): boolean {
  try {
    return runCase(framework, one).length === 0;
  } catch {
    return false;
  }
}
