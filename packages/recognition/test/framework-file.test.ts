import { describe, expect, test } from 'vitest';
import { checkFrameworkFile, FrameworkError, frameworks, loadFrameworkFile, readDefinitions } from '../src/framework/index.ts';
import { stackOf } from '../src/framework/stack.ts';
import { nz } from '../src/index.ts';

/** A framework file with one part changed. */
function changed(path: string, to: unknown, id: keyof typeof frameworks = 'in'): unknown {
  const set = (value: unknown, [key = '', ...rest]: readonly string[]): unknown => {
    if (key === '') return to;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return Number(key) < items.length
        ? items.map((one, at) => (at === Number(key) ? set(one, rest) : one))
        : [...items, set(undefined, rest)];
    }
    const table = Object.entries(typeof value === 'object' && value !== null ? value : {}).map(
      ([name, one]: readonly [string, unknown]) => [name, one] as const,
    );
    return Object.fromEntries([
      ...table.filter(([name]) => name !== key),
      [key, set(table.find(([name]) => name === key)?.[1], rest)],
    ]);
  };
  return set(structuredClone(frameworks[id]), path.split('.'));
}
const problemsOf = (json: unknown) => {
  const checked = checkFrameworkFile(json);
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${code} ${path}`);
};

describe('a bad framework file is refused with path and reason, before anything is decided', () => {
  test.each([
    ['an unknown rule of an award', changed('awards.0.rule', 'magic'), 'unknown-rule awards[0].rule'],
    [
      'an unknown composition',
      changed('awards.0.versions.0.composition', { kind: 'lottery' }),
      'unknown-rule awards[0].versions[0].composition.kind',
    ],
    [
      'an unknown kind of cap',
      changed('awards.2.versions.0.caps.0', { on: 'colour', mostPercent: 50, source: 'x' }),
      'unknown-rule awards[2].versions[0].caps[0].on',
    ],
    ['an unknown ledger', changed('accounts.0.rule', 'casino'), 'unknown-rule accounts[0].rule'],
    ['an unknown key', changed('colour', 'red'), 'unknown-key '],
    [
      'a cap over 100%',
      changed('awards.2.versions.0.caps.0.mostPercent', 101),
      'cap-over-100 awards[2].versions[0].caps[0].mostPercent',
    ],
    [
      'hours that are no multiple',
      changed('awards.1.versions.0.size.least', 451),
      'not-a-multiple awards[1].versions[0].size.least',
    ],
    ['a unit that is no multiple of its step', changed('unit.step', 420), 'not-a-multiple unit.minutes'],
    [
      'a claim whose name has no place for the title',
      changed('awards.0.claim.name.mi', 'Tohu'),
      'not-valid awards[0].claim.name',
    ],
    [
      'a claim of an award that is made by size',
      changed('awards.2.claim', frameworks.in.awards[0]?.rule === 'compose' ? frameworks.in.awards[0].claim : null),
      'not-decidable awards[2].claim',
    ],
    [
      'a claim of a kind that Open Badges has not',
      changed('awards.0.claim.achievementType', 'Medal'),
      'not-valid awards[0].claim.achievementType',
    ],
    ['a claim of what is debited', changed('awards.0.versions.0.use', 'debits'), 'not-decidable awards[0].claim'],
    [
      'a least above the most',
      changed('awards.1.versions.0.size', { least: 900, most: 450 }),
      'contradictory-gates awards[1].versions[0].size',
    ],
    [
      'more at a level than in all',
      changed('awards.3.versions.0.size.most', 42600, 'nz'),
      'contradictory-gates awards[3].versions[0].size',
    ],
    [
      'levels upside down',
      changed('awards.3.versions.0.counts.levels', { least: '9', most: '4' }, 'nz'),
      'contradictory-gates awards[3].versions[0].counts.levels',
    ],
    [
      'a level gate above what counts',
      changed('awards.3.versions.0.counts.levels', { least: '1', most: '4' }, 'nz'),
      'contradictory-gates awards[3].versions[0].atLevels[0].from',
    ],
    [
      'an unknown level',
      changed('awards.3.versions.0.atLevels.0.from', '99', 'nz'),
      'unknown-level awards[3].versions[0].atLevels[0].from',
    ],
    [
      'more sources at least than at most',
      changed('awards.0.versions.0.definition.leastSources', 2, 'es'),
      'contradictory-gates awards[0].versions[0].definition.leastSources',
    ],
    [
      'a part that is needed and not allowed',
      changed('awards.0.versions.0.definition.needs', ['exam'], 'dk'),
      'contradictory-gates awards[0].versions[0].definition.needs',
    ],
    [
      'an award made of one that is not there',
      changed('awards.3.versions.0.composition.of', 'z', 'es'),
      'unknown-award awards[3].versions[0].composition',
    ],
    ['an award made of itself', changed('awards.3.versions.0.composition.of', 'd', 'es'), 'cycle awards[3]'],
    [
      'a circle over two awards',
      changed('awards.0.versions.0.composition', { kind: 'lattice', of: 'd' }, 'es'),
      'cycle awards[0]',
    ],
    ['two awards of one id', changed('awards.1.id', 'micro-certification'), 'duplicate-id awards[1].id'],
    [
      'caps and sizes by level together',
      changed('awards.2.versions.0.atLevels', [{ from: '5', least: 1800 }]),
      'not-decidable awards[2].versions[0].atLevels',
    ],
    [
      'a third cap',
      changed('awards.2.versions.0.caps.2', { on: 'kind', kinds: ['x'], mostPercent: 10, source: 'x' }),
      'not-decidable awards[2].versions[0].caps',
    ],
    ['a cap of no size', changed('awards.2.versions.0.size.least', null), 'not-decidable awards[2].versions[0].caps'],
    [
      'a cap on an award of parts',
      changed('awards.2.versions.0.composition', { kind: 'lattice', of: 'micro-credential' }),
      'not-decidable awards[2].versions[0].composition',
    ],
    [
      'a size that is no whole number',
      changed('awards.1.versions.0.size.least', 450.5),
      'not-valid awards[1].versions[0].size.least',
    ],
    ['an impossible date', changed('awards.1.versions.0.from', '2025-02-30'), 'not-valid awards[1].versions[0].from'],
    ['not an object', 7, 'not-valid '],
  ])('%s', (_, file, problem) => expect(problemsOf(file)).toContain(problem));

  test('loading says the first of them, and keeps all', () => {
    try {
      loadFrameworkFile(changed('awards.2.versions.0.caps.0.mostPercent', 101));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FrameworkError);
      expect(String(error)).toContain('awards[2].versions[0].caps[0].mostPercent');
    }
  });

  test('every framework as it is passes', () =>
    expect(Object.values(frameworks).map((one) => checkFrameworkFile(structuredClone(one)).ok)).not.toContain(false));
});

describe('a bad definition is refused with the path', () => {
  const of = (id: string, ...refs: string[]) => ({
    id,
    award: 'b',
    title: 'Invented',
    parts: refs.map((ref) => ({ ref, role: 'a' })),
  });
  test.each([
    ['a bundle of itself', of('x', 'x'), 'bundle-of-itself 0.parts.0.ref'],
    ['a unit twice', of('x', 'u', 'u'), 'unit-twice 0.parts.1.ref'],
    ['a circle', [of('x', 'y'), of('y', 'x')], 'cycle 0'],
    ['something else', { id: 'x' }, 'not-a-definition 0.award'],
  ])('%s', (_, json, problem) => {
    const read = readDefinitions(json);
    expect(read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path}`)).toContain(problem);
  });
});

test('New Zealand’s own award is the same, read alone or out of its framework', () => expect(stackOf(frameworks.nz)).toEqual(nz));
