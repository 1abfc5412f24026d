import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupSkills, RELATIONS, type SkillResult, type SkillStatement, skillsHeld, skillsView } from './view.ts';

const statement = (outcome: string, uri: string, more: Partial<SkillStatement> = {}): SkillStatement => ({
  outcome,
  uri,
  scheme: 'own',
  label: uri.toUpperCase(),
  mi: null,
  slug: uri,
  kind: null,
  family: null,
  relation: 'earns',
  proficiency: null,
  ...more,
});
const result = (id: string, outcome: string, more: Partial<SkillResult> = {}): SkillResult => ({
  id,
  outcome,
  name: `Outcome ${outcome}`,
  level: 3,
  provider: 'Tī Kōuka',
  result: 'achieved',
  mode: 'assessed',
  date: '2024-02-01',
  confirmed: true,
  ...more,
});

describe('a record read as skills', () => {
  test('each skill stands once, held as far as its furthest outcome goes, attested by all who awarded it', () => {
    const [skill, ...others] = skillsHeld(
      [statement('a', 'care'), statement('b', 'care', { relation: 'showcases', proficiency: '4' })],
      [
        result('1', 'a', { provider: 'Rātā', date: '2025-06-01', level: 6 }),
        result('2', 'b', { level: 4 }),
        result('3', 'b', { level: 4, date: '2023-01-01' }),
      ],
    );
    expect(others).toEqual([]);
    expect(skill).toMatchObject({
      relation: 'showcases',
      outcomes: 2,
      latest: '2025-06-01',
      level: 4,
      proficiency: '4',
      attestedBy: ['Rātā', 'Tī Kōuka'],
      strongest: { id: '2' },
    });
    expect(skill?.evidence.map(({ id }) => id)).toEqual(['2', '3', '1']);
  });

  test.each([
    ['how far the outcome goes, before a grade', { relation: 'showcases' }, {}, { result: 'achieved' }, { result: 'excellence' }],
    ['the grade', {}, {}, { result: 'merit' }, { result: 'achieved', date: '2025-12-31' }],
    ['confirmed before provisional', {}, {}, { confirmed: true }, { confirmed: false, level: 7 }],
    ['the level', {}, {}, { level: 5 }, { level: 4, date: '2025-12-31' }],
    ['the more recent', {}, {}, { date: '2025-01-02' }, { date: '2025-01-01' }],
  ] as const)('the strongest evidence is found by %s', (_, first, second, better, worse) => {
    const statements = [statement('a', 'care', first), statement('b', 'care', second)];
    expect(skillsHeld(statements, [result('2', 'a', better), result('1', 'b', worse)])[0]?.strongest.id).toBe('2');
  });

  test('prior learning weighs as much as what was taught', () => {
    const statements = [statement('a', 'care'), statement('b', 'care')];
    const both = (mode: string) => skillsHeld(statements, [result('1', 'a', { mode }), result('2', 'b')])[0]?.strongest.id;
    expect([both('assessed'), both('rpl'), both('crt')]).toEqual(['1', '1', '1']);
  });

  test('what a reader may not see ranks nothing', () => {
    const kept = { result: null, date: null, provider: null };
    const [skill] = skillsHeld([statement('a', 'care')], [result('2', 'a', kept), result('1', 'a', kept)]);
    expect(skill).toMatchObject({ strongest: { id: '1' }, latest: null, attestedBy: [] });
  });

  test('groups are New Zealand’s kinds in their order, those without one last; or schemes; or families', () => {
    const care = { uri: 'care', en: 'Care', mi: null };
    const statements = [
      statement('a', 'x', { scheme: 'other' }),
      statement('a', 'y', { kind: 'industry-specific', family: care }),
      statement('a', 'z', { kind: 'core-transferable' }),
    ];
    const keys = (by: 'kind' | 'scheme' | 'family') => skillsView(statements, [result('1', 'a')], by).map(({ key }) => key);
    expect(keys('kind')).toEqual(['core-transferable', 'industry-specific', null]);
    expect(keys('scheme')).toEqual(['other', 'own']);
    expect(keys('family')).toEqual(['care', null]);
  });

  test('no result is lost or told twice of a skill, whatever the order in which it comes', () => {
    const statements = fc.array(
      fc.record({
        outcome: fc.constantFrom('a', 'b', 'c', 'e'),
        uri: fc.constantFrom('x', 'y', 'z'),
        relation: fc.constantFrom(...RELATIONS),
      }),
      { maxLength: 12 },
    );
    const results = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), outcome: fc.constantFrom('a', 'b', 'c', 'd') }), {
      selector: ({ id }) => id,
      maxLength: 12,
    });
    fc.assert(
      fc.property(statements, results, fc.boolean(), (said, earned, turned) => {
        const own = said.map(({ outcome, uri, relation }) => statement(outcome, uri, { relation }));
        const had = earned.map(({ id, outcome }) => result(id, outcome));
        const skills = skillsHeld(own, had);
        for (const skill of skills) {
          const stands = new Set<string>(said.filter(({ uri }) => uri === skill.uri).map(({ outcome }) => outcome));
          expect(skill.evidence.map(({ id }) => id).toSorted()).toEqual(
            earned.flatMap(({ id, outcome }) => (stands.has(outcome) ? [id] : [])).toSorted(),
          );
        }
        if (turned) expect(skillsHeld(own.toReversed(), had.toReversed())).toEqual(skills);
        expect(groupSkills(skills, 'kind').flatMap((group) => group.skills)).toHaveLength(skills.length);
      }),
      { numRuns: 60 },
    );
  });
});
